"""The area's routemaps, brought in once; from then on they belong to the editors."""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction
from wagtail.models import Page

from waymark.guidance.linking import with_numbers
from waymark.guidance.queries import address_of, home
from waymark.guidance.services import add_questions, new_to_us, put_out, settle
from waymark.routemaps.models import EXITS, RoutemapIndexPage, RoutemapPage, StepPage
from waymark.routemaps.services.plans import Plan, StepPlan, read_plans

Numbers = Callable[[str], int | None]


@transaction.atomic
def load_routemaps(folder: Path) -> None:
    """Bring in the routemaps of an area, after its words.

    Everything is read and checked first. A routemap that was loaded before is left
    alone, also when an editor has changed or deleted it.

    Raises: BadWords, with a line for each fault that names file, step and field.
    """
    plans = [plan for plan in read_plans(folder) if new_to_us(f"routemap/{plan.slug}")]
    if not plans:
        return
    index = RoutemapIndexPage.objects.first() or _plant_index()
    planted = [(plan, *_plant(index, plan)) for plan in plans]
    numbers = _numbers()
    for plan, page, steps in planted:
        for step, held in zip(plan.steps, steps, strict=True):
            _lead_on(step, held, numbers)
            put_out(held)
        page.introduction = with_numbers(page.introduction, numbers)
        page.made_with = with_numbers(page.made_with, numbers)
        put_out(page)
        asked = [(q, with_numbers(answer, numbers)) for q, answer in plan.questions]
        add_questions(plan.slug, asked)
    put_out(index)
    settle(numbers)


def _plant_index() -> RoutemapIndexPage:
    index = RoutemapIndexPage(title="Routemaps", slug="routemaps")
    home_page = home()
    if home_page is None:
        raise LookupError("Prepare editing first: there is no home page.")
    home_page.add_child(instance=index)
    return index


def _plant(index: RoutemapIndexPage, plan: Plan) -> tuple[RoutemapPage, list[StepPage]]:
    """Put the pages in the tree, so that every exit has somewhere to lead."""
    page = RoutemapPage(slug=plan.slug, **plan.values)
    index.add_child(instance=page)
    steps = []
    for step in plan.steps:
        held = StepPage(slug=step.slug, **step.values)
        page.add_child(instance=held)
        steps.append(held)
    return page, steps


def _numbers() -> Numbers:
    """Which page stands at an address; none for other rooms' pages."""
    held = {
        address_of(path): number
        for number, path in Page.objects.filter(depth__gt=1).values_list(
            "pk", "url_path"
        )
    }
    return held.get


def _lead_on(plan: StepPlan, held: StepPage, numbers: Numbers) -> None:
    """Give the exits their pages, and keep our own links as page numbers."""
    for exit_ in EXITS:
        to = plan.exits[exit_]
        if to:
            setattr(held, f"{exit_}_to_id", numbers(f"/routemaps/{to}/"))
    for name, value in plan.values.items():
        if isinstance(value, str):
            setattr(held, name, with_numbers(value, numbers))
