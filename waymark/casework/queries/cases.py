"""One case: what happened in it, and what the law makes of that on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.record import Ability, Part
from waymark.casework.models import Claim, Decision, Episode, Happening, Letter
from waymark.casework.queries.facts import agreed, facts_of
from waymark.casework.queries.letters import letters_of, lost_among
from waymark.casework.waiting import waited_for
from waymark.law import Reading
from waymark.law.progress import ProcessState, state
from waymark.law.timeline import readings
from waymark.people import queries as people
from waymark.people.queries import Standing
from waymark.today import today


@dataclass(frozen=True, slots=True)
class CaseView:
    """One episode as it stands on a day, read from what happened in it by then.

    `lost` are the copies of letters that did not arrive, for those who send them.
    """

    episode: Episode
    standing: Standing
    happenings: tuple[Happening, ...]
    state: ProcessState
    readings: tuple[Reading, ...]
    on: date
    letters: tuple[Letter, ...] = ()
    decisions: tuple[Decision, ...] = ()
    claims: tuple[Claim, ...] = ()
    lost: frozenset[UUID] = frozenset()

    @property
    def works_on_it(self) -> bool:
        """Whether whoever looks reads what was proposed and never told."""
        return works_on(self.standing)

    @property
    def may_write(self) -> bool:
        """Whether whoever looks may write down what happened."""
        return bool(self.standing.may(Part.CASEWORK, Ability.WRITE))

    @property
    def coming(self) -> list[Reading]:
        """What is still to be done, the soonest first, as the public page counts it."""
        return waited_for(self.episode.process, self.state, self.readings)

    @property
    def told(self) -> frozenset[UUID]:
        """The decisions whose letters were sent."""
        return told_by(self.letters)

    @property
    def replaced(self) -> frozenset[UUID]:
        """The happenings that were corrected, and count no more."""
        return frozenset(
            each.replaces_id for each in self.happenings if each.replaces_id
        )


def works_on(standing: Standing) -> bool:
    """Whether somebody works on a case, or answers what is proposed in it."""
    may = standing.may
    works = may(Part.CASEWORK, Ability.READ) or may(Part.DECISION, Ability.APPROVE)
    return bool(works)


def episodes_of(actor: Actor, child_id: UUID) -> tuple[Standing, Sequence[CaseView]]:
    """Every episode of a child as it stands today, the newest first.

    Raises: access.audit.TurnedAway or NotHere. Cost: at most twelve queries.
    """
    standing = _standing(actor, child_id, "Looked at requests and assessments")
    found = Episode.objects.filter(child_id=child_id).prefetch_related(
        "happenings", "claims"
    )
    return standing, [_view(each, standing, today()) for each in found]


def case_of(
    actor: Actor, child_id: UUID, episode_id: UUID, *, as_at: date | None = None
) -> CaseView:
    """One episode, as it stands today or as it stood on a day.

    Raises: access.audit.TurnedAway or NotHere; Episode.DoesNotExist. Cost: at most
    nine queries to decide, and six.
    """
    standing = _standing(actor, child_id, "Looked at a request or assessment")
    episode = (
        Episode.objects.select_related("child")
        .prefetch_related("happenings", "claims")
        .get(pk=episode_id, child_id=child_id)
    )
    whole = _view(episode, standing, as_at or today())
    letters = tuple(letters_of(standing, episode))
    return replace(
        whole,
        letters=letters,
        decisions=tuple(_decisions(whole, letters)),
        lost=_lost(letters) if whole.works_on_it else frozenset(),
    )


def _lost(letters: Iterable[Letter]) -> frozenset[UUID]:
    return lost_among(copy for each in letters for copy in each.served.all())


def _decisions(view: CaseView, letters: Iterable[Letter]) -> Iterable[Decision]:
    """What was decided: all of it for those who work on it, else what was told."""
    if view.works_on_it:
        return view.episode.decisions.all()
    if not view.standing.may(Part.DECISION, Ability.READ):
        return ()
    return view.episode.decisions.filter(pk__in=told_by(letters))


def told_by(letters: Iterable[Letter]) -> frozenset[UUID]:
    """The decisions that letters told of."""
    return frozenset(
        each.decision_id for each in letters if each.sent_on and each.decision_id
    )


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
    facts = facts_of(episode)
    return CaseView(
        episode=episode,
        standing=standing,
        happenings=happenings,
        state=state(episode.process, events, on),
        readings=tuple(readings(episode.process, events, on, facts)),
        on=on,
        claims=tuple(_claims(episode, standing)),
    )


def _claims(episode: Episode, standing: Standing) -> Iterable[Claim]:
    """Every exemption for those who work on the case, else those agreed to."""
    claims = episode.claims.all()
    if works_on(standing):
        return claims
    return agreed(claims) if standing.may(Part.DECISION, Ability.READ) else ()
