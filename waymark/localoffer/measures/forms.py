"""What an editor says some words mean."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.finding import queries as finding
from waymark.finding.words import meaningful


class MeaningForm(forms.Form):
    """The words of ours that mean what families typed."""

    means = forms.CharField(
        label=_("Our own words for it"),
        help_text=_("One thing in a few words, as our pages say it."),
        max_length=100,
        error_messages={"required": _("Enter the words that our pages use.")},
    )

    def __init__(self, *args: object, words: str, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.words = words

    def clean_means(self) -> str:
        means: str = self.cleaned_data["means"]
        if meaningful(means) == meaningful(self.words):
            raise ValidationError(_("These are the words that found nothing."))
        if not finding.search(means, literal=True).total:
            raise ValidationError(
                _("Nothing published says this. Enter words that our pages use.")
            )
        return means
