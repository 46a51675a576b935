"""The invented requests of the last year, in the records of invented children."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from waymark.casework import services as casework
from waymark.casework.models import Episode
from waymark.casework.services import Asked
from waymark.demonstration.population.children import InventedChild, children
from waymark.demonstration.population.loading import SOURCE, schools
from waymark.demonstration.population.requests import InventedRequest, requests
from waymark.demonstration.population.writing import Preset
from waymark.law.events import Kind
from waymark.people.services.taking_in import id_of

YEAR = timedelta(days=365)
BY = {"parent": Episode.By.PARENT, "setting": Episode.By.SETTING}
DECIDED = {
    "assess": Kind.DECIDED_TO_ASSESS,
    "refuse": Kind.DECIDED_NOT_TO_ASSESS,
    "withdrawn": Kind.REQUEST_WITHDRAWN,
}
ENDED = {"plan": Kind.FINAL_PLAN_SENT, "no-plan": Kind.DECIDED_NOT_TO_ISSUE}


def load_requests(preset: Preset, *, seed: int, as_at: date) -> int:
    """Put the last year's requests into a demonstration; again, and nothing is written.

    The children of the same seed must be there. Gives how many were new.
    """
    made = requests(a_year=preset.requests_a_year, years=1, seed=seed, as_at=as_at)
    people = children(number=preset.plans, seed=seed, as_at=as_at, schools=schools())
    pairs = paired([each for each in made if each.asked_on > as_at - YEAR], people)
    source = f"{SOURCE} {seed}"
    asked = [_asked(one, child, seed, source) for one, child in pairs]
    return casework.take_in(asked, source=source)


def paired(
    made: Iterable[InventedRequest], people: Iterable[InventedChild]
) -> Iterator[tuple[InventedRequest, InventedChild]]:
    """Each request with a child of its age, or of the nearest; each child once."""
    by_age: dict[int, list[InventedChild]] = defaultdict(list)
    for child in people:
        by_age[child.born_on.year].append(child)
    for one in made:
        if not by_age:
            return
        born = one.asked_on.year - one.age
        year = min(by_age, key=lambda each: (abs(each - born), each))
        yield one, by_age[year].pop()
        if not by_age[year]:
            del by_age[year]


def _asked(one: InventedRequest, child: InventedChild, seed: int, source: str) -> Asked:
    return Asked(
        key=f"{seed}/request/{one.number}",
        child_id=id_of(source, f"{seed}/{child.number}"),
        asked_by=BY.get(one.asked_by, Episode.By.OTHER),
        channel=Episode.Channel.EMAIL,
        steps=tuple(_steps(one)),
    )


def _steps(one: InventedRequest) -> Iterator[tuple[Kind, date]]:
    yield Kind.REQUEST_RECEIVED, one.asked_on
    if one.decided_on is not None and one.decision in DECIDED:
        yield DECIDED[one.decision], one.decided_on
    if one.ended_on is not None and one.outcome in ENDED:
        yield ENDED[one.outcome], one.ended_on
