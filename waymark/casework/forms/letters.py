"""What may be typed into a letter."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waymark.casework.forms.decisions import long_field
from waymark.casework.letters import LetterKind
from waymark.law.service import ServedBy
from waymark.people.forms.person import day_field


class LetterForm(forms.Form):
    """The blocks of one letter that an officer writes. None must be full to be kept."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, kind: LetterKind, **more: Any) -> None:
        super().__init__(*args, **more)
        for block in kind.written:
            self.fields[block.key] = long_field(
                block.title, help_text=block.hint, rows=6
            )

    def words(self) -> Mapping[str, str]:
        """What was typed, by the block. Only for a form that is valid."""
        return {
            name: said for name, said in self.cleaned_data.items() if name != "version"
        }


class LateForm(forms.Form):
    """Which step will be late."""

    rule = forms.ChoiceField(
        label=_("Which step will be late?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the step that will be late")},
    )

    def __init__(
        self, *args: Any, duties: Sequence[tuple[str, str]], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        rule: Any = self.fields["rule"]
        rule.choices = duties


class ServedForm(forms.Form):
    """How a copy went that no message brought, and when."""

    by = forms.TypedChoiceField(
        label=_("How?"),
        choices=(
            (ServedBy.POST.value, _("By first-class post")),
            (ServedBy.HAND.value, _("By hand")),
        ),
        coerce=ServedBy,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it went")},
    )
    on = day_field(
        _("On which day?"),
        _("the day on which it went"),
        needed=_("Enter the day on which it went"),
    )
