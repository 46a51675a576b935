"""The plain questions of an entry, in parts that fit a phone's screen."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waymark.localoffer.providing.forms.contact import ContactForm
from waymark.localoffer.providing.forms.deciding import (
    ApproveForm,
    InviteForm,
    NewEntryForm,
    ReturnForm,
    SendForm,
    ShowBetweenForm,
)
from waymark.localoffer.providing.forms.parts import (
    AboutForm,
    GettingForm,
    OfferForm,
    PartForm,
    PlaceForm,
    WhoForm,
)
from waymark.localoffer.providing.forms.times import TimesForm

__all__ = [
    "PARTS",
    "ApproveForm",
    "InviteForm",
    "NewEntryForm",
    "Part",
    "PartForm",
    "ReturnForm",
    "SendForm",
    "ShowBetweenForm",
    "part",
]


@dataclass(frozen=True, slots=True)
class Part:
    """One page of questions: its place in the address, title, and what it holds."""

    key: str
    title: str | Promise
    holds: str | Promise
    form: type[PartForm]

    def is_asked(self, record: dict[str, Any]) -> bool:
        """False where the record has nothing that this part asks about."""
        return self.form.suits(record)


PARTS = (
    Part(
        "about",
        _("What it is"),
        _("Name, description, notice, whether it is running"),
        AboutForm,
    ),
    Part("contact", _("Contact"), _("Telephone, e-mail, web page"), ContactForm),
    Part("times", _("When it is open"), _("Days and hours"), TimesForm),
    Part("who", _("Who it is for"), _("Ages, needs, diagnosis, EHC plan"), WhoForm),
    Part(
        "getting",
        _("How to get it"),
        _("Who may ask, how to start, waiting, cost"),
        GettingForm,
    ),
    Part("place", _("Where it happens"), _("Address and accessibility"), PlaceForm),
    Part("offer", _("Local Offer questions"), _("What families ask you"), OfferForm),
)


def part(key: str) -> Part | None:
    """The part with this key, or None."""
    return next((each for each in PARTS if each.key == key), None)
