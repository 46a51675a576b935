"""The columns of the register's file of establishments that we keep.

The file has some 135 columns. A column that is not named here is passed over, the name
of the head among them; a column that is missing leaves what is held as it is, so that a
short extract says only what it knows. `Section41ApprovedDate` is ours: the register's
file has no such column, and the department's own list of section 41 has the day.
"""

from dataclasses import dataclass
from typing import Any

from waymark.organisations.registers.cells import (
    Read,
    at_most,
    day,
    digits,
    named,
    needed,
    one_of,
    urn,
    whole,
    words,
)

STATUSES = {"1": "open", "2": "closed", "3": "closing", "4": "opening"}
#: Whether there is a SEN unit, and whether there is resourced provision.
PROVISION: dict[str, tuple[bool | None, bool | None]] = {
    "": (None, None),
    "not applicable": (False, False),
    "sen unit": (True, False),
    "resourced provision": (False, True),
    "resourced provision and sen unit": (True, True),
}
APPROVED: dict[str, Any] = {
    "": None,
    "not applicable": None,
    "approved": True,
    "not approved": False,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the register, our field, and how a cell is read."""

    name: str
    field: str
    read: Read
    is_needed: bool = False


#: The first two are the number and the name of a setting.
COLUMNS = (
    Column("URN", "urn", urn, is_needed=True),
    Column("EstablishmentName", "name", needed(words(200)), is_needed=True),
    Column("LA (code)", "la_code", needed(digits(3)), is_needed=True),
    Column("EstablishmentNumber", "establishment_number", digits(4), is_needed=True),
    Column("EstablishmentStatus (code)", "status", one_of(STATUSES), is_needed=True),
    Column("UKPRN", "ukprn", digits(8)),
    Column("TypeOfEstablishment (code)", "type_code", at_most(999)),
    Column("TypeOfEstablishment (name)", "type_name", words(100)),
    Column("PhaseOfEducation (name)", "phase", named(60)),
    Column("OpenDate", "opened_on", day),
    Column("ReasonEstablishmentOpened (name)", "why_opened", named(100)),
    Column("CloseDate", "closed_on", day),
    Column("ReasonEstablishmentClosed (name)", "why_closed", named(100)),
    Column("StatutoryLowAge", "lowest_age", at_most(99)),
    Column("StatutoryHighAge", "highest_age", at_most(99)),
    Column("Boarders (name)", "boarders", named(60)),
    Column("OfficialSixthForm (name)", "sixth_form", named(60)),
    Column("Gender (name)", "gender", named(30)),
    Column("ReligiousCharacter (name)", "religious_character", named(100)),
    Column("SchoolCapacity", "capacity", whole),
    Column("NumberOfPupils", "pupils", whole),
    Column("Trusts (code)", "trust_code", words(20)),
    Column("Trusts (name)", "trust_name", named(200)),
    Column("Street", "street", words(200)),
    Column("Locality", "locality", words(200)),
    Column("Address3", "address_3", words(200)),
    Column("Town", "town", words(100)),
    Column("County (name)", "county", named(100)),
    Column("Postcode", "postcode", words(10)),
    Column("Easting", "easting", whole),
    Column("Northing", "northing", whole),
    Column("SchoolWebsite", "website", words(300)),
    Column("TelephoneNum", "phone", words(40)),
    Column("Section41Approved (name)", "section_41", one_of(APPROVED)),
    Column("Section41ApprovedDate", "section_41_on", day),
    Column("SenUnitCapacity", "sen_unit_places", whole),
    Column("SenUnitOnRoll", "sen_unit_on_roll", whole),
    Column("ResourcedProvisionCapacity", "resourced_places", whole),
    Column("ResourcedProvisionOnRoll", "resourced_on_roll", whole),
    Column("PreviousLA (code)", "previous_la_code", digits(3)),
    Column("PreviousEstablishmentNumber", "previous_number", digits(4)),
    Column("LastChangedDate", "changed_on", day),
)
#: One column that answers two questions.
PROVIDES = "TypeOfResourcedProvision (name)"
read_provision = one_of(PROVISION)
#: Thirteen columns, each with one kind of need that a setting provides for.
NEEDS = tuple(f"SEN{number} (name)" for number in range(1, 14))
NEED_CODES = frozenset(
    {"SPLD", "MLD", "SLD", "PMLD", "SEMH", "SLCN", "ASD", "HI", "VI", "MSI", "PD"}
    | {"OTH", "DS"}
)


def read_need(cell: str) -> str:
    """The code of a kind of need, written as "ASD - Autistic Spectrum Disorder"."""
    said = named(100)(cell)
    code: str = said.partition(" - ")[0].strip().upper()
    if code and code not in NEED_CODES:
        raise ValueError(
            f'is "{said}"; the register begins it with a code, such as ASD'
        )
    return code
