"""What may be typed about a request for what is held."""

from django import forms
from django.utils.translation import gettext_lazy as _

from waymark.people.forms.person import day_field, text_field
from waymark.people.models import AccessHold, AccessRequest


class RecordAccessRequestForm(forms.Form):
    """Who asked, and when."""

    asked_by = forms.ChoiceField(
        label=_("Who asked?"),
        choices=AccessRequest.By.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who asked")},
    )
    received_on = day_field(
        _("When did the request come?"),
        _("the day it came"),
        needed=_("Enter the day on which the request came"),
        help_text=_("By letter, by e-mail, or said to anybody who works here."),
    )
    clear_on = day_field(
        _("Since when is it clear who asks?"),
        _("the day it was clear"),
        help_text=_("Leave it empty while you are waiting to know."),
    )


class ClearForm(forms.Form):
    """Since when it is clear who asks."""

    clear_on = day_field(
        _("Since when is it clear who asks?"),
        _("the day it was clear"),
        needed=_("Enter the day on which it was clear"),
    )


class ExtendForm(forms.Form):
    """Why two months more are needed."""

    extended_why = text_field(
        _("Why is it complex?"),
        longest=500,
        needed=_("Enter why it is complex"),
        help_text=_("Tell whoever asked the same, within the first month."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class HoldForm(forms.Form):
    """Why one thing is held back."""

    because = forms.ChoiceField(
        label=_("Why may it have to be kept back?"),
        choices=AccessHold.Because.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why it may have to be kept back")},
    )
    said = text_field(
        _("What should whoever decides know?"),
        longest=500,
        help_text=_("Do not repeat what it says."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DecideForm(forms.Form):
    """What a named professional says of one thing that is held back."""

    answer = forms.ChoiceField(
        label=_("What did they decide?"),
        choices=[each for each in AccessHold.Answer.choices if each[0]],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they decided")},
    )
    answered_for = text_field(
        _("Who decided? Their name and what they are"),
        longest=160,
        needed=_("Enter who decided"),
        help_text=_("Serious harm is judged by a health professional who knows them."),
    )
