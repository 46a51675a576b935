"""Each part of an entry as a form. Its answers are those of `providing.answers`."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.localoffer.providing.answers import answers_in, costs, places, questions
from waymark.localoffer.providing.titles import STATUSES
from waymark.localoffer.record.reading import OLDEST
from waymark.localoffer.taxonomies import (
    ACCESS,
    DIAGNOSIS,
    NEED,
    PLAN,
    REACH,
    REFERRAL,
    STAGE,
    TermList,
)
from waymark.ui.fields import ChoiceField

LONGEST = 5_000


class PartForm(forms.Form):
    """Some questions of an entry, asked about one record and answered from it."""

    asks_plainly = True

    def __init__(self, data: Any = None, *, record: dict[str, Any]) -> None:
        super().__init__(data, initial=answers_in(record))
        self.record = record
        self.ask(record)

    def ask(self, record: dict[str, Any]) -> None:
        """Add the questions that depend on what the record holds."""

    @classmethod
    def suits(cls, record: dict[str, Any]) -> bool:
        """Whether the part has anything to ask about a record."""
        return True


def words(label: Any, help_text: Any = "", *, rows: int = 5) -> forms.CharField:
    """A question that is answered in sentences."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def line(label: Any, help_text: Any = "", **more: Any) -> forms.CharField:
    """A question that is answered in a line."""
    return forms.CharField(
        label=label, help_text=help_text, required=False, max_length=300, **more
    )


def chosen(terms: TermList, label: Any, help_text: Any = "") -> forms.Field:
    """Terms of one of our lists, to tick; or to choose one of."""
    choices = [(term.key, term.name) for term in terms.terms]
    if terms.many:
        return forms.MultipleChoiceField(
            label=label,
            help_text=help_text,
            required=False,
            choices=choices,
            widget=forms.CheckboxSelectMultiple,
        )
    return ChoiceField(
        label=label,
        help_text=help_text,
        required=False,
        choices=[*choices, ("", _("Not said"))],
    )


class AboutForm(PartForm):
    """What an entry is called and what it is."""

    name = forms.CharField(
        label=_("What is it called?"),
        max_length=300,
        error_messages={"required": _("Enter what it is called")},
    )
    description = words(
        _("What is it, and what happens there?"),
        _("Say it as you would to a parent on the telephone. No abbreviations."),
        rows=8,
    )
    status = ChoiceField(
        label=_("Is it running?"),
        choices=list(STATUSES.items()),
        error_messages={"required": _("Choose whether it is running")},
    )
    alert = words(
        _("Is there something that families must know first?"),
        _("For example: closed in August, moving to another hall, full until Easter."),
        rows=3,
    )


def age(label: Any) -> forms.FloatField:
    """An age in years."""
    return forms.FloatField(
        label=label,
        required=False,
        min_value=0,
        max_value=OLDEST,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
        error_messages={"invalid": _("Enter an age in years, such as 7")},
    )


class WhoForm(PartForm):
    """Who an entry is for."""

    eligibility_description = words(_("Who is it for, in your own words?"), rows=4)
    minimum_age = age(_("From what age?"))
    maximum_age = age(_("Up to what age?"))
    need = chosen(
        NEED,
        _("What does it help with?"),
        _("Tick what you are ready for. “Any need” means that everybody is welcome."),
    )
    stage = chosen(STAGE, _("Which part of growing up is it for?"))
    diagnosis = chosen(DIAGNOSIS, _("Does a child need a diagnosis?"))
    plan = chosen(PLAN, _("Does a child need an EHC plan?"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        low, high = said.get("minimum_age"), said.get("maximum_age")
        if low is not None and high is not None and low > high:
            self.add_error(
                "maximum_age", _("The oldest age is below the youngest. Change one.")
            )
        return said


class GettingForm(PartForm):
    """How a family gets it, and what it costs."""

    referral = chosen(REFERRAL, _("Who may ask for it?"))
    application_process = words(_("What does a family do to start?"), rows=4)
    wait_time = words(_("How long do people wait?"), rows=2)
    fees = words(
        _("What does it cost?"),
        _("If it is free, say Free. Say what is extra, and whether help is to be had."),
        rows=3,
    )

    def ask(self, record: dict[str, Any]) -> None:
        if costs.is_asked(record):
            self.fields[costs.PRICE] = forms.DecimalField(
                label=_("The price in pounds, if there is one price"),
                help_text=_("0 means free: families can look for what is free."),
                required=False,
                min_value=0,
                max_value=100_000,
                decimal_places=2,
                widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
                error_messages={"invalid": _("Enter pounds, such as 4.50")},
            )

    def clean_price(self) -> float | None:
        price = self.cleaned_data[costs.PRICE]
        return None if price is None else float(price)


class PlaceForm(PartForm):
    """Where it happens, and how easy it is to get in."""

    reach = chosen(REACH, _("Where does it happen?"))
    access = chosen(
        ACCESS,
        _("How easy is it to get in and take part?"),
        _("Tick only what is true today. Partly is not fully."),
    )

    def ask(self, record: dict[str, Any]) -> None:
        asked: dict[str, forms.Field] = {}
        for at, (location, _address) in enumerate(places.addresses(record)):
            behind = {"place": location.get("name") or at + 1}
            asked[f"place-{at}-name"] = line(_("What is the place called?"))
            asked[f"place-{at}-address_1"] = line(
                _("Street and number (%(place)s)") % behind
            )
            asked[f"place-{at}-city"] = line(_("Town (%(place)s)") % behind)
            asked[f"place-{at}-postal_code"] = line(
                _("Postcode (%(place)s)") % behind,
                widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
            )
        self.fields = {**asked, **self.fields}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for name, value in list(said.items()):
            if name.startswith("place-") and not name.endswith("-name") and not value:
                self.add_error(
                    name, ValidationError(_("Enter this line of the address"))
                )
        return said


class OfferForm(PartForm):
    """What the Local Offer asks of this kind of provider."""

    def ask(self, record: dict[str, Any]) -> None:
        for each in questions.asked(record):
            self.fields[f"question-{each.key}"] = words(each.asks, rows=4)
