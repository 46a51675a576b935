"""Taking in many requests at once, from another program or for a demonstration."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.db import transaction

from waymark.access import audit
from waymark.access.record import Part
from waymark.casework.models import Episode, Happening, reference_of
from waymark.casework.services.lines import keep_lines
from waymark.casework.services.steps import ASSESSMENT
from waymark.law.events import Kind

#: Rows of one source keep their ids, so that taking them in again writes nothing.
_SPACE = UUID("3f1f3a8e-52cb-5d8f-8f0e-6f2b7c1d9a44")
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that is taken in, with what happened after; `key` names it there."""

    key: str
    child_id: UUID
    asked_by: str
    channel: str
    steps: tuple[tuple[Kind, date], ...]


@transaction.atomic
def take_in(asked: Iterable[Asked], *, source: str) -> int:
    """Write down requests that are not here yet, all of them or none. How many.

    Steps are taken as they come: whoever makes them has put them in order. Cost: two
    queries, and three insertions for each 500 requests.
    """
    known = set(Episode.objects.values_list("pk", flat=True))
    new = [each for each in asked if _id_of(source, each.key) not in known]
    episodes = [_episode(each, source) for each in new]
    steps = [row for each in new for row in _steps(each, source)]
    Episode.objects.bulk_create(episodes, batch_size=AT_ONCE)
    Happening.objects.bulk_create(steps, batch_size=AT_ONCE)
    keep_lines(episodes, steps)
    audit.record_taken_in(
        [each.child_id for each in new], Part.REQUEST, why="A request was taken in"
    )
    return len(new)


def _id_of(source: str, key: str) -> UUID:
    return uuid5(_SPACE, f"{source}/{key}")


def _episode(asked: Asked, source: str) -> Episode:
    episode_id = _id_of(source, asked.key)
    return Episode(
        pk=episode_id,
        reference=reference_of(episode_id),
        child_id=asked.child_id,
        process=ASSESSMENT,
        asked_by=asked.asked_by,
        channel=asked.channel,
    )


def _steps(asked: Asked, source: str) -> Iterable[Happening]:
    episode_id = _id_of(source, asked.key)
    for number, (kind, on) in enumerate(asked.steps):
        yield Happening(
            pk=_id_of(source, f"{asked.key}/{number}"),
            episode_id=episode_id,
            kind=kind.value,
            on=on,
        )
