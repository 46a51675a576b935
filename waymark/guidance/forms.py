"""What a reader may tell us, and the words when something is missing."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _

from waymark.guidance.listening import listener
from waymark.guidance.models.feedback import Useful
from waymark.guidance.visitors import without_contacts


def page_path(value: str) -> str:
    """The path of one of our pages, with nothing that was typed after it; or ""."""
    path = urlsplit(value).path if value.startswith("/") else ""
    good = path.startswith("/") and not value.startswith("//") and len(path) <= 300
    return path if good else ""


class FeedbackForm(forms.Form):
    """Was this page useful, and what is missing? A room that listens may ask more."""

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

    #: Nobody sees this box but programs that fill in whatever they find.
    website = forms.CharField(
        label=_("Leave this box empty"), required=False, max_length=200
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        heard_by = listener()
        self._more = tuple(heard_by.fields().items()) if heard_by else ()
        self.fields.update(self._more)

    @property
    def asked_by_the_listener(self) -> list[forms.BoundField]:
        """The fields of the room that listens, as they stand after our own."""
        return [self[name] for name, _field in self._more]

    @property
    def more(self) -> dict[str, Any]:
        """The answers to those fields, of a form that is valid."""
        return {name: self.cleaned_data[name] for name, _field in self._more}

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Empty this box and send the form again."))
        return ""

    def clean(self) -> dict[str, Any]:
        heard_by = listener()
        for name, says in heard_by.unfit(self.cleaned_data) if heard_by else ():
            self.add_error(name, says)
        return self.cleaned_data

    def clean_page(self) -> str:
        return page_path(self.cleaned_data.get("page", "")) or "/"

    def clean_missing(self) -> str:
        return without_contacts(self.cleaned_data["missing"].strip())
