"""Form fields that render themselves in our look: a page says `{{ form }}`."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates

from waymark.ui.day_month_year import DayMonthYearField, DayMonthYearInput, Typed

__all__ = ["ChoiceField", "DayMonthYearField", "DayMonthYearInput", "Renderer", "Typed"]


class Renderer(DjangoTemplates):
    """Named in settings as FORM_RENDERER: every `{{ form }}` is then drawn by us."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"


class ChoiceField(forms.ChoiceField):
    """One answer out of a few, as radios; `hints` says more about single answers."""

    widget = forms.RadioSelect

    def __init__(
        self, *, hints: Mapping[str, Any] | None = None, **options: Any
    ) -> None:
        super().__init__(**options)
        self.hints = hints or {}
