"""Numbers that others give to a child, and whether they can be right.

Each carries a character that is worked out from the others, so that a slip of the
finger is found when it is made and not when two children have become one.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

#: The letters of a UPN in the order of their values: no I, O or S.
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_UPN = re.compile(rf"[{UPN_LETTERS}]\d{{11}}[\d{UPN_LETTERS}]")
_TEN_DIGITS = re.compile(r"\d{10}")
#: What a learner has who was given no number yet.
NO_ULN_YET = "9999999999"
_ELEVEN, _TWENTY_THREE = 11, 23


class Kind(StrEnum):
    """Whose number it is."""

    UPN = "upn"
    ULN = "uln"
    NHS = "nhs"
    LOCAL = "local"
    SOCIAL_CARE = "social-care"


class NotAnIdentifier(ValueError):
    """The number cannot be one of its kind. Says what to do, and not the number."""


def checked(kind: Kind, typed: str) -> str:
    """The number as it is kept: without spaces and dashes, in capitals, and right.

    Raises: NotAnIdentifier, with a sentence about what to look at.
    """
    value = re.sub(r"[\s-]", "", typed).upper()
    if not value:
        raise NotAnIdentifier("Enter the number, or take it out.")
    _CHECKS[kind](value)
    return value


def is_temporary_upn(value: str) -> bool:
    """Whether a UPN was given until the real one is found: it ends in a letter."""
    return value[-1:] in UPN_LETTERS and len(value) == len("A000000000000")


def upn_letter(rest: str) -> str:
    """The letter that goes before the other twelve characters of a UPN.

    Each character counts by its place, from 2 to 13; what is left on 23 names it.
    """
    values = [UPN_LETTERS.index(c) if c.isalpha() else int(c) for c in rest]
    total = sum(value * place for place, value in enumerate(values, start=2))
    return UPN_LETTERS[total % _TWENTY_THREE]


def _weighed(nine: str) -> int:
    """Nine digits counted ten times, nine times, and so on down to twice."""
    return sum(
        int(d) * weight for d, weight in zip(nine, range(10, 1, -1), strict=True)
    )


def uln_digit(nine: str) -> str | None:
    """The last digit of a unique learner number; None where no number begins so."""
    left = _weighed(nine) % _ELEVEN
    return None if left == 0 else str(10 - left)


def nhs_digit(nine: str) -> str | None:
    """The last digit of an NHS number; None where no number begins so."""
    digit = (_ELEVEN - _weighed(nine) % _ELEVEN) % _ELEVEN
    return None if digit == 10 else str(digit)  # noqa: PLR2004


def _check_upn(value: str) -> None:
    if not _UPN.fullmatch(value):
        raise NotAnIdentifier(
            "A UPN is one letter and then 12 digits; a temporary one ends in a letter."
        )
    if upn_letter(value[1:]) != value[0]:
        raise NotAnIdentifier(
            "The first letter of this UPN does not fit the rest. Look at it again."
        )


def _check_ten(value: str, name: str, digit: Callable[[str], str | None]) -> None:
    if not _TEN_DIGITS.fullmatch(value):
        raise NotAnIdentifier(f"{name} is ten digits.")
    if digit(value[:9]) != value[9]:
        raise NotAnIdentifier(
            f"{name} ends in a digit that fits the others, and this one does not. "
            "Look at it again."
        )


def _check_uln(value: str) -> None:
    if value == NO_ULN_YET:
        raise NotAnIdentifier("This says that there is no ULN yet. Leave it empty.")
    _check_ten(value, "A ULN", uln_digit)


def _check_nhs(value: str) -> None:
    _check_ten(value, "An NHS number", nhs_digit)


def _check_own(value: str) -> None:
    longest = 20
    if not re.fullmatch(r"[A-Z0-9/]+", value) or len(value) > longest:
        raise NotAnIdentifier(
            f"Enter at most {longest} letters, digits and strokes, without others."
        )


_CHECKS: Mapping[Kind, Callable[[str], None]] = {
    Kind.UPN: _check_upn,
    Kind.ULN: _check_uln,
    Kind.NHS: _check_nhs,
    Kind.LOCAL: _check_own,
    Kind.SOCIAL_CARE: _check_own,
}
