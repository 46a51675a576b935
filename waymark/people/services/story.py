"""Telling the story, saying that it is still right, and keeping what a child said."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.deciding import Ruling
from waymark.access.record import Ability, Part
from waymark.access.ties import How
from waymark.files import services as files
from waymark.files.models import StoredFile
from waymark.people import sealed
from waymark.people.models import Adult, StoryVersion, VoiceItem
from waymark.people.queries.standing import Standing
from waymark.people.queries.story import who_tells
from waymark.people.rights import birthday
from waymark.people.services.guarding import locked, require_to
from waymark.people.services.refusals import ChangedMeanwhile, Refused
from waymark.people.telling import (
    BY_KEY,
    TOPIC_BY_KEY,
    Asked,
    Put,
    Reader,
    Teller,
    Use,
)
from waymark.today import now, today

NOT_YOURS_TO_TELL = "This part is told by somebody else."


@transaction.atomic
def tell(
    *,
    actor: Actor,
    child_id: UUID,
    part: str,
    words: str,
    readers: Collection[Reader] = (),
    is_kept: bool = False,
    helper: str = "",
    language: str = "",
    number: int = 0,
) -> StoryVersion:
    """Tell a part of the story, in place of what was told before. Nothing is lost.

    Without words the part is taken back. `number` is the version that was read before
    writing; whoever writes what another has changed meanwhile is told. Only the child
    themselves keeps something of their own back.

    Raises: access.audit.TurnedAway or NotHere; Refused; ChangedMeanwhile. Cost: nine
    queries to decide, five to write.
    """
    standing, ruling = require_to(actor, child_id, Part.STORY, Ability.WRITE)
    asked = BY_KEY.get(part)
    if asked is None or asked.teller not in who_tells(standing):
        refused = Ruling(False, NOT_YOURS_TO_TELL)
        audit.turn_away(
            actor, child_id, Part.STORY, refused, knows_child=standing.knows_child
        )
    if is_kept and asked.teller is Teller.CHILD and not _is_child(standing):
        raise Refused("is_kept", _("Only the child keeps this to themselves."))
    child = locked(child_id)
    adult = _teller(actor, asked)
    last = _last(child_id, asked, adult)
    if last is not None and last.is_kept and last.told_by != actor.account_id:
        raise Refused("words", _("The child keeps this part to themselves."))
    _require_read(last, words, number)
    row = StoryVersion(
        child=child,
        adult=adult,
        part=part,
        number=(last.number if last else 0) + 1,
        language=language,
        helper=helper,
        is_kept=is_kept,
        travels=" ".join(sorted(reader.value for reader in readers)),
        told_by=actor.signed_in_as,
    )
    sealed.put(row, "sealed_words", words.strip())
    row.save()
    audit.record_write(
        actor,
        child_id,
        Part.STORY,
        why="Told a part of the story" if words.strip() else "Took back a part",
        what=f"story {row.pk}",
        ruling=ruling,
    )
    return row


def _is_child(standing: Standing) -> bool:
    return any(tie.how is How.SELF and tie.holds(standing.at) for tie in standing.ties)


def _teller(actor: Actor, asked: Asked) -> Adult | None:
    if asked.teller is Teller.CHILD:
        return None
    return Adult.objects.get(account_id=actor.signed_in_as)


def _last(child_id: UUID, asked: Asked, adult: Adult | None) -> StoryVersion | None:
    held = StoryVersion.objects.filter(child_id=child_id, part=asked.key, adult=adult)
    return held.order_by("-number").first()


def _require_read(last: StoryVersion | None, words: str, number: int) -> None:
    """Raises: ChangedMeanwhile, where somebody wrote since the page was opened."""
    if last is None or last.number == number:
        return
    theirs = sealed.read(last, "sealed_words")
    if theirs != words.strip():
        raise ChangedMeanwhile({"words": theirs})


@transaction.atomic
def confirm(*, actor: Actor, child_id: UUID, version_id: UUID) -> StoryVersion:
    """Say that a part is still right, today.

    Raises: access.audit.TurnedAway or NotHere; StoryVersion.DoesNotExist. Cost: nine
    queries to decide, three to write.
    """
    standing, ruling = require_to(actor, child_id, Part.STORY, Ability.WRITE)
    row = StoryVersion.objects.get(pk=version_id, child_id=child_id)
    own = row.told_by == actor.account_id
    if not own and (row.adult_id is not None or row.is_kept):
        refused = Ruling(False, NOT_YOURS_TO_TELL)
        audit.turn_away(
            actor, child_id, Part.STORY, refused, knows_child=standing.knows_child
        )
    row.confirmed_on = today()
    row.save(update_fields=["confirmed_on"])
    audit.record_write(
        actor,
        child_id,
        Part.STORY,
        why="Said that a part is still right",
        what=f"story {row.pk}",
        ruling=ruling,
    )
    return row


# ---- what a child said ---------------------------------------------------------------

#: A child is asked again after this many years.
ASKED_AGAIN_AFTER = 1


@dataclass(frozen=True, slots=True)
class Saying:
    """What a child said: how, to which question, with whose help, and for what."""

    medium: str
    words: str = ""
    asked: str = ""
    helper: str = ""
    helper_is: str = ""
    language: str = ""
    said_on: date | None = None
    is_kept: bool = False
    permits: tuple[Use, ...] = ()
    readers: tuple[Reader, ...] = ()
    topic: str = ""
    puts: Mapping[str, Put] | None = None
    file_id: UUID | None = None


#: These are kept as a file, and say in words what is to be seen or heard.
AS_A_FILE = frozenset(
    {
        VoiceItem.Medium.DRAWING,
        VoiceItem.Medium.PHOTO,
        VoiceItem.Medium.AUDIO,
        VoiceItem.Medium.VIDEO,
    }
)


@transaction.atomic
def keep_voice(*, actor: Actor, child_id: UUID, saying: Saying) -> VoiceItem:
    """Keep something a child said, with what they allow it to be used for.

    It is asked about again a year after it was said.

    Raises: access.audit.TurnedAway or NotHere; Refused. Cost: nine queries to decide,
    three to write.
    """
    standing, ruling = require_to(actor, child_id, Part.STORY, Ability.WRITE)
    own = _is_child(standing)
    day = saying.said_on or today()
    _require_said(saying, day, own=own)
    row = VoiceItem(
        child=locked(child_id),
        medium=saying.medium,
        asked=saying.asked,
        file_id=saying.file_id,
        language=saying.language,
        helper=saying.helper,
        helper_is=saying.helper_is,
        said_on=day,
        is_kept=saying.is_kept,
        permits=" ".join(sorted(use.value for use in saying.permits)),
        travels=" ".join(sorted(reader.value for reader in saying.readers)),
        expires_on=birthday(day, ASKED_AGAIN_AFTER),
        recorded_by=actor.signed_in_as,
    )
    sealed.put(row, "sealed_words", saying.words.strip())
    if saying.puts:
        board = {"topic": saying.topic, "puts": dict(saying.puts)}
        sealed.put(row, "sealed_board", json.dumps(board, sort_keys=True))
    row.save()
    if saying.file_id is not None:
        _attach(saying.file_id, row)
    audit.record_write(
        actor,
        child_id,
        Part.STORY,
        why="Kept something the child said",
        what=f"voice {row.pk}",
        ruling=ruling,
    )
    return row


#: How a file says that it belongs to something a child said.
VOICE = "voice:"


def _attach(file_id: UUID, row: VoiceItem) -> None:
    try:
        files.attach(file_id, f"{VOICE}{row.pk}")
    except files.NotAccepted as problem:
        raise Refused("file", str(problem)) from problem


def keep_file(
    *, actor: Actor, child_id: UUID, upload: UploadedFile[bytes]
) -> StoredFile:
    """Keep a drawing, photo, recording or film until the rest is said about it.

    Raises: access.audit.TurnedAway or NotHere; files.services.NotAccepted. Cost: nine
    queries to decide, two to write.
    """
    _standing, ruling = require_to(actor, child_id, Part.STORY, Ability.WRITE)
    row = files.keep(upload, actor=actor, room=ROOM, child_id=child_id, part=Part.STORY)
    audit.record_write(
        actor,
        child_id,
        Part.STORY,
        why="Uploaded something the child said",
        what=f"file {row.pk}",
        ruling=ruling,
    )
    return row


#: By which name this room answers for its files.
ROOM = "people"


def _require_said(saying: Saying, day: date, *, own: bool) -> None:
    if day > today():
        raise Refused("said_on", _("This day is still to come."))
    if saying.is_kept and not own:
        raise Refused("is_kept", _("Only the child keeps this to themselves."))
    if not own and not saying.helper.strip():
        raise Refused("helper", _("Enter who helped the child to say it"))
    if saying.medium == VoiceItem.Medium.SYMBOLS:
        _require_board(saying)
    elif not saying.words.strip():
        raise Refused("words", _("Enter what they said, in words"))
    if saying.medium in AS_A_FILE and saying.file_id is None:
        raise Refused("file", _("Choose the file"))


def _require_board(saying: Saying) -> None:
    topic = TOPIC_BY_KEY.get(saying.topic)
    if topic is None:
        raise Refused("topic", _("Choose what the board is about"))
    if not saying.puts or not set(saying.puts) <= set(topic.symbols):
        raise Refused("", _("Put at least one symbol somewhere"))


@transaction.atomic
def take_back(*, actor: Actor, child_id: UUID, item_id: UUID) -> VoiceItem:
    """Take back something that was said; from now on it opens to the child alone.

    The child takes back anything of theirs, and whoever wrote it down for them that.

    Raises: access.audit.TurnedAway or NotHere; VoiceItem.DoesNotExist. Cost: nine
    queries to decide, three to write.
    """
    standing, ruling = require_to(actor, child_id, Part.STORY, Ability.WRITE)
    row = VoiceItem.objects.get(pk=item_id, child_id=child_id)
    if not _is_child(standing) and row.recorded_by != actor.account_id:
        refused = Ruling(False, NOT_YOURS_TO_TELL)
        audit.turn_away(
            actor, child_id, Part.STORY, refused, knows_child=standing.knows_child
        )
    if row.taken_back_at is None:
        row.taken_back_at = now()
        row.save(update_fields=["taken_back_at"])
    audit.record_write(
        actor,
        child_id,
        Part.STORY,
        why="Took back something the child said",
        what=f"voice {row.pk}",
        ruling=ruling,
    )
    return row
