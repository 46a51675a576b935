"""The places on the lists of schools, each as its register has it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from waymark.organisations.models import Register as ReadRegister
from waymark.organisations.models import Setting
from waymark.organisations.sorts import Sort


class Register(StrEnum):
    """The lists that are kept of places."""

    SCHOOL = "school"
    CHILDRENS_CENTRE = "childrens-centre"
    SECTION_41 = "section-41"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a list comes from, of when it is, what to beware of in it."""

    as_of: str
    source: str
    note: str

    @classmethod
    def of(cls, register: ReadRegister) -> "Origin":
        return cls(register.as_of, register.name, register.note)


@dataclass(frozen=True, slots=True)
class Entry:
    """A place as a list and a page show it. What is empty or None is not known."""

    urn: str
    name: str
    sort: Sort
    type_name: str
    address: str
    postcode: str
    website: str
    phone: str
    ages: tuple[int, int] | None
    sen_unit: bool | None
    resourced_provision: bool | None
    approved_on: date | None
    origin: Origin


def entry_of(setting: Setting) -> Entry:
    """A setting, with its organisation and register, as the lists show it."""
    low, high = setting.lowest_age, setting.highest_age
    return Entry(
        urn=setting.urn,
        name=setting.organisation.name,
        sort=Sort(setting.sort),
        type_name=setting.type_name,
        address=setting.address,
        postcode=setting.postcode,
        website=setting.web_address,
        phone=setting.phone,
        ages=None if low is None or high is None else (low, high),
        sen_unit=setting.sen_unit,
        resourced_provision=setting.resourced_provision,
        approved_on=setting.section_41_on,
        origin=Origin.of(setting.register),
    )
