"""Answering somebody who asks for what is held about a child (UK GDPR Article 15).

Only those who keep the whole record do. What a child keeps to themself is not open to
them: the child takes it from their own page.
"""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.deciding import Ruling
from waymark.access.record import Ability, Part
from waymark.law.access_requests import answer_access_by
from waymark.people.models import AccessHold, AccessRequest
from waymark.people.services.guarding import locked, require_whole
from waymark.people.services.refusals import Refused
from waymark.today import now, today


@transaction.atomic
def record_access_request(
    *,
    actor: Actor,
    child_id: UUID,
    asked_by: str,
    received_on: date,
    clear_on: date | None = None,
) -> AccessRequest:
    """Write down that somebody asked for what is held about a child.

    Raises: access.audit.TurnedAway or NotHere; Refused. Cost: nine queries to decide,
    three to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    if received_on > today():
        raise Refused("received_on", _("This day is still to come."))
    if clear_on is not None:
        _require_clear(clear_on, received_on)
    row = AccessRequest.objects.create(
        child=locked(child_id),
        asked_by=asked_by,
        received_on=received_on,
        clear_on=clear_on,
        written_by=actor.account_id,
    )
    _say(actor, row, ruling, "Somebody asked for what is held")
    return row


@transaction.atomic
def make_clear(
    *, actor: Actor, child_id: UUID, request_id: UUID, clear_on: date
) -> AccessRequest:
    """Write down since when it is clear who asks; the month runs from then.

    Raises: access.audit.TurnedAway or NotHere; Refused; AccessRequest.DoesNotExist.
    Cost: nine queries to decide, three to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    row = _open(child_id, request_id)
    _require_clear(clear_on, row.received_on)
    row.clear_on = clear_on
    row.save(update_fields=["clear_on"])
    _say(actor, row, ruling, "It became clear who asks for what is held")
    return row


@transaction.atomic
def extend_access_request(
    *, actor: Actor, child_id: UUID, request_id: UUID, extended_why: str
) -> AccessRequest:
    """Take two months more, for a reason that whoever asked was told in the first.

    Raises: access.audit.TurnedAway or NotHere; Refused; AccessRequest.DoesNotExist.
    Cost: nine queries to decide, three to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    row = _open(child_id, request_id)
    if row.clear_on is None:
        raise Refused("", _("The month has not begun: it is not clear who asks."))
    if row.extended_on is not None:
        raise Refused("", _("It was extended already, and that is possible once."))
    if today() > answer_access_by(row.clear_on):
        raise Refused("", _("The first month is over, so it is too late for this."))
    row.extended_on, row.extended_why = today(), extended_why
    row.save(update_fields=["extended_on", "extended_why"])
    _say(actor, row, ruling, "The answer was put off, for a reason")
    return row


@transaction.atomic
def hold_back(
    *,
    actor: Actor,
    child_id: UUID,
    request_id: UUID,
    item: str,
    because: str,
    said: str = "",
) -> AccessHold:
    """Hold one thing back until a named person answers. Again, and the reason changes.

    Raises: access.audit.TurnedAway or NotHere; AccessRequest.DoesNotExist; Refused.
    Cost: nine queries to decide, four to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    row = _open(child_id, request_id)
    hold, _made = AccessHold.objects.update_or_create(
        request=row,
        item=item,
        defaults={
            "because": because,
            "said": said,
            "put_by": actor.account_id,
            "put_at": now(),
            "answer": "",
            "answered_for": "",
            "answered_at": None,
        },
    )
    _say(actor, row, ruling, "Something was held back from an answer")
    return hold


@transaction.atomic
def answer_hold(
    *,
    actor: Actor,
    child_id: UUID,
    request_id: UUID,
    hold_id: UUID,
    answer: str,
    answered_for: str,
) -> AccessHold:
    """Write down what a named professional says of something that is held back.

    Raises: access.audit.TurnedAway or NotHere; Refused; AccessRequest.DoesNotExist or
    AccessHold.DoesNotExist. Cost: nine queries to decide, four to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    row = _open(child_id, request_id)
    hold = row.holds.select_for_update().get(pk=hold_id)
    hold.answer, hold.answered_for, hold.answered_at = answer, answered_for, now()
    hold.save(update_fields=["answer", "answered_for", "answered_at"])
    _say(actor, row, ruling, "Somebody decided on what is held back")
    return hold


@transaction.atomic
def answer_access_request(
    *, actor: Actor, child_id: UUID, request_id: UUID
) -> AccessRequest:
    """Write down that the answer was given today. Nothing may wait for anybody then.

    Raises: access.audit.TurnedAway or NotHere; Refused; AccessRequest.DoesNotExist.
    Cost: nine queries to decide, four to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    row = _open(child_id, request_id)
    if row.clear_on is None:
        raise Refused("", _("Write down first since when it is clear who asks."))
    if row.holds.filter(answer="").exists():
        raise Refused("", _("Something is still held back without an answer."))
    row.answered_on = today()
    row.save(update_fields=["answered_on"])
    _say(actor, row, ruling, "What is held was given to whoever asked")
    return row


def _open(child_id: UUID, request_id: UUID) -> AccessRequest:
    """Raises: AccessRequest.DoesNotExist; Refused, if it is answered. One query."""
    row = AccessRequest.objects.select_for_update().get(
        pk=request_id, child_id=child_id
    )
    if row.answered_on is not None:
        raise Refused("", _("This was answered already."))
    return row


def _require_clear(clear_on: date, received_on: date) -> None:
    if clear_on > today():
        raise Refused("clear_on", _("This day is still to come."))
    if clear_on < received_on:
        raise Refused("clear_on", _("This is before the request came."))


def _say(actor: Actor, row: AccessRequest, ruling: Ruling, why: str) -> None:
    audit.record_write(
        actor,
        row.child_id,
        Part.PERSON,
        why=why,
        what=f"access-request {row.pk}",
        ruling=ruling,
    )
