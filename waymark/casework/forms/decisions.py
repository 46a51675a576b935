"""What may be typed about a decision."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waymark.casework.services import Limbs

LONGEST = 6000
_YES_NO = ((True, _("Yes")), (False, _("No")))


def long_field(label: Any, *, needed: Any = "", rows: int = 5, **more: Any) -> Any:
    """Words in paragraphs; with `needed`, the sentence for whoever leaves it empty."""
    return forms.CharField(
        label=label,
        max_length=LONGEST,
        required=bool(needed),
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": needed} if needed else {},
        **more,
    )


def _limb(label: Any, needed: Any, **more: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=_YES_NO,
        coerce=lambda said: said == "True",
        widget=forms.RadioSelect,
        error_messages={"required": needed},
        **more,
    )


class DecisionForm(forms.Form):
    """Each limb of the test with its evidence, and the reasons as a family reads them.

    The test is section 36(8) of the Children and Families Act 2014, and nothing more.
    """

    has_needs = _limb(
        _("Does the child have, or may they have, special educational needs?"),
        _("Choose whether the child has or may have special educational needs"),
        help_text=_("Section 36(8)(a)"),
    )
    needs_evidence = long_field(
        _("What shows it?"), needed=_("Say what shows it, with who said so and when")
    )
    may_need_plan = _limb(
        _("May it be necessary for provision to be made under an EHC plan?"),
        _("Choose whether provision under a plan may be necessary"),
        help_text=_("Section 36(8)(b). It asks whether it may be, not whether it is."),
    )
    plan_evidence = long_field(
        _("What shows that?"),
        needed=_("Say what shows that, with who said so and when"),
    )
    age = long_field(
        _("How did you have regard to their age?"),
        help_text=_(
            "Section 36(10): for somebody over 18, whether they need more time."
        ),
    )
    reasons = long_field(
        _("The reasons, as the family will read them"),
        needed=_("Write the reasons in words that the family uses"),
        help_text=_("They go into the letter as they stand here."),
    )
    next_support = long_field(
        _("If the answer is no: what support comes next?"),
        help_text=_("What the setting does now, and who sees to it."),
    )

    def __init__(self, *args: Any, of_age: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not of_age:
            del self.fields["age"]

    def limbs(self) -> Limbs:
        """What was typed. Only for a form that is valid."""
        return Limbs(**self.cleaned_data)


class ReturnForm(forms.Form):
    """Why a proposal goes back to whoever made it."""

    why = long_field(
        _("What is to be looked at again?"),
        needed=_("Say what is to be looked at again"),
        rows=3,
    )
