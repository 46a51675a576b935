"""Routes, steps and time limits made ready for a page; nothing is fetched here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from waymark.guidance.limits import with_limits
from waymark.guidance.presenters import Reading
from waymark.guidance.queries import Place, address_of
from waymark.guidance.simple_html import first_sentence
from waymark.law.rule import Rule
from waymark.law.sources import Source
from waymark.law.tables import holder_words
from waymark.law.words import full_words, rule_words
from waymark.routemaps import limits
from waymark.routemaps.models import EXITS, STEP_WORDS, Joins, RoutemapPage, StepPage
from waymark.routemaps.queries import StopAt
from waymark.ui.component import Words
from waymark.ui.route_line import Joins as Joint
from waymark.ui.route_line import RouteLine, Stop
from waymark.ui.source_of_law import SourceOfLaw
from waymark.ui.time_limits import TimeLimit


def status(page: RoutemapPage) -> str:
    """Who wrote the routemap, from what, and whether the partnership has read it."""
    written = _("Written by the Waymark project from the law on %s") % _day(
        page.written_on
    )
    if not page.is_reviewed:
        return _("%s; not yet reviewed by the partnership.") % written
    return _("%(written)s. Reviewed by %(who)s on %(day)s.") % {
        "written": written,
        "who": page.reviewed_by,
        "day": _day(page.reviewed_on),
    }


def _day(day: object) -> str:
    return date_format(day, "j F Y")  # type: ignore[arg-type]


def step_texts(step: StepPage) -> dict[str, str]:
    """Every text of a step in the order of its page, with the law's words in place."""
    fields = (*STEP_WORDS, "here", *(f"{exit_}_words" for exit_ in EXITS))
    return {field: with_limits(getattr(step, field)) for field in fields}


def routemap_texts(page: RoutemapPage) -> dict[str, str]:
    """The texts of a routemap's own page, with the law's words in place."""
    fields = ("introduction", "made_with")
    return {field: with_limits(getattr(page, field)) for field in fields}


def route(steps: Iterable[StepPage]) -> RouteLine:
    """The whole route, with the first limit and the opening sentence of each step."""
    stops = tuple(_summary(step) for step in steps)
    return RouteLine(stops, _("The whole route"), numbered=True, heading=3)


def _summary(step: StepPage) -> Stop:
    return Stop(
        step.title,
        address_of(step.url_path),
        state="branch" if step.joins == Joins.OR else "open",
        joins=cast(Joint, step.joins),
        when=_when(step),
        detail=first_sentence(with_limits(step.what_happens)),
    )


def way(stops: Iterable[StopAt], here: StepPage) -> RouteLine:
    """The route with the step that the reader is at."""
    line = (
        Stop(stop.title, state="here", joins=stop.joins)
        if stop.pk == here.pk
        else Stop(stop.title, stop.address, joins=stop.joins)
        for stop in stops
    )
    return RouteLine(tuple(line), _("The whole route"))


def _when(step: StepPage) -> Words:
    """Who must act, how long they have and how strongly that binds, if law says so."""
    told = told_first(step)
    return format_html('<span class="route__who">{}:</span> {}', *told) if told else ""


def told_first(step: StepPage) -> tuple[str, TimeLimit] | None:
    """Who must act at a step and the limit that tells most, if law says so."""
    rule = _telling(limits.known(step.rules))
    if rule is None:
        return None
    return holder_words(rule.holder), TimeLimit(rule_words(rule), *_binds(rule))


def _telling(rules: Sequence[Rule]) -> Rule | None:
    """The first limit that has a length, for "at once" tells a family little."""
    counted = (r for r in rules if any(sign.isdigit() for sign in rule_words(r)))
    return next(counted, None) or next(iter(rules), None)


def time_limit(rule: Rule) -> TimeLimit:
    """How long a rule allows, with nothing left out, and how strongly it binds."""
    return TimeLimit(full_words(rule), *_binds(rule))


def _binds(rule: Rule) -> tuple[str, bool]:
    return rule.strength, rule.verify


@dataclass(frozen=True, slots=True)
class LimitShown:
    """One time limit on a step's page: what must happen, how long it may take."""

    key: str
    says: str
    limit: TimeLimit
    source: Source


def limits_shown(rules: Iterable[Rule]) -> list[LimitShown]:
    """A step's time limits, in the order the editors chose."""
    return [
        LimitShown(rule.id, rule.says, time_limit(rule), rule.source) for rule in rules
    ]


def sources(rules: Sequence[Rule]) -> SourceOfLaw | None:
    """The law behind the rules, each place once; nothing where there is no rule."""
    places = dict.fromkeys(rule.source for rule in rules)
    return SourceOfLaw(tuple(places)) if places else None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a step with a heading of its own."""

    key: str
    title: str | Promise
    words: SafeString
    to: Place | None = None


def parts(reading: Reading, names: Iterable[str]) -> list[Part]:
    """The parts with these names that say something."""
    return [
        Part(name.replace("_", "-"), STEP_WORDS[name], reading[name])
        for name in names
        if reading[name]
    ]


def exits(step: StepPage, reading: Reading, places: Mapping[int, Place]) -> list[Part]:
    """The three ways out of a step, each with its words and where it leads."""
    return [
        Part(
            exit_.replace("_", "-"),
            title,
            reading[f"{exit_}_words"],
            places.get(getattr(step, f"{exit_}_to_id") or 0),
        )
        for exit_, title in EXITS.items()
    ]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The steps before and after this one, for those who read straight through."""

    before: StopAt | None
    after: StopAt | None


def neighbours(stops: Sequence[StopAt], here: StepPage) -> Neighbours:
    """The steps on either side; none at either end, or in the preview of a new step."""
    at = next((i for i, stop in enumerate(stops) if stop.pk == here.pk), None)
    if at is None:
        return Neighbours(None, None)
    before = stops[at - 1] if at else None
    after = stops[at + 1] if at + 1 < len(stops) else None
    return Neighbours(before, after)
