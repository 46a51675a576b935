"""What a question of "my dates" is. Data only; the questions stand beside this file.

Words are written to a parent; `words.said` turns them to whoever asks.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from waymark.law.events import Kind


@dataclass(frozen=True, slots=True)
class DayOf:
    """On what day something happened. Its name in the address is the event's kind.

    `what` names the day in messages: "the day the council got the request".
    """

    kind: Kind
    label: str
    what: str
    hint: str = ""

    @property
    def name(self) -> str:
        return self.kind.value

    @property
    def days(self) -> tuple[str, ...]:
        return (self.name,)

    @property
    def kinds(self) -> frozenset[Kind]:
        return frozenset({self.kind})


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """The day an event set for something still to come: a meeting, a review.

    `after` names the questions whose days cannot be before the event itself.
    """

    kind: Kind
    name: str
    label: str
    what: str
    hint: str = ""
    after: tuple[str, ...] = ()

    @property
    def days(self) -> tuple[str, ...]:
        return (self.name,)

    @property
    def kinds(self) -> frozenset[Kind]:
        return frozenset({self.kind})


@dataclass(frozen=True, slots=True)
class OneOf:
    """Which of several things happened, and on what day."""

    name: str
    label: str
    choices: tuple[tuple[Kind, str], ...]
    day_label: str
    what: str
    hint: str = ""

    @property
    def day_name(self) -> str:
        return f"{self.name}-on"

    @property
    def days(self) -> tuple[str, ...]:
        return (self.day_name,)

    @property
    def kinds(self) -> frozenset[Kind]:
        return frozenset(kind for kind, _ in self.choices)


@dataclass(frozen=True, slots=True)
class FactDay:
    """A day that is no event of the process, such as the day a school closed."""

    name: str
    label: str
    what: str
    hint: str = ""
    may_be_to_come: bool = True

    @property
    def days(self) -> tuple[str, ...]:
        return (self.name,)

    @property
    def kinds(self) -> frozenset[Kind]:
        return frozenset()


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer out of a few that is no day."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]
    hint: str = ""
    radios: bool = False
    initial: str = ""
    days: tuple[str, ...] = ()
    kinds: frozenset[Kind] = frozenset()


Question = DayOf | PlannedDay | OneOf | FactDay | Choice


@dataclass(frozen=True, slots=True)
class Part:
    """Questions that stand together; `folded` until somebody opens them."""

    title: str
    questions: tuple[Question, ...]
    words: str = ""
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """What is asked about one process of the law, in order.

    `opening` names the days before which nothing else can have happened. `then` is a
    second process that begins with kinds the first does not know (an order).
    """

    process: str
    parts: tuple[Part, ...]
    opening: tuple[str, ...] = ()
    then: str = ""
    note: str = ""

    @property
    def questions(self) -> Iterator[Question]:
        for part in self.parts:
            yield from part.questions

    @property
    def kinds(self) -> frozenset[Kind]:
        """Every event that a family can tell us of."""
        return frozenset(kind for asked in self.questions for kind in asked.kinds)
