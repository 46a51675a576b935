"""Letters of a case: what is in them, what is missing, on whom they were served."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.record import Ability, Part, Reach
from waymark.access.roles import FAMILY, Role
from waymark.casework.letters import KINDS, Contact, Ground, LetterKind, Piece, pieces
from waymark.casework.models import Episode, Letter, Served
from waymark.casework.queries.facts import facts_of
from waymark.law import RULES, Event, Kind, Reading
from waymark.law.progress import state
from waymark.law.rule import Party
from waymark.law.timeline import readings
from waymark.messages import queries as messages
from waymark.organisations import queries as organisations
from waymark.people import queries as people
from waymark.people import sealed, slots
from waymark.people.queries import Standing
from waymark.today import today

_APPEALS = "mediation-and-appeal"
_HELPERS = ("send-team", "council", "sendiass", "mediation", "sentribunal", "lgsco")


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter as somebody reads it. `own` is the copy that was served on them.

    `lost` are the copies whose messages did not arrive, for those who write letters.
    """

    letter: Letter
    kind: LetterKind
    pieces: tuple[Piece, ...]
    served: tuple[Served, ...]
    names: Mapping[UUID, str]
    own: Served | None
    standing: Standing
    lost: frozenset[UUID] = frozenset()

    @property
    def untold(self) -> tuple[Party, ...]:
        """Those who had to be told beside the family, and for whom nobody is known."""
        told = {each.party for each in self.served}
        needed = (p for p in self.kind.tells if p is not Party.EARLY_YEARS_LEAD)
        return tuple(party for party in needed if party.value not in told)

    @property
    def may_write(self) -> bool:
        """Whether whoever looks may write and send letters."""
        return bool(self.standing.may(Part.CASEWORK, Ability.WRITE))

    @property
    def missing(self) -> tuple[Piece, ...]:
        """The blocks without which it cannot go out."""
        return tuple(piece for piece in self.pieces if piece.is_missing)


def words_of(letter: Letter) -> dict[str, str]:
    """What is written into a letter, by the block. Cost: none."""
    text = sealed.read(letter, "sealed_words")
    return dict(json.loads(text)) if text else {}


def letter_of(
    actor: Actor, child_id: UUID, episode_id: UUID, letter_id: UUID
) -> LetterView:
    """One letter: for those who write letters, and for whoever it was served on.

    Raises: access.audit.TurnedAway or NotHere; Letter.DoesNotExist, also for a letter
    that is somebody else's. Cost: at most nine queries to decide, nine for a letter
    that waits and six for one that was sent.
    """
    standing = people.standing_of(actor, child_id)
    ruling = standing.may(Part.MESSAGES, Ability.READ)
    if not ruling:
        audit.turn_away(
            actor, child_id, Part.MESSAGES, ruling, knows_child=standing.knows_child
        )
    letter = Letter.objects.select_related("episode__child", "claim").get(
        pk=letter_id, episode_id=episode_id, episode__child_id=child_id
    )
    served = tuple(letter.served.select_related("adult"))
    own = own_copy(actor, standing, served)
    if own is None and not reads_all(standing):
        raise Letter.DoesNotExist
    audit.record_read(
        actor,
        child_id,
        Part.MESSAGES,
        why="Read a letter",
        what=f"letter {letter.pk}",
        ruling=ruling,
    )
    names = slots.names_of({each.account_id for each in served if each.account_id})
    kind = KINDS[letter.kind]
    made = _pieces(letter, kind)
    lost = lost_among(served) if reads_all(standing) else frozenset()
    return LetterView(letter, kind, made, served, names, own, standing, lost)


def lost_among(served: Iterable[Served]) -> frozenset[UUID]:
    """Those copies whose messages did not arrive, and went in no other way since.

    Cost: one query.
    """
    keys = {each.message_key: each.pk for each in served if not each.is_in_another_way}
    return frozenset(keys[key] for key in messages.undelivered(keys))


def reads_all(standing: Standing) -> bool:
    """Whether somebody reads every letter: the authority's people, never a family."""
    ruling = standing.may(Part.MESSAGES, Ability.READ)
    whole = ruling.reach is Reach.WHOLE and ruling.role not in FAMILY
    return bool(whole and ruling.role in _OF_THE_AUTHORITY)


_OF_THE_AUTHORITY = frozenset({Role.COORDINATOR, Role.MANAGER, Role.COMPLAINTS})


def own_copy(
    actor: Actor, standing: Standing, served: Iterable[Served]
) -> Served | None:
    """The copy that was served on whoever asks."""
    for each in served:
        if each.account_id is not None and each.account_id == actor.account_id:
            return each
        if each.adult and each.adult.account_id == actor.account_id:
            return each
    return None


def _pieces(letter: Letter, kind: LetterKind) -> tuple[Piece, ...]:
    """What a letter that waits would say today; one that was sent is kept whole."""
    if letter.sent_on is not None:
        return ()
    return pieces(kind, ground_of(letter, today()), words_of(letter))


def ground_of(letter: Letter, sent_on: date) -> Ground:
    """What a letter is made from on the day on which it is sent.

    Cost: six queries.
    """
    episode = letter.episode
    events = [each.as_event() for each in episode.happenings.all()]
    facts = facts_of(episode)
    read = {r.rule.id: r for r in readings(episode.process, events, sent_on, facts)}
    contacts = _contacts()
    authority = organisations.authority()
    duty = read.get(letter.rule)
    appeals = _appeals(sent_on)
    return Ground(
        name=episode.child.name,
        council=authority.council if authority else "",
        officer=_officer(episode),
        received_on=_began_on(episode, events, sent_on),
        decide_by=_due(read, "A03"),
        plan_by=_due(read, "A14"),
        adviser_by=appeals["D01"].due,
        appeal_by=appeals["D08"].due,
        safe_by=appeals["D08"].safe_on or appeals["D08"].act_by,
        team=contacts.get("send-team") or contacts.get("council"),
        advice=contacts.get("sendiass"),
        mediation=contacts.get("mediation"),
        tribunal=contacts.get("sentribunal"),
        ombudsman=contacts.get("lgsco"),
        duty=RULES[letter.rule].says if letter.rule else "",
        duty_by=duty.due if duty else None,
        why_lifted=_why_lifted(duty, letter.claim.code) if letter.claim else "",
    )


def _contacts() -> Mapping[str, Contact]:
    return {
        each.key: Contact(each.name, each.phone, each.email, each.website)
        for each in organisations.helpers(_HELPERS)
    }


def _officer(episode: Episode) -> str:
    """Who has the case, by name; empty where nobody has it."""
    officers = people.working_with([episode.child_id], role=Role.COORDINATOR)
    names = slots.names_of(set(officers.values()))
    return next(iter(names.values()), "")


def _began_on(episode: Episode, events: Sequence[Event], on: date) -> date | None:
    """The day of the first thing that happened, as it was corrected since."""
    done = state(episode.process, events, on).done
    return done[0].on if done else None


def _due(read: Mapping[str, Reading], rule: str) -> date | None:
    return read[rule].due if rule in read else None


def _appeals(sent_on: date) -> Mapping[str, Reading]:
    """The family's own last days, if a decision is sent on this day."""
    sent = [Event(Kind.DECISION_SENT, sent_on)]
    return {r.rule.id: r for r in readings(_APPEALS, sent, sent_on)}


def _why_lifted(duty: Reading | None, code: str) -> str:
    """The circumstance that lifts a limit, in the law's own plain words."""
    if duty is None:
        return ""
    found = (each for each in duty.exemptions if each.code == code)
    return next((each.conditions[0].says for each in found), "")


def letters_of(standing: Standing, episode: Episode) -> Sequence[Letter]:
    """The letters of a case that whoever looks may read, the newest first.

    Those who write them see all; everybody else those served on them. Cost: two.
    """
    letters = episode.letters.prefetch_related("served__adult")
    if reads_all(standing):
        return list(letters)
    return [
        each
        for each in letters
        if own_copy(standing.actor, standing, each.served.all())
    ]
