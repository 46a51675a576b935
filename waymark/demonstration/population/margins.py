"""What the invented people add up to: published figures, and guesses marked as such.

The figures are the Department for Education's "Education, health and care plans",
reporting year 2025, and the School Census, for Southend-on-Sea (Open Government
Licence v3.0). The plans are those of January 2025, the flows those of 2024.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Key = TypeVar("Key")

PUBLISHED = "Department for Education, Education, health and care plans, 2025"
GUESS = "a guess: no figure is published"


@dataclass(frozen=True)
class Margin(Generic[Key]):
    """How many, or how much of a whole, by one thing; and where that comes from."""

    of: str
    shares: Mapping[Key, float]
    source: str = PUBLISHED

    @property
    def is_guess(self) -> bool:
        """Whether nobody has published it."""
        return self.source.startswith(GUESS)


class Place(StrEnum):
    """Where somebody with a plan learns."""

    EARLY_YEARS = "early-years"
    MAINSTREAM = "mainstream"
    SPECIAL = "special"
    ALTERNATIVE = "alternative"
    COLLEGE = "college"
    ELSEWHERE = "elsewhere"


PLANS = 1_992
REQUESTS_A_YEAR = 569
#: On 31 August before; those under three count as two.
AGES: Margin[int] = Margin(
    "plans by age",
    dict(
        enumerate(
            (1, 25, 94, 126, 96, 102, 125, 121, 116, 143, 139, 162)
            + (135, 152, 132, 89, 84, 51, 51, 20, 18, 8, 1, 1),
            start=2,
        )
    ),
)
SEXES: Margin[str] = Margin("plans by sex", {"M": 71.9, "F": 28.1})
NEEDS: Margin[str] = Margin(
    "plans by primary need",
    {
        "ASD": 625,
        "SLCN": 515,
        "SEMH": 360,
        "MLD": 278,
        "PD": 68,
        "PMLD": 41,
        "SLD": 36,
        "SPLD": 25,
        "HI": 23,
        "VI": 12,
        "OTH": 7,
        "MSI": 2,
    },
)
#: Of 165 elsewhere the named parts make 153; the other 12 are taken for other
#: arrangements of the council. Six are not recorded, and stand with the mainstream.
PLACES: Margin[Place] = Margin(
    "plans by placement",
    {
        Place.MAINSTREAM: 888,
        Place.SPECIAL: 646,
        Place.ALTERNATIVE: 18,
        Place.COLLEGE: 253,
        Place.ELSEWHERE: 165,
        Place.EARLY_YEARS: 22,
    },
)
ELSEWHERE: Margin[str] = Margin(
    "placements elsewhere",
    {"NEET": 99, "EHE": 39, "OLA": 27},
    f"{PUBLISHED}; 12 of the council's arrangements are assumed",
)
ETHNICITIES: Margin[str] = Margin(
    "plans by ethnicity",
    {
        "WBRI": 1_462,
        "WOTH": 74,
        "ABAN": 53,
        "BAFR": 52,
        "MWBC": 43,
        "MOTH": 36,
        "MWAS": 33,
        "MWBA": 33,
        "AOTH": 32,
        "OOTH": 26,
        "APKN": 17,
        "AIND": 14,
        "BCRB": 8,
        "WIRI": 5,
        "CHNE": 5,
        "WROM": 4,
        "BOTH": 4,
        "": 91,
    },
)
AGES_AT_REQUEST: Margin[int] = Margin(
    "requests by age",
    dict(
        enumerate(
            (14, 86, 42, 33, 40, 42, 28, 36, 59, 32, 30, 38, 34, 22, 12, 11, 10),
            start=2,
        )
    ),
)
YEARS_HELD: Margin[int] = Margin(
    "plans by the years they are held",
    dict(enumerate((355, 266, 187, 165, 99, 139, 122, 181, 85, 68, 65, 260), start=0)),
)

# ---- what nobody publishes -----------------------------------------------------------

OUTCODES: Margin[str] = Margin(
    "homes by the first half of the postcode",
    {"SS0": 22, "SS1": 22, "SS2": 26, "SS3": 10, "SS9": 20},
    f"{GUESS}; SS0 and SS2 are taken to carry more need",
)
WHO_ASKED: Margin[str] = Margin(
    "requests by who asked",
    {"parent": 45, "setting": 47, "health": 3, "social-care": 2, "other": 3},
    GUESS,
)
HAS_SECOND_NEED: Margin[bool] = Margin(
    "plans with a second need", {True: 45, False: 55}, GUESS
)
OUT_OF_AREA: Margin[bool] = Margin(
    "special placements out of the area", {True: 20, False: 80}, GUESS
)
TRANSFER_ON_TIME: Margin[bool] = Margin(
    "phase transfers on time", {True: 70, False: 30}, GUESS
)
PARENTS_APART: Margin[bool] = Margin(
    "parents who live apart", {True: 28, False: 72}, GUESS
)
ADDRESS_KEPT_BACK: Margin[bool] = Margin(
    "of these, one whose address is kept back", {True: 6, False: 94}, GUESS
)
LOOKED_AFTER: Margin[bool] = Margin(
    "plans of looked-after children", {True: 3, False: 97}, GUESS
)

#: How the ways of a request go, of 569 in a year.
DECISIONS: Margin[str] = Margin(
    "requests by the decision",
    {"assess": 374, "refuse": 137, "open": 55, "withdrawn": 3},
)
OUTCOMES: Margin[str] = Margin(
    "assessments by what came of them", {"plan": 309, "no-plan": 61}
)

#: How the need of somebody leans with their sex, and with where they learn: percentages
#: of England, used to fit the whole to Southend's own totals.
NEED_BY_SEX: Mapping[tuple[str, str], float] = {
    ("ASD", "F"): 25.7,
    ("MLD", "F"): 13.7,
    ("PD", "F"): 5.7,
    ("ASD", "M"): 33.9,
    ("MLD", "M"): 9.3,
    ("PD", "M"): 3.2,
}
NEED_BY_PLACE: Mapping[tuple[str, Place], float] = {
    ("ASD", Place.SPECIAL): 36.5,
    ("SLD", Place.SPECIAL): 8.0,
    ("PMLD", Place.SPECIAL): 3.2,
    ("SLCN", Place.MAINSTREAM): 28.8,
    ("SEMH", Place.ALTERNATIVE): 63.0,
    ("MLD", Place.COLLEGE): 15.4,
    ("SEMH", Place.ELSEWHERE): 37.6,
    ("SLCN", Place.EARLY_YEARS): 46.5,
}
#: Percentages of England by age: mainstream, special, college, elsewhere, early years.
PLACE_BY_AGE: Mapping[int, tuple[float, float, float, float, float]] = {
    2: (5, 5, 0, 2, 88),
    3: (40, 15, 0, 2, 43),
    4: (70, 20, 0, 2, 6),
    7: (66, 30, 0, 2, 0),
    10: (65, 30, 0, 3, 0),
    11: (51, 42, 0, 3, 0),
    15: (45, 43, 0, 7, 0),
    16: (11, 25, 45, 13, 0),
    17: (8, 23, 49, 17, 0),
    18: (4, 19, 51, 21, 0),
    19: (2, 5, 62, 25, 0),
    22: (1, 2, 63, 29, 0),
}

#: Weeks from the request to the plan, log-normal: the median and the spread.
WEEKS_TO_PLAN = (34.0, 0.54)
#: How many days the decision whether to assess takes, and how often it is in time.
DAYS_TO_DECIDE, DECIDED_IN_TIME = 33, 0.93
#: How the requests of a year fall on its months: most in March, June and July.
BY_MONTH: Margin[int] = Margin(
    "requests by month",
    dict(enumerate((8, 8, 11, 8, 9, 11, 11, 4, 7, 8, 8, 7), start=1)),
    GUESS,
)

EVERY: tuple[Margin[int] | Margin[str] | Margin[bool] | Margin[Place], ...] = (
    AGES,
    SEXES,
    NEEDS,
    PLACES,
    ELSEWHERE,
    ETHNICITIES,
    AGES_AT_REQUEST,
    YEARS_HELD,
    OUTCODES,
    WHO_ASKED,
    HAS_SECOND_NEED,
    OUT_OF_AREA,
    TRANSFER_ON_TIME,
    PARENTS_APART,
    ADDRESS_KEPT_BACK,
    LOOKED_AFTER,
    DECISIONS,
    OUTCOMES,
    BY_MONTH,
)
