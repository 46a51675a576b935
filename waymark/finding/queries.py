"""The one search over everything that is published."""

from collections.abc import Callable
from dataclasses import dataclass

from waymark.finding import matching, ranking, sources
from waymark.finding.index import (
    Answer,
    Opened,
    OutOfOrder,
    guarded,
    live,
    mended,
)
from waymark.finding.question import Asked, Mending, Question, understand
from waymark.finding.snippets import Segment, snippet
from waymark.finding.sources import Record
from waymark.finding.urgent import is_urgent
from waymark.finding.words import stem, stems


@dataclass(frozen=True, slots=True)
class OtherWord:
    """Why a record was found though it does not say what was typed."""

    typed: str
    said: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: where it is, and why it is here."""

    id: str
    kind: str
    kind_words: str
    name: str
    address: str
    snippet: tuple[Segment, ...]
    why: tuple[OtherWord, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found, and what it did with the words.

    `mendings` says which words were taken for slips. `urgent` asks the page to put
    help in an emergency first. `asleep` means that searching is impossible now.
    """

    text: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    page: int = 1
    pages: int = 0
    literal: bool = False
    mendings: tuple[Mending, ...] = ()
    mended: str = ""
    urgent: bool = False
    cut: bool = False
    asleep: bool = False


def search(text: str, *, page: int = 1, literal: bool = False) -> Results:
    """Everything published that answers a question in a family's own words.

    Total: any text gives an answer. A page past the last gives the last. The words
    are neither kept nor logged.
    Cost: no query of the database, except when the index must be built again.
    """
    try:
        return answered(lambda index: _search(index, text, page, literal))
    except OutOfOrder:
        urgent = is_urgent(text[: ranking.MOST_CHARACTERS])
        return Results(text, literal=literal, urgent=urgent, asleep=True)


def answered(ask: Callable[[Opened], Answer]) -> Answer:
    """Ask the live index; if it fails meanwhile, build it again and ask once more.

    Raises: OutOfOrder if that is of no use.
    """
    index = _index()
    try:
        return guarded(lambda: ask(index))
    except OutOfOrder:
        again = mended(broken=index.build)
        return guarded(lambda: ask(again))


def _index() -> Opened:
    try:
        return live()
    except OutOfOrder:
        return mended()


def _search(index: Opened, text: str, page: int, literal: bool) -> Results:
    question = understand(
        text, vocabulary=index.vocabulary, synonyms=index.synonyms, literal=literal
    )
    found = matching.matches(index, question)
    pages = -(-len(found) // ranking.PAGE)
    page = max(1, min(page, pages))
    shown = found[(page - 1) * ranking.PAGE : page * ranking.PAGE]
    return Results(
        text,
        hits=tuple(_hit(matching.record_at(index, match), question) for match in shown),
        total=len(found),
        page=page,
        pages=pages,
        literal=literal,
        mendings=question.mendings,
        mended=question.mended,
        urgent=question.urgent,
        cut=question.cut,
    )


def _hit(record: Record, question: Question) -> Hit:
    return Hit(
        id=record.id,
        kind=record.kind,
        kind_words=sources.words_of_kind(record.kind),
        name=record.name,
        address=record.address,
        snippet=snippet(record.summary, record.text, _wanted(question)),
        why=tuple(other_words(question, record)),
    )


def _stems(record: Record) -> set[str]:
    said = (record.name, record.summary, record.text)
    whole = " ".join([*said, *record.lay_words, *record.topics])
    return stems(whole)


def _wanted(question: Question) -> set[str]:
    """Stems to mark: what was typed, and single words that stand for it."""
    return {
        stem(way.words[0])
        for asked in question.asked
        for way in asked.wordings
        if len(way.words) == 1
    }


def other_words(question: Question, record: Record) -> list[OtherWord]:
    """Where a record was found by other words than were typed: both, in order."""
    if not any(way.stands_for for asked in question.asked for way in asked.wordings):
        return []
    said = _stems(record)
    reasons = (_other_word(asked, said) for asked in question.asked)
    return list(dict.fromkeys(reason for reason in reasons if reason))


def words_said(question: Question, record: Record) -> list[str]:
    """The words of the question that a record itself says, as they were asked."""
    said = _stems(record)
    return [
        asked.word
        for asked in question.asked
        if stem(asked.wordings[0].words[0]) in said
    ]


def _other_word(asked: Asked, said: set[str]) -> OtherWord | None:
    """The words the record uses for a thing, when they are not the ones typed."""
    for way in asked.wordings:
        if all(stem(word) in said for word in way.words):
            other = OtherWord(way.stands_for, " ".join(way.words))
            return other if way.stands_for else None
    return None
