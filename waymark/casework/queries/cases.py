"""One case: what happened in it, and what the law makes of that on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.record import Ability, Part
from waymark.casework.models import Episode, Happening
from waymark.casework.waiting import waited_for
from waymark.law import Reading
from waymark.law.progress import ProcessState, state
from waymark.law.timeline import readings
from waymark.people import queries as people
from waymark.people.queries import Standing
from waymark.today import today


@dataclass(frozen=True, slots=True)
class CaseView:
    """One episode as it stands on a day, read from what happened in it by then."""

    episode: Episode
    standing: Standing
    happenings: tuple[Happening, ...]
    state: ProcessState
    readings: tuple[Reading, ...]
    on: date

    @property
    def may_write(self) -> bool:
        """Whether whoever looks may write down what happened."""
        return bool(self.standing.may(Part.CASEWORK, Ability.WRITE))

    @property
    def coming(self) -> list[Reading]:
        """What is still to be done, the soonest first, as the public page counts it."""
        return waited_for(self.episode.process, self.state, self.readings)

    @property
    def replaced(self) -> frozenset[UUID]:
        """The happenings that were corrected, and count no more."""
        return frozenset(
            each.replaces_id for each in self.happenings if each.replaces_id
        )


def episodes_of(actor: Actor, child_id: UUID) -> tuple[Standing, Sequence[CaseView]]:
    """Every episode of a child as it stands today, the newest first.

    Raises: access.audit.TurnedAway or NotHere. Cost: at most twelve queries.
    """
    standing = _standing(actor, child_id, "Looked at requests and assessments")
    found = Episode.objects.filter(child_id=child_id).prefetch_related("happenings")
    return standing, [_view(each, standing, today()) for each in found]


def case_of(
    actor: Actor, child_id: UUID, episode_id: UUID, *, as_at: date | None = None
) -> CaseView:
    """One episode, as it stands today or as it stood on a day.

    Raises: access.audit.TurnedAway or NotHere; Episode.DoesNotExist. Cost: at most
    twelve queries.
    """
    standing = _standing(actor, child_id, "Looked at a request or assessment")
    episode = Episode.objects.prefetch_related("happenings").get(
        pk=episode_id, child_id=child_id
    )
    return _view(episode, standing, as_at or today())


def _standing(actor: Actor, child_id: UUID, why: str) -> Standing:
    standing = people.standing_of(actor, child_id)
    ruling = standing.may(Part.REQUEST, Ability.READ)
    if not ruling:
        audit.turn_away(
            actor, child_id, Part.REQUEST, ruling, knows_child=standing.knows_child
        )
    audit.record_read(actor, child_id, Part.REQUEST, why=why, ruling=ruling)
    return standing


def _view(episode: Episode, standing: Standing, on: date) -> CaseView:
    happenings = tuple(episode.happenings.all())
    events = [each.as_event() for each in happenings]
    return CaseView(
        episode=episode,
        standing=standing,
        happenings=happenings,
        state=state(episode.process, events, on),
        readings=tuple(readings(episode.process, events, on)),
        on=on,
    )
