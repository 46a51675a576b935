"""What editors say of a heading."""

from django import forms
from django.utils.translation import gettext_lazy as _


class OwnerForm(forms.Form):
    """Who answers for a heading, and what will be done."""

    who = forms.CharField(
        label=_("Who is responsible"),
        help_text=_("A team or a role, not a person. Everybody can read it."),
        max_length=160,
        error_messages={"required": _("Say which team or role is responsible.")},
    )
    plan = forms.CharField(
        label=_("What will be done about gaps, and by when"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
