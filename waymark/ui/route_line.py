"""The route line, Waymark's signature: one vertical line with stops.

Solid where it is done, open where it is next, dashed where it may branch. Each
state is said in words as well as drawn, and branches stand in a list under the stop
they leave from, so that a screen reader hears the same route.
"""

from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waymark.ui.component import Component, Words
from waymark.ui.time_limits import ClockTag

State = Literal["open", "done", "late", "next", "branch", "here"]
Joins = Literal["then", "and", "or"]

WORDS: dict[str, Promise | str] = {
    "open": "",
    "done": _("Done"),
    "late": _("Late"),
    "next": _("Next"),
    "branch": _("May happen"),
    "here": _("You are here"),
}
JOINS: dict[str, Promise | str] = {"then": "", "and": _("and"), "or": _("or")}


@dataclass(frozen=True)
class Stop:
    """One stop. `joins` says how it follows the one before it.

    "then" is the next stop on the line; "and" and "or" leave the line under the
    "then" before them. `when` does not repeat the state: write "on 3 March 2026",
    not "done on 3 March 2026".
    """

    title: str
    href: str = ""
    state: State = "open"
    joins: Joins = "then"
    when: Words = ""
    detail: Words = ""
    tags: tuple[Words, ...] = ()

    @property
    def says(self) -> Promise | str:
        """The state in words; empty where nothing need be said, or `when` says it."""
        if isinstance(self.when, ClockTag) and self.state in {"done", "late"}:
            return ""
        return WORDS[self.state]

    @property
    def join(self) -> Promise | str:
        return JOINS[self.joins]


@dataclass(frozen=True)
class Leg:
    """A stop on the line, with the branches that leave from it."""

    stop: Stop
    number: int | None = None
    branches: tuple[Stop, ...] = ()


@dataclass(frozen=True)
class RouteLine(Component):
    """The whole route. `heading` makes each title a heading of that level."""

    template: ClassVar[str] = "ui/route_line.html"

    stops: tuple[Stop, ...]
    label: str
    numbered: bool = False
    heading: int = 0

    @property
    def legs(self) -> tuple[Leg, ...]:
        """The stops in their order, branches gathered under their stop."""
        legs: list[Leg] = []
        for stop in self.stops:
            if stop.joins == "then" or not legs:
                legs.append(Leg(stop, len(legs) + 1 if self.numbered else None))
            else:
                last = legs[-1]
                legs[-1] = replace(last, branches=(*last.branches, stop))
        return tuple(legs)
