"""What may be typed of a story, and of what a child said."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waymark.files.forms import WithUpload
from waymark.files.kinds import Group
from waymark.people.forms.person import day_field, text_field
from waymark.people.models import VoiceItem
from waymark.people.services import AS_A_FILE
from waymark.people.telling import PUTS, READERS, USES, Put, Reader, Topic, Use

_TYPED = tuple(
    medium
    for medium in VoiceItem.Medium
    if medium not in AS_A_FILE and medium is not VoiceItem.Medium.SYMBOLS
)


def _readers() -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label=_("Who may read it?"),
        help_text=_("The officers who keep the record always can."),
        coerce=Reader,
        required=False,
        choices=[(each.value, READERS[each]) for each in Reader],
        widget=forms.CheckboxSelectMultiple,
    )


class TellForm(forms.Form):
    """One part of the story."""

    words = text_field(
        _("In your own words"),
        longest=10_000,
        help_text=_("Write as much or as little as you want. Empty takes it back."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    readers = _readers()
    is_kept = forms.BooleanField(label=_("Keep this to myself"), required=False)
    helper = text_field(
        _("Who helped to write it?"), longest=160, help_text=_("Empty if nobody did.")
    )
    number = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, *args: Any, may_keep: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not may_keep:
            del self.fields["is_kept"]


class SayForm(forms.Form):
    """What a child said, with whose help, and for what."""

    asked = text_field(
        _("What were they asked?"), longest=200, help_text=_("Empty if nothing.")
    )
    said_on = day_field(
        _("When did they say it?"),
        _("the day they said it"),
        help_text=_("Leave it empty for today."),
    )
    helper = text_field(_("Who helped them to say it?"), longest=160)
    helper_is = text_field(
        _("Who is the helper to them?"),
        longest=80,
        help_text=_("For example: teaching assistant, older sister."),
    )
    permits = forms.TypedMultipleChoiceField(
        label=_("What do they say it may be used for?"),
        coerce=Use,
        required=False,
        choices=[(each.value, USES[each]) for each in Use],
        widget=forms.CheckboxSelectMultiple,
    )
    readers = _readers()
    is_kept = forms.BooleanField(label=_("Keep this to myself"), required=False)

    def __init__(self, *args: Any, may_keep: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not may_keep:
            del self.fields["is_kept"]


class SayInWordsForm(SayForm):
    """What a child said in words, in signs, or by what somebody saw."""

    medium = forms.ChoiceField(
        label=_("How did they say it?"),
        choices=[(medium.value, medium.label) for medium in _TYPED],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how they said it")},
    )
    words = text_field(
        _("Their exact words, or what was seen"),
        longest=10_000,
        needed=_("Enter what they said, in words"),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    field_order = ("medium", "asked", "words", "said_on")


class SayWithFileForm(SayForm, WithUpload):
    """A drawing, a photo, a recording or a film, and what it says in words."""

    medium = forms.ChoiceField(
        label=_("What is it?"),
        choices=[(m.value, m.label) for m in VoiceItem.Medium if m in AS_A_FILE],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is")},
    )
    words = text_field(
        _("What is to be seen or heard, in words?"),
        longest=10_000,
        needed=_("Enter what is to be seen or heard, in words"),
        help_text=_("So that everybody can take it in. Their own words first."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    field_order = ("medium", "file", "words", "asked", "said_on")

    def __init__(self, *args: Any, **more: Any) -> None:
        groups = (Group.PICTURE, Group.SOUND, Group.FILM)
        super().__init__(*args, groups=groups, **more)


class BoardForm(SayForm):
    """A symbol board: where each symbol was put. One may be left out."""

    def __init__(self, *args: Any, topic: Topic, **more: Any) -> None:
        super().__init__(*args, **more)
        self.topic = topic
        del self.fields["asked"]
        for symbol, word in topic.symbols.items():
            self.fields[f"put_{symbol}"] = forms.TypedChoiceField(
                label=str(word),
                coerce=Put,
                required=False,
                choices=[*((each.value, PUTS[each]) for each in Put)],
                widget=forms.RadioSelect,
            )
        self.order_fields([f"put_{symbol}" for symbol in topic.symbols])

    def puts(self) -> dict[str, Put]:
        """Where each symbol was put, without those that were left out."""
        said = {
            symbol: self.cleaned_data[f"put_{symbol}"] for symbol in self.topic.symbols
        }
        return {symbol: put for symbol, put in said.items() if put}
