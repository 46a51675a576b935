"""Writing down the adults around a child, what they are to it, and orders of courts."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.record import Ability, InformationClass, Part, Reach
from waymark.access.roles import Role
from waymark.people import sealed, slots
from waymark.people.models import Adult, CourtOrder, Relationship
from waymark.people.services.guarding import locked, require_to, require_whole
from waymark.people.services.refusals import ChangedMeanwhile, Refused
from waymark.today import today


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach an adult, and in which way and form."""

    name: str
    email: str = ""
    phone: str = ""
    channel: str = Adult.Channel.POST
    format: str = ""
    language: str = ""
    needs_interpreter: str = ""
    adjustments: str = ""


@dataclass(frozen=True, slots=True)
class Bond:
    """What an adult is to a child, and what follows for letters and questions."""

    kind: str
    responsibility: str = Relationship.Responsibility.UNKNOWN
    evidence: str = ""
    is_carer: bool = False
    is_consulted: bool = True
    gets_letters: bool = True


@transaction.atomic
def know_adult(
    *,
    actor: Actor,
    child_id: UUID,
    contact: Contact,
    bond: Bond,
    began_on: date | None = None,
    adult_id: UUID | None = None,
) -> Relationship:
    """Write down what an adult is to a child; somebody known already, or somebody new.

    Evidence, where any is named, was seen today by the actor.

    Raises: access.audit.TurnedAway or NotHere; Refused. Cost: nine queries to decide,
    five to write.
    """
    ruling = require_whole(actor, child_id, Part.PERSON, Ability.WRITE)
    child = locked(child_id)
    day = began_on or today()
    if day > today():
        raise Refused("began_on", _("This day is still to come."))
    adult = _adult(actor, contact, adult_id)
    if Relationship.objects.filter(child=child, adult=adult, ended_on=None).exists():
        raise Refused("kind", _("This adult is written down for this child already."))
    held = Relationship.objects.create(
        child=child,
        adult=adult,
        kind=bond.kind,
        responsibility=bond.responsibility,
        evidence=bond.evidence,
        seen_on=today() if bond.evidence else None,
        seen_by=actor.account_id if bond.evidence else None,
        is_carer=bond.is_carer,
        is_consulted=bond.is_consulted,
        gets_letters=bond.gets_letters,
        began_on=day,
    )
    audit.record_write(
        actor,
        child_id,
        Part.PERSON,
        why="An adult was written down",
        what=f"relationship {held.pk}",
        ruling=ruling,
    )
    return held


def _adult(actor: Actor, contact: Contact, adult_id: UUID | None) -> Adult:
    """Somebody new, or one whom the actor already keeps for another child."""
    if adult_id is None:
        adult = Adult(name=_named(contact.name))
        _fill(adult, contact)
        adult.save()
        return adult
    held = Relationship.objects.filter(adult_id=adult_id).select_related("adult")
    for each in held:
        _standing, ruling = require_to(actor, each.child_id, Part.PERSON, Ability.WRITE)
        if ruling.reach is Reach.WHOLE:
            return each.adult
    raise Refused("adult_id", _("Choose somebody from a record that you keep."))


def _named(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise Refused("name", _("Enter their name"))
    return name


def _fill(adult: Adult, contact: Contact) -> None:
    adult.name = _named(contact.name)
    adult.channel = contact.channel
    adult.format = contact.format
    adult.language = contact.language
    adult.needs_interpreter = contact.needs_interpreter
    adult.adjustments = contact.adjustments
    sealed.put(adult, "sealed_email", contact.email.strip().lower())
    sealed.put(adult, "sealed_phone", contact.phone.strip())


@transaction.atomic
def correct_contact(
    *, actor: Actor, relationship_id: UUID, contact: Contact, version: int
) -> Adult:
    """Put right how to reach an adult: they do it themselves, or who keeps the record.

    Raises: access.audit.TurnedAway or NotHere; Refused; ChangedMeanwhile;
    Relationship.DoesNotExist. Cost: nine queries to decide, five to write.
    """
    held = Relationship.objects.select_related("adult").get(pk=relationship_id)
    _standing, ruling = require_to(
        actor,
        held.child_id,
        Part.PERSON,
        Ability.WRITE,
        InformationClass.ONE_PARENT,
    )
    is_own = held.adult.account_id == actor.account_id
    if ruling.reach is not Reach.WHOLE and not is_own:
        refused = type(ruling)(False, _("Only they themselves may change this."))
        audit.turn_away(actor, held.child_id, Part.PERSON, refused, knows_child=True)
    adult = Adult.objects.select_for_update().get(pk=held.adult_id)
    if adult.version != version:
        raise ChangedMeanwhile(_theirs(adult, contact))
    _fill(adult, contact)
    adult.version += 1
    adult.save()
    audit.record_write(
        actor,
        held.child_id,
        Part.PERSON,
        why="How to reach an adult was put right",
        what=f"relationship {held.pk}",
        ruling=ruling,
    )
    return adult


def _theirs(adult: Adult, mine: Contact) -> dict[str, object]:
    """What the other person left, where it is not what I typed."""
    left: dict[str, object] = {
        "name": adult.name,
        "email": sealed.read(adult, "sealed_email"),
        "phone": sealed.read(adult, "sealed_phone"),
        "channel": adult.channel,
        "format": adult.format,
        "language": adult.language,
        "needs_interpreter": adult.needs_interpreter,
        "adjustments": adult.adjustments,
    }
    return {
        field: value for field, value in left.items() if value != getattr(mine, field)
    }


@transaction.atomic
def end_relationship(
    *, actor: Actor, relationship_id: UUID, ended_on: date | None = None
) -> Relationship:
    """End what an adult is to a child; on that day it opens nothing any more.

    Raises: access.audit.TurnedAway or NotHere; Refused; Relationship.DoesNotExist.
    Cost: nine queries to decide, three to write.
    """
    held = Relationship.objects.select_for_update().get(pk=relationship_id)
    ruling = require_whole(actor, held.child_id, Part.PERSON, Ability.WRITE)
    day = ended_on or today()
    if held.ended_on is not None:
        raise Refused("ended_on", _("This is over already."))
    if day < held.began_on:
        raise Refused("ended_on", _("It cannot end before it began."))
    held.ended_on = day
    held.save(update_fields=["ended_on"])
    audit.record_write(
        actor,
        held.child_id,
        Part.PERSON,
        why="What an adult is to the child ended",
        what=f"relationship {held.pk}",
        ruling=ruling,
    )
    return held


@transaction.atomic
def record_order(
    *,
    actor: Actor,
    relationship_id: UUID,
    kind: str,
    narrows: bool,
    words: str,
    began_on: date,
    ended_on: date | None = None,
) -> CourtOrder:
    """Write down an order of a court that the actor has seen today.

    One that narrows takes everything from the adult but what it leaves open.

    Raises: access.audit.TurnedAway or NotHere; Refused; Relationship.DoesNotExist.
    Cost: nine queries to decide, three to write.
    """
    held = Relationship.objects.get(pk=relationship_id)
    ruling = require_whole(actor, held.child_id, Part.PERSON, Ability.WRITE)
    if ended_on is not None and ended_on < began_on:
        raise Refused("ended_on", _("It cannot end before it began."))
    order = CourtOrder(
        relationship=held,
        kind=kind,
        narrows=narrows,
        seen_on=today(),
        seen_by=actor.account_id,
        began_on=began_on,
        ended_on=ended_on,
    )
    sealed.put(order, "sealed_words", words.strip())
    order.save()
    audit.record_write(
        actor,
        held.child_id,
        Part.PERSON,
        why="An order of a court was written down",
        what=f"relationship {held.pk}",
        ruling=ruling,
    )
    return order


@transaction.atomic
def invite_adult(*, actor: Actor, relationship_id: UUID) -> Relationship:
    """Invite an adult, by e-mail, to sign in as a parent.

    What they see then follows from what they are to the child, each time anew.

    Raises: access.audit.TurnedAway or NotHere; Refused; Relationship.DoesNotExist.
    Cost: nine queries to decide, two to write, and the message.
    """
    held = Relationship.objects.select_related("adult").get(pk=relationship_id)
    ruling = require_whole(actor, held.child_id, Part.PERSON, Ability.WRITE)
    email = sealed.read(held.adult, "sealed_email")
    if not email:
        raise Refused("", _("Add their e-mail address first."))
    if held.adult.account_id is not None:
        raise Refused("", _("They can sign in already."))
    audit.record_write(
        actor,
        held.child_id,
        Part.PERSON,
        why="An adult was invited to sign in",
        what=f"relationship {held.pk}",
        ruling=ruling,
    )
    slots.invite(actor, email, Role.PARENT, f"{ADULT}{held.adult_id}")
    return held


#: How an invitation names the adult that an account will be.
ADULT = "adult:"


def open_adult(reference: str) -> Adult:
    """The adult behind a reference.

    Raises: LookupError, if there is none. Cost: one query.
    """
    kind, _colon, number = reference.partition(":")
    try:
        return Adult.objects.get(pk=UUID(number))
    except (ValueError, Adult.DoesNotExist) as problem:
        raise LookupError(kind) from problem


def begin_as_adult(account_id: UUID, reference: str) -> None:
    """Know an adult by the account with which they accepted their invitation.

    Runs in the transaction of the acceptance; harmless when done twice, and where the
    adult is known by another account already. Cost: two queries.
    """
    adult = open_adult(reference)
    if adult.account_id is None:
        Adult.objects.filter(pk=adult.pk, account_id=None).update(account_id=account_id)


def end_as_adult(account_id: UUID) -> None:
    """Know no adult by an account any more, because it ends. Cost: one query."""
    Adult.objects.filter(account_id=account_id).update(account_id=None)
