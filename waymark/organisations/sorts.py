"""What sort of place a setting is, in words that families use. Pure.

The national register tells by a type (a number with a name) and a phase. Where a list
knows neither, the establishment number still says it, because numbers are given out
in ranges.
"""

from enum import StrEnum


class Sort(StrEnum):
    """A sort of setting."""

    NURSERY = "nursery"
    PRIMARY = "primary"
    MIDDLE = "middle"
    SECONDARY = "secondary"
    ALL_THROUGH = "all-through"
    SIXTEEN_PLUS = "sixteen-plus"
    SPECIAL = "special"
    ALTERNATIVE = "alternative"
    INDEPENDENT = "independent"
    INDEPENDENT_SPECIAL = "independent-special"
    SPECIAL_POST_16 = "special-post-16"
    COLLEGE = "college"
    CHILDRENS_CENTRE = "childrens-centre"
    OTHER = "other"


#: The register's types whose number alone tells the sort.
_BY_TYPE = {
    7: Sort.SPECIAL,
    8: Sort.INDEPENDENT_SPECIAL,
    10: Sort.INDEPENDENT_SPECIAL,
    11: Sort.INDEPENDENT,
    12: Sort.SPECIAL,
    14: Sort.ALTERNATIVE,
    15: Sort.NURSERY,
    18: Sort.COLLEGE,
    24: Sort.OTHER,
    25: Sort.OTHER,
    27: Sort.OTHER,
    29: Sort.COLLEGE,
    30: Sort.OTHER,
    31: Sort.SIXTEEN_PLUS,
    32: Sort.SPECIAL_POST_16,
    33: Sort.SPECIAL,
    36: Sort.SPECIAL,
    37: Sort.OTHER,
    38: Sort.ALTERNATIVE,
    39: Sort.SIXTEEN_PLUS,
    42: Sort.ALTERNATIVE,
    43: Sort.ALTERNATIVE,
    44: Sort.SPECIAL,
    45: Sort.SIXTEEN_PLUS,
    46: Sort.SIXTEEN_PLUS,
    47: Sort.CHILDRENS_CENTRE,
    48: Sort.CHILDRENS_CENTRE,
    49: Sort.OTHER,
    56: Sort.OTHER,
    57: Sort.SIXTEEN_PLUS,
}
#: Types of ordinary schools paid for by the state, whose phase tells the sort.
_ORDINARY = frozenset({1, 2, 3, 5, 6, 26, 28, 34, 35, 40, 41})
_BY_PHASE = {
    "nursery": Sort.NURSERY,
    "primary": Sort.PRIMARY,
    "middle deemed primary": Sort.MIDDLE,
    "middle deemed secondary": Sort.MIDDLE,
    "secondary": Sort.SECONDARY,
    "16 plus": Sort.SIXTEEN_PLUS,
    "all-through": Sort.ALL_THROUGH,
}
#: First and last establishment number of each range, with what it was given out for.
_BY_NUMBER = (
    (1000, 1099, Sort.NURSERY),
    (1100, 1150, Sort.ALTERNATIVE),
    (2000, 3999, Sort.PRIMARY),
    (4000, 5199, Sort.SECONDARY),
    (5200, 5399, Sort.PRIMARY),
    (5400, 5949, Sort.SECONDARY),
    (5950, 5999, Sort.SPECIAL),
    (6000, 6999, Sort.INDEPENDENT),
    (7000, 7999, Sort.SPECIAL),
)
#: What the state pays for, so that the duties of state-funded schools apply.
STATE_FUNDED = frozenset(
    {
        Sort.NURSERY,
        Sort.PRIMARY,
        Sort.MIDDLE,
        Sort.SECONDARY,
        Sort.ALL_THROUGH,
        Sort.SIXTEEN_PLUS,
        Sort.SPECIAL,
        Sort.ALTERNATIVE,
    }
)


def sort_of(type_code: int | None, phase: str, number: str) -> Sort:
    """The sort of a setting from its type, its phase and its establishment number.

    The type decides where it can, then the phase, then the range that the number was
    given out of; a setting of which nothing tells is OTHER.
    """
    if type_code in _BY_TYPE:
        return _BY_TYPE[type_code]
    by_phase = _BY_PHASE.get(phase.lower())
    if by_phase and (type_code is None or type_code in _ORDINARY):
        return by_phase
    if type_code is None or type_code in _ORDINARY:
        return _by_number(number)
    return Sort.OTHER


def _by_number(number: str) -> Sort:
    if not number.isdecimal():
        return Sort.OTHER
    at = int(number)
    found = (sort for first, last, sort in _BY_NUMBER if first <= at <= last)
    return next(found, Sort.OTHER)
