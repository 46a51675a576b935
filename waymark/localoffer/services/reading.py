"""What an area wrote for its Local Offer, brought in once; then it is the editors'.

Everything is read and checked first. A page that was loaded before is left alone, also
when an editor has changed or deleted it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from django.db import transaction
from wagtail.models import Page

from waymark.guidance import loading
from waymark.guidance.linking import with_numbers
from waymark.guidance.loading import BadWords, Entry, Faults
from waymark.guidance.publishing import CannotPublish
from waymark.guidance.queries import address_of, home
from waymark.guidance.services import add_questions, new_to_us, put_out
from waymark.localoffer.models import (
    EventDay,
    EventListPage,
    EventPage,
    GuideListPage,
    LocalOfferPage,
    NewsListPage,
    NewsPage,
    OfferGuidePage,
    PathwayListPage,
    PathwayPage,
    Service,
)
from waymark.localoffer.models.reading.pages import LISTS
from waymark.localoffer.taxonomies import BY_KEY
from waymark.organisations.queries import helper_keys

#: Inside `local_offer`, a folder for each kind: its pages, and the list they stand in.
FOLDERS: dict[str, tuple[type[Page], type[Page]]] = {
    "guides": (OfferGuidePage, GuideListPage),
    "news": (NewsPage, NewsListPage),
    "events": (EventPage, EventListPage),
    "waiting": (PathwayPage, PathwayListPage),
}
HTML = ("body", "sources")
Numbers = Callable[[str], int | None]


@dataclass
class Plan:
    """One page as it will be, with its days and questions."""

    folder: str
    slug: str
    order: int
    values: dict[str, Any]
    days: list[dict[str, Any]]
    questions: list[tuple[str, str]]


@transaction.atomic
def load_reading(folder: Path) -> None:
    """Bring in the guides, news, events and pathways of an area, after its routemaps.

    Raises: BadWords, with a line for each fault that names file, place and field.
    """
    faults = Faults()
    names = loading.names_of(folder)
    plans = list(_plans(folder, names, faults))
    lists = _lists(folder, names, faults)
    general = list(_general(folder, names, faults))
    faults.stop()
    fresh = [p for p in plans if new_to_us(f"local-offer/{p.folder}/{p.slug}")]
    if fresh:
        _put_out_all(fresh, _plant_lists(lists))
    if general and new_to_us("local-offer/questions"):
        add_questions("local-offer", general)


def _plans(folder: Path, names: Mapping[str, str], faults: Faults) -> Iterator[Plan]:
    services = dict(Service.objects.values_list("name", "id"))
    found = [
        _plan(kind, loading.whole(file, names, faults), services)
        for place in loading.places(folder)
        for kind in FOLDERS
        for file in sorted((place / "local_offer" / kind).glob("*.toml"))
    ]
    yield from sorted(found, key=lambda plan: plan.order)


def _plan(folder: str, entry: Entry, services: Mapping[str, Any]) -> Plan:
    values: dict[str, Any] = {
        "title": entry.text("title", at_most=85),
        "summary": entry.text("summary", at_most=300),
        "body": entry.html("body"),
        "sources": entry.html("sources"),
        "checked_on": _day(entry, "checked_on"),
        "helpers": entry.within("helpers", helper_keys()),
    }
    for field, key in LISTS.items():
        values[field] = entry.within(field, {term.key for term in BY_KEY[key].terms})
    values |= _OWN[folder](entry, services)
    questions = [
        (asked.text("question", at_most=200), asked.html("answer"))
        for asked in entry.parts("questions", "question")
    ]
    days = [_event_day(day) for day in entry.parts("days", "day")]
    order = int(entry.values.get("order", 0))
    return Plan(folder, entry.text("slug"), order, values, days, questions)


def _of_guide(entry: Entry, services: Mapping[str, Any]) -> dict[str, Any]:
    return {}


def _of_news(entry: Entry, services: Mapping[str, Any]) -> dict[str, Any]:
    return {"dated_on": _day(entry, "dated_on")}


def _of_event(entry: Entry, services: Mapping[str, Any]) -> dict[str, Any]:
    fields = ("who_for", "cost", "how_to_come")
    return {name: entry.text(name, needed=False) for name in fields}


def _of_pathway(entry: Entry, services: Mapping[str, Any]) -> dict[str, Any]:
    named = entry.within("services", services)
    return {
        "waits_for": entry.text("waits_for", at_most=200),
        "services": [str(services[name]) for name in named if name in services],
    }


_OWN = {
    "guides": _of_guide,
    "news": _of_news,
    "events": _of_event,
    "waiting": _of_pathway,
}


def _day(entry: Entry, name: str) -> date | None:
    value = entry.values.get(name)
    if not isinstance(value, date):
        entry.wrong(name, "should be a day, such as 2026-11-23")
        return None
    return value


def _event_day(entry: Entry) -> dict[str, Any]:
    return {
        "on": _day(entry, "on"),
        "starts": _time(entry, "starts"),
        "ends": _time(entry, "ends"),
        "where": entry.text("where", needed=False, at_most=200),
    }


def _time(entry: Entry, name: str) -> time | None:
    value = entry.values.get(name)
    if value is not None and not isinstance(value, time):
        entry.wrong(name, "should be a time, such as 09:00:00")
        return None
    return value


def _lists(
    folder: Path, names: Mapping[str, str], faults: Faults
) -> dict[str, dict[str, str]]:
    """The title and the opening words of each list, and of the Local Offer itself."""
    held: dict[str, dict[str, str]] = {}
    for entry in loading.entries(
        folder, "local_offer/lists.toml", "lists", names, faults
    ):
        held[entry.text("slug")] = {
            "title": entry.text("title", at_most=85),
            "introduction": entry.text("introduction", needed=False),
        }
    return held


def _general(
    folder: Path, names: Mapping[str, str], faults: Faults
) -> Iterator[tuple[str, str]]:
    """Questions that belong to no guide."""
    for entry in loading.entries(
        folder, "local_offer/lists.toml", "questions", names, faults
    ):
        yield entry.text("question", at_most=200), entry.html("answer")


def _plant_lists(words: Mapping[str, dict[str, str]]) -> dict[str, Page]:
    """The lists as they stand in the tree, made where they are missing."""
    root = LocalOfferPage.objects.first()
    if root is None:
        front = home()
        if front is None:
            raise LookupError("Prepare editing first: there is no home page.")
        root = LocalOfferPage(slug="local-offer", **_named(words, "local-offer"))
        front.add_child(instance=root)
        put_out(root)
    return {slug: _plant_list(root, slug, words) for slug in FOLDERS}


def _plant_list(root: Page, slug: str, words: Mapping[str, dict[str, str]]) -> Page:
    kind = FOLDERS[slug][1]
    held: Page | None = kind.objects.first()
    if held is None:
        held = kind(slug=slug, **_named(words, slug))
        root.add_child(instance=held)
        put_out(held)
    return held


def _named(words: Mapping[str, dict[str, str]], slug: str) -> dict[str, str]:
    return words.get(slug, {"title": slug.replace("-", " ").capitalize()})


def _put_out_all(plans: list[Plan], lists: Mapping[str, Page]) -> None:
    """Put every page in the tree first, so that each may lead to any other."""
    planted = [(plan, _plant(plan, lists[plan.folder])) for plan in plans]
    rows = Page.objects.filter(depth__gt=1).values_list("pk", "url_path")
    numbers: Numbers = {address_of(path): pk for pk, path in rows}.get
    wrong: list[str] = []
    for plan, page in planted:
        for field in HTML:
            setattr(page, field, with_numbers(getattr(page, field), numbers))
        wrong += _put_out(plan, page)
        asked = [(q, with_numbers(answer, numbers)) for q, answer in plan.questions]
        add_questions(plan.slug, asked)
    if wrong:
        raise BadWords("\n".join(wrong))


def _plant(plan: Plan, under: Page) -> Page:
    page = FOLDERS[plan.folder][0](slug=plan.slug, **plan.values)
    if isinstance(page, EventPage):
        page.days = [EventDay(sort_order=at, **day) for at, day in enumerate(plan.days)]
    under.add_child(instance=page)
    return page


def _put_out(plan: Plan, page: Page) -> list[str]:
    try:
        put_out(page)
    except CannotPublish as problem:
        return [f"{plan.folder}/{plan.slug}: {each.says}" for each in problem.problems]
    return []
