"""What an editor writes about a comment, and what is still missing from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.localoffer.identifying import PLAIN, Trace
from waymark.localoffer.models.comment import Action
from waymark.today import today

#: The field, and the sentence that says what to do about it.
Missing = tuple[str, Any]
_DATED = frozenset({Action.DONE, Action.PLANNED})


@dataclass(frozen=True, slots=True)
class Answer:
    """The words that are published, the response, and the action with its day."""

    theme: str = ""
    words: str = ""
    response: str = ""
    action: str = ""
    action_says: str = ""
    action_on: date | None = None

    def faults(self, traces: Iterable[Trace], *, looked: bool) -> list[Missing]:
        """What is missing before a second person can read it; empty if nothing is.

        `traces` are what could tell who somebody is in any of the published words.
        """
        return [
            *self._unsaid(),
            *self._day_that_does_not_fit(),
            *_traces_left(list(traces), looked=looked),
        ]

    @property
    def published(self) -> str:
        """Everything of it that readers will see."""
        return "\n".join([self.words, self.response, self.action_says])

    def _unsaid(self) -> Iterator[Missing]:
        if not self.theme:
            yield "theme", _("Choose what it is about.")
        if not self.words:
            yield "words", _("Write the comment as it is to be published.")
        if not self.response:
            yield "response", _("Write what we say to it.")
        if not self.action:
            yield "action", _("Choose what we do.")
        if self.action == Action.NOT_POSSIBLE and not self.action_says:
            yield "action_says", _("Say why it cannot be done.")
        if self.action == Action.PLANNED and not self.action_says:
            yield "action_says", _("Say what we will do.")

    def _day_that_does_not_fit(self) -> Iterator[Missing]:
        if self.action in _DATED and self.action_on is None:
            yield "action_on", _("Give the day it was done, or will be done by.")
        elif self.action == Action.DONE and self.action_on and self.action_on > today():
            yield "action_on", _("What is done cannot have a day still to come.")


@dataclass(frozen=True, slots=True)
class KeepingOut:
    """Why a comment is not published: one of the reasons, and our own words for it."""

    reason: str = ""
    because: str = ""

    def faults(self, traces: Iterable[Trace], *, looked: bool) -> list[Missing]:
        """What is missing before a second person can read it; empty if nothing is."""
        found: list[Missing] = []
        if not self.reason:
            found.append(("kept_out", _("Choose why it is kept out.")))
        if not self.because:
            found.append(("kept_out_because", _("Give the reason in your own words.")))
        return found

    @property
    def published(self) -> str:
        """None of it is seen by readers."""
        return ""


def _traces_left(traces: list[Trace], *, looked: bool) -> Iterator[Missing]:
    plain = [trace.words for trace in traces if trace.sort in PLAIN]
    if plain:
        says = _("Take out what leads to somebody: %(words)s")
        yield "words", says % {"words": ", ".join(plain)}
    elif traces and not looked:
        yield (
            "looked",
            _("Look at these words, take them out or tick this box: %(words)s")
            % {"words": ", ".join(trace.words for trace in traces)},
        )
