"""What somebody told us, as events and facts of the law and as an address. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from waymark.law import Event, Kind, Receipt, SentBy, received
from waymark.law.holidays import CannotCount
from waymark.routemaps.dates.questions import (
    Choice,
    DayOf,
    OneOf,
    PlannedDay,
    Questionnaire,
)
from waymark.routemaps.dates.words import Who


@dataclass(frozen=True)
class Answers:
    """Days and choices by the names of their questions; nothing else is kept."""

    asked: Questionnaire
    who: Who
    days: Mapping[str, date]
    choices: Mapping[str, str]

    @property
    def query(self) -> str:
        """The one address that holds these answers: their order is the questions'."""
        return urlencode([("who", self.who.value), *self._pairs()])

    def _pairs(self) -> Iterator[tuple[str, str]]:
        for question in self.asked.questions:
            if question.name in self.choices:
                yield question.name, self.choices[question.name]
            for name in question.days:
                if name in self.days:
                    yield name, self.days[name].isoformat()

    @property
    def receipt(self) -> Receipt | None:
        """The day a request counts as received, where only its sending is known.

        It is never later than something the council has done since.
        """
        sent = self.days.get(Kind.REQUEST_SENT)
        if sent is None or Kind.REQUEST_RECEIVED in self.days:
            return None
        try:
            found = received(sent, self.sent_by)
        except CannotCount:
            return Receipt(sent, 0)
        later = [on for on in self._event_days() if on > sent]
        return Receipt(min([found.on, *later]), found.working_days)

    @property
    def sent_by(self) -> SentBy:
        """How the request was sent; where it is not known, the slowest way."""
        return SentBy(self.choices.get("sent-by", SentBy.NOT_SURE))

    def read_on(self, today: date) -> date:
        """The day to read the law on: today, or the day a posted request arrives."""
        receipt = self.receipt
        return max(today, receipt.on) if receipt else today

    def events(self, today: date) -> list[Event]:
        """What happened, in the order it was asked; the estimated receipt too."""
        found = [event for asked in self.asked.questions for event in self._of(asked)]
        receipt = self.receipt
        if receipt:
            found.append(Event(Kind.REQUEST_RECEIVED, receipt.on))
        return [*found, *self._planned(today)]

    def _of(self, asked: object) -> Iterator[Event]:
        if isinstance(asked, DayOf) and asked.name in self.days:
            yield Event(asked.kind, self.days[asked.name])
        if isinstance(asked, OneOf) and asked.day_name in self.days:
            yield Event(Kind(self.choices[asked.name]), self.days[asked.day_name])

    def _planned(self, today: date) -> Iterator[Event]:
        """Events known only by the day they set: by then they had happened."""
        for asked in self.asked.questions:
            if isinstance(asked, PlannedDay) and asked.name in self.days:
                planned = self.days[asked.name]
                since = [self.days[name] for name in asked.after if name in self.days]
                yield Event(asked.kind, min([today, planned, *since]), planned)

    def _event_days(self) -> Iterator[date]:
        for asked in self.asked.questions:
            if isinstance(asked, DayOf) and asked.kind is not Kind.REQUEST_SENT:
                yield from (self.days[n] for n in asked.days if n in self.days)

    def facts(self) -> dict[str, Any]:
        """What the law takes as stated about the case."""
        facts: dict[str, Any] = {"young-person": True} if self._is_young else {}
        if "transfer-phase" in self.choices:
            facts["transfer-phase"] = self.choices["transfer-phase"]
        if "transfer-year" in self.choices:
            facts["transfer-year"] = int(self.choices["transfer-year"])
        if "transfer-on" in self.days:
            facts["transfer-on"] = self.days["transfer-on"].isoformat()
        return {**facts, **self._closures(), **self._absences()}

    @property
    def _is_young(self) -> bool:
        return self.who is Who.YOUNG_PERSON

    def _closures(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if {"closed-on", "reopens-on"} <= self.days.keys():
            closure = {
                "closed_on": self.days["closed-on"].isoformat(),
                "reopens_on": self.days["reopens-on"].isoformat(),
                "kind": self.choices.get("closed-place", "school"),
            }
            found["closures"] = [closure]
        if "advice-asked-on" in self.days:
            found["advice-asked-on"] = [self.days["advice-asked-on"].isoformat()]
        return found

    def _absences(self) -> dict[str, Any]:
        if "away-from" not in self.days:
            return {}
        spell = {"from": self.days["away-from"].isoformat()}
        if "away-until" in self.days:
            spell["until"] = self.days["away-until"].isoformat()
        return {"absences": [spell]}


def answers(asked: Questionnaire, cleaned: Mapping[str, Any]) -> Answers:
    """Answers from a form that was found right."""
    days = {
        name: cleaned[name]
        for question in asked.questions
        for name in question.days
        if cleaned.get(name)
    }
    choices = {
        question.name: cleaned[question.name]
        for question in asked.questions
        if isinstance(question, Choice | OneOf) and cleaned.get(question.name)
    }
    return Answers(asked, Who(cleaned["who"]), days, choices)
