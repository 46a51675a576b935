"""The ways from other pages to what is written beside the directory."""

from django.utils.translation import gettext as _

from waymark.guidance.queries import address_of
from waymark.guidance.slots import Way
from waymark.localoffer.models import LocalOfferPage
from waymark.localoffer.reading import addresses
from waymark.localoffer.schools import ways as schools
from waymark.localoffer.unhappy import ladder


def from_first_page() -> list[Way]:
    """Every list that is published, the questions, the schools, and the ladder.

    Cost: three queries.
    """
    return [*_lists(), *schools.ways(), _unhappy()]


def _lists() -> list[Way]:
    page = LocalOfferPage.objects.live().first()
    if page is None:
        return []
    held = page.get_children().live().values_list("title", "url_path")
    lists = [Way(title, address_of(path)) for title, path in held]
    return [*lists, Way(_("Questions about the Local Offer"), addresses.QUESTIONS)]


def beside(_service: object) -> list[Way]:
    """From the page of any service to what a family may do about it. Cost: none."""
    return [_unhappy()]


def _unhappy() -> Way:
    return Way(str(ladder.TITLE), ladder.ADDRESS, str(ladder.LEAD))


def every_address() -> list[tuple[str, object]]:
    """What search engines may list besides the pages of the tree. Cost: as the ways."""
    lists = (way.address for way in schools.ways())
    return [(each, None) for each in (addresses.QUESTIONS, ladder.ADDRESS, *lists)]
