"""A letter filled with somebody's dates. Names stay blank: we never ask for them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waymark.law import Event, Kind, Reading
from waymark.routemaps.dates.words import Who

_TOKEN = re.compile(r"\{([a-z_-]+)\}")


class Template(Protocol):
    """A published letter with tokens such as {due} in it."""

    key: str
    rule: str
    when: str
    title: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter ready to copy."""

    key: str
    title: str
    subject: str
    body: str


@dataclass(frozen=True)
class Writer:
    """Fills letters for one person on one day."""

    templates: tuple[Template, ...]
    events: tuple[Event, ...]
    who: Who
    council: str
    today: date

    def about(self, reading: Reading, when: str) -> Letter | None:
        """The letter for a rule in this state, if editors have published one."""
        rule = reading.rule.id
        found = (t for t in self.templates if t.rule == rule and t.when == when)
        return self._filled(next(found, None), _days_of(reading))

    def answering(self, kind: Kind, rules: Iterable[str]) -> Letter | None:
        """The letter that answers a no: its own, or else that of its rule."""
        noes = [t for t in self.templates if t.when == "refused"]
        own = next((t for t in noes if t.key == kind.value), None)
        of_rule = next((t for t in noes if t.rule in set(rules)), None)
        return self._filled(own or of_rule, {})

    def _filled(
        self, template: Template | None, days: Mapping[str, date]
    ) -> Letter | None:
        if template is None:
            return None
        words = {**self._blanks(), **self._days(days)}

        def fill(text: str) -> str:
            filled = _TOKEN.sub(lambda t: words.get(t[1], _("[date]")), text)
            return filled.strip()

        return Letter(
            template.key,
            template.title,
            fill(template.subject),
            fill(template.body),
        )

    def _blanks(self) -> dict[str, str]:
        young = self.who is Who.YOUNG_PERSON
        return {
            "your_name": _("[your name]"),
            "childs_name": _("[your own name]") if young else _("[your child's name]"),
            "council": self.council or _("[the council]"),
        }

    def _days(self, days: Mapping[str, date]) -> dict[str, str]:
        told = {e.kind.value: e.arranged_for or e.on for e in self.events}
        known = {**told, **days, "today": self.today}
        return {name: date_format(on, "j F Y") for name, on in known.items()}


def _days_of(reading: Reading) -> dict[str, date]:
    """The days of a reading. A duty "at once" is late from the day after its start."""
    days = {"due": reading.due, "late_from": reading.late_from}
    return {name: on for name, on in days.items() if on}
