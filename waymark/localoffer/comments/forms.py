"""What readers are asked beside guidance's own questions, and what editors write."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms import Field
from django.utils.translation import gettext_lazy as _

from waymark.localoffer.comments.answer import Answer, KeepingOut
from waymark.localoffer.identifying import Trace
from waymark.localoffer.models.comment import (
    Action,
    Comment,
    KeptOut,
    Speaker,
    Theme,
)
from waymark.ui.fields import ChoiceField, DayMonthYearField

RATHER_NOT = ("", _("I would rather not say"))
LONGEST = 2000


def asked_of_readers() -> Mapping[str, Field]:
    """Who speaks and where to answer; neither has to be said."""
    return {
        "speaker": ChoiceField(
            label=_("Who are you?"),
            help_text=_("It helps us to see whom we do not hear."),
            choices=[*Speaker.choices, RATHER_NOT],
            required=False,
        ),
        "reply_to": forms.EmailField(
            label=_("Your e-mail address, if you want an answer"),
            help_text=_(
                "We keep it apart from what you say, use it for one answer and then "
                "delete it."
            ),
            required=False,
            max_length=254,
            error_messages={
                "invalid": _("Enter an e-mail address, like name@example.org")
            },
            widget=forms.EmailInput(
                attrs={"autocomplete": "email", "spellcheck": "false"}
            ),
        ),
    }


def unfit(said: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """An answer can only be sent to somebody who said something."""
    if said.get("reply_to") and not said.get("missing", True):
        return [("missing", _("Say what you would like us to answer."))]
    return []


class AnswerForm(forms.Form):
    """What is published, what we say and what we do; or why it is kept out."""

    what = ChoiceField(
        label=_("What happens to this comment?"),
        choices=[
            ("publish", _("Publish it with our answer")),
            ("keep-out", _("Keep it out")),
        ],
        hints={
            "keep-out": _(
                "Only for one of the reasons below. It is recorded, and a second "
                "person reads it."
            )
        },
        error_messages={"required": _("Choose whether it is published.")},
    )
    theme = forms.ChoiceField(
        label=_("What it is about"),
        choices=[("", _("Choose")), *Theme.choices],
        required=False,
    )
    words = forms.CharField(
        label=_("The comment, as we publish it"),
        help_text=_(
            "Take out names, schools, ages and whatever else could tell who somebody "
            "is. Leave the rest as it was said."
        ),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    looked = forms.BooleanField(
        label=_("I have looked: nobody can be known by these words"), required=False
    )
    response = forms.CharField(
        label=_("What we say"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    action = ChoiceField(label=_("What we do"), choices=Action.choices, required=False)
    action_on = DayMonthYearField(
        label=_("When it was done, or will be done by"),
        what=_("the day"),
        may_be_to_come=True,
        required=False,
    )
    action_says = forms.CharField(
        label=_("What exactly, or why it cannot be done"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    kept_out = ChoiceField(
        label=_("Why it is kept out"), choices=KeptOut.choices, required=False
    )
    kept_out_because = forms.CharField(
        label=_("The reason in your own words"),
        help_text=_(
            "One or two sentences, without names. Somebody who asked for an answer "
            "is sent them."
        ),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @classmethod
    def of(cls, comment: Comment, typed: str) -> "AnswerForm":
        """The form as it was last saved; it begins with the words as they came."""
        return cls(
            initial={
                "what": "keep-out" if comment.kept_out else "publish",
                "theme": comment.theme,
                "words": comment.words or typed,
                "response": comment.response,
                "action": comment.action,
                "action_on": comment.action_on,
                "action_says": comment.action_says,
                "kept_out": comment.kept_out,
                "kept_out_because": comment.kept_out_because,
            }
        )

    @property
    def answer(self) -> Answer | KeepingOut:
        """What was written, of a form that is valid."""
        said = self.cleaned_data
        if said["what"] == "keep-out":
            return KeepingOut(said["kept_out"], said["kept_out_because"])
        return Answer(
            theme=said["theme"],
            words=said["words"],
            response=said["response"],
            action=said["action"],
            action_says=said["action_says"],
            action_on=said["action_on"],
        )

    def require_whole(self, traces: list[Trace]) -> bool:
        """Add a fault for each thing that is missing; True if it may be sent."""
        for field, says in self.answer.faults(
            traces, looked=self.cleaned_data["looked"]
        ):
            self.add_error(field, says)
        return not self.errors


class ReturnForm(forms.Form):
    """Why something goes back to whoever wrote it."""

    because = forms.CharField(
        label=_("Why you return it"),
        max_length=LONGEST,
        error_messages={"required": _("Say what is to be changed.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class YearForm(forms.Form):
    """What stands above a year of comments."""

    introduction = forms.CharField(
        label=_("What we heard and what changed"),
        help_text=_("Two or three short paragraphs. Families read them first."),
        max_length=4000,
        error_messages={"required": _("Say what you heard and what changed.")},
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    how_asked = forms.CharField(
        label=_("How we asked"),
        help_text=_(
            "How children, young people and parents were asked this year, besides the "
            "link on every page: meetings, visits, paper."
        ),
        max_length=4000,
        error_messages={"required": _("Say how families were asked.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )
