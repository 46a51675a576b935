"""A day typed in three boxes, kept as typed, and read with kind, exact messages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from waymark.today import today
from waymark.ui.govuk import govuk

PARTS = ("day", "month", "year")
LABELS = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
EARLIEST, LATEST = 1900, 2200


@dataclass(frozen=True)
class Typed:
    """The three boxes exactly as somebody filled them in."""

    day: str = ""
    month: str = ""
    year: str = ""

    @classmethod
    def of(cls, value: Any) -> "Typed":
        """The boxes for a day, for what was typed, or empty."""
        if isinstance(value, Typed):
            return value
        if isinstance(value, date):
            return cls(str(value.day), str(value.month), str(value.year))
        return cls()

    def __bool__(self) -> bool:
        return bool(self.day or self.month or self.year)

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(part for part in PARTS if not getattr(self, part))


class DayMonthYearInput(forms.Widget):
    """Three text boxes. An address may also carry the day whole, as 2026-01-05."""

    use_fieldset = True

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Any, name: str
    ) -> Typed:
        whole = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", str(data.get(name) or ""))
        if whole:
            year, month, day = whole.groups()
            return Typed(str(int(day)), str(int(month)), year)
        return Typed(*(str(data.get(f"{name}-{p}") or "").strip() for p in PARTS))

    def value_omitted_from_data(
        self, data: Mapping[str, Any], files: Any, name: str
    ) -> bool:
        return not any(f"{name}-{part}" in data for part in PARTS) and name not in data

    def id_for_label(self, id_: str, index: Any = None) -> str:
        return f"{id_}-day" if id_ else id_

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        identity = (attrs or {}).get("id") or f"id_{name}"
        items = self.boxes(value)
        return govuk("dateInput", {"id": identity, "namePrefix": name, "items": items})

    def boxes(self, value: Any, wrong: tuple[str, ...] = ()) -> list[dict[str, Any]]:
        """The three boxes as GOV.UK's date input wants them, wrong ones marked."""
        typed = Typed.of(value)
        return [
            {
                "name": part,
                "label": LABELS[part],
                "value": getattr(typed, part),
                "classes": _width(part)
                + (" govuk-input--error" if part in wrong else ""),
                "inputmode": "text" if part == "month" else "numeric",
            }
            for part in PARTS
        ]


def _width(part: str) -> str:
    return f"govuk-input--width-{4 if part == 'year' else 2}"


class DayMonthYearField(forms.Field):
    """A day. `what` names it in the messages: "the day the council got the request".

    A month may be typed as a word. Days from 1900 to 2200; days to come only where
    `may_be_to_come`.
    """

    widget = DayMonthYearInput

    def __init__(
        self, *, what: str | Promise, may_be_to_come: bool = False, **options: Any
    ) -> None:
        super().__init__(**options)
        self.what = what
        self.may_be_to_come = may_be_to_come

    def clean(self, value: Any) -> date | None:
        typed = Typed.of(value)
        if not typed:
            if self.required:
                raise self._wrong(_("Enter %(what)s."), PARTS)
            return None
        self._require_whole(typed)
        day = self._read(typed)
        self._require_possible(day)
        self.run_validators(day)
        return day

    def has_changed(self, initial: Any, data: Any) -> bool:
        return Typed.of(initial) != Typed.of(data)

    def _require_whole(self, typed: Typed) -> None:
        said = {
            ("day",): _("%(What)s must include a day."),
            ("month",): _("%(What)s must include a month."),
            ("year",): _("%(What)s must include a year."),
            ("day", "month"): _("%(What)s must include a day and a month."),
            ("day", "year"): _("%(What)s must include a day and a year."),
            ("month", "year"): _("%(What)s must include a month and a year."),
        }.get(typed.missing)
        if said:
            raise self._wrong(said, typed.missing)

    def _read(self, typed: Typed) -> date:
        day, month, year = self._number(typed), self._month(typed), self._year(typed)
        try:
            return date(year, month, day)
        except ValueError:
            shown = f"{day} {capfirst(MONTHS[month - 1])} {year}"
            message = _("%(shown)s is not a real day. Check %(what)s.")
            raise self._wrong(message, ("day",), shown=shown) from None

    def _number(self, typed: Typed) -> int:
        found = re.fullmatch(r"([1-9]|0[1-9]|[12]\d|3[01])(st|nd|rd|th)?", typed.day)
        if not found:
            raise self._wrong(_("Write the day as a number from 1 to 31."), ("day",))
        return int(found[1])

    def _month(self, typed: Typed) -> int:
        word = typed.month.lower().rstrip(".")
        if re.fullmatch(r"0?[1-9]|1[012]", word):
            return int(word)
        for number, name in enumerate(MONTHS, start=1):
            if len(word) >= 3 and name.startswith(word):
                return number
        message = _("Write the month as a number from 1 to 12, or as a word.")
        raise self._wrong(message, ("month",))

    def _year(self, typed: Typed) -> int:
        if not re.fullmatch(r"\d{4}", typed.year):
            message = _("Write the year with all four figures, such as %(year)s.")
            raise self._wrong(message, ("year",), year=str(today().year))
        if not EARLIEST <= int(typed.year) <= LATEST:
            message = _("Write a year from 1900 to 2200.")
            raise self._wrong(message, ("year",))
        return int(typed.year)

    def _require_possible(self, day: date) -> None:
        if not self.may_be_to_come and day > today():
            message = _(
                "%(What)s must be today or earlier. %(shown)s has not come yet."
            )
            raise self._wrong(message, PARTS, shown=date_format(day, "j F Y"))

    def _wrong(
        self, message: str | Promise, parts: tuple[str, ...], **said: str
    ) -> ValidationError:
        what = str(self.what)
        params = {"what": what, "What": capfirst(what), "parts": parts, **said}
        return ValidationError(str(message), code="day", params=params)
