"""What may be typed about an exemption."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waymark.casework.forms.decisions import long_field
from waymark.casework.services import Ground
from waymark.law.rule import Exemption
from waymark.people.forms.person import day_field

GROUNDS = (
    (Exemption.SCHOOL_CLOSED, _("The school was closed for four weeks or more")),
    (Exemption.EARLY_YEARS_CLOSED, _("The nursery was closed for four weeks or more")),
    (Exemption.PERSONAL_CIRCUMSTANCES, _("Something exceptional in the family")),
    (Exemption.ABSENT_FROM_AREA, _("The family was away for four weeks or more")),
    (Exemption.ADVICE_CIRCUMSTANCES, _("For advice: something exceptional")),
    (Exemption.ADVICE_ABSENT, _("For advice: away for four weeks or more")),
    (Exemption.ADVICE_APPOINTMENT_MISSED, _("For advice: an appointment not kept")),
)
_CLOSED = {
    Exemption.SCHOOL_CLOSED: "school",
    Exemption.EARLY_YEARS_CLOSED: "early-years",
}
_SPELLS = {
    Exemption.PERSONAL_CIRCUMSTANCES: "personal-circumstances",
    Exemption.ADVICE_CIRCUMSTANCES: "personal-circumstances",
    Exemption.ABSENT_FROM_AREA: "absences",
    Exemption.ADVICE_ABSENT: "absences",
}


class ClaimForm(forms.Form):
    """For which duty, on which ground, on which days, and what the family reads."""

    rule = forms.ChoiceField(
        label=_("Which step takes longer?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the step that takes longer")},
    )
    code = forms.TypedChoiceField(
        label=_("On which ground?"),
        choices=[(each.value, says) for each, says in GROUNDS],
        coerce=Exemption,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the ground")},
    )
    first = day_field(
        _("The first day of it"),
        _("the first day"),
        needed=_("Enter the first day"),
        help_text=_("The first day closed or away, or the day of the appointment."),
    )
    last = day_field(
        _("The last day of it"),
        _("the last day"),
        help_text=_("For a closure, when it opens again. Empty: it goes on."),
        may_be_to_come=True,
    )
    advice_asked_on = day_field(
        _("When was the school or nursery asked for advice?"),
        _("the day on which advice was asked for"),
        help_text=_("Only for a closure, where the case does not say it already."),
    )
    impractical = forms.BooleanField(
        label=_("It was impractical to keep the time limit because of this"),
        error_messages={
            "required": _("The ground counts only if it was impractical because of it")
        },
    )
    evidence = long_field(
        _("What shows it?"), needed=_("Say what shows it, with who said so and when")
    )
    reasons = long_field(
        _("Why it takes longer, as the family will read it"),
        needed=_("Write why it takes longer, in words that the family uses"),
    )
    expected_on = day_field(
        _("By when do you expect it now?"),
        _("the day on which you expect it"),
        needed=_("Enter the day on which you expect it"),
        may_be_to_come=True,
    )
    review_on = day_field(
        _("When do you look at this again?"),
        _("the day on which you look at it again"),
        needed=_("Enter the day on which you look at it again"),
        may_be_to_come=True,
    )

    def __init__(
        self, *args: Any, duties: Sequence[tuple[str, str]], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        rule: Any = self.fields["rule"]
        rule.choices = duties

    def clean(self) -> dict[str, Any] | None:
        """A spell ends after it began, and a closure has an end."""
        said = super().clean() or {}
        first, last, code = said.get("first"), said.get("last"), said.get("code")
        if code in _CLOSED and first and not last:
            self.add_error("last", _("Enter the day on which it opens again"))
        if first and last and last < first:
            self.add_error("last", _("The last day comes before the first"))
        return said

    def ground(self) -> Ground:
        """What was typed. Only for a form that is valid."""
        said = self.cleaned_data
        return Ground(
            rule=said["rule"],
            code=said["code"],
            facts=_facts(said["code"], said),
            evidence=said["evidence"],
            reasons=said["reasons"],
            expected_on=said["expected_on"],
            review_on=said["review_on"],
        )


def _facts(code: Exemption, said: dict[str, Any]) -> dict[str, Any]:
    """The days as the law's facts have them."""
    facts: dict[str, Any] = {"impractical-because": {code.value: True}}
    first, last = said["first"], said.get("last")
    if code in _CLOSED:
        facts["closures"] = [
            {
                "closed_on": first.isoformat(),
                "reopens_on": last.isoformat() if last else None,
                "kind": _CLOSED[code],
            }
        ]
        asked: date | None = said.get("advice_asked_on")
        facts |= {"advice-asked-on": [asked.isoformat()]} if asked else {}
    elif code in _SPELLS:
        spell = {"from": first.isoformat()}
        facts[_SPELLS[code]] = [spell | ({"until": last.isoformat()} if last else {})]
    else:
        facts["missed-appointments"] = [first.isoformat()]
    return facts
