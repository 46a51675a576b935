"""The story as far as somebody may read it, and what a child said."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast
from uuid import UUID

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.deciding import Ruling
from waymark.access.record import Ability, InformationClass, Part, Reach
from waymark.access.roles import Role
from waymark.access.ties import How
from waymark.files.models import StoredFile
from waymark.people import sealed, slots
from waymark.people.models import Child, StoryVersion, VoiceItem
from waymark.people.queries.standing import Standing, standing_of
from waymark.people.telling import BY_KEY, PARTS, READER_OF, Asked, Put, Teller
from waymark.today import LONDON, today


@dataclass(frozen=True, slots=True)
class Told:
    """One part as it was last told: by whom, when, for whom, and still right when."""

    version: StoryVersion
    asked: Asked
    words: str
    by: str
    told_on: date
    travels: frozenset[str]
    is_readers: bool

    @property
    def key(self) -> str:
        """The part's key."""
        return self.asked.key


@dataclass(frozen=True, slots=True)
class Story:
    """The story of a child, as one reader sees it."""

    child: Child
    told: tuple[Told, ...]
    tells: frozenset[Teller]
    standing: Standing

    def own(self, asked: Asked) -> Told | None:
        """What the reader themselves told of a part, or may tell for the child."""
        for each in self.told:
            if each.key == asked.key and each.is_readers:
                return each
        return None


def story_of(actor: Actor, child_id: UUID, *, why: str = "Read the story") -> Story:
    """The parts of the story that the actor may read, each as it was last told.

    Raises: access.audit.TurnedAway or NotHere. Cost: at most thirteen queries.
    """
    standing, ruling, child = _opened(actor, child_id, why)
    latest = _latest(StoryVersion.objects.filter(child_id=child_id))
    seen = [
        each
        for each in latest
        if each.sealed_words and _may_read(each, standing, ruling)
    ]
    names = slots.names_of({each.told_by for each in seen})
    tells = who_tells(standing)
    return Story(
        child=child,
        told=tuple(_told(each, names, standing, tells) for each in seen),
        tells=tells,
        standing=standing,
    )


def _opened(actor: Actor, child_id: UUID, why: str) -> tuple[Standing, Ruling, Child]:
    standing = standing_of(actor, child_id)
    ruling = standing.may(Part.STORY, Ability.READ)
    child = Child.objects.filter(pk=child_id).first() if ruling else None
    if child is None:
        audit.turn_away(
            actor, child_id, Part.STORY, ruling, knows_child=standing.knows_child
        )
    audit.record_read(actor, child_id, Part.STORY, why=why, ruling=ruling)
    return standing, ruling, child


def _latest(versions: Iterable[StoryVersion]) -> list[StoryVersion]:
    """The newest version of each part and teller, in the order of the parts."""
    newest: dict[tuple[str, UUID | None], StoryVersion] = {}
    for each in versions:
        held = newest.setdefault((each.part, each.adult_id), each)
        if each.number > held.number:
            newest[each.part, each.adult_id] = each
    order = [asked.key for asked in PARTS]
    known = [each for each in newest.values() if each.part in order]
    return sorted(known, key=lambda each: (order.index(each.part), each.told_at))


def _may_read(version: StoryVersion, standing: Standing, ruling: Ruling) -> bool:
    if version.told_by == standing.actor.account_id:
        return True
    if version.is_kept:
        kind = (
            InformationClass.CHILDS_OWN
            if version.adult_id is None
            else InformationClass.ONE_PARENT
        )
        guarded = standing.may(Part.STORY, Ability.READ, kind)
        return bool(guarded) and (
            version.adult_id is None or guarded.reach is Reach.WHOLE
        )
    return is_open_to(ruling, version.travels)


def is_open_to(ruling: Ruling, travels: str) -> bool:
    """Whether what nobody keeps back is open, by the reach of somebody's right.

    To those with the whole, to a parent, and else to the kinds of people whom the
    family chose. In an emergency it is.
    """
    if ruling.reach is Reach.WHOLE or ruling.role is Role.PARENT:
        return True
    if ruling.role is None or ruling.role not in READER_OF:
        return False
    return READER_OF[ruling.role].value in travels.split()


def _told(
    version: StoryVersion,
    names: Mapping[UUID, str],
    standing: Standing,
    tells: frozenset[Teller],
) -> Told:
    asked = BY_KEY[version.part]
    own = version.told_by == standing.actor.account_id
    for_child = version.adult_id is None and Teller.CHILD in tells
    return Told(
        version=version,
        asked=asked,
        words=sealed.read(version, "sealed_words"),
        by=names.get(version.told_by, ""),
        told_on=version.told_at.astimezone(LONDON).date(),
        travels=frozenset(version.travels.split()),
        is_readers=own or for_child,
    )


def who_tells(standing: Standing) -> frozenset[Teller]:
    """Whose parts the reader may tell: a child its own, a parent theirs and with the
    child the child's.
    """
    if not standing.may(Part.STORY, Ability.WRITE):
        return frozenset()
    held = {tie.role for tie in standing.ties if tie.holds(standing.at)}
    found = set()
    if held & {Role.CHILD, Role.YOUNG_PERSON}:
        found.add(Teller.CHILD)
    if Role.PARENT in held:
        found |= {Teller.CHILD, Teller.FAMILY}
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A version of a part: its words, who told it, and when."""

    number: int
    words: str
    by: str
    told_at: datetime


def versions_of(story: Story, asked: Asked) -> tuple[Earlier, ...]:
    """Every version of a part that the reader may tell, the newest first.

    What the child keeps back opens to nobody else, an older version of it neither.
    Cost: two queries.
    """
    own = story.own(asked)
    if own is None:
        return ()
    rows = StoryVersion.objects.filter(
        child_id=story.child.pk, part=asked.key, adult=own.version.adult
    ).order_by("-number")
    ruling = story.standing.may(Part.STORY, Ability.READ)
    seen = [row for row in rows if _may_read(row, story.standing, ruling)]
    names = slots.names_of({row.told_by for row in seen})
    return tuple(
        Earlier(
            row.number,
            sealed.read(row, "sealed_words"),
            names.get(row.told_by, ""),
            row.told_at,
        )
        for row in seen
    )


# ---- what a child said ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Board:
    """A symbol board as it was made: its topic, and where each symbol was put."""

    topic: str
    puts: dict[str, Put]

    @classmethod
    def read(cls, text: str) -> "Board | None":
        """The board of a sealed field; None where there is none."""
        if not text:
            return None
        held = json.loads(text)
        puts = {symbol: Put(put) for symbol, put in held["puts"].items()}
        return cls(held["topic"], puts)


@dataclass(frozen=True, slots=True)
class Said:
    """Something a child said, with what is known of how."""

    item: VoiceItem
    words: str
    board: Board | None
    is_over: bool
    may_take_back: bool


@dataclass(frozen=True, slots=True)
class Voice:
    """What a child said, as one reader hears it."""

    child: Child
    said: tuple[Said, ...]
    may_add: bool
    standing: Standing


def voice_of(
    actor: Actor, child_id: UUID, *, why: str = "Read what they said"
) -> Voice:
    """What a child said, as far as the actor may hear it; the newest first.

    Raises: access.audit.TurnedAway or NotHere. Cost: at most eleven queries.
    """
    standing, ruling, child = _opened(actor, child_id, why)
    own = _is_child(standing)
    rows = VoiceItem.objects.filter(child_id=child_id)
    heard = [row for row in rows if own or _may_hear(row, standing, ruling)]
    return Voice(
        child=child,
        said=tuple(_said(row, own=own, reader=actor.account_id) for row in heard),
        may_add=bool(standing.may(Part.STORY, Ability.WRITE)),
        standing=standing,
    )


def may_read_file(actor: Actor, file: StoredFile) -> Ruling:
    """Whether the actor may read a file of something a child said.

    One that belongs to nothing yet is read by the one who uploaded it. Cost: at most
    nine queries.
    """
    child_id = cast(UUID, file.child_id)
    standing = standing_of(actor, child_id)
    ruling = standing.may(Part.STORY, Ability.READ)
    item = VoiceItem.objects.filter(child_id=child_id, file_id=file.pk).first()
    if item is None:
        own = file.kept_by is not None and file.kept_by == actor.account_id
        return ruling if own else _CLOSED
    if not ruling or not (_is_child(standing) or _may_hear(item, standing, ruling)):
        return _CLOSED
    return ruling


_CLOSED = Ruling(False, "This file is not open to you.")


def _is_child(standing: Standing) -> bool:
    return any(tie.how is How.SELF and tie.holds(standing.at) for tie in standing.ties)


def _may_hear(item: VoiceItem, standing: Standing, ruling: Ruling) -> bool:
    """Nothing kept or taken back; what has run out, only its helper and a parent."""
    if item.is_kept or item.taken_back_at is not None:
        return False
    if item.recorded_by == standing.actor.account_id or ruling.role is Role.PARENT:
        return True
    return item.expires_on > today() and is_open_to(ruling, item.travels)


def _said(item: VoiceItem, *, own: bool, reader: UUID | None) -> Said:
    return Said(
        item=item,
        words=sealed.read(item, "sealed_words"),
        board=Board.read(sealed.read(item, "sealed_board")),
        is_over=item.expires_on <= today(),
        may_take_back=item.taken_back_at is None
        and (own or item.recorded_by == reader),
    )
