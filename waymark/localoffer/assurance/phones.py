"""Whether a telephone number can ring, by the plan of numbers that Ofcom keeps.

The plan itself comes with the library `phonenumbers`, which others keep up to date.
"""

import re
from collections.abc import Iterator
from typing import Any

import phonenumbers
from django.utils.translation import gettext as _

HERE = "GB"
#: Words that people write behind a number, such as "option 2" or "(text only)".
_SAID_BEHIND = re.compile(r"\s*[,(;]?\s*(?:option|press|text|ask for)\b.*$", re.I)


def problem_with(number: str) -> str:
    """What is wrong with a number, as a sentence; empty if it can ring.

    Takes numbers of this country with or without +44, short numbers such as 999 and
    those for texts, and what people write behind one. Cost: no query.
    """
    bare = _SAID_BEHIND.sub("", number.strip())
    try:
        read = phonenumbers.parse(bare, HERE)
    except phonenumbers.NumberParseException:
        return _("is not a telephone number. Write it like 020 7946 0123.")
    if phonenumbers.is_valid_number(read) or phonenumbers.is_valid_short_number(read):
        return ""
    if phonenumbers.is_possible_number(read):
        return _("is no number that can ring. Check each digit.")
    return _("has too many or too few digits to ring. Check them.")


def numbers_in(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Each telephone number of a record, with its place such as phones[0].number."""
    if isinstance(value, list):
        for at, inner in enumerate(value):
            yield from numbers_in(inner, f"{path}[{at}]")
    elif isinstance(value, dict):
        for name, inner in value.items():
            here = f"{path}.{name}" if path else str(name)
            if name == "phones" and isinstance(inner, list):
                yield from _numbers_of(inner, here)
            elif isinstance(inner, (dict, list)):
                yield from numbers_in(inner, here)


def _numbers_of(phones: list[Any], path: str) -> Iterator[tuple[str, str]]:
    for at, phone in enumerate(phones):
        number = phone.get("number") if isinstance(phone, dict) else None
        if isinstance(number, str) and number.strip():
            yield f"{path}[{at}].number", number
