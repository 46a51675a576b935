"""Why a record is kept longer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from waymark.people.forms.person import text_field


class HoldForm(forms.Form):
    """A reason that stands against ending a record."""

    reason = text_field(
        _("Why is this record kept longer?"),
        longest=500,
        needed=_("Enter why it is kept longer"),
        help_text=_("For example an inquiry, a claim, or a wish of the person."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
