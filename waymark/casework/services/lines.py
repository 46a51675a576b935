"""The lines of lists, made from what happened; one command makes them all anew."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from django.db import transaction

from waymark.casework.models import CaseLine, Episode, Happening
from waymark.casework.waiting import binding, waited_for
from waymark.law.events import Event
from waymark.law.progress import state
from waymark.law.timeline import readings
from waymark.today import today

AT_ONCE = 500


def keep_line(episode: Episode) -> None:
    """Make the line of one episode anew, in the transaction that changed it.

    Cost: one query, and one change or insertion.
    """
    line_of(episode, episode.happenings.all()).save()


def keep_lines(episodes: Iterable[Episode], happenings: Iterable[Happening]) -> None:
    """Make the lines of many episodes that are new. Cost: an insertion for each 500."""
    by_episode: dict[UUID, list[Happening]] = {}
    for each in happenings:
        by_episode.setdefault(each.episode_id, []).append(each)
    lines = [line_of(each, by_episode.get(each.pk, [])) for each in episodes]
    CaseLine.objects.bulk_create(lines, batch_size=AT_ONCE)


def line_of(episode: Episode, happenings: Iterable[Happening]) -> CaseLine:
    """The line that these events make, whatever the day: it says nothing of lateness.

    Source: the same readings of the law that the page of the case shows.
    """
    events = [each.as_event() for each in happenings]
    day = today()
    stands = state(episode.process, events, day)
    waiting = waited_for(
        episode.process, stands, readings(episode.process, events, day)
    )
    soonest = next(iter(binding(waiting)), None)
    latest = stands.latest
    return CaseLine(
        episode=episode,
        received_on=stands.done[0].on if stands.done else None,
        latest=latest.kind.value if latest else "",
        latest_on=latest.on if latest else None,
        due_on=soonest.due if soonest else None,
        rule=soonest.rule.id if soonest else "",
        holder=soonest.rule.holder.value if soonest else "",
        is_ended=stands.ended,
    )


def rebuild() -> tuple[int, int]:
    """Make every line anew. How many there are, and how many were not as they are now.

    Raises nothing that a half-made list could come from: each 500 are one transaction.
    Cost: four queries for each 500 episodes.
    """
    number = changed = 0
    for episodes in _in_parts():
        number += len(episodes)
        changed += _made_anew(episodes)
    return number, changed


def _in_parts() -> Iterator[Sequence[Episode]]:
    ids = list(Episode.objects.order_by("pk").values_list("pk", flat=True))
    for first in range(0, len(ids), AT_ONCE):
        part = ids[first : first + AT_ONCE]
        yield list(
            Episode.objects.filter(pk__in=part).prefetch_related("happenings", "line")
        )


@transaction.atomic
def _made_anew(episodes: Sequence[Episode]) -> int:
    made = [line_of(each, each.happenings.all()) for each in episodes]
    kept = {
        line.pk: line for line in CaseLine.objects.filter(pk__in=[m.pk for m in made])
    }
    wrong = [line for line in made if not _is_same(line, kept.get(line.pk))]
    CaseLine.objects.filter(pk__in=[line.pk for line in wrong]).delete()
    CaseLine.objects.bulk_create(wrong)
    return len(wrong)


def _is_same(made: CaseLine, kept: CaseLine | None) -> bool:
    if kept is None:
        return False
    fields = [field.attname for field in CaseLine._meta.concrete_fields]
    return all(getattr(made, name) == getattr(kept, name) for name in fields)


def events_of(episode: Episode) -> Sequence[Event]:
    """What happened in an episode, in the words of the law. Cost: one query."""
    return [each.as_event() for each in episode.happenings.all()]
