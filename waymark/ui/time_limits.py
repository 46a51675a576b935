"""Time limits and dates in words first, shape second and colour last."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Protocol

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from waymark.ui.component import Component

#: For each state of a reading: what is said, and which of its days is named.
SAID: dict[str, tuple[Promise, str]] = {
    "not-started": (_("Not started"), ""),
    "running": (_("Due by {day}"), "due"),
    "overdue": (_("Late since {day}"), "late_from"),
    "met": (_("Done in time, on {day}"), "met_on"),
    "met-late": (_("Done late, on {day}"), "met_on"),
    "no-limit": (_("No fixed time limit"), ""),
    "floor": (_("Not before {day}"), "due"),
}
WITHOUT_A_DAY: dict[str, Promise] = {
    "running": _("Due"),
    "overdue": _("Late"),
    "met": _("Done in time"),
    "met-late": _("Done late"),
    "floor": _("At least this long"),
}

STRENGTHS: dict[str, tuple[str, Promise]] = {
    "must": ("must", _("the law says must")),
    "should": ("should", _("guidance says should")),
    "practice": ("practice", _("good practice")),
    "local promise": ("local", _("a local promise")),
}
BEING_CHECKED = ("checking", _("we understand the law says (being checked)"))


def day_in_words(day: date) -> SafeString:
    """A day as people say it, with the machine's form beside it."""
    return format_html(
        '<time datetime="{}">{}</time>', day.isoformat(), date_format(day, "j F Y")
    )


class Read(Protocol):
    """The part of a reading of the law that a tag shows."""

    @property
    def state(self) -> str: ...
    @property
    def due(self) -> date | None: ...
    @property
    def late_from(self) -> date | None: ...
    @property
    def met_on(self) -> date | None: ...


@dataclass(frozen=True)
class DateTag(Component):
    """A day with its words: `DateTag("Draft sent on {day}", day)`."""

    template: ClassVar[str] = "ui/date_tag.html"

    words: str | Promise
    day: date

    @property
    def says(self) -> SafeString:
        return format_html(str(self.words), day=day_in_words(self.day))


@dataclass(frozen=True)
class ClockTag(Component):
    """One time limit as it stands today; the colour never carries it alone."""

    template: ClassVar[str] = "ui/clock_tag.html"

    state: str
    due: date | None = None
    late_from: date | None = None
    met_on: date | None = None
    note: str | Promise = ""

    @classmethod
    def of(cls, reading: Read, note: str | Promise = "") -> "ClockTag":
        """The tag of a reading of the law."""
        return cls(
            str(reading.state), reading.due, reading.late_from, reading.met_on, note
        )

    @property
    def says(self) -> SafeString:
        words, named = SAID[self.state]
        day = getattr(self, named) if named else None
        if day is None:
            return format_html("{}", WITHOUT_A_DAY.get(self.state, words))
        return format_html(str(words), day=day_in_words(day))


@dataclass(frozen=True)
class TimeLimit(Component):
    """How long something may take, and how strongly that binds.

    `strength` is one of the law's words: must, should, practice, local promise.
    """

    template: ClassVar[str] = "ui/time_limit.html"

    words: str
    strength: str
    verify: bool = False

    @property
    def kind(self) -> str:
        return self._tag[0]

    @property
    def strength_in_words(self) -> Promise:
        return self._tag[1]

    @property
    def _tag(self) -> tuple[str, Promise]:
        return BEING_CHECKED if self.verify else STRENGTHS[str(self.strength)]
