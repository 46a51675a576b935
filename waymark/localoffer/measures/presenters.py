"""The counts as editors read them: with titles instead of paths."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from waymark.formats.making import FORMATS, Kind
from waymark.localoffer.comments.queries import places
from waymark.localoffer.measures.queries import Counted
from waymark.ui.tables import TableOf


def totals(counted: Iterable[Counted]) -> tuple[int, int]:
    """How many searches there were, and how many of them found nothing."""
    by_what = {one.what: one.times for one in counted}
    return sum(by_what.values()), by_what.get("nothing", 0)


def pages(counted: list[Counted]) -> TableOf:
    """Pages by how often they were read, with their titles where they have one.

    Cost: two queries.
    """
    known = places(one.what for one in counted)
    rows = tuple(
        (
            format_html(
                '<a href="{}">{}</a>',
                one.what,
                known[one.what].title if one.what in known else one.what,
            ),
            str(one.times),
        )
        for one in counted
    )
    headers = (_("Page"), _("Times read"))
    return TableOf(_("Times read"), headers, rows, numbers=(1,), heard=True)


def formats(counted: Iterable[Counted]) -> TableOf:
    """Formats by how often they were taken."""
    rows = tuple((_title(one.what), str(one.times)) for one in counted)
    headers = (_("Format"), _("Times taken"))
    return TableOf(_("Times taken"), headers, rows, numbers=(1,), heard=True)


def _title(name: str) -> Any:
    return FORMATS[Kind(name)].title if name in set(Kind) else name.capitalize()
