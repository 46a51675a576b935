"""How a family reaches whoever runs a service."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.localoffer.assurance import phones as rule
from waymark.localoffer.providing.answers import phones
from waymark.localoffer.providing.forms.parts import PartForm, line


def check_number(number: str) -> None:
    """Raises: ValidationError, for a number that cannot ring."""
    problem = rule.problem_with(number)
    if problem:
        raise ValidationError(
            _("%(number)s %(problem)s"),
            params={"number": number, "problem": problem},
        )


class ContactForm(PartForm):
    """Telephone numbers, an e-mail address and a web page."""

    def ask(self, record: dict[str, Any]) -> None:
        found = phones.numbers(record)
        for at, each in enumerate(found):
            label = _("Telephone") if len(found) == 1 else _("Telephone %(number)s")
            said = {"number": at + 1}
            self.fields[f"phone-{at}"] = self._number(
                label if len(found) == 1 else label % said, each.whose
            )
        self.fields[phones.NEW] = self._number(
            _("Another telephone number") if found else _("Telephone"), ""
        )
        self.fields["email"] = forms.EmailField(
            label=_("E-mail address"),
            required=False,
            max_length=254,
            error_messages={
                "invalid": _("Enter an e-mail address, like name@example.org")
            },
        )
        self.fields["url"] = forms.URLField(
            label=_("Web page"),
            required=False,
            assume_scheme="https",
            error_messages={
                "invalid": _("Enter a web address, like https://example.org")
            },
        )

    def _number(self, label: Any, whose: str) -> forms.CharField:
        return line(
            label,
            whose,
            validators=[check_number],
            widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
        )
