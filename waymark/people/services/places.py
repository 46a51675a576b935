"""Where a person lives, where a child learns, and what is true of it in law."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.record import Ability, InformationClass, Part, Reach
from waymark.organisations import queries as organisations
from waymark.people import sealed
from waymark.people.models import (
    Address,
    AddressKept,
    Attendance,
    LegalStatus,
    Relationship,
)
from waymark.people.services.guarding import locked, require_to, require_whole
from waymark.people.services.refusals import Refused
from waymark.today import today


@transaction.atomic
def move(
    *,
    actor: Actor,
    child_id: UUID,
    lines: str,
    postcode: str,
    relationship_id: UUID | None = None,
    is_restricted: bool = False,
    began_on: date | None = None,
) -> Address:
    """Write down where a child lives, or one adult of theirs. The address before ends.

    The adult does it for themselves, or whoever keeps the record does it on evidence;
    another parent never can.

    Raises: access.audit.TurnedAway or NotHere; Refused. Cost: nine queries to decide,
    five to write.
    """
    standing, ruling = require_to(
        actor, child_id, Part.PERSON, Ability.WRITE, InformationClass.ONE_PARENT
    )
    adult = _adult_of(child_id, relationship_id)
    own = adult is not None and adult.account_id == actor.account_id
    if ruling.reach is not Reach.WHOLE and not own:
        refused = type(ruling)(False, _("Only they themselves may change this."))
        audit.turn_away(
            actor, child_id, Part.PERSON, refused, knows_child=standing.knows_child
        )
    day = began_on or today()
    if not lines.strip():
        raise Refused("lines", _("Enter the address"))
    whose = {"adult": adult} if adult else {"child": locked(child_id)}
    last = Address.objects.filter(ended_on=None, **whose).first()
    if last is not None and day < last.began_on:
        raise Refused("began_on", _("They moved to the address before after that day."))
    if last is not None:
        last.ended_on = day
        last.save(update_fields=["ended_on"])
    row = Address(
        **whose,
        is_restricted=is_restricted,
        began_on=day,
        confirmed_by=actor.account_id,
        confirmed_on=today(),
    )
    sealed.put(row, "sealed_lines", lines.strip())
    sealed.put(row, "sealed_postcode", postcode.strip().upper())
    row.save()
    _say(actor, child_id, "An address was written down", f"address {row.pk}", ruling)
    return row


def _adult_of(child_id: UUID, relationship_id: UUID | None):  # type: ignore[no-untyped-def]
    if relationship_id is None:
        return None
    held = Relationship.objects.select_related("adult").get(
        pk=relationship_id, child_id=child_id
    )
    return held.adult


def _say(actor, child_id, why, what, ruling) -> None:  # type: ignore[no-untyped-def]
    audit.record_write(actor, child_id, Part.PERSON, why=why, what=what, ruling=ruling)


@transaction.atomic
def keep_address_from(
    *, actor: Actor, child_id: UUID, address_id: UUID, account_id: UUID
) -> AddressKept:
    """Keep an address from one account, from today on. Doing it twice is doing it once.

    Raises: access.audit.TurnedAway or NotHere; Refused. Cost: nine queries to decide,
    four to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    address = _address_of(child_id, address_id)
    row, _made = AddressKept.objects.get_or_create(
        address=address,
        account_id=account_id,
        ended_on=None,
        defaults={"began_on": today(), "kept_by": actor.account_id},
    )
    _say(actor, child_id, "An address was kept from somebody", f"kept {row.pk}", ruling)
    return row


def _address_of(child_id: UUID, address_id: UUID) -> Address:
    address = Address.objects.filter(pk=address_id).first()
    if address is None or not _belongs(address, child_id):
        raise Refused("address_id", _("Choose an address of this record."))
    return address


def _belongs(address: Address, child_id: UUID) -> bool:
    """Whether an address is the child's, or that of an adult of theirs."""
    if address.adult_id is None:
        return address.child_id == child_id
    held = Relationship.objects.filter(child_id=child_id, adult_id=address.adult_id)
    return held.exists()


@transaction.atomic
def begin_at_setting(
    *,
    actor: Actor,
    child_id: UUID,
    setting_id: UUID,
    began_on: date,
    is_main: bool = True,
    year_taught: int | None = None,
    hours_a_week: Decimal | None = None,
) -> Attendance:
    """Put a child on the roll of a setting. The main setting before ends that day.

    Raises: access.audit.TurnedAway or NotHere; Refused. Cost: nine queries to decide,
    six to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    child = locked(child_id)
    if not organisations.is_setting(setting_id):
        raise Refused("setting_id", _("Choose a setting from the list."))
    if began_on < child.born_on:
        raise Refused("began_on", _("The child was not born yet on that day."))
    held = child.attendances.filter(ended_on=None)
    if held.filter(setting_id=setting_id).exists():
        raise Refused("setting_id", _("The child is on the roll there already."))
    if is_main:
        _end_main(held, began_on)
    row = Attendance.objects.create(
        child=child,
        setting_id=setting_id,
        is_main=is_main,
        year_taught=year_taught,
        hours_a_week=hours_a_week,
        began_on=began_on,
    )
    _say(
        actor, child_id, "The setting was written down", f"attendance {row.pk}", ruling
    )
    return row


def _end_main(held, day: date) -> None:  # type: ignore[no-untyped-def]
    main = held.filter(is_main=True).first()
    if main is None:
        return
    if day < main.began_on:
        raise Refused("began_on", _("The setting before began after that day."))
    main.ended_on = day
    main.save(update_fields=["ended_on"])


@transaction.atomic
def leave_setting(
    *, actor: Actor, child_id: UUID, attendance_id: UUID, ended_on: date | None = None
) -> Attendance:
    """Take a child off a roll; on that day the setting sees the record no more.

    Raises: access.audit.TurnedAway or NotHere; Refused; Attendance.DoesNotExist.
    Cost: nine queries to decide, three to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    row = Attendance.objects.select_for_update().get(
        pk=attendance_id, child_id=child_id
    )
    _end(row, ended_on or today())
    _say(actor, child_id, "The child left a setting", f"attendance {row.pk}", ruling)
    return row


def _end(row: Attendance | LegalStatus, day: date) -> None:
    if row.ended_on is not None:
        raise Refused("ended_on", _("This is over already."))
    if day < row.began_on:
        raise Refused("ended_on", _("It cannot end before it began."))
    row.ended_on = day
    row.save(update_fields=["ended_on"])


@transaction.atomic
def begin_status(
    *,
    actor: Actor,
    child_id: UUID,
    kind: str,
    began_on: date,
    basis: str = "",
    authority_id: UUID | None = None,
) -> LegalStatus:
    """Write down something that is true of a child in law from a day on.

    Being looked after names the authority that does.

    Raises: access.audit.TurnedAway or NotHere; Refused. Cost: nine queries to decide,
    four to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    child = locked(child_id)
    if kind == LegalStatus.Kind.LOOKED_AFTER and authority_id is None:
        raise Refused("authority_id", _("Choose the authority that looks after them."))
    if child.legal_statuses.filter(kind=kind, ended_on=None).exists():
        raise Refused("kind", _("This is written down already."))
    row = LegalStatus.objects.create(
        child=child,
        kind=kind,
        authority_id=authority_id,
        basis=basis,
        began_on=began_on,
    )
    _say(actor, child_id, "A legal status was written down", f"status {row.pk}", ruling)
    return row


@transaction.atomic
def end_status(
    *, actor: Actor, child_id: UUID, status_id: UUID, ended_on: date | None = None
) -> LegalStatus:
    """End a legal status.

    Raises: access.audit.TurnedAway or NotHere; Refused; LegalStatus.DoesNotExist.
    Cost: nine queries to decide, three to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    row = LegalStatus.objects.select_for_update().get(pk=status_id, child_id=child_id)
    _end(row, ended_on or today())
    _say(actor, child_id, "A legal status ended", f"status {row.pk}", ruling)
    return row
