"""What the parts of the area are called: the area's own synonyms say it.

A group of synonyms that holds the first half of a postcode names that district by its
first words: "Leigh-on-Sea", "leigh", "SS9".
"""

import re
from collections.abc import Iterable

_DISTRICT = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?")


def names_of_districts(groups: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """The title of each postcode district that a group names, by name."""
    found = {}
    for group in groups:
        for phrase in group:
            code = phrase.strip().upper()
            if _DISTRICT.fullmatch(code) and code != group[0].strip().upper():
                found[code] = f"{group[0]} ({code})"
    return dict(sorted(found.items(), key=lambda pair: pair[1]))
