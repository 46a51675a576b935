"""Writes what is taken away whole: a routemap, a step, the booklet, time limits."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from waymark.guidance import linking
from waymark.guidance import queries as guidance
from waymark.guidance.documents.texts import texts
from waymark.guidance.documents.writing import Head, written
from waymark.organisations import queries as organisations
from waymark.routemaps import limits, presenters, queries, time_limits
from waymark.routemaps.documents.addresses import BOOKLET, LIMITS
from waymark.routemaps.documents.chapters import step_shown, suite
from waymark.routemaps.models import RoutemapPage, StepPage


def write_routemap(page: RoutemapPage) -> str:
    """A whole route with its steps, its questions, helpers, law and words.

    Cost: six queries.
    """
    whole = suite([page], deeper=1)
    chapter = whole.chapters[0]
    address = queries.address(page)
    head = Head(page.title, address, chapter.status)
    inside = {at: place for at, place in whole.inside.items() if at != address}
    parts = {"suite": whole, "chapter": chapter}
    return written("routemaps/documents/routemap.html", head, parts, inside)


def write_booklet(pages: Sequence[RoutemapPage]) -> str:
    """Every routemap in one document: contents, a chapter each, and what they share.

    Cost: six queries, however many routemaps there are.
    """
    whole = suite(pages, deeper=2)
    head = Head(_("Every routemap"), BOOKLET, _stands_behind(whole.chapters))
    parts = {"suite": whole}
    return written("routemaps/documents/booklet.html", head, parts, whole.inside)


def _stands_behind(chapters: Sequence[object]) -> str:
    """What all the chapters say of themselves, once; nothing where they differ."""
    said = {getattr(chapter, "status", "") for chapter in chapters}
    if len(said) == 1:
        return said.pop()
    return _("Each routemap says who wrote it and who reviewed it.")


def write_step(step: StepPage, routemap: RoutemapPage) -> str:
    """One step with its place on the route.

    Cost: four queries, and one where it names helpers.
    """
    stops = queries.stops(routemap)
    named = presenters.step_texts(step)
    places = guidance.places({*step.targets, *linking.numbers(named.values())})
    shown = texts(named, places, guidance.glossary())
    helpers = organisations.helpers(step.helpers) if step.helpers else []
    by_key = {helper.key: helper for helper in helpers}
    rules = limits.known(step.rules)
    parts = {
        "step": step_shown(step, shown.of(""), places, by_key, {}),
        "routemap": routemap,
        "address": queries.address(routemap),
        "line": presenters.way(stops, here=step),
        "sources": list(dict.fromkeys(rule.source for rule in rules)),
        "words": shown.words,
    }
    head = Head(step.title, queries.address(step), presenters.status(routemap))
    return written("routemaps/documents/step.html", head, parts)


def write_time_limits() -> str:
    """Every time limit of the law in tables, one for each process.

    Cost: two queries.
    """
    groups = time_limits.groups("", queries.steps_by_rule())
    parts = {"groups": groups, "number": sum(group.number for group in groups)}
    head = Head(_("Every time limit"), LIMITS)
    return written("routemaps/documents/time_limits.html", head, parts)
