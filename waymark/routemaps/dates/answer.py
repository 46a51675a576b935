"""Everything that is said about somebody's days, for a page and for a document."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waymark.formats.making import Kind
from waymark.guidance.documents.writing import Head, dated, written
from waymark.routemaps.dates import diary, lifting, order, queries
from waymark.routemaps.dates.answers import Answers
from waymark.routemaps.dates.findings import Findings
from waymark.routemaps.dates.letters import Writer
from waymark.routemaps.dates.phrases import receipt_rule, refused_rules
from waymark.routemaps.dates.presenters import Shown
from waymark.routemaps.dates.queries import Route
from waymark.routemaps.dates.way import own_route
from waymark.today import today

APPEAL = "mediation-and-appeal"


def answered(routes: list[Route], here: Route, told: Answers) -> dict[str, Any]:
    """What the law says of these days, in the parts that a template shows.

    Cost: one query, and one for each kind of letter that may be needed.
    """
    found = Findings(told, today())
    appeal = next((r.address for r in routes if r.process == APPEAL), "")
    return {
        "shown": Shown(found, _writer(found), appeal if here.process != APPEAL else ""),
        "found": found,
        "route": own_route(queries.steps(here), found),
        "doubts": order.doubts(told.asked.process, found.events),
        "liftings": lifting.liftings(found.lifted, told.who),
        "receipt_rule": receipt_rule(told.who),
        "days": diary.days(found),
    }


def _writer(found: Findings) -> Writer:
    late = [*found.late, *found.to_check, *found.own, *found.dayless]
    templates = queries.letters(
        [reading.rule.id for reading in late],
        refused_rules(found.opened),
        [reading.rule.id for reading in found.floors],
    )
    told = found.answers
    return Writer(tuple(templates), tuple(found.events), told.who, "", found.today)


def write(routes: list[Route], here: Route, told: Answers) -> str:
    """The answer as a document. It holds days and answers, and nothing else of anybody.

    Cost: the queries of `answered`, and one.
    """
    day = today()
    parts = {
        **answered(routes, here, told),
        "here": here,
        "today": day,
        "query": told.query,
    }
    says = _("Worked out on %s from the law and from the days that were given.")
    head = Head(
        _("My dates"),
        f"{here.address}my-dates/",
        says % date_format(day, "j F Y"),
    )
    return dated(written("routemaps/documents/my_dates.html", head, parts), day)


def kinds(days: list[Any]) -> list[Kind]:
    """The formats of an answer: a calendar only where there are days to come."""
    return [kind for kind in Kind if kind is not Kind.ICS or days]
