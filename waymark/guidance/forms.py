"""What a reader may tell us, and the words when something is missing."""

from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _

from waymark.guidance.models.feedback import Useful
from waymark.guidance.visitors import without_contacts


def page_path(value: str) -> str:
    """The path of one of our pages, with nothing that was typed after it; or ""."""
    path = urlsplit(value).path if value.startswith("/") else ""
    good = path.startswith("/") and not value.startswith("//") and len(path) <= 300
    return path if good else ""


class FeedbackForm(forms.Form):
    """Was this page useful, and what is missing?"""

    page = forms.CharField(widget=forms.HiddenInput, required=False)
    useful = forms.ChoiceField(
        label=_("Was the page useful?"),
        choices=Useful.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes, partly or no.")},
    )
    missing = forms.CharField(
        label=_("What is missing or wrong?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "max_length": _("Please say it in at most %(limit_value)d letters.")
        },
    )

    def clean_page(self) -> str:
        return page_path(self.cleaned_data.get("page", "")) or "/"

    def clean_missing(self) -> str:
        return without_contacts(self.cleaned_data["missing"].strip())
