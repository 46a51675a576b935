"""The story and what a child said, made ready for a page. Nothing is fetched here."""

from collections import defaultdict
from collections.abc import Collection
from copy import copy
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.people.presenters.record import address_of, day_in_words
from waymark.people.queries import Said, Story, Told, Voice
from waymark.people.telling import (
    PARTS,
    PUTS,
    READERS,
    TOPIC_BY_KEY,
    USES,
    Asked,
    Reader,
    Teller,
    Use,
)
from waymark.ui.tables import TableOf


class PartCard:
    """One part of the story on a page: each telling of it, and a way to tell it."""

    def __init__(self, asked: Asked, story: Story) -> None:
        self.title = asked.title
        self.id = f"part-{asked.key}"
        self.tellings = [
            Telling(told, story.child.pk)
            for told in story.told
            if told.key == asked.key
        ]
        self.may_tell = asked.teller in story.tells
        self.tell_at = f"{address_of(story.child.pk, 'story')}{asked.key}/"
        self.is_told = any(each.is_own for each in self.tellings)

    def without(self, items: Collection[str]) -> "PartCard":
        """The same part with some of its tellings left out."""
        left = copy(self)
        left.tellings = [each for each in self.tellings if each.id not in items]
        return left


class Telling:
    """What one person told of a part, with its day and who may read it."""

    def __init__(self, told: Told, child_id: UUID) -> None:
        self.id = f"told-{told.version.pk}"
        self.words = told.words
        self.is_own = told.is_readers
        self.is_kept = told.version.is_kept
        self.helper = told.version.helper
        self.by = told.by or _("Somebody who has left")
        self.told_on = day_in_words(told.told_on)
        self.confirmed_on = day_in_words(told.version.confirmed_on)
        self.readers = ", ".join(
            str(READERS[each]) for each in Reader if each.value in told.travels
        )
        self.confirm_at = address_of(
            child_id, "confirm_story", version_id=told.version.pk
        )


def cards(story: Story) -> list[tuple[str, list[PartCard]]]:
    """The parts under a heading for each teller; those nobody told only to tellers."""
    found = []
    for teller, heading in (
        (Teller.CHILD, _("In my own words")),
        (Teller.FAMILY, _("What the family tells")),
    ):
        parts = [PartCard(each, story) for each in PARTS if each.teller is teller]
        shown = [card for card in parts if card.tellings or card.may_tell]
        if shown:
            found.append((heading, shown))
    return found


def as_told(told: Told | None) -> dict[str, Any]:
    """What the form of a part begins with."""
    if told is None:
        return {}
    return {
        "words": told.words,
        "readers": sorted(told.travels),
        "is_kept": told.version.is_kept,
        "helper": told.version.helper,
        "number": told.version.number,
    }


def again(sent: QueryDict, number: str) -> QueryDict:
    """What was typed, beside the version that is there now, so that saving wins."""
    copy = sent.copy()
    copy["number"] = number
    return copy


class SaidCard:
    """Something a child said, on a page."""

    def __init__(self, said: Said, child_id: UUID) -> None:
        item = said.item
        self.heading = f"{item.get_medium_display()}, {day_in_words(item.said_on)}"
        self.id = f"said-{item.pk}"
        self.words = said.words
        self.asked = item.asked
        self.is_over = said.is_over
        self.is_kept = item.is_kept
        self.is_taken_back = item.taken_back_at is not None
        self.helper = ", ".join(filter(None, (item.helper, item.helper_is)))
        self.uses = ", ".join(
            str(USES[each]) for each in Use if each.value in item.permits.split()
        )
        self.board = _board_table(said)
        self.file_at = (
            reverse("files:download", args=[item.file_id]) if item.file_id else ""
        )
        self.take_back_at = (
            address_of(child_id, "take_back", item_id=item.pk)
            if said.may_take_back
            else ""
        )


def _board_table(said: Said) -> TableOf | None:
    if said.board is None:
        return None
    topic = TOPIC_BY_KEY[said.board.topic]
    rows = tuple(
        (str(word), str(PUTS[said.board.puts[symbol]]))
        for symbol, word in topic.symbols.items()
        if symbol in said.board.puts
    )
    return TableOf(topic.title, (_("Symbol"), _("Where it was put")), rows)


def boards_beside(voice: Voice) -> list[TableOf]:
    """For each topic with several boards: its symbols, and each board by its day."""
    by_topic: dict[str, list[Said]] = defaultdict(list)
    for each in voice.said:
        if each.board and each.item.taken_back_at is None:
            by_topic[each.board.topic].append(each)
    return [
        _beside(key, sorted(boards, key=lambda each: each.item.said_on))
        for key, boards in by_topic.items()
        if len(boards) > 1
    ]


def _beside(key: str, boards: list[Said]) -> TableOf:
    topic = TOPIC_BY_KEY[key]
    rows = tuple(
        (str(word), *(_put(each, symbol) for each in boards))
        for symbol, word in topic.symbols.items()
    )
    days = tuple(day_in_words(each.item.said_on) for each in boards)
    return TableOf(topic.title, (_("Symbol"), *days), rows)


def _put(said: Said, symbol: str) -> str:
    put = said.board.puts.get(symbol) if said.board else None
    return str(PUTS[put]) if put else _("Left out")
