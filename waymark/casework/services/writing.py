"""Letters while they are written: begun, filled, and kept by whoever saves first."""

import json
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.record import Ability, Part
from waymark.casework.letters.kinds import BEGUN_BY_HAND
from waymark.casework.models import Claim, Decision, Episode, Letter
from waymark.casework.queries.letters import words_of
from waymark.people import sealed
from waymark.people.services import ChangedMeanwhile, Refused
from waymark.people.services.guarding import require_to


def begin_from(
    actor: Actor,
    episode: Episode,
    kind: str,
    words: Mapping[str, str],
    *,
    decision: Decision | None = None,
    claim: Claim | None = None,
    rule: str = "",
) -> Letter:
    """Begin a letter with what is known already, in the transaction of what led to it.

    Cost: one insertion.
    """
    row = Letter(
        episode=episode,
        kind=kind,
        rule=rule,
        decision=decision,
        claim=claim,
        begun_by=actor.signed_in_as,
    )
    sealed.put(row, "sealed_words", json.dumps(dict(words)))
    row.save()
    return row


@transaction.atomic
def begin_letter(
    *, actor: Actor, child_id: UUID, episode_id: UUID, kind: str, rule: str = ""
) -> Letter:
    """Begin a letter that no decision begins: that we consider it, or will be late.

    Raises: access.audit.TurnedAway or NotHere; Episode.DoesNotExist; Refused. Cost:
    nine queries to decide, three to write.
    """
    _standing, ruling = require_to(actor, child_id, Part.CASEWORK, Ability.WRITE)
    episode = Episode.objects.select_for_update().get(pk=episode_id, child_id=child_id)
    if kind not in BEGUN_BY_HAND:
        raise Refused("kind", _("This letter begins with what it tells of."))
    if episode.letters.filter(kind=kind, rule=rule, sent_on=None).exists():
        raise Refused("kind", _("Such a letter is begun already."))
    row = begin_from(actor, episode, kind, {}, rule=rule)
    audit.record_write(
        actor,
        child_id,
        Part.CASEWORK,
        why="A letter was begun",
        what=f"letter {row.pk}",
        ruling=ruling,
    )
    return row


@transaction.atomic
def write_letter(
    *,
    actor: Actor,
    child_id: UUID,
    episode_id: UUID,
    letter_id: UUID,
    version: int,
    words: Mapping[str, str],
) -> Letter:
    """Keep what an officer writes into a letter that was not sent.

    `version` is the one that they began from. Raises: access.audit.TurnedAway or
    NotHere; Letter.DoesNotExist; Refused; ChangedMeanwhile, with what somebody else
    left meanwhile. Cost: nine queries to decide, three to write.
    """
    _standing, ruling = require_to(actor, child_id, Part.CASEWORK, Ability.WRITE)
    row = held_letter(child_id, episode_id, letter_id)
    if row.version != version:
        raise ChangedMeanwhile(_differing(words_of(row), words))
    sealed.put(row, "sealed_words", json.dumps(dict(words)))
    row.version += 1
    row.save(update_fields=["sealed_words", "version"])
    audit.record_write(
        actor,
        child_id,
        Part.CASEWORK,
        why="A letter was written",
        what=f"letter {row.pk}",
        ruling=ruling,
    )
    return row


def held_letter(child_id: UUID, episode_id: UUID, letter_id: UUID) -> Letter:
    """A letter that was not sent, held until the transaction ends.

    Raises: Letter.DoesNotExist; Refused, once it was sent.
    """
    row = (
        Letter.objects.select_for_update(of=("self",))
        .select_related("episode__child", "decision", "claim")
        .get(pk=letter_id, episode_id=episode_id, episode__child_id=child_id)
    )
    if row.sent_on is not None:
        raise Refused("", _("This letter was sent. Write another."))
    return row


def _differing(theirs: Mapping[str, str], ours: Mapping[str, str]) -> dict[str, object]:
    return {
        name: theirs.get(name, "")
        for name, said in ours.items()
        if theirs.get(name, "") != said
    }
