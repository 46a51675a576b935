"""The form of "my dates": a GET form, so an address holds every answer."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waymark.routemaps.dates.questions import (
    Choice,
    DayOf,
    FactDay,
    OneOf,
    Questionnaire,
)
from waymark.routemaps.dates.words import Who, said
from waymark.ui.fields import ChoiceField, DayMonthYearField


class DatesForm(forms.Form):
    """Who asks, and the days they know. Nothing is required but one day."""

    asks_plainly = True
    use_required_attribute = False

    def __init__(
        self, asked: Questionnaire, who: Who, data: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data)
        self.asked = asked
        self.who = who
        self.fields["who"] = _who_field(who)
        for question in asked.questions:
            for name, field in _fields(question, who):
                self.fields[name] = field

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        self._require_a_day(given)
        self._require_whole_pairs(given)
        self._require_order(given)
        self._require_day_of_move(given)
        return given

    def _require_a_day(self, given: Mapping[str, Any]) -> None:
        if self.errors or any(given.get(name) for name in self._telling):
            return
        first = next(name for name in self._telling)
        question = self.fields[first].label
        message = _("Tell us at least one answer. Start with “%s”")
        self.add_error(first, message % question)

    @property
    def _telling(self) -> Iterator[str]:
        """Answers from which something can be worked out."""
        for question in self.asked.questions:
            if question.name == "transfer-phase":
                yield question.name
            if not isinstance(question, FactDay | Choice):
                yield from question.days

    def _require_whole_pairs(self, given: dict[str, Any]) -> None:
        for question in self.asked.questions:
            if isinstance(question, OneOf):
                self._require_both(question, given)

    def _require_both(self, question: OneOf, given: Mapping[str, Any]) -> None:
        what, on = given.get(question.name), given.get(question.day_name)
        if what and not on and question.day_name not in self.errors:
            message = _("Enter %s.") % said(question.what, self.who)
            self.add_error(question.day_name, message)
        if on and not what and question.name not in self.errors:
            message = _("Choose an answer to “%s”") % self.fields[question.name].label
            self.add_error(question.name, message)

    def _require_day_of_move(self, given: Mapping[str, Any]) -> None:
        """Between colleges the law counts back from the day itself, not its year."""
        phase, on = given.get("transfer-phase"), given.get("transfer-on")
        if phase == "post-16-to-post-16" and not on and not self.errors:
            message = _("Enter %s. For this move the time limit depends on it.")
            self.add_error("transfer-on", message % self._what("transfer-on"))
        elif phase and not on and not given.get("transfer-year"):
            self.add_error("transfer-year", _("Choose the year of the move."))

    def _require_order(self, given: Mapping[str, Any]) -> None:
        self._require_not_before_opening(given)
        for first, then in _IN_ORDER:
            earlier, later = given.get(first), given.get(then)
            if earlier and later and later < earlier:
                message = _("%(What)s cannot be before %(first)s, %(day)s.")
                words = self._words_for(then, first, earlier)
                self.add_error(then, message % words)

    def _require_not_before_opening(self, given: Mapping[str, Any]) -> None:
        opening = [name for name in self.asked.opening if given.get(name)]
        if not opening:
            return
        start = given[opening[0]]
        for question in self.asked.questions:
            if isinstance(question, DayOf | OneOf):
                for name in question.days:
                    self._require_after(name, opening[0], start, given)

    def _require_after(
        self, name: str, opening: str, start: date, given: Mapping[str, Any]
    ) -> None:
        on = given.get(name)
        if not on or name in self.asked.opening or on >= start:
            return
        message = _(
            "%(What)s cannot be before %(first)s, %(day)s. Check which of the two "
            "days is right."
        )
        self.add_error(name, message % self._words_for(name, opening, start))

    def _words_for(self, name: str, opening: str, start: date) -> dict[str, str]:
        what = self._what(name)
        return {
            "What": what[:1].upper() + what[1:],
            "first": self._what(opening),
            "day": date_format(start, "j F Y"),
        }

    def _what(self, name: str) -> str:
        return str(getattr(self.fields[name], "what", name))


#: Pairs of days of which the second cannot be before the first.
_IN_ORDER = (
    ("request-sent", "request-received"),
    ("closed-on", "reopens-on"),
    ("away-from", "away-until"),
)


def _who_field(who: Who) -> forms.ChoiceField:
    return ChoiceField(
        label=_("Who are you?"),
        choices=[
            (Who.PARENT.value, _("A parent or carer")),
            (Who.YOUNG_PERSON.value, _("A young person, asking for myself")),
            (Who.HELPER.value, _("Somebody who helps a family")),
        ],
        initial=who.value,
    )


def _fields(question: Any, who: Who) -> Iterator[tuple[str, forms.Field]]:
    if isinstance(question, Choice):
        yield question.name, _choice(question, who)
        return
    if isinstance(question, OneOf):
        choices = [("", _("Choose one"))]
        choices += [(kind.value, said(words, who)) for kind, words in question.choices]
        label = said(question.label, who)
        yield (
            question.name,
            forms.ChoiceField(
                label=label,
                choices=choices,
                required=False,
                error_messages=_messages(),
            ),
        )
        label, what = question.day_label, question.what
        yield question.day_name, _day(label, what, "", who, to_come=False)
        return
    to_come = not isinstance(question, DayOf)
    if isinstance(question, FactDay):
        to_come = question.may_be_to_come
    label, what, hint = question.label, question.what, question.hint
    yield question.name, _day(label, what, hint, who, to_come=to_come)


def _day(
    label: str, what: str, hint: str, who: Who, *, to_come: bool
) -> DayMonthYearField:
    return DayMonthYearField(
        label=said(label, who),
        what=said(what, who),
        help_text=said(hint, who) if hint else "",
        may_be_to_come=to_come,
        required=False,
    )


def _choice(question: Choice, who: Who) -> forms.ChoiceField:
    choices = [(value, said(words, who)) for value, words in question.choices]
    if not question.radios:
        choices.insert(0, ("", _("Choose one")))
    kind = ChoiceField if question.radios else forms.ChoiceField
    return kind(
        label=said(question.label, who),
        choices=choices,
        help_text=said(question.hint, who) if question.hint else "",
        initial=question.initial or None,
        required=False,
        error_messages=_messages(),
    )


def _messages() -> dict[str, str]:
    return {"invalid_choice": _("Choose one of the answers.")}
