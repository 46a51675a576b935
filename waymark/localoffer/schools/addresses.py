"""Where schools are read about: for life."""

SCHOOLS = "/local-offer/schools/"
CENTRES = f"{SCHOOLS}childrens-centres/"
SECTION_41 = f"{SCHOOLS}section-41/"
PAST = f"{SCHOOLS}past/"


def of_school(urn: str) -> str:
    """The page of one school, by its number in the national register."""
    return f"{SCHOOLS}{urn}/"


def of_year(year: int) -> str:
    """The page of provision as it stood in a year."""
    return f"{PAST}{year}/"
