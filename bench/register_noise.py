"""An invented register of schools in the real layout: its columns, letters and dates.

The columns are those of the file of establishments that Get Information About Schools
gives out, in its order; so are the answers in the columns of choices. Names, numbers
and places are invented.
"""

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta

#: The columns of the file of establishments, in their order.
HEADER = tuple(
    name.strip()
    for name in """
    URN|LA (code)|LA (name)|EstablishmentNumber|EstablishmentName|
    TypeOfEstablishment (code)|TypeOfEstablishment (name)|
    EstablishmentTypeGroup (code)|EstablishmentTypeGroup (name)|
    EstablishmentStatus (code)|EstablishmentStatus (name)|
    ReasonEstablishmentOpened (code)|ReasonEstablishmentOpened (name)|OpenDate|
    ReasonEstablishmentClosed (code)|ReasonEstablishmentClosed (name)|CloseDate|
    PhaseOfEducation (code)|PhaseOfEducation (name)|StatutoryLowAge|StatutoryHighAge|
    Boarders (code)|Boarders (name)|NurseryProvision (name)|
    OfficialSixthForm (code)|OfficialSixthForm (name)|Gender (code)|Gender (name)|
    ReligiousCharacter (code)|ReligiousCharacter (name)|ReligiousEthos (name)|
    Diocese (code)|Diocese (name)|AdmissionsPolicy (code)|AdmissionsPolicy (name)|
    SchoolCapacity|SpecialClasses (code)|SpecialClasses (name)|CensusDate|
    NumberOfPupils|NumberOfBoys|NumberOfGirls|PercentageFSM|
    TrustSchoolFlag (code)|TrustSchoolFlag (name)|Trusts (code)|Trusts (name)|
    SchoolSponsorFlag (name)|SchoolSponsors (name)|FederationFlag (name)|
    Federations (code)|Federations (name)|UKPRN|FEHEIdentifier|
    FurtherEducationType (name)|OfstedLastInsp|OfstedSpecialMeasures (code)|
    OfstedSpecialMeasures (name)|LastChangedDate|Street|Locality|Address3|Town|
    County (name)|Postcode|SchoolWebsite|TelephoneNum|HeadTitle (name)|HeadFirstName|
    HeadLastName|HeadPreferredJobTitle|BSOInspectorateName (name)|InspectorateReport|
    DateOfLastInspectionVisit|NextInspectionVisit|TeenMoth (name)|TeenMothPlaces|
    CCF (name)|SENPRU (name)|EBD (name)|PlacesPRU|FTProv (name)|EdByOther (name)|
    Section41Approved (name)|SEN1 (name)|SEN2 (name)|SEN3 (name)|SEN4 (name)|
    SEN5 (name)|SEN6 (name)|SEN7 (name)|SEN8 (name)|SEN9 (name)|SEN10 (name)|
    SEN11 (name)|SEN12 (name)|SEN13 (name)|TypeOfResourcedProvision (name)|
    ResourcedProvisionOnRoll|ResourcedProvisionCapacity|SenUnitOnRoll|SenUnitCapacity|
    GOR (code)|GOR (name)|DistrictAdministrative (code)|DistrictAdministrative (name)|
    AdministrativeWard (code)|AdministrativeWard (name)|
    ParliamentaryConstituency (code)|ParliamentaryConstituency (name)|
    UrbanRural (code)|UrbanRural (name)|GSSLACode (name)|Easting|Northing|MSOA (name)|
    LSOA (name)|InspectorateName (name)|SENStat|SENNoStat|BoardingEstablishment (name)|
    PropsName|PreviousLA (code)|PreviousLA (name)|PreviousEstablishmentNumber|
    OfstedRating (name)|Country (name)|UPRN|SiteName|QABName (code)|QABName (name)|
    EstablishmentAccredited (code)|EstablishmentAccredited (name)|QABReport|CHNumber|
    MSOA (code)|LSOA (code)|FSM|AccreditationExpiryDate
    """.replace("\n", "").split("|")
)
#: Type, its name, phase and what is taught there, as the register says them.
_KINDS = (
    ("1", "Community school", "2", "Primary", "5", "11"),
    ("34", "Academy converter", "4", "Secondary", "11", "18"),
    ("2", "Voluntary aided school", "2", "Primary", "4", "11"),
    ("44", "Academy special converter", "0", "Not applicable", "3", "19"),
    ("10", "Other independent special school", "0", "Not applicable", "7", "18"),
    ("47", "Children's centre", "0", "Not applicable", "", ""),
    ("35", "Free schools", "7", "All-through", "4", "19"),
    ("32", "Special post 16 institution", "6", "16 plus", "16", "25"),
)
_STATUSES = (("1", "Open"), ("1", "Open"), ("2", "Closed"), ("1", "Open"))
_NEEDS = (
    "ASD - Autistic Spectrum Disorder",
    "SpLD - Specific Learning Difficulty",
    "SEMH - Social, Emotional and Mental Health",
    "SLCN - Speech, language and Communication",
)
_PROVISION = (
    "Not applicable",
    "Resourced provision",
    "SEN unit",
    "Resourced provision and SEN unit",
)
_NAMES = (
    "Saint Zoë’s",
    "Dune Lane",
    "Saltings",
    "O'Hare Road",
    "Château",
    "Long Marsh",
)


def establishments(number: int) -> bytes:
    """The register's file of so many establishments, in its own letters."""
    return written(_row(at) for at in range(number))


def written(rows: "Iterator[dict[str, str]] | list[dict[str, str]]") -> bytes:
    """Rows as the register writes them; a column that a row has not is empty."""
    words = io.StringIO(newline="")
    writer = csv.DictWriter(words, HEADER, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return words.getvalue().encode("cp1252")


def _row(at: int) -> dict[str, str]:
    row = {**_about(at), **_where(at)}
    if at % 4 == 2:
        row |= {
            "CloseDate": "31-08-2019",
            "ReasonEstablishmentClosed (name)": "Academy Converter",
        }
    return row


def _about(at: int) -> dict[str, str]:
    type_code, type_name, phase_code, phase, low, high = _KINDS[at % len(_KINDS)]
    status_code, status = _STATUSES[at % len(_STATUSES)]
    opened = date(1950, 1, 1) + timedelta(days=at % 20_000)
    return {
        "URN": str(100_000 + at),
        "LA (code)": str(201 + at % 150),
        "LA (name)": f"Authority {at % 150}",
        "EstablishmentNumber": str(1000 + at % 9000),
        "EstablishmentName": f"{_NAMES[at % len(_NAMES)]} School {at}",
        "TypeOfEstablishment (code)": type_code,
        "TypeOfEstablishment (name)": type_name,
        "EstablishmentStatus (code)": status_code,
        "EstablishmentStatus (name)": status,
        "ReasonEstablishmentOpened (name)": "Not applicable",
        "OpenDate": f"{opened:%d-%m-%Y}",
        "PhaseOfEducation (code)": phase_code,
        "PhaseOfEducation (name)": phase,
        "StatutoryLowAge": low,
        "StatutoryHighAge": high,
        "Boarders (name)": "No boarders",
        "OfficialSixthForm (name)": "Does not have a sixth form",
        "Gender (name)": "Mixed",
        "ReligiousCharacter (name)": "Does not apply",
        "SchoolCapacity": str(100 + at % 1500),
        "NumberOfPupils": str(90 + at % 1400),
        "Trusts (code)": str(2000 + at % 3000) if at % 2 else "",
        "Trusts (name)": f"Trust {at % 3000}" if at % 2 else "",
        "UKPRN": str(10_000_000 + at),
        "LastChangedDate": "01-09-2025",
        "HeadFirstName": "Invented",
        "HeadLastName": f"Head {at}",
        "Section41Approved (name)": (
            "Approved" if type_code in {"10", "32"} else "Not applicable"
        ),
        "SEN1 (name)": _NEEDS[at % 4] if at % 3 == 0 else "Not Applicable",
        "SEN2 (name)": _NEEDS[(at + 1) % 4] if at % 6 == 0 else "",
        "TypeOfResourcedProvision (name)": _PROVISION[at % 4],
        "ResourcedProvisionCapacity": str(at % 30) if at % 2 else "",
        "SenUnitCapacity": str(at % 20) if at % 4 > 1 else "",
    }


def _where(at: int) -> dict[str, str]:
    return {
        "Street": f"{at % 200} Dune Road",
        "Locality": "Saltings",
        "Town": f"Town {at % 900}",
        "County (name)": "Marramshire",
        "Postcode": f"MM{at % 90 + 1} {at % 9}AA",
        "SchoolWebsite": f"www.school-{at}.example.org",
        "TelephoneNum": f"01632{at:06d}",
        "Easting": str(300_000 + at),
        "Northing": str(200_000 + at),
        "PreviousLA (code)": "999",
        "PreviousEstablishmentNumber": "",
        "Country (name)": "England",
    }
