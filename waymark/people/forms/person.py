"""What may be typed about a child and those around it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from waymark.access.record import WITHOUT_A_CHILD, Part
from waymark.access.roles import FAMILY, Role
from waymark.access.ties import WAYS, How
from waymark.access.words import PARTS, ROLES
from waymark.organisations import queries as organisations
from waymark.organisations.slots import Person as AccountHolder
from waymark.people.identifiers import Kind
from waymark.people.models import (
    Adult,
    CapacityRecord,
    Child,
    CourtOrder,
    LegalStatus,
    Relationship,
)
from waymark.people.services import SUPPORTER_DAYS
from waymark.people.words import ETHNICITIES, FORMATS, NUMBERS, YEARS
from waymark.ui.fields import DayMonthYearField

#: What heads a list from which something must be chosen.
CHOOSE = ("", _("Choose"))
NOT_SAID = ("", _("Not known"))


def text_field(
    label: Any, *, longest: int, needed: Any = "", **more: Any
) -> forms.CharField:
    """A line of text; with `needed`, the sentence for whoever leaves it empty."""
    return forms.CharField(
        label=label,
        max_length=longest,
        required=bool(needed),
        error_messages={"required": needed} if needed else {},
        **more,
    )


def day_field(
    label: Any, what: Any, *, needed: Any = "", **more: Any
) -> DayMonthYearField:
    options = {"label": label, "what": what, "required": bool(needed), **more}
    return DayMonthYearField(**options)


class FindForm(forms.Form):
    """Whom to look for. Sent by post, so that no name stands in an address."""

    asks_plainly = True

    words = text_field(_("Part of the name, or a number such as a UPN"), longest=100)
    page = forms.IntegerField(
        required=False, min_value=1, max_value=100_000, widget=forms.HiddenInput
    )


class PersonForm(forms.Form):
    """Who a child is."""

    forename = text_field(_("Forename"), longest=80, needed=_("Enter the forename"))
    surname = text_field(_("Surname"), longest=80, needed=_("Enter the surname"))
    known_as = text_field(
        _("What do they want to be called?"),
        longest=80,
        help_text=_("Leave it empty if that is their forename."),
    )
    born_on = day_field(
        _("Date of birth"), _("the date of birth"), needed=_("Enter the date of birth")
    )
    sex = forms.ChoiceField(
        label=_("Sex"),
        required=False,
        choices=[NOT_SAID, *Child.Sex.choices],
        widget=forms.Select,
    )
    ethnicity = forms.ChoiceField(
        label=_("Ethnicity"),
        required=False,
        choices=[NOT_SAID, *ETHNICITIES.items()],
        widget=forms.Select,
    )
    religion = text_field(_("Religion"), longest=60)
    home_language = text_field(_("Language at home"), longest=60)
    communicates_by = text_field(
        _("How do they say things best?"),
        longest=200,
        help_text=_("Words, signs, symbols, pictures, a device, or something else."),
    )
    needs_interpreter = text_field(_("Interpreter or signing they need"), longest=120)


class BeginForm(PersonForm):
    """The first words about a child, with the numbers others gave it."""

    upn = text_field(NUMBERS[Kind.UPN], longest=20)
    nhs = text_field(NUMBERS[Kind.NHS], longest=20)


class CorrectForm(PersonForm):
    """The same, put right: it remembers which version the page was opened with."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class NumberForm(forms.Form):
    """A number that others gave a child."""

    kind = forms.TypedChoiceField(
        label=_("Which number is it?"),
        coerce=Kind,
        choices=[(kind.value, NUMBERS[kind]) for kind in Kind],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose which number it is")},
    )
    value = text_field(_("The number"), longest=40, needed=_("Enter the number"))
    said_by = text_field(
        _("Who told us?"),
        longest=120,
        help_text=_("For example: the school, by phone."),
    )


class ContactForm(forms.Form):
    """How to reach an adult, and in which form."""

    name = text_field(_("Name"), longest=160, needed=_("Enter their name"))
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        error_messages={"invalid": _("Enter an e-mail address, like name@example.org")},
    )
    phone = text_field(_("Telephone"), longest=40)
    channel = forms.ChoiceField(
        label=_("How do they want to hear from us?"),
        choices=Adult.Channel.choices,
        widget=forms.RadioSelect,
        initial=Adult.Channel.POST,
        error_messages={"required": _("Choose how they want to hear from us")},
    )
    format = forms.ChoiceField(
        label=_("In which format do they read best?"),
        required=False,
        choices=[("", _("Standard print")), *FORMATS.items()],
        widget=forms.Select,
    )
    language = text_field(_("Language they read best"), longest=60)
    needs_interpreter = text_field(_("Interpreter or signing they need"), longest=120)
    adjustments = text_field(
        _("What makes meetings possible for them?"),
        longest=400,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CorrectContactForm(ContactForm):
    """The same, put right: it remembers which version the page was opened with."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class AdultForm(ContactForm):
    """An adult, and what they are to the child."""

    kind = forms.ChoiceField(
        label=_("What are they to the child?"),
        choices=[CHOOSE, *Relationship.Kind.choices],
        widget=forms.Select,
        error_messages={"required": _("Choose what they are to the child")},
    )
    responsibility = forms.ChoiceField(
        label=_("Do they have parental responsibility?"),
        choices=Relationship.Responsibility.choices,
        widget=forms.RadioSelect,
        initial=Relationship.Responsibility.UNKNOWN,
        error_messages={"required": _("Choose whether they have it")},
    )
    evidence = text_field(
        _("What have you seen that shows it?"),
        longest=200,
        help_text=_("For example: the birth certificate. Empty if nothing was seen."),
    )
    is_carer = forms.BooleanField(
        label=_("They care for the child every day"), required=False
    )
    is_consulted = forms.BooleanField(
        label=_("They are asked about every step"), required=False, initial=True
    )
    gets_letters = forms.BooleanField(
        label=_("They get a copy of every letter"), required=False, initial=True
    )
    field_order = ("kind", "name", "responsibility", "evidence", "is_carer")


class OrderForm(forms.Form):
    """An order of a court about one adult."""

    kind = forms.ChoiceField(
        label=_("What kind of order is it?"),
        choices=[CHOOSE, *CourtOrder.Kind.choices],
        widget=forms.Select,
        error_messages={"required": _("Choose what kind of order it is")},
    )
    narrows = forms.BooleanField(
        label=_("It narrows what they may see of the child's record"), required=False
    )
    words = text_field(
        _("What does it say about the child?"),
        longest=2000,
        needed=_("Enter what the order says"),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    began_on = day_field(
        _("From which day does it hold?"),
        _("the day from which it holds"),
        needed=_("Enter the day from which it holds"),
    )
    ended_on = day_field(
        _("Until which day?"),
        _("the day on which it ends"),
        may_be_to_come=True,
        help_text=_("Leave it empty where the order names none."),
    )


class AddressForm(forms.Form):
    """Where somebody lives."""

    lines = text_field(
        _("Address"),
        longest=400,
        needed=_("Enter the address"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    postcode = text_field(_("Postcode"), longest=10)
    is_restricted = forms.BooleanField(
        label=_("Keep this address from everybody but those who keep the record"),
        required=False,
    )
    began_on = day_field(
        _("Since when?"),
        _("the day they moved in"),
        help_text=_("Leave it empty for today."),
    )


class SettingForm(forms.Form):
    """Where a child learns."""

    setting_id = forms.TypedChoiceField(
        label=_("Which setting?"),
        coerce=UUID,
        empty_value=None,
        required=False,
        widget=forms.Select,
        error_messages={"invalid_choice": _("Choose a setting from the list")},
    )
    urn = text_field(
        _("If it is not in the list: its URN"),
        longest=7,
        help_text=_("The six digits by which the register knows every setting."),
    )
    began_on = day_field(
        _("Since when are they on the roll?"),
        _("the day they joined"),
        needed=_("Enter the day they joined"),
    )
    is_main = forms.BooleanField(
        label=_("It is their main setting"), required=False, initial=True
    )
    year_taught = forms.TypedChoiceField(
        label=_("Year group they are taught with"),
        coerce=int,
        empty_value=None,
        required=False,
        choices=[("", _("The one of their age")), *YEARS],
        widget=forms.Select,
    )
    hours_a_week = forms.DecimalField(
        label=_("Hours a week, if it is not full time"),
        required=False,
        min_value=0,
        max_value=60,
        decimal_places=1,
    )

    def __init__(self, *args: Any, settings: Iterable[tuple[UUID, str]], **more: Any):
        super().__init__(*args, **more)
        self.fields["setting_id"].choices = [CHOOSE, *settings]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The setting chosen, or the one that the number names."""
        said: dict[str, Any] = super().clean() or {}
        urn = said.pop("urn", "")
        if said.get("setting_id") is None and "setting_id" not in self.errors:
            said["setting_id"] = self._named(urn)
        return said

    def _named(self, urn: str) -> UUID | None:
        if not urn:
            self.add_error("setting_id", _("Choose the setting, or enter its URN"))
            return None
        found = organisations.setting_by_urn(urn)
        if found is None:
            self.add_error("urn", _("The register knows no setting with this URN"))
            return None
        return found.organisation_id


class StatusForm(forms.Form):
    """Something that is true of a child in law."""

    kind = forms.ChoiceField(
        label=_("What is true of them?"),
        choices=[CHOOSE, *LegalStatus.Kind.choices],
        widget=forms.Select,
        error_messages={"required": _("Choose what is true of them")},
    )
    authority_id = forms.TypedChoiceField(
        label=_("Which authority looks after them?"),
        coerce=UUID,
        empty_value=None,
        required=False,
        widget=forms.Select,
    )
    basis = text_field(
        _("On which basis?"),
        longest=120,
        help_text=_("For example: a full care order."),
    )
    began_on = day_field(
        _("Since when?"), _("the day it began"), needed=_("Enter the day it began")
    )

    def __init__(
        self, *args: Any, authorities: Iterable[tuple[UUID, str]], **more: Any
    ):
        super().__init__(*args, **more)
        chosen = [("", _("None")), *authorities]
        self.fields["authority_id"].choices = chosen  # type: ignore[attr-defined]


class NothingToFill(forms.Form):
    """A press alone."""


class EndForm(forms.Form):
    """The day on which something ends."""

    ended_on = day_field(
        _("When does it end?"),
        _("the day it ends"),
        help_text=_("On that day it opens nothing any more. Leave it empty for today."),
    )


#: By how somebody can be asked to work with a child, the roles for it.
ASKED = tuple(
    role for role in Role if {How.ASSIGNED, How.DELIVERS} & WAYS[role] - set(FAMILY)
)


class AssignForm(forms.Form):
    """Who works with the child, and as what."""

    account_id = forms.TypedChoiceField(
        label=_("Who?"),
        coerce=UUID,
        widget=forms.Select,
        error_messages={
            "required": _("Choose who it is"),
            "invalid_choice": _("Choose who it is from the list"),
        },
    )
    role = forms.TypedChoiceField(
        label=_("As what?"),
        coerce=Role,
        choices=[CHOOSE, *((role.value, ROLES[role]) for role in ASKED)],
        widget=forms.Select,
        error_messages={"required": _("Choose as what")},
    )

    def __init__(self, *args: Any, people: Iterable[AccountHolder], **more: Any):
        super().__init__(*args, **more)
        chosen = [(each.account_id, each.name or each.email) for each in people]
        self.fields["account_id"].choices = [CHOOSE, *chosen]  # type: ignore[attr-defined]


class SupporterForm(forms.Form):
    """Whom a family lets in, and for how long."""

    email = forms.EmailField(
        label=_("Their e-mail address"),
        error_messages={
            "required": _("Enter their e-mail address"),
            "invalid": _("Enter an e-mail address, like name@example.org"),
        },
    )
    days = forms.TypedChoiceField(
        label=_("For how long may they see the record?"),
        coerce=int,
        choices=[(days, _("%d days") % days) for days in SUPPORTER_DAYS],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for how long")},
    )


class KeepFromForm(forms.Form):
    """What is kept from whom, and why."""

    account_id = forms.TypedChoiceField(
        label=_("From whom?"),
        coerce=UUID,
        widget=forms.Select,
        error_messages={
            "required": _("Choose from whom"),
            "invalid_choice": _("Choose from whom from the list"),
        },
    )
    parts = forms.TypedMultipleChoiceField(
        label=_("Which parts?"),
        help_text=_("Choose none to keep everything from them."),
        coerce=Part,
        required=False,
        choices=[
            (part.value, PARTS[part]) for part in Part if part not in WITHOUT_A_CHILD
        ],
        widget=forms.CheckboxSelectMultiple,
    )
    reason = text_field(
        _("Why?"),
        longest=1000,
        needed=_("Enter why it is kept from them"),
        help_text=_("They never read this. Whoever keeps the record does."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, people: Iterable[tuple[UUID, str]], **more: Any):
        super().__init__(*args, **more)
        self.fields["account_id"].choices = [CHOOSE, *people]  # type: ignore[attr-defined]


class KeepAddressForm(forms.Form):
    """Which address is kept from whom."""

    address_id = forms.TypedChoiceField(
        label=_("Which address?"),
        coerce=UUID,
        widget=forms.Select,
        error_messages={
            "required": _("Choose the address"),
            "invalid_choice": _("Choose an address from the list"),
        },
    )
    account_id = forms.TypedChoiceField(
        label=_("From whom?"),
        coerce=UUID,
        widget=forms.Select,
        error_messages={
            "required": _("Choose from whom"),
            "invalid_choice": _("Choose from whom from the list"),
        },
    )

    def __init__(
        self,
        *args: Any,
        places: Iterable[tuple[UUID, str]],
        people: Iterable[tuple[UUID, str]],
        **more: Any,
    ):
        super().__init__(*args, **more)
        fields: dict[str, Any] = self.fields
        fields["address_id"].choices = [CHOOSE, *places]
        fields["account_id"].choices = [CHOOSE, *people]


YES_NO = (("yes", _("Yes")), ("no", _("No")))


def _yes_or_no(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        coerce=lambda said: said == "yes",
        choices=YES_NO,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no")},
    )


class CapacityForm(forms.Form):
    """What was found about one decision."""

    decision = forms.ChoiceField(
        label=_("Which decision is it about?"),
        choices=[CHOOSE, *CapacityRecord.Decision.choices],
        widget=forms.Select,
        error_messages={"required": _("Choose which decision it is about")},
    )
    information = text_field(
        _("What were they told, and how?"),
        longest=2000,
        needed=_("Enter what they were told, and how"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    support = text_field(
        _("What was tried to help them decide?"),
        longest=2000,
        needed=_("Enter what was tried to help them decide"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    understands = _yes_or_no(_("With that help, do they understand it?"))
    retains = _yes_or_no(_("Can they keep it in mind long enough?"))
    weighs = _yes_or_no(_("Can they weigh it up?"))
    communicates = _yes_or_no(_("Can they say what they decide, in any way?"))
    assessed_on = day_field(
        _("When was this found?"),
        _("the day it was found"),
        needed=_("Enter the day it was found"),
    )
    review_on = day_field(
        _("When will it be looked at again?"),
        _("the day it will be looked at again"),
        may_be_to_come=True,
    )
    representative_id = forms.TypedChoiceField(
        label=_("Who decides in their place, if they cannot?"),
        coerce=UUID,
        empty_value=None,
        required=False,
        widget=forms.Select,
    )

    def __init__(self, *args: Any, adults: Iterable[tuple[UUID, str]], **more: Any):
        super().__init__(*args, **more)
        chosen = [("", _("A parent, as the law says")), *adults]
        self.fields["representative_id"].choices = chosen  # type: ignore[attr-defined]


class EmergencyForm(forms.Form):
    """Whose record must be opened now, and why."""

    surname = text_field(_("Surname"), longest=80, needed=_("Enter the surname"))
    forename = text_field(
        _("Forename"), longest=80, help_text=_("Needed only for twins.")
    )
    born_on = day_field(
        _("Date of birth"), _("the date of birth"), needed=_("Enter the date of birth")
    )
    reason = text_field(
        _("What do you fear, and why can it not wait?"),
        longest=1000,
        needed=_("Say what you fear and why it cannot wait"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
