"""What an administrator may type about organisations, teams and posts."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from waymark.access.roles import FAMILY, Role
from waymark.access.words import ROLES
from waymark.organisations.models import Organisation, Team
from waymark.organisations.services import ADDED_BY_HAND
from waymark.organisations.slots import Person
from waymark.organisations.words import KINDS
from waymark.ui.fields import DayMonthYearField

#: What heads a list from which something must be chosen.
CHOOSE = ("", _("Choose"))


class FindForm(forms.Form):
    """Which organisations to list. Nothing has to be said."""

    asks_plainly = True

    words = forms.CharField(
        label=_("Part of the name, or a number such as a URN"),
        help_text=_("Leave both empty for the organisations of this area."),
        required=False,
        max_length=100,
    )
    kind = forms.ChoiceField(
        label=_("Kind"),
        required=False,
        choices=[("", _("Any")), *KINDS.items()],
        widget=forms.Select,
    )
    page = forms.IntegerField(
        required=False, min_value=1, max_value=100_000, widget=forms.HiddenInput
    )


class BeginOrganisationForm(forms.Form):
    """An organisation that no register names."""

    name = forms.CharField(
        label=_("What is it called?"),
        max_length=200,
        error_messages={"required": _("Enter what it is called")},
    )
    kind = forms.ChoiceField(
        label=_("What kind of organisation is it?"),
        choices=[(kind.value, KINDS[kind]) for kind in ADDED_BY_HAND],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what kind of organisation it is"),
            "invalid_choice": _("Choose what kind of organisation it is"),
        },
    )
    code = forms.CharField(
        label=_("The code others know it by"),
        help_text=_("An authority's three digits, or a board's code in the NHS."),
        required=False,
        max_length=20,
    )

    def clean_kind(self) -> Organisation.Kind:
        return Organisation.Kind(self.cleaned_data["kind"])


class BeginTeamForm(forms.Form):
    """A team of an organisation."""

    name = forms.CharField(
        label=_("What is the team called?"),
        max_length=160,
        error_messages={"required": _("Enter what the team is called")},
    )
    began_on = DayMonthYearField(
        what=_("the day it begins"),
        may_be_to_come=True,
        label=_("When does it begin?"),
        help_text=_("Leave it empty for today."),
        required=False,
    )


class EndForm(forms.Form):
    """The day on which a post or a team ends."""

    ended_on = DayMonthYearField(
        what=_("the day it ends"),
        may_be_to_come=True,
        label=_("When does it end?"),
        help_text=_(
            "On that day it gives no rights any more. Leave it empty for today."
        ),
        required=False,
    )


class BeginPostForm(forms.Form):
    """Who does what, in which team, from when."""

    account_id = forms.TypedChoiceField(
        label=_("Who?"),
        coerce=UUID,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": _("Choose who it is from the list")},
    )
    email = forms.EmailField(
        label=_("Or somebody new: their work e-mail address"),
        help_text=_("They are sent an invitation. The post begins when they accept."),
        required=False,
        error_messages={"invalid": _("Enter an e-mail address, like name@example.org")},
    )
    role = forms.TypedChoiceField(
        label=_("What will they do?"),
        coerce=Role,
        error_messages={
            "required": _("Choose what they will do"),
            "invalid_choice": _("Choose what they will do from the list"),
        },
    )
    team_id = forms.TypedChoiceField(
        label=_("In which team?"),
        coerce=UUID,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": _("Choose a team from the list")},
    )
    began_on = DayMonthYearField(
        what=_("the day it begins"),
        may_be_to_come=True,
        label=_("When does it begin?"),
    )

    def __init__(
        self, data: Any = None, *, people: Iterable[Person], teams: Iterable[Team]
    ) -> None:
        super().__init__(data)
        fields: dict[str, Any] = self.fields
        fields["account_id"].choices = [
            CHOOSE,
            *((str(each.account_id), f"{each.name}, {each.email}") for each in people),
        ]
        fields["role"].choices = [
            CHOOSE,
            *sorted(_roles_of_posts(), key=_by_words),
        ]
        fields["team_id"].choices = [
            ("", _("No team")),
            *((str(each.pk), each.name) for each in teams),
        ]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if "account_id" in self.errors or "email" in self.errors:
            return said
        if said.get("account_id") and said.get("email"):
            self.add_error("email", _("Choose somebody or invite somebody, not both"))
        elif not said.get("account_id") and not said.get("email"):
            self.add_error("account_id", _("Choose who it is, or invite them below"))
        return said


def _roles_of_posts() -> list[tuple[str, str]]:
    """Every role that somebody is employed in; a family's follow from the child."""
    return [
        (role.value, str(words)) for role, words in ROLES.items() if role not in FAMILY
    ]


def _by_words(choice: tuple[str, str]) -> str:
    return choice[1].lower()
