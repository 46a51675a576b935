"""What a person may type about accounts, and the words when it is not right."""

import re

from allauth.account.forms import ResetPasswordForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.access.roles import Role
from waymark.accounts.models import Account

ROLE_WORDS = {
    Role.EDITOR: _("Editor: writes the words families read"),
    Role.APPROVER: _("Approver: writes, and approves what others wrote"),
    Role.ADMINISTRATOR: _("Administrator: invites people and ends their roles"),
    Role.PROVIDER: _("Provider: keeps the entry of their own organisation true"),
}
#: A provider is invited from the record of their organisation, not from the list.
INVITED_FROM_THE_LIST = (Role.EDITOR, Role.APPROVER, Role.ADMINISTRATOR)


class AcceptRoleForm(forms.Form):
    """Nothing to fill in: somebody who has an account only says yes."""


class AcceptByCodeForm(forms.Form):
    """The name of an account that needs no password."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        error_messages={"required": _("Enter your name")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


class AcceptInvitationForm(AcceptByCodeForm):
    """The first name and password of a new account."""

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
        choices=[(role.value, ROLE_WORDS[role]) for role in INVITED_FROM_THE_LIST],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they will do")},
    )

    def clean_role(self) -> Role:
        try:
            return Role(self.cleaned_data["role"])
        except ValueError as problem:
            raise ValidationError(_("Choose what they will do")) from problem


class AskForCodeForm(forms.Form):
    """The address that a code is sent to."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        error_messages={
            "required": _("Enter your e-mail address"),
            "invalid": _("Enter an e-mail address, like name@example.org"),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )


class EnterCodeForm(forms.Form):
    """The code from the e-mail. Spaces and dashes do not matter."""

    code = forms.CharField(
        label=_("The code in the e-mail"),
        help_text=_("It has 8 digits. You may leave out the space."),
        max_length=40,
        error_messages={"required": _("Enter the code from the e-mail")},
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}
        ),
    )

    def clean_code(self) -> str:
        code = re.sub(r"[\s.-]", "", self.cleaned_data["code"])
        if not re.fullmatch(r"[0-9]{8}", code):
            raise ValidationError(_("Enter the 8 digits of the code, like 1234 5678"))
        return code


class RenewPasswordForm(ResetPasswordForm):
    """Asks for a letter that renews a password, where there is one to renew.

    An account that a code or a directory opens has none. A letter that gave it one
    would be a way around what guards it.
    """

    users: list[Account]

    def clean_email(self) -> str:
        email: str = super().clean_email()
        self.users = [each for each in self.users if each.has_usable_password()]
        return email
