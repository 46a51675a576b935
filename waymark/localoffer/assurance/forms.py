"""Choosing which entries are right."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _


class ChosenForm(forms.Form):
    """Which of some entries are right. At least one."""

    services = forms.TypedMultipleChoiceField(
        label=_("These are right"),
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tick what is right"),
            "invalid_choice": _("The list has changed. Look at it again."),
        },
    )

    def __init__(self, data: Any = None, *, among: list[tuple[UUID, str]]) -> None:
        super().__init__(data, initial={"services": [str(key) for key, _ in among]})
        field: Any = self.fields["services"]
        field.choices = [(str(key), name) for key, name in among]
