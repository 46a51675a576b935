"""Rows of an invented register, as the national one writes them."""

from bench.register_noise import written

OAK = {
    "URN": "900001",
    "LA (code)": "999",
    "EstablishmentNumber": "2001",
    "EstablishmentName": "Oak School",
    "TypeOfEstablishment (code)": "1",
    "TypeOfEstablishment (name)": "Community school",
    "EstablishmentStatus (code)": "1",
    "PhaseOfEducation (name)": "Primary",
}
ASH = {
    **OAK,
    "URN": "900002",
    "EstablishmentNumber": "7001",
    "EstablishmentName": "Ash School",
    "TypeOfEstablishment (code)": "44",
    "TypeOfEstablishment (name)": "Academy special converter",
    "PhaseOfEducation (name)": "Not applicable",
}
LINK_HEADER = "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate"


def a_file(*rows: dict[str, str]) -> bytes:
    """A whole file of establishments with these rows."""
    return written(rows)


def short(*lines: str) -> bytes:
    """A file with only the columns that every row needs."""
    head = (
        "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (code)"
    )
    return "\r\n".join((head, *lines, "")).encode("cp1252")


def links(*lines: str) -> bytes:
    """A file of links."""
    return "\r\n".join((LINK_HEADER, *lines, "")).encode("cp1252")
