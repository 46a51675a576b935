"""The routemaps of an area's folder, read and checked; nothing is written here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from waymark.guidance import loading
from waymark.guidance.loading import Entry, Faults
from waymark.guidance.publishing import leads_somewhere
from waymark.guidance.simple_html import Read, tokens, typed_limits
from waymark.law import PROCESSES, RULES
from waymark.law.events import Kind
from waymark.organisations.queries import helper_keys
from waymark.routemaps.models import EXITS, STEP_WORDS, TITLE_AT_MOST, Joins

KINDS = {kind.value for kind in Kind}


@dataclass
class StepPlan:
    """One step as it will be, and where its exits lead ("" for nowhere)."""

    entry: Entry
    slug: str
    values: dict[str, Any]
    exits: dict[str, str]


@dataclass
class Plan:
    """One routemap as it will be."""

    entry: Entry
    slug: str
    order: int
    values: dict[str, Any]
    steps: list[StepPlan] = field(default_factory=list)
    questions: list[tuple[str, str]] = field(default_factory=list)

    @property
    def places(self) -> set[str]:
        """What an exit may name: the routemap, and each of its steps."""
        return {self.slug, *(f"{self.slug}/{step.slug}" for step in self.steps)}


def read_plans(folder: Path) -> list[Plan]:
    """Every routemap of England and of the area, in order, with the area's own words.

    Raises: BadWords, with a line for each fault that names file, step and field.
    """
    faults = Faults()
    names = loading.names_of(folder)
    plans = [_plan(entry, local) for entry, local in _files(folder, names, faults)]
    plans.sort(key=lambda plan: plan.order)
    _check_places(plans)
    _check_links(plans)
    faults.stop()
    return plans


def _files(
    folder: Path, names: Mapping[str, str], faults: Faults
) -> Iterator[tuple[Entry, Entry]]:
    """Each routemap's file with the area's own words for it."""
    own = folder / "routemaps.toml"
    local = (
        loading.whole(own, names, faults)
        if own.exists()
        else Entry(own, "the file", {}, names, faults)
    )
    seen: set[str] = set()
    for place in loading.places(folder):
        for file in sorted((place / "routemaps").glob("*.toml")):
            entry = loading.whole(file, names, faults)
            slug = str(entry.values.get("slug", ""))
            seen.add(slug)
            yield entry, local.part(slug)
    for unknown in local.values.keys() - seen:
        local.wrong(unknown, "there is no routemap of this name")


def _plan(entry: Entry, local: Entry) -> Plan:
    plan = Plan(
        entry,
        entry.text("slug"),
        int(entry.values.get("order", 0)),
        {
            "title": entry.text("title", at_most=TITLE_AT_MOST),
            "summary": entry.text("summary", at_most=400),
            "introduction": _html(entry, "introduction"),
            "process": entry.text("process", needed=False),
            "made_with": _html(local, "made_with", needed=False),
            "written_on": _day(entry, "written_on"),
        },
    )
    if plan.values["process"] and plan.values["process"] not in PROCESSES:
        entry.wrong("process", f"{plan.values['process']!r} is no process of the law")
    here = local.part("steps")
    plan.steps = [_step(step, here) for step in entry.parts("steps", "step")]
    plan.questions = list(_questions(entry))
    _check_steps(plan, here)
    return plan


def _step(entry: Entry, local: Entry) -> StepPlan:
    slug = entry.text("slug")
    here = local.part(slug)
    known = helper_keys()
    values: dict[str, Any] = {
        "title": entry.text("title", at_most=TITLE_AT_MOST),
        "joins": entry.text("joins"),
        "kinds": entry.within("kinds", KINDS),
        "rules": entry.within("rules", set(RULES)),
        "helpers": [*entry.within("helpers", known), *here.within("helpers", known)],
        "here": _html(here, "here", needed=False),
    }
    values |= {name: _html(entry, name) for name in STEP_WORDS}
    if values["joins"] not in Joins.values:
        entry.wrong("joins", f"{values['joins']!r} is not one of {Joins.values}")
    exits = {}
    for exit_ in EXITS:
        answer = entry.part(exit_)
        exits[exit_] = answer.text("to", needed=False)
        values[f"{exit_}_words"] = _html(answer, "words", needed=not exits[exit_])
    values["helpers"] = list(dict.fromkeys(values["helpers"]))
    return StepPlan(entry, slug, values, exits)


def _questions(entry: Entry) -> Iterator[tuple[str, str]]:
    for asked in entry.parts("questions", "question"):
        yield asked.text("question", at_most=200), _html(asked, "answer")


def _html(entry: Entry, name: str, *, needed: bool = True) -> str:
    """A text whose keys of law are known and that types no time limit."""
    html = entry.html(name, needed=needed)
    for key in tokens(html):
        if key not in RULES:
            entry.wrong(name, f"[[{key}]] is no rule of the law")
    for typed in typed_limits(html):
        entry.wrong(name, f"{typed!r} is typed by hand; use the rule, such as [[A03]]")
    return html


def _day(entry: Entry, name: str) -> date | None:
    value = entry.values.get(name)
    if not isinstance(value, date):
        entry.wrong(name, "should be a day, such as 2026-11-23")
        return None
    return value


def _check_steps(plan: Plan, here: Entry) -> None:
    slugs = [step.slug for step in plan.steps]
    titles = [step.values["title"] for step in plan.steps]
    if not slugs:
        plan.entry.wrong("steps", "there are none")
    for name, values in (("slug", slugs), ("title", titles)):
        for twice in {value for value in values if values.count(value) > 1}:
            plan.entry.wrong("steps", f"two steps have the {name} {twice!r}")
    for unknown in here.values.keys() - set(slugs):
        here.wrong(unknown, "there is no step of this name")


def _check_places(plans: Iterable[Plan]) -> None:
    """Every exit leads to a routemap or step that will be there."""
    known: set[str] = set().union(*(plan.places for plan in plans))
    for plan in plans:
        for step in plan.steps:
            for exit_, to in step.exits.items():
                step.exits[exit_] = whole_place(plan, to)
                if to and step.exits[exit_] not in known:
                    step.entry.part(exit_).wrong("to", f"there is no {to!r}")


def whole_place(plan: Plan, to: str) -> str:
    """A step of this routemap may be named by its slug alone."""
    own = f"{plan.slug}/{to}"
    return own if own in plan.places else to


def _check_links(plans: Iterable[Plan]) -> None:
    """Every link on our own site leads to a page that is or will be there."""
    coming = {f"/routemaps/{place}/" for plan in plans for place in plan.places} | {
        "/routemaps/"
    }
    for plan in plans:
        for entry, values in _texts(plan):
            for name, value in values.items():
                for address in Read(str(value)).addresses:
                    _check_link(entry, name, address, coming)


def _texts(plan: Plan) -> Iterator[tuple[Entry, Mapping[str, Any]]]:
    yield plan.entry, plan.values
    for step in plan.steps:
        yield step.entry, step.values
    yield plan.entry, {question: answer for question, answer in plan.questions}


def _check_link(entry: Entry, name: str, address: str, coming: set[str]) -> None:
    path = address.split("#")[0].split("?")[0]
    if not path.startswith("/") or path in coming:
        return
    if not leads_somewhere(path):
        entry.wrong(name, f"the link to {address} leads to no page")
