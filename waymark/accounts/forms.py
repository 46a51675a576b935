"""What a person may type about accounts, and the words when it is not right."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.access.roles import Role

ROLE_WORDS = {
    Role.EDITOR: _("Editor: writes the words families read"),
    Role.APPROVER: _("Approver: writes, and approves what others wrote"),
    Role.ADMINISTRATOR: _("Administrator: invites people and ends their roles"),
}


class AcceptInvitationForm(forms.Form):
    """The first name and password of a new account."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        error_messages={"required": _("Enter your name")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = forms.CharField(
        label=_("Choose a password"),
        help_text=_("At least 15 characters. Three or four plain words are good."),
        strip=False,
        error_messages={"required": _("Choose a password")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password


class InviteForm(forms.Form):
    """Whom to invite, and into which role."""

    email = forms.EmailField(
        label=_("Their work e-mail address"),
        error_messages={
            "required": _("Enter their e-mail address"),
            "invalid": _("Enter an e-mail address, like name@example.org"),
        },
    )
    role = forms.ChoiceField(
        label=_("What they will do"),
        choices=[(role.value, words) for role, words in ROLE_WORDS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they will do")},
    )

    def clean_role(self) -> Role:
        try:
            return Role(self.cleaned_data["role"])
        except ValueError as problem:
            raise ValidationError(_("Choose what they will do")) from problem
