"""How like a question is to a name, or to a question that was answered by hand."""

from collections.abc import Iterable

from waymark.finding.question import Asked, Question
from waymark.finding.vocabulary import Vocabulary
from waymark.finding.words import meaningful, stem

Phrase = frozenset[str]


def phrases(texts: Iterable[str]) -> list[list[str]]:
    """Names and families' questions as the index keeps them: by their stems."""
    return [sorted({stem(word) for word in meaningful(text)}) for text in texts]


class Likeness:
    """Compares one question with the phrases of many records."""

    def __init__(self, question: Question, vocabulary: Vocabulary) -> None:
        self.rarity = vocabulary.rarity
        self.asked = [
            (rarity(asked, vocabulary), _wordings(asked)) for asked in question.asked
        ]
        self.whole = sum(weight for weight, _ in self.asked)

    def of(self, kept: Iterable[Iterable[str]]) -> float:
        """The likeness of the most alike phrase: 1 if they say the same, 0 if nothing.

        Rare words count for more, and a word that only one of the two has counts
        against it. Squared, so that one word in common is next to nothing.
        """
        return max((self._of(frozenset(phrase)) for phrase in kept), default=0.0)

    def _of(self, phrase: Phrase) -> float:
        met, said = 0.0, set[str]()
        for weight, wordings in self.asked:
            nearness, stems = _nearest(wordings, phrase)
            met += weight * nearness
            said |= stems
        of_phrase = sum(map(self.rarity, phrase))
        alike = (met + sum(map(self.rarity, said))) / (self.whole + of_phrase)
        return alike * alike


def _nearest(
    wordings: list[tuple[float, Phrase]], phrase: Phrase
) -> tuple[float, Phrase]:
    """The nearest wording that the phrase holds."""
    held = [way for way in wordings if way[1] <= phrase]
    return max(held, key=lambda way: way[0], default=(0.0, frozenset()))


def rarity(asked: Asked, vocabulary: Vocabulary) -> float:
    """How much a word of the question tells: as much as its commonest wording."""
    return min(vocabulary.rarity(stem(way.words[0])) for way in asked.wordings)


def _wordings(asked: Asked) -> list[tuple[float, Phrase]]:
    return [
        (
            way.nearness,
            frozenset(stem(word) for word in meaningful(" ".join(way.words))),
        )
        for way in asked.wordings
    ]
