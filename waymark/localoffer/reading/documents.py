"""The documents of what is written beside the directory, and of the unhappy page."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waymark.guidance import linking
from waymark.guidance import queries as guidance
from waymark.guidance.documents.publications import Publication
from waymark.guidance.documents.texts import texts
from waymark.guidance.documents.writing import Head, written
from waymark.guidance.limits import with_limits
from waymark.guidance.presenters import topics as by_topic
from waymark.guidance.queries import address_of
from waymark.guidance.slots import Way
from waymark.localoffer.checklist import document as checklist
from waymark.localoffer.checklist.addresses import CHECKLIST
from waymark.localoffer.models import (
    EventListPage,
    EventPage,
    GuideListPage,
    NewsListPage,
    PathwayListPage,
    PathwayPage,
)
from waymark.localoffer.reading import addresses, presenters, queries
from waymark.localoffer.schools import documents as schools
from waymark.localoffer.schools.addresses import SCHOOLS
from waymark.localoffer.unhappy import document as unhappy
from waymark.localoffer.unhappy.ladder import ADDRESS as UNHAPPY
from waymark.organisations import queries as organisations
from waymark.today import today

#: Where the pages lie that these are documents of.
UNDER = (*addresses.UNDER, UNHAPPY, CHECKLIST, SCHOOLS)
ALONE = {UNHAPPY: unhappy.publication, CHECKLIST: checklist.publication}
LISTS = (GuideListPage, NewsListPage, EventListPage, PathwayListPage)


def find(address: str, part: str) -> Publication | None:
    """The document of this page, if it is one of ours. Cost: at most two queries."""
    if part:
        return None
    if address in ALONE:
        return ALONE[address]()
    if address == addresses.QUESTIONS:
        return _questions()
    if address.startswith(SCHOOLS):
        return schools.find(address)
    return _in_the_tree(address)


def _in_the_tree(address: str) -> Publication | None:
    page = guidance.page_at(address.lstrip("/"))
    if isinstance(page, LISTS):
        return _list(page)
    held = queries.written_at(address)
    return _page(held) if held else None


def every() -> Iterator[Publication]:
    """Every document of ours. Cost: twelve queries."""
    for alone in ALONE.values():
        yield alone()
    yield _questions()
    yield from schools.every()
    for kind in LISTS:
        for page in kind.objects.live():
            yield _list(page)
    for pages in (queries.guides, queries.news, queries.events, queries.pathways):
        for page in pages():
            yield _page(page)


def _page(page: Any) -> Publication:
    address = address_of(page.url_path)
    return Publication(address, page.title, page.slug, partial(write_page, page))


def _list(page: Any) -> Publication:
    address = address_of(page.url_path)
    name = f"local-offer-{page.slug}"
    return Publication(address, page.title, name, partial(write_list, page))


def _questions() -> Publication:
    title = _("Questions families ask")
    name = "local-offer-questions"
    return Publication(addresses.QUESTIONS, title, name, write_questions)


def write_page(page: Any) -> str:
    """One page with all that stands on it. Cost: at most six queries."""
    asked = list(guidance.questions(page.slug))
    named = presenters.texts(page)
    named |= {f"answer-{each.pk}": with_limits(each.answer) for each in asked}
    places = guidance.places(linking.numbers(named.values()))
    shown = texts(named, places, guidance.glossary())
    parts = {
        "page": page,
        "body": shown.held["body"],
        "sources": shown.held["sources"],
        "questions": [(each, shown.held[f"answer-{each.pk}"]) for each in asked],
        "helpers": organisations.helpers(page.helpers) if page.helpers else [],
        "words": shown.words,
        **_own_parts(page),
    }
    head = Head(page.title, address_of(page.url_path), _checked_on(page))
    return written("localoffer/reading/document.html", head, parts)


def _own_parts(page: Any) -> dict[str, Any]:
    """What only an event or a pathway has."""
    if isinstance(page, EventPage):
        days = presenters.days(page, today())
        return {
            "is_event": True,
            "days": [day for day in days if not day.is_past],
            "facts": presenters.facts(page),
        }
    if isinstance(page, PathwayPage):
        held = queries.services(page.services)
        return {"services": presenters.services(held)}
    return {}


def _checked_on(page: Any) -> str:
    if not page.checked_on:
        return ""
    return _("Checked on %s.") % date_format(page.checked_on, "j F Y")


def write_list(page: Any) -> str:
    """A list with what each page on it is for. Cost: one query."""
    parts = {"introduction": page.introduction, **_held_in(page)}
    head = Head(page.title, address_of(page.url_path))
    return written("localoffer/reading/list_document.html", head, parts)


def _held_in(page: Any) -> dict[str, Any]:
    if isinstance(page, EventListPage):
        day = today()
        return {"months": presenters.months(queries.coming_days(day), day)}
    return {"ways": _ways(page)}


def _ways(page: Any) -> list[Way]:
    if isinstance(page, GuideListPage):
        return queries.ways(queries.guides())
    if isinstance(page, NewsListPage):
        return queries.ways(queries.news())
    return queries.ways(queries.pathways())


def write_questions() -> str:
    """Every question of the Local Offer with its answer. Cost: five queries."""
    guides = list(queries.guides())
    held = queries.questions(guides)
    named = {str(asked.pk): with_limits(asked.answer) for asked in held}
    places = guidance.places(linking.numbers(named.values()))
    shown = texts(named, places, guidance.glossary())
    pages = presenters.topics(held, guides)
    parts = {"topics": by_topic(held, shown.of(""), pages), "words": shown.words}
    head = Head(_("Questions families ask"), addresses.QUESTIONS)
    return written("localoffer/reading/questions_document.html", head, parts)
