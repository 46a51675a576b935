"""What somebody typed, understood word by word: slips mended, other words added."""

from collections.abc import Iterator
from dataclasses import dataclass

from waymark.finding import ranking
from waymark.finding.synonyms import Synonyms
from waymark.finding.urgent import is_urgent
from waymark.finding.vocabulary import Vocabulary
from waymark.finding.words import (
    is_stop_word,
    plain_words,
    stem,
    telephone_numbers,
)


@dataclass(frozen=True, slots=True)
class Wording:
    """One way a record may word a thing, and how near that is to what was asked.

    `stands_for` is the part of the question that another word was found for.
    """

    words: tuple[str, ...]
    nearness: float
    stands_for: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One meaningful word of the question with everything that would answer it."""

    word: str
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Mending:
    """A mistyped word and the words that were searched for instead."""

    typed: str
    meant: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question ready to be matched. `cut` says that its end was left out."""

    asked: tuple[Asked, ...] = ()
    mendings: tuple[Mending, ...] = ()
    mended: str = ""
    urgent: bool = False
    cut: bool = False


def understand(
    text: str, *, vocabulary: Vocabulary, synonyms: Synonyms, literal: bool = False
) -> Question:
    """Read a question. Total: any text at all gives a question, perhaps an empty one.

    `literal` takes every word as it was typed and mends nothing.
    """
    typed, cut = _typed(text)
    reader = _Reader(typed, vocabulary, synonyms, literal)
    return Question(
        asked=tuple(reader.asked()),
        mendings=tuple(reader.mendings),
        mended=" ".join(reader.mended),
        urgent=is_urgent(text[: ranking.MOST_CHARACTERS]),
        cut=cut,
    )


def _typed(text: str) -> tuple[list[str], bool]:
    """The words to look for: telephone numbers as one, and no more than enough."""
    kept = text[: ranking.MOST_CHARACTERS]
    numbers = telephone_numbers(kept)
    found = numbers or plain_words(kept)
    cut = len(text) > len(kept) or len(found) > ranking.MOST_WORDS
    return found[: ranking.MOST_WORDS], cut


class _Reader:
    """Goes through the words once, remembering what it mended."""

    def __init__(
        self,
        typed: list[str],
        vocabulary: Vocabulary,
        synonyms: Synonyms,
        literal: bool,
    ) -> None:
        self.vocabulary = vocabulary
        self.synonyms = synonyms
        self.literal = literal
        self.mendings: list[Mending] = []
        self.mended: list[str] = []
        self.wordings = [(word, self._wordings(word)) for word in typed]

    def asked(self) -> Iterator[Asked]:
        """Every meaningful word; all of them if the question has no other."""
        said = [(w, ways) for w, ways in self.wordings if not is_stop_word(w)]
        said = said or self.wordings
        others = self._other_words([ways[0].words[0] for _, ways in said])
        joined = self._joined([word for word, _ in said])
        for place, (word, ways) in enumerate(said):
            yield Asked(word, (*ways, *others[place], *joined[place]))

    def _wordings(self, word: str) -> tuple[Wording, ...]:
        """The word itself if it is known, and otherwise what was meant by it."""
        ways = () if self.literal or self._is_known(word) else self._meant_by(word)
        self.mended.append(
            ways[0].words[0] if len(ways) and ways[0].nearness == ranking.SLIP else word
        )
        return ways or (Wording((word,), ranking.EXACT),)

    def _is_known(self, word: str) -> bool:
        return word in self.vocabulary or is_stop_word(word)

    def _meant_by(self, word: str) -> tuple[Wording, ...]:
        return (
            self._as_parts(word) if not word.isalpha() else self._as_slip(word)
        ) or self._as_beginning(word)

    def _as_slip(self, word: str) -> tuple[Wording, ...]:
        meant = self.vocabulary.meant_by(word)
        if not meant:
            return self._as_parts(word)
        self.mendings.append(Mending(word, tuple(meant)))
        first = Wording((meant[0],), ranking.SLIP)
        rest = (Wording((other,), ranking.SLIP_OF_ANOTHER) for other in meant[1:])
        return (first, *rest)

    def _as_beginning(self, word: str) -> tuple[Wording, ...]:
        found = self.vocabulary.beginning_with(word)
        return tuple(Wording((known,), ranking.BEGINNING) for known in found)

    def _as_parts(self, word: str) -> tuple[Wording, ...]:
        parts = self.vocabulary.parts_of(word)
        return (Wording(parts, ranking.EXACT),) if parts else ()

    def _other_words(self, said: list[str]) -> list[list[Wording]]:
        """For each word, what else the thing it belongs to may be called."""
        others: list[list[Wording]] = [[] for _ in said]
        stems = [stem(word) for word in said]
        for place in range(len(said)):
            for length, phrases in self.synonyms.at(stems, place):
                whole = " ".join(said[place : place + length])
                ways = [
                    Wording(tuple(plain_words(phrase)), ranking.SYNONYM, whole)
                    for phrase in phrases
                ]
                for within in range(place, place + length):
                    others[within] += ways
        return others

    def _joined(self, said: list[str]) -> list[list[Wording]]:
        """ "pre school" is also looked for as "preschool", when that is published."""
        ways: list[list[Wording]] = [[] for _ in said]
        for place, (one, next_one) in enumerate(zip(said, said[1:], strict=False)):
            if one + next_one in self.vocabulary:
                way = Wording((one + next_one,), ranking.EXACT)
                ways[place].append(way)
                ways[place + 1].append(way)
        return ways
