"""The Easy Read texts of an area's folder, read and checked; nothing is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from waymark.guidance import loading
from waymark.guidance.limits import unknown_keys
from waymark.guidance.loading import Entry, Faults
from waymark.guidance.pictures import PICTURES
from waymark.guidance.simple_html import Read, typed_limits
from waymark.organisations.queries import helper_keys
from waymark.routemaps import queries


@dataclass
class EasyPlan:
    """One Easy Read text as it will be, under the routemap with this slug."""

    slug: str
    values: dict[str, str]
    ideas: list[dict[str, str]] = field(default_factory=list)


def read_easy_plans(folder: Path) -> list[EasyPlan]:
    """Every Easy Read text of England and of the area; the area's own comes last.

    Raises: BadWords, with a line for each fault that names file, part and idea.
    """
    faults = Faults()
    names = loading.names_of(folder)
    found = {plan.slug: plan for plan in _plans(folder, names, faults)}
    faults.stop()
    return list(found.values())


def _plans(
    folder: Path, names: Mapping[str, str], faults: Faults
) -> Iterator[EasyPlan]:
    for place in loading.places(folder):
        for file in sorted((place / "easy-read").glob("*.toml")):
            yield _plan(loading.whole(file, names, faults))


def _plan(entry: Entry) -> EasyPlan:
    plan = EasyPlan(
        entry.text("slug"),
        {
            "title": entry.text("title", at_most=85),
            "summary": entry.text("summary", at_most=300),
            "written_by": entry.text("written_by", at_most=160),
        },
    )
    routemap = queries.routemap(plan.slug)
    if routemap is None:
        entry.wrong("slug", f"there is no routemap {plan.slug!r}")
    steps = {step.slug for step in queries.steps(routemap)} if routemap else set()
    helpers = helper_keys()
    for part in entry.parts("parts", "part"):
        plan.ideas += _ideas(part, steps, helpers)
    if not plan.ideas:
        entry.wrong("parts", "there are no ideas")
    return plan


def _ideas(part: Entry, steps: set[str], helpers: set[str]) -> Iterator[dict[str, str]]:
    """The ideas of one part; its heading and its step go with the first."""
    heading = part.text("heading", at_most=80)
    step = part.text("step", needed=False)
    if step and step not in steps:
        part.wrong("step", f"there is no step {step!r}")
    for number, held in enumerate(part.values.get("ideas", []), start=1):
        where = f"{part.where}, idea {number}"
        idea = Entry(part.file, where, held, part.names, part.faults)
        yield {"heading": heading, "step": step, **_idea(idea, helpers)}
        heading = step = ""


def _idea(entry: Entry, helpers: set[str]) -> dict[str, Any]:
    picture = entry.text("picture")
    if picture and picture not in PICTURES:
        entry.wrong("picture", f"{picture!r} is not one of our pictures")
    helper = entry.text("helper", needed=False)
    if helper and helper not in helpers:
        entry.wrong("helper", f"{helper!r} is not known")
    return {"picture": picture, "words": _words(entry), "helper": helper}


def _words(entry: Entry) -> str:
    """Each line becomes a paragraph of its own."""
    lines = entry.text("says").splitlines()
    html = "".join(f"<p>{line.strip()}</p>" for line in lines if line.strip())
    for fault in Read(html).faults:
        entry.wrong("says", fault)
    for key in unknown_keys(html):
        entry.wrong("says", f"[[{key}]] is no rule of the law")
    for typed in typed_limits(html):
        entry.wrong(
            "says", f"{typed!r} is typed by hand; use the rule, such as [[A03]]"
        )
    return html
