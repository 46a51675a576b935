"""Exemptions: claimed for one duty with its ground, agreed to by somebody else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.record import Ability, Part
from waymark.casework.letters.kinds import EXEMPTION, Written
from waymark.casework.models import Claim, Episode
from waymark.casework.queries.facts import facts_of, together
from waymark.casework.services.lines import events_of
from waymark.casework.services.proposing import (
    keep_agreed,
    keep_returned,
    require_may_answer,
)
from waymark.casework.services.steps import add_happening
from waymark.casework.services.writing import begin_from
from waymark.casework.waiting import binding, waited_for
from waymark.law import RULES, read
from waymark.law.events import Kind
from waymark.law.progress import state
from waymark.law.rule import Exemption
from waymark.law.timeline import readings, rules_of
from waymark.people import sealed
from waymark.people.services import Refused
from waymark.people.services.guarding import require_to
from waymark.today import today


@dataclass(frozen=True, slots=True)
class Ground:
    """What is claimed: for which duty, why, on which facts, and what is expected now.

    `facts` are days in the words of `law.facts`, that it was impractical among them;
    `reasons` are what the family reads.
    """

    rule: str
    code: Exemption
    facts: Mapping[str, Any]
    evidence: str
    reasons: str
    expected_on: date
    review_on: date


@transaction.atomic
def claim_exemption(
    *, actor: Actor, child_id: UUID, episode_id: UUID, ground: Ground
) -> Claim:
    """Claim that an exemption lifts the limit of one duty. Somebody else must agree.

    Raises: access.audit.TurnedAway or NotHere; Episode.DoesNotExist; Refused, in the
    law's own sentence where a condition is not met. Cost: nine queries to decide, five
    to write.
    Source: SEND Regulations 2014, regulations 5(4), 8(2), 10(4) and 13(3).
    """
    _standing, ruling = require_to(actor, child_id, Part.CASEWORK, Ability.WRITE)
    episode = Episode.objects.select_for_update().get(pk=episode_id, child_id=child_id)
    _require_met(episode, ground)
    row = Claim(
        episode=episode,
        rule=ground.rule,
        code=ground.code.value,
        facts=dict(ground.facts),
        expected_on=ground.expected_on,
        review_on=ground.review_on,
        proposed_by=actor.signed_in_as,
    )
    sealed.put(row, "sealed_evidence", ground.evidence)
    sealed.put(row, "sealed_reasons", ground.reasons)
    row.save()
    _write_down(actor, child_id, row, "An exemption was claimed", ruling)
    return row


@transaction.atomic
def agree_to_claim(
    *, actor: Actor, child_id: UUID, episode_id: UUID, claim_id: UUID
) -> Claim:
    """Agree to an exemption that somebody else claimed. The family's letter begins.

    The duty stays, and no day moves. Raises: access.audit.TurnedAway or NotHere;
    Claim.DoesNotExist; Refused. Cost: nine queries to decide, eight to write.
    """
    _standing, ruling = require_to(actor, child_id, Part.DECISION, Ability.APPROVE)
    row = _waiting(actor, child_id, episode_id, claim_id)
    keep_agreed(row, actor)
    words = _words_of(row)
    begin_from(actor, row.episode, EXEMPTION, words, claim=row, rule=row.rule)
    add_happening(actor, row.episode, Kind.EXEMPTION_CLAIMED, today())
    _write_down(actor, child_id, row, "An exemption was agreed to", ruling)
    return row


@transaction.atomic
def return_claim(
    *, actor: Actor, child_id: UUID, episode_id: UUID, claim_id: UUID, why: str
) -> Claim:
    """Give a claim back to whoever made it, with what is missing.

    Raises: access.audit.TurnedAway or NotHere; Claim.DoesNotExist; Refused. Cost: nine
    queries to decide, three to write.
    """
    _standing, ruling = require_to(actor, child_id, Part.DECISION, Ability.APPROVE)
    row = _waiting(actor, child_id, episode_id, claim_id)
    keep_returned(row, actor, why)
    _write_down(actor, child_id, row, "An exemption was given back", ruling)
    return row


def _write_down(
    actor: Actor, child_id: UUID, row: Claim, why: str, ruling: Any
) -> None:
    audit.record_write(
        actor, child_id, Part.DECISION, why=why, what=f"claim {row.pk}", ruling=ruling
    )


def _waiting(actor: Actor, child_id: UUID, episode_id: UUID, claim_id: UUID) -> Claim:
    """Raises: Claim.DoesNotExist; Refused, where the actor may not answer it."""
    row = (
        Claim.objects.select_for_update(of=("self",))
        .select_related("episode")
        .get(pk=claim_id, episode_id=episode_id, episode__child_id=child_id)
    )
    require_may_answer(row, actor)
    return row


def _require_met(episode: Episode, ground: Ground) -> None:
    """Raises: Refused, naming the first condition that is not met, or not known."""
    rule = RULES.get(ground.rule)
    if rule is None or rule not in rules_of(episode.process):
        raise Refused("rule", _("This duty is no part of the process."))
    if ground.code not in rule.exemptions:
        raise Refused("code", _("This ground cannot lift the limit of this duty."))
    facts = together([facts_of(episode), ground.facts])
    reading = read(rule, events_of(episode), today(), facts)
    if not reading.still_open:
        raise Refused("rule", _("This duty is not waited for."))
    found = next(each for each in reading.exemptions if each.code is ground.code)
    for condition in found.conditions:
        if not condition.met:
            raise Refused("code", _("This is not shown: %s") % condition.says)


def _words_of(row: Claim) -> dict[str, str]:
    """What of a claim stands in its letter; nobody types it twice."""
    said = _("We expect it by {day}. We look at this again on {again}.")
    return {
        Written.REASONS.value: sealed.read(row, "sealed_reasons"),
        Written.EXPECTED.value: said.format(
            day=date_format(row.expected_on, "j F Y"),
            again=date_format(row.review_on, "j F Y"),
        ),
        Written.STILL_ON_TIME.value: "\n\n".join(_others(row)),
    }


def _others(row: Claim) -> list[str]:
    """What else is waited for, each with its day: an exemption moves none of it."""
    episode, day = row.episode, today()
    events = events_of(episode)
    stands = state(episode.process, events, day)
    waiting = waited_for(
        episode.process, stands, readings(episode.process, events, day)
    )
    return [
        f"{each.rule.says} {date_format(each.due, 'j F Y')}."
        for each in binding(waiting)
        if each.rule.id != row.rule and each.due is not None and each.due >= day
    ]
