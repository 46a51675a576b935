"""What may be typed about an episode."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waymark.casework.models import Episode
from waymark.law.events import Kind
from waymark.people.forms.person import day_field, text_field


class RequestForm(forms.Form):
    """That an assessment was asked for. Nothing more is needed for it to count."""

    asked_by = forms.ChoiceField(
        label=_("Who asked?"),
        choices=Episode.By.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who asked")},
    )
    channel = forms.ChoiceField(
        label=_("How did it come?"),
        choices=Episode.Channel.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it came")},
    )
    received_on = day_field(
        _("When did it come?"),
        _("the day it came"),
        needed=_("Enter the day on which it came"),
        help_text=_("The six weeks run from this day, also at a weekend."),
    )


class StepForm(forms.Form):
    """That a step was taken, and when."""

    kind = forms.TypedChoiceField(
        label=_("What happened?"),
        coerce=Kind,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what happened"),
            "invalid_choice": _("Choose what happened from the list"),
        },
    )
    on = day_field(
        _("On which day?"),
        _("the day it happened"),
        needed=_("Enter the day on which it happened"),
    )

    def __init__(self, *args: Any, steps: Sequence[tuple[str, str]], **more: Any):
        super().__init__(*args, **more)
        kind: Any = self.fields["kind"]
        kind.choices = steps


class CorrectForm(forms.Form):
    """The right day of a step, and why it is another."""

    on = day_field(
        _("On which day was it really?"),
        _("the day it happened"),
        needed=_("Enter the day on which it happened"),
    )
    why = text_field(
        _("How do you know?"),
        longest=300,
        needed=_("Enter how you know"),
        help_text=_("For example: the letter bears this stamp. The family reads it."),
    )
