"""The decision whether to assess: proposed with evidence, agreed by somebody else."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.record import Ability, Part
from waymark.casework.letters.kinds import WILL_ASSESS, WILL_NOT_ASSESS, Written
from waymark.casework.models import Decision, Episode
from waymark.casework.services.lines import events_of
from waymark.casework.services.proposing import (
    keep_agreed,
    keep_returned,
    require_may_answer,
)
from waymark.casework.services.writing import begin_from
from waymark.casework.waiting import is_to_decide
from waymark.law.progress import state
from waymark.people import sealed
from waymark.people.rights import age_on
from waymark.people.services import Refused
from waymark.people.services.guarding import require_to
from waymark.today import today

#: From this birthday on the authority must have regard to age (section 36(10)).
REGARD_TO_AGE = 18


@dataclass(frozen=True, slots=True)
class Limbs:
    """What is proposed: each limb of the test with its evidence, and the reasons.

    `next_support` is what helps the child where the answer is no; `age` says how age
    was regarded for somebody over 18.
    """

    has_needs: bool
    needs_evidence: str
    may_need_plan: bool
    plan_evidence: str
    reasons: str
    next_support: str = ""
    age: str = ""

    @property
    def is_yes(self) -> bool:
        """Both limbs are met, so that the authority must assess (section 36(8))."""
        return self.has_needs and self.may_need_plan


@transaction.atomic
def propose_decision(
    *, actor: Actor, child_id: UUID, episode_id: UUID, limbs: Limbs
) -> Decision:
    """Propose what to decide on a request. Somebody else has to agree.

    Raises: access.audit.TurnedAway or NotHere; Episode.DoesNotExist; Refused. Cost:
    nine queries to decide, six to write.
    Source: Children and Families Act 2014, section 36(8) to (10).
    """
    _standing, ruling = require_to(actor, child_id, Part.DECISION, Ability.WRITE)
    episode = _undecided(child_id, episode_id)
    _require_whole(episode, limbs)
    row = Decision(
        episode=episode,
        has_needs=limbs.has_needs,
        may_need_plan=limbs.may_need_plan,
        proposed_by=actor.signed_in_as,
    )
    sealed.put(row, "sealed_needs", limbs.needs_evidence)
    sealed.put(row, "sealed_plan", limbs.plan_evidence)
    sealed.put(row, "sealed_age", limbs.age)
    sealed.put(row, "sealed_reasons", limbs.reasons)
    sealed.put(row, "sealed_next", limbs.next_support)
    episode.decisions.filter(agreed_at=None, returned_at=None).delete()
    row.save()
    _write_down(actor, child_id, row, "A decision was proposed", ruling)
    return row


@transaction.atomic
def agree_to_decision(
    *, actor: Actor, child_id: UUID, episode_id: UUID, decision_id: UUID
) -> Decision:
    """Agree to what somebody else proposed. Its letter begins, filled from it.

    The decision counts from the day its letter is sent. Raises: access.audit.TurnedAway
    or NotHere; Decision.DoesNotExist; Refused. Cost: nine queries to decide, seven to
    write.
    """
    _standing, ruling = require_to(actor, child_id, Part.DECISION, Ability.APPROVE)
    row = _waiting(actor, child_id, episode_id, decision_id)
    _undecided(child_id, episode_id)
    keep_agreed(row, actor)
    begin_from(
        actor,
        row.episode,
        WILL_ASSESS if row.is_yes else WILL_NOT_ASSESS,
        _words_of(row),
        decision=row,
    )
    _write_down(actor, child_id, row, "A decision was agreed to", ruling)
    return row


@transaction.atomic
def return_decision(
    *, actor: Actor, child_id: UUID, episode_id: UUID, decision_id: UUID, why: str
) -> Decision:
    """Give a proposal back to whoever made it, with what is to be looked at again.

    Raises: access.audit.TurnedAway or NotHere; Decision.DoesNotExist; Refused. Cost:
    nine queries to decide, three to write.
    """
    _standing, ruling = require_to(actor, child_id, Part.DECISION, Ability.APPROVE)
    row = _waiting(actor, child_id, episode_id, decision_id)
    keep_returned(row, actor, why)
    _write_down(actor, child_id, row, "A proposal was given back", ruling)
    return row


def _write_down(
    actor: Actor, child_id: UUID, row: Decision, why: str, ruling: Any
) -> None:
    what = f"decision {row.pk}"
    audit.record_write(
        actor, child_id, Part.DECISION, why=why, what=what, ruling=ruling
    )


def _undecided(child_id: UUID, episode_id: UUID) -> Episode:
    """The episode, held. Raises: Episode.DoesNotExist; Refused, once it is decided."""
    episode = Episode.objects.select_for_update().get(pk=episode_id, child_id=child_id)
    stands = state(episode.process, events_of(episode), today())
    if not is_to_decide(stands):
        raise Refused("", _("There is nothing to decide now."))
    agreed = episode.decisions.exclude(agreed_at=None)
    if agreed.filter(letters__sent_on=None).exists():
        raise Refused("", _("A decision was agreed to. Its letter waits to be sent."))
    return episode


def _waiting(
    actor: Actor, child_id: UUID, episode_id: UUID, decision_id: UUID
) -> Decision:
    """Raises: Decision.DoesNotExist; Refused, where the actor may not answer it."""
    row = Decision.objects.select_for_update().get(
        pk=decision_id, episode_id=episode_id, episode__child_id=child_id
    )
    require_may_answer(row, actor)
    return row


def _require_whole(episode: Episode, limbs: Limbs) -> None:
    if not limbs.is_yes and not limbs.next_support.strip():
        raise Refused(
            "next_support", _("Say what support comes next. The family reads it.")
        )
    of_age = age_on(episode.child.born_on, today()) >= REGARD_TO_AGE
    if of_age and not limbs.age.strip():
        raise Refused("age", _("Say how you had regard to their age."))


def _words_of(row: Decision) -> dict[str, str]:
    """What of a decision stands in its letter; nobody types it twice."""
    if row.is_yes:
        return {}
    evidence = [sealed.read(row, "sealed_needs"), sealed.read(row, "sealed_plan")]
    return {
        Written.REASONS.value: sealed.read(row, "sealed_reasons"),
        Written.EVIDENCE.value: "\n\n".join(evidence),
        Written.NEXT_SUPPORT.value: sealed.read(row, "sealed_next"),
    }
