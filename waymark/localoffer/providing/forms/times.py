"""When a service is open, a line for each day of the week."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.localoffer.providing.answers import times
from waymark.localoffer.providing.forms.parts import PartForm, words
from waymark.localoffer.providing.titles import DAY_NAMES, schedule_in_words
from waymark.localoffer.record.facts import DAYS

_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*([ap])?\.?(?:m\.?)?", re.IGNORECASE)

_NOON = re.compile(r"(?:12\s*)?(?:noon|midday)", re.IGNORECASE)


class TimeField(forms.CharField):
    """A time of day as people write it: 9:30, 9.30, 9am, 17:00."""

    def clean(self, value: Any) -> str:
        """The time as 09:30, or an empty text. Raises: ValidationError."""
        typed = super().clean(value)
        if not typed:
            return ""
        found = _TIME.fullmatch(_NOON.sub("12:00", typed).strip())
        if not found:
            raise ValidationError(_("Enter a time, such as 9:30 or 4:15pm"))
        hour, minute = int(found[1]), int(found[2] or 0)
        if found[3]:
            hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
        if hour > 23 or minute > 59:
            raise ValidationError(_("Enter a time, such as 9:30 or 4:15pm"))
        return f"{hour:02}:{minute:02}"


class TimesForm(PartForm):
    """For each day from when to when, and what else is to be said of time."""

    def ask(self, record: dict[str, Any]) -> None:
        for day in DAYS:
            named = {"day": DAY_NAMES[day]}
            self.fields[f"{day}-opens"] = _time(_("%(day)s, from") % named)
            self.fields[f"{day}-closes"] = _time(_("%(day)s, to") % named)
        self.fields[times.WORDS] = words(
            _("What else should families know about times?"),
            _("For example: in term time only, by appointment, every second week."),
            rows=3,
        )

    @property
    def days(self) -> list[tuple[Any, forms.BoundField, forms.BoundField]]:
        """Each day with its two fields, to stand beside each other."""
        return [
            (DAY_NAMES[day], self[f"{day}-opens"], self[f"{day}-closes"])
            for day in DAYS
        ]

    @property
    def others(self) -> list[str]:
        """Times that this page does not ask about, and that stay as they are."""
        return [schedule_in_words(each) for each in times.others(self.record)]

    @property
    def after(self) -> list[forms.BoundField]:
        """What is asked after the days."""
        return [self[times.WORDS]]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for day in DAYS:
            ends = (said.get(f"{day}-opens"), said.get(f"{day}-closes"))
            if None in ends:
                continue
            self._check(day, str(ends[0]), str(ends[1]))
        return said

    def _check(self, day: str, opens: str, closes: str) -> None:
        if opens and not closes:
            self.add_error(f"{day}-closes", _("Enter when it closes"))
        elif closes and not opens:
            self.add_error(f"{day}-opens", _("Enter when it opens"))
        elif opens and opens >= closes:
            self.add_error(
                f"{day}-closes",
                _("It closes before it opens. Is one of them in the afternoon?"),
            )


def _time(label: Any) -> TimeField:
    return TimeField(
        label=label,
        required=False,
        max_length=10,
        widget=forms.TextInput(
            attrs={"class": "govuk-input--width-5", "autocomplete": "off"}
        ),
    )
