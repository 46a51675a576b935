"""The lists of places: what each is called, which register it reads, what it says."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waymark.localoffer.schools import addresses, presenters, queries
from waymark.localoffer.schools.entries import Entry, Register

Grouped = Callable[[Iterable[Entry]], tuple[presenters.Group, ...]]


@dataclass(frozen=True, slots=True)
class PlaceList:
    """One list of places and the register it comes from."""

    register: str
    file_name: str
    title: str | Promise
    lead: str | Promise
    grouped: Grouped


LISTS: dict[str, PlaceList] = {
    addresses.SCHOOLS: PlaceList(
        Register.SCHOOL,
        "schools",
        _("Schools"),
        _(
            "Every state-funded school that the register extract names. Each must help "
            "children with special educational needs, and publish a SEN information "
            "report on its website."
        ),
        presenters.schools,
    ),
    addresses.CENTRES: PlaceList(
        Register.CHILDRENS_CENTRE,
        "childrens-centres",
        _("Children's centres"),
        _("Places for families with children under 5."),
        presenters.places,
    ),
    addresses.SECTION_41: PlaceList(
        Register.SECTION_41,
        "section-41",
        _("Independent special schools and colleges (section 41)"),
        _(
            "Independent special schools and special colleges in England that a parent "
            "or young person may ask to be named in an EHC plan."
        ),
        presenters.places,
    ),
}


def parts(address: str) -> dict[str, Any]:
    """What a list shows. Cost: one query."""
    about = LISTS[address]
    held = queries.entries(about.register)
    return {
        "title": about.title,
        "lead": about.lead,
        "groups": about.grouped(held),
        "number": len(held),
        "origins": presenters.origins(held),
        "address": address,
    }
