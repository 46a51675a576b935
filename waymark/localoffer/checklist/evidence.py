"""What is published under one heading of the law, and what is missing. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from waymark.localoffer.statutory import Heading
from waymark.localoffer.taxonomies import NEED, STAGE

#: The four areas of need of the Code of Practice: those that are wide by themselves.
AREAS = ("communication", "learning", "semh", "sensory-physical")
STAGES = tuple(term.key for term in STAGE.terms)
#: Open to every child: it counts for every area.
ANY = "any-need"
#: The ages of a stage, from the first year to the last.
AGES: dict[str, tuple[int, int]] = {
    "early-years": (0, 4),
    "primary": (5, 10),
    "secondary": (11, 15),
    "post-16": (16, 17),
    "adult-life": (18, 25),
}
NAMES = {term.key: term.name for term in (*NEED.terms, *STAGE.terms)}


def terms_of_area(area: str) -> frozenset[str]:
    """The terms of need that count for an area: itself, those inside it, and any."""
    inside = (term.key for term in NEED.terms if term.parent == area)
    return frozenset({area, ANY, *inside})


@dataclass(frozen=True, slots=True)
class Published:
    """One page that answers a heading, and for whom; the day it was last checked."""

    title: str
    address: str
    needs: frozenset[str]
    stages: frozenset[str]
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of a register that answers a heading: how many are on it, and where."""

    title: object
    number: int
    address: str
    stages: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers for a heading, and what they mean to do about gaps."""

    who: str
    plan: str


class State(StrEnum):
    """How a heading stands."""

    MISSING = "missing"
    PARTLY = "partly"
    COVERED = "covered"


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is published under one heading.

    `services` counts the services that bear it; `needs` and `stages` those of them for
    each area of need and each stage. A service that does not say is in neither.
    `unsaid` is for the heading that asks every service to say whom it is for: the
    number that do not. Then nothing else is missing under it.
    """

    heading: Heading
    services: int
    needs: Mapping[str, int]
    stages: Mapping[str, int]
    pages: tuple[Published, ...] = ()
    lists: tuple[Listed, ...] = ()
    owner: Owner | None = None
    unsaid: int | None = None

    @property
    def state(self) -> State:
        """Missing, partly there, or there for every area of need and every stage."""
        if not (self.services or self.pages or any(each.number for each in self.lists)):
            return State.MISSING
        if self.unsaid or self.needs_missing or self.stages_missing:
            return State.PARTLY
        return State.COVERED

    @property
    def needs_missing(self) -> tuple[str, ...]:
        """The areas of need for which nothing is published under it."""
        if self.unsaid is not None:
            return ()
        return tuple(area for area in AREAS if not self._meets_need(area))

    @property
    def stages_missing(self) -> tuple[str, ...]:
        """The stages for which nothing is published under it."""
        if self.unsaid is not None:
            return ()
        return tuple(stage for stage in STAGES if not self._meets_stage(stage))

    def _meets_need(self, area: str) -> bool:
        wanted = terms_of_area(area)
        return bool(self.needs.get(area)) or any(
            page.needs & wanted for page in self.pages
        )

    def _meets_stage(self, stage: str) -> bool:
        held = [page.stages for page in self.pages]
        held += [each.stages for each in self.lists if each.number]
        return bool(self.stages.get(stage)) or any(stage in each for each in held)
