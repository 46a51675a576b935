"""Whole routemaps as a document shows them: each a chapter, with every step in full."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.guidance import linking
from waymark.guidance import queries as guidance
from waymark.guidance.documents.texts import Explained, Texts, texts
from waymark.guidance.limits import with_limits
from waymark.guidance.models import Question
from waymark.guidance.presenters import Reading
from waymark.guidance.queries import Place
from waymark.guidance.simple_html import first_sentence
from waymark.law.rule import Party, Rule
from waymark.law.sources import Source
from waymark.law.tables import holder_words
from waymark.organisations import queries as organisations
from waymark.organisations.models import Helper
from waymark.routemaps import limits, presenters, queries
from waymark.routemaps.models import STEP_WORDS, Joins, RoutemapPage, StepPage
from waymark.routemaps.presenters import LimitShown, Part
from waymark.ui.route_line import Joins as Joint
from waymark.ui.route_line import RouteLine, Stop

#: How long it takes stands between who does it and what you can do.
FIRST = tuple(STEP_WORDS)[:2]
THEN = tuple(STEP_WORDS)[2:]


@dataclass(frozen=True, slots=True)
class StepShown:
    """One step in full. `id` names its place in the document."""

    id: str
    title: str
    join: str | Promise
    first: Sequence[Part]
    limits: Sequence[LimitShown]
    then: Sequence[Part]
    here: SafeString
    exits: Sequence[Part]
    helpers: Sequence[Helper]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One routemap in full: its line, its steps, and what families ask about it."""

    id: str
    page: RoutemapPage
    status: str
    introduction: SafeString
    made_with: SafeString
    line: RouteLine
    steps: Sequence[StepShown]
    questions: Sequence[tuple[Question, SafeString]]


@dataclass(frozen=True, slots=True)
class Suite:
    """Several routemaps in one document, with what all of them share at its end.

    `inside` gives the place in the document of each page that is whole in it.
    """

    chapters: Sequence[Chapter]
    helpers: Sequence[Helper]
    sources: Sequence[Source]
    words: Sequence[Explained]
    inside: Mapping[str, str]


def suite(routemaps: Sequence[RoutemapPage], *, deeper: int) -> Suite:
    """Routemaps in full; `deeper` is by how much the headings of texts sink.

    Cost: six queries, however many there are.
    """
    steps = queries.every_step()
    held = [(page, steps.get(page.path, [])) for page in routemaps]
    asked = _questions(page for page, _steps in held)
    named = _texts(held, asked)
    targets = {target for _, steps in held for step in steps for target in step.targets}
    places = guidance.places({*targets, *linking.numbers(named.values())})
    shown = texts(named, places, guidance.glossary(), deeper=deeper)
    helpers = _helpers(step for _, steps in held for step in steps)
    ids = {key: i for key, i in _ids(held)}
    return Suite(
        [
            _chapter(page, steps, asked, shown, places, helpers, ids)
            for page, steps in held
        ],
        list(helpers.values()),
        _sources(step for _, steps in held for step in steps),
        shown.words,
        ids,
    )


Held = Sequence[tuple[RoutemapPage, Sequence[StepPage]]]


def _questions(pages: Iterable[RoutemapPage]) -> dict[str, list[Question]]:
    wanted = {page.slug for page in pages}
    found: dict[str, list[Question]] = {}
    for question in guidance.questions():
        if question.topic in wanted:
            found.setdefault(question.topic, []).append(question)
    return found


def _texts(held: Held, asked: Mapping[str, Sequence[Question]]) -> dict[str, str]:
    """Every text of the document in its order, each with a name of its own."""
    named: dict[str, str] = {}
    for page, steps in held:
        for name, text in presenters.routemap_texts(page).items():
            named[f"{page.pk}-{name}"] = text
        for step in steps:
            for name, text in presenters.step_texts(step).items():
                named[f"{step.pk}-{name}"] = text
        for question in asked.get(page.slug, ()):
            named[f"answer-{question.pk}"] = with_limits(question.answer)
    return named


def _ids(held: Held) -> Iterator[tuple[str, str]]:
    """The address of each page, and the id of its place: unique in the document."""
    for page, steps in held:
        yield queries.address(page), page.slug
        for step in steps:
            yield queries.address(step), f"{page.slug}-{step.slug}"


def _helpers(steps: Iterable[StepPage]) -> dict[str, Helper]:
    keys = dict.fromkeys(key for step in steps for key in step.helpers)
    return {helper.key: helper for helper in organisations.helpers(keys)}


def _sources(steps: Iterable[StepPage]) -> list[Source]:
    """The law behind the steps, each place once."""
    rules = (rule for step in steps for rule in limits.known(step.rules))
    return list(dict.fromkeys(rule.source for rule in rules))


def _chapter(
    page: RoutemapPage,
    steps: Sequence[StepPage],
    asked: Mapping[str, Sequence[Question]],
    shown: Texts,
    places: Mapping[int, Place],
    helpers: Mapping[str, Helper],
    ids: Mapping[str, str],
) -> Chapter:
    own = shown.of(f"{page.pk}-")
    return Chapter(
        page.slug,
        page,
        presenters.status(page),
        own["introduction"],
        own["made_with"],
        line(steps),
        [
            step_shown(step, shown.of(f"{step.pk}-"), places, helpers, ids)
            for step in steps
        ],
        [
            (question, shown.held[f"answer-{question.pk}"])
            for question in asked.get(page.slug, ())
        ],
    )


def step_shown(
    step: StepPage,
    reading: Reading,
    places: Mapping[int, Place],
    helpers: Mapping[str, Helper],
    ids: Mapping[str, str],
) -> StepShown:
    """One step from its texts and what they lead to."""
    rules: list[Rule] = limits.known(step.rules)
    return StepShown(
        ids.get(queries.address(step), ""),
        step.title,
        _("This may happen instead.") if step.joins == Joins.OR else "",
        presenters.parts(reading, FIRST),
        presenters.limits_shown(rules),
        presenters.parts(reading, THEN),
        reading["here"],
        presenters.exits(step, reading, places),
        [helpers[key] for key in step.helpers if key in helpers],
    )


def line(steps: Iterable[StepPage], *, brief: bool = False) -> RouteLine:
    """The route with who must act and by when; `brief` leaves all else out."""
    stops = tuple(_stop(step, brief=brief) for step in steps)
    return RouteLine(stops, _("The whole route"), numbered=True)


def _stop(step: StepPage, *, brief: bool) -> Stop:
    stop = Stop(
        step.title,
        queries.address(step),
        state="branch" if step.joins == Joins.OR else "open",
        joins=cast(Joint, step.joins),
        when=_when(step, brief=brief),
    )
    if brief:
        return stop
    return replace(stop, detail=first_sentence(with_limits(step.what_happens)))


def _when(step: StepPage, *, brief: bool) -> str:
    told = presenters.told_first(step)
    if told is None:
        return ""
    who, limit = told
    says = _("%(who)s: %(limit)s, %(strength)s")
    if brief:
        says = _("%(who)s: %(limit)s (%(strength)s)")
        strength: object = BRIEF_STRENGTHS[limit.kind]
        # "You, the parent or young person" is said in full where there is room.
        who = _("You") if who == holder_words(Party.PARENT) else who
    else:
        strength = limit.strength_in_words
    return says % {"who": who, "limit": limit.words, "strength": strength}


#: How strongly a limit binds, where there is room for a word or two.
BRIEF_STRENGTHS = {
    "must": gettext_lazy("by law"),
    "should": gettext_lazy("guidance"),
    "practice": gettext_lazy("good practice"),
    "local": gettext_lazy("a local promise"),
    "checking": gettext_lazy("being checked"),
}
