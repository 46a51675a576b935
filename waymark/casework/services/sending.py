"""Sending a letter: on whom it is served, what happens by it, what begins."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.record import Ability, Part
from waymark.access.roles import Role
from waymark.casework.kinds import LETTER, LETTER_IS_THERE, TOLD
from waymark.casework.letters import KINDS, LetterKind, pieces
from waymark.casework.letters.document import html_of, text_of
from waymark.casework.models import Episode, Letter, Served
from waymark.casework.queries.letters import ground_of, words_of
from waymark.casework.services.steps import add_happening, require_in_order
from waymark.casework.services.writing import held_letter
from waymark.law.events import Event, Kind
from waymark.law.rule import Party
from waymark.law.service import ServedBy, served
from waymark.messages import services as messages
from waymark.organisations import queries as organisations
from waymark.people import queries as people
from waymark.people import sealed, slots
from waymark.people.queries import Recipient
from waymark.people.services import Refused
from waymark.people.services.guarding import require_to
from waymark.people.services.reaching import Said, serve
from waymark.today import now, today


@transaction.atomic
def send_letter(
    *, actor: Actor, child_id: UUID, episode_id: UUID, letter_id: UUID
) -> Letter:
    """Send a letter today: to each of the family, and to those told beside it.

    Nothing goes out while a block that the letter needs is empty, or while there is no
    way to somebody of the family. The limits of the council end on this day; each
    recipient's own day of service is kept beside it. A decision counts from here, and
    where it can be appealed, the process of the appeal begins.

    Raises: access.audit.TurnedAway or NotHere; Letter.DoesNotExist; Refused. Cost:
    nine queries to decide, about fifteen to write, and those of a message for each.
    Source: SEND Regulations 2014, regulations 4 and 5.
    """
    _standing, ruling = require_to(actor, child_id, Part.CASEWORK, Ability.WRITE)
    letter = held_letter(child_id, episode_id, letter_id)
    kind = KINDS[letter.kind]
    html = _whole(letter, kind)
    _freeze(letter, html, actor)
    _serve_family(letter, kind, html)
    _tell_others(letter, kind)
    _happen(actor, letter, kind)
    audit.record_write(
        actor,
        child_id,
        Part.MESSAGES,
        why="A letter was sent",
        what=f"letter {letter.pk}",
        ruling=ruling,
    )
    return letter


def _whole(letter: Letter, kind: LetterKind) -> str:
    """The letter as it goes out. Raises: Refused, naming each block that is empty."""
    ground = ground_of(letter, today())
    made = pieces(kind, ground, words_of(letter))
    missing = [str(piece.block.title) for piece in made if piece.is_missing]
    if missing:
        raise Refused(
            "", _("It cannot go out yet. Still empty: %s.") % "; ".join(missing)
        )
    return html_of(letter, kind, made, ground, today())


def _freeze(letter: Letter, html: str, actor: Actor) -> None:
    letter.sent_on, letter.sent_by = today(), actor.account_id
    letter.digest = hashlib.sha256(html.encode()).hexdigest()
    sealed.put(letter, "sealed_document", html)
    letter.save(update_fields=["sent_on", "sent_by", "digest", "sealed_document"])


def _serve_family(letter: Letter, kind: LetterKind, html: str) -> None:
    """Raises: Refused, where there is no way to somebody, or nobody to serve it on."""
    found = people.recipients_of(letter.episode.child_id, Part.MESSAGES)
    recipients = [each for each in found if not each.is_kept]
    if not recipients:
        raise Refused("", _("Nobody of the family is to have letters. Add who is."))
    words = text_of(html)
    for each in recipients:
        key = _copy(letter, each).message_key
        by = serve(
            each,
            notice=Said(key, LETTER_IS_THERE, _blanks(kind)),
            whole=Said(key, LETTER, {"words": words}),
        )
        if by is None:
            raise Refused(
                "",
                _("There is no way to reach %s. Add an address or an e-mail first.")
                % each.name,
            )
        _keep(_copy(letter, each), by)


def _blanks(kind: LetterKind) -> dict[str, str]:
    return {"says": str(kind.says), "address": f"{settings.WEBSITE}/my/"}


def _copy(letter: Letter, recipient: Recipient) -> Served:
    """The copy of one recipient, before it is known how it goes."""
    account_id = None if recipient.adult else recipient.account_id
    return Served(letter=letter, adult=recipient.adult, account_id=account_id)


def _keep(copy: Served, by: ServedBy) -> None:
    copy.by, copy.sent_on = by.value, today()
    copy.served_on = served(copy.sent_on, by)
    copy.save()


# ---- those told beside the family ----------------------------------------------------


@dataclass(frozen=True, slots=True)
class Beside:
    """Somebody who is told beside the family, and in which part."""

    party: Party
    account_id: UUID


def _tell_others(letter: Letter, kind: LetterKind) -> None:
    told = list(_others(letter.episode, kind.tells))
    emails = slots.emails_of({each.account_id for each in told})
    for each in told:
        if each.account_id not in emails:
            continue
        copy = Served(letter=letter, account_id=each.account_id, party=each.party.value)
        messages.write(
            key=copy.message_key,
            kind=TOLD,
            to=emails[each.account_id],
            blanks={"says": str(kind.says), "address": f"{settings.WEBSITE}/cases/"},
        )
        _keep(copy, ServedBy.EMAIL)


def _others(episode: Episode, parties: Iterable[Party]) -> Iterator[Beside]:
    """Who stands for each party in this case, each account once."""
    seen: set[UUID] = set()
    for party in parties:
        for account_id in sorted(_standing_for(episode, party) - seen):
            seen.add(account_id)
            yield Beside(party, account_id)


def _standing_for(episode: Episode, party: Party) -> set[UUID]:
    if party is Party.COMMISSIONER:
        return organisations.holders_of([Role.DESIGNATED_OFFICER], today())
    child = [episode.child_id]
    if party is Party.SOCIAL_CARE:
        found = people.working_with(child, role=Role.SOCIAL_WORKER)
        return set(found.values())
    return people.senco_of(episode.child_id)


# ---- what happens by it --------------------------------------------------------------


def _happen(actor: Actor, letter: Letter, kind: LetterKind) -> None:
    """Raises: Refused, in the law's own sentence where the step does not fit."""
    if kind.happening is None:
        return
    episode, day = letter.episode, today()
    require_in_order(episode, Event(kind.happening, day))
    add_happening(actor, episode, kind.happening, day)
    if kind.opens:
        _open(actor, episode, kind.opens)


def _open(actor: Actor, episode: Episode, process: str) -> None:
    opened = Episode.objects.create(
        child=episode.child,
        process=process,
        asked_by=episode.asked_by,
        channel=episode.channel,
        opened_by=actor.account_id,
    )
    add_happening(actor, opened, Kind.DECISION_SENT, today())


@transaction.atomic
def serve_in_another_way(
    *,
    actor: Actor,
    child_id: UUID,
    episode_id: UUID,
    letter_id: UUID,
    served_id: UUID,
    by: ServedBy,
    on: date,
) -> Served:
    """Write down that a copy went by post or by hand, as where a message came back.

    Its recipient's own day of service follows; the day on which the council sent the
    letter stays. Raises: access.audit.TurnedAway or NotHere; Served.DoesNotExist;
    Refused. Cost: nine queries to decide, three to write.
    """
    _standing, ruling = require_to(actor, child_id, Part.CASEWORK, Ability.WRITE)
    copy = (
        Served.objects.select_for_update(of=("self",))
        .select_related("letter")
        .get(
            pk=served_id,
            letter_id=letter_id,
            letter__episode_id=episode_id,
            letter__episode__child_id=child_id,
        )
    )
    if on > today():
        raise Refused("on", _("This day is still to come."))
    if copy.letter.sent_on is None or on < copy.letter.sent_on:
        raise Refused("on", _("This day comes before the letter was sent."))
    copy.by, copy.sent_on, copy.served_on = by.value, on, served(on, by)
    copy.is_in_another_way = True
    copy.save()
    audit.record_write(
        actor,
        child_id,
        Part.MESSAGES,
        why="A letter was served in another way",
        what=f"copy {copy.pk}",
        ruling=ruling,
    )
    return copy


@transaction.atomic
def mark_read(*, actor: Actor, served_id: UUID) -> None:
    """Keep the moment at which somebody first opened the copy served on them.

    Cost: one change.
    """
    held = Served.objects.filter(pk=served_id, read_at=None)
    held.filter(account_id=actor.account_id).update(read_at=now()) or held.filter(
        adult__account_id=actor.account_id
    ).update(read_at=now())
