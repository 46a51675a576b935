"""The area's Easy Read texts, brought in once, after the routemaps they tell."""

from pathlib import Path

from django.db import transaction
from wagtail.models import Page

from waymark.guidance.linking import with_numbers
from waymark.guidance.loading import BadWords
from waymark.guidance.publishing import CannotPublish
from waymark.guidance.queries import address_of
from waymark.guidance.services import new_to_us, put_out
from waymark.routemaps import queries
from waymark.routemaps.models import EasyReadIdea, EasyReadPage
from waymark.routemaps.models.easy_read import SLUG, versions_now
from waymark.routemaps.services.easy_plans import EasyPlan, read_easy_plans


@transaction.atomic
def load_easy_read(folder: Path) -> None:
    """Bring in the Easy Read texts of an area, after its routemaps.

    Everything is read and checked first. What was loaded before is left alone. A text
    is tied to the full words as they are published at this moment.

    Raises: BadWords, with a line for each fault that names file, part and idea.
    """
    fresh = [p for p in read_easy_plans(folder) if new_to_us(f"easy-read/{p.slug}")]
    planted = [_plant(plan) for plan in fresh]
    _lead_on(planted)
    faults = [fault for page in planted for fault in _put_out(page)]
    if faults:
        raise BadWords("\n".join(faults))


def _plant(plan: EasyPlan) -> EasyReadPage:
    routemap = queries.routemap(plan.slug)
    if routemap is None:
        raise LookupError("It was checked that this routemap is there.")
    page = EasyReadPage(slug=SLUG, full_words=versions_now(routemap), **plan.values)
    page.ideas = [
        EasyReadIdea(sort_order=order, **idea) for order, idea in enumerate(plan.ideas)
    ]
    routemap.add_child(instance=page)
    return page


def _lead_on(planted: list[EasyReadPage]) -> None:
    """Keep our own links as page numbers, now that every page has one."""
    if not planted:
        return
    rows = Page.objects.filter(depth__gt=1).values_list("pk", "url_path")
    numbers = {address_of(path): number for number, path in rows}
    for page in planted:
        ideas = list(page.ideas.all())
        for idea in ideas:
            idea.words = with_numbers(idea.words, numbers.get)
        page.ideas = ideas


def _put_out(page: EasyReadPage) -> list[str]:
    try:
        put_out(page)
    except CannotPublish as problem:
        says = [fault.says for fault in problem.problems]
        return [f"easy-read of {page.get_parent().slug}: {fault}" for fault in says]
    return []
