"""What whoever sends or decides is asked."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.today import today
from waymark.ui.fields import DayMonthYearField


class SendForm(forms.Form):
    """What goes with changes when they are sent."""

    says = forms.CharField(
        label=_("Is there something the team should know?"),
        help_text=_("Families do not see this."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    confirms = forms.BooleanField(
        label=_("I have read the whole entry, and everything else in it is right too"),
        required=False,
    )


class NewEntryForm(forms.Form):
    """The beginning of an entry: what it is called, and whose it is."""

    name = forms.CharField(
        label=_("What is it called?"),
        max_length=300,
        error_messages={"required": _("Enter what it is called")},
    )

    def __init__(self, data: Any = None, *, organisations: list[Any]) -> None:
        super().__init__(data)
        if len(organisations) > 1:
            self.fields["organisation"] = forms.ChoiceField(
                label=_("Which organisation runs it?"),
                choices=[(str(each.pk), each.name) for each in organisations],
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose which organisation runs it")},
            )


class ApproveForm(forms.Form):
    """When what was sent is published."""

    on = DayMonthYearField(
        what=_("the day to publish on"),
        may_be_to_come=True,
        label=_("Publish on another day"),
        help_text=_("Leave it empty to publish at once."),
        required=False,
    )
    note = forms.CharField(
        label=_("A note for the history of this entry"),
        help_text=_("Families do not see it."),
        required=False,
        max_length=500,
    )

    def clean_on(self) -> date | None:
        on: date | None = self.cleaned_data["on"]
        if on is not None and on <= today():
            raise ValidationError(
                _("Give a day after today, or leave it empty to publish at once.")
            )
        return on


class ReturnForm(forms.Form):
    """Why what was sent is given back."""

    reason = forms.CharField(
        label=_("What should be put right?"),
        help_text=_("The provider reads this in an e-mail and on their page."),
        max_length=2000,
        error_messages={"required": _("Say what should be put right")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ShowBetweenForm(forms.Form):
    """From which day to which an entry is shown."""

    first = DayMonthYearField(
        what=_("the first day"),
        may_be_to_come=True,
        label=_("Show it from"),
        required=False,
    )
    last = DayMonthYearField(
        what=_("the last day"),
        may_be_to_come=True,
        label=_("Show it until, with this day"),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        first, last = said.get("first"), said.get("last")
        if first and last and first > last:
            self.add_error("last", _("The last day is before the first. Change one."))
        return said


class InviteForm(forms.Form):
    """Whom to invite to keep an organisation's entries."""

    email = forms.EmailField(
        label=_("Their e-mail address"),
        max_length=254,
        error_messages={
            "required": _("Enter their e-mail address"),
            "invalid": _("Enter an e-mail address, like name@example.org"),
        },
    )
