"""What "my dates" reads of the published routemaps: no more than it shows."""

from dataclasses import dataclass
from typing import Literal

from waymark.guidance import queries as guidance
from waymark.guidance.models import Letter
from waymark.guidance.queries import address_of
from waymark.routemaps.models import RoutemapPage, StepPage


@dataclass(frozen=True, slots=True)
class Route:
    """A published routemap: where it is, and the process of law it is about."""

    slug: str
    title: str
    address: str
    process: str
    path: str
    depth: int


@dataclass(frozen=True, slots=True)
class StepAt:
    """A published step: where it stands, and the law it is tied to."""

    title: str
    address: str
    joins: Literal["then", "and", "or"]
    kinds: frozenset[str]
    rules: tuple[str, ...]


def routes() -> list[Route]:
    """Every published routemap, in the editors' order.

    Cost: one query.
    """
    rows = RoutemapPage.objects.live().order_by("path")
    return [
        Route(slug, title, address_of(url_path), process, path, depth)
        for slug, title, url_path, process, path, depth in rows.values_list(
            "slug", "title", "url_path", "process", "path", "depth"
        )
    ]


def steps(route: Route) -> list[StepAt]:
    """The published steps of a routemap, in their order.

    Cost: one query.
    """
    rows = StepPage.objects.live().filter(
        path__startswith=route.path, depth=route.depth + 1
    )
    return [
        StepAt(title, address_of(url_path), joins, frozenset(kinds), tuple(rules))
        for title, url_path, joins, kinds, rules in rows.order_by("path").values_list(
            "title", "url_path", "joins", "kinds", "rules"
        )
    ]


def letters(late: list[str], refused: list[str], floor: list[str]) -> list[Letter]:
    """The published letters for rules in each of these states.

    Cost: one query for each list that is not empty.
    """
    wanted = {"late": late, "refused": refused, "floor": floor}
    return [
        letter
        for when, rules in wanted.items()
        for letter in guidance.letters(rules, when)
    ]
