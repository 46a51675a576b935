"""What may be chosen and looked for in lists of cases."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from waymark.casework.queries import Wanted, When
from waymark.casework.words import WHENS
from waymark.law import PROCESSES
from waymark.law.rule import Party
from waymark.law.tables import holder_words
from waymark.people.forms.person import day_field, text_field

ANY = ("", _("All"))
#: Who can be waited for in a case of ours.
HOLDERS = (Party.LOCAL_AUTHORITY, Party.PARENT, Party.SETTING, Party.ADVISER)


class WantedForm(forms.Form):
    """Which cases to show. Sent in the address, because it names no child."""

    asks_plainly = True

    when = forms.ChoiceField(
        label=_("By when"), required=False, choices=[ANY, *WHENS.items()]
    )
    officer = forms.TypedChoiceField(
        label=_("Officer"), required=False, coerce=UUID, empty_value=None
    )
    holder = forms.TypedChoiceField(
        label=_("Who has to act"),
        required=False,
        coerce=Party,
        empty_value=None,
        choices=[ANY, *((each.value, holder_words(each)) for each in HOLDERS)],
    )
    latest = forms.ChoiceField(label=_("What happened last"), required=False)
    ended = forms.BooleanField(label=_("Cases that have ended"), required=False)
    page = forms.IntegerField(
        required=False, min_value=1, widget=forms.HiddenInput, label=_("Page")
    )

    def __init__(
        self, *args: Any, officers: Mapping[UUID, str] | None = None, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        officer: Any = self.fields["officer"]
        officer.choices = [ANY, *_choices(officers or {})]
        latest: Any = self.fields["latest"]
        steps = PROCESSES["ehc-needs-assessment"].steps
        latest.choices = [ANY, *((step.kind.value, step.title) for step in steps)]

    def wanted(self) -> Wanted:
        """What was chosen; what cannot be chosen is left out."""
        self.is_valid()
        said = self.cleaned_data
        return Wanted(
            when=When(said["when"]) if said.get("when") else None,
            officer=self._officer(),
            holder=said.get("holder") or None,
            latest=said.get("latest", ""),
            ended=bool(said.get("ended")),
            number=said.get("page") or 1,
        )

    def _officer(self) -> UUID | None:
        """The officer, before it is known who they are; a wrong one finds nothing."""
        try:
            return UUID(self.data.get("officer", ""))
        except ValueError:
            return None


def _choices(officers: Mapping[UUID, str]) -> list[tuple[str, str]]:
    return [(str(account), name) for account, name in officers.items()]


class FindCaseForm(forms.Form):
    """Whose case to look for. Sent by post, so that no name stands in an address."""

    asks_plainly = True

    words = text_field(
        _("Part of the name, a number, or the reference of the case"), longest=100
    )
    born_on = day_field(_("Born on"), _("the birthday"))

    def clean(self) -> dict[str, Any] | None:
        """Something to look for must be there."""
        said = super().clean()
        typed = said and (said.get("words", "").strip() or said.get("born_on"))
        if not typed and not self.errors:
            self.add_error("words", _("Enter a name, a number or a birthday"))
        return said


class SaveListForm(forms.Form):
    """Under which name to keep a list."""

    name = text_field(
        _("A name for this list"),
        longest=60,
        needed=_("Enter a name for the list"),
        help_text=_("Name the work, not a child. For example: late, my team."),
    )
    chosen = forms.CharField(max_length=300, required=False, widget=forms.HiddenInput)
