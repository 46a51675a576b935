"""Invented children, their families and where they learn. Pure; the same every time."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random

from waymark.demonstration.population import margins, names
from waymark.demonstration.population.drawing import (
    Cell,
    dealt,
    drawn,
    fitted,
    one_of,
)
from waymark.demonstration.population.margins import Margin, Place
from waymark.people.identifiers import nhs_digit, upn_letter

#: No school has this number, so no pupil has one of these.
NO_ESTABLISHMENT = "9999"
_ADULT_AGES = range(19, 41)


@dataclass(frozen=True, slots=True)
class School:
    """A setting that invented children may go to: its number and its sort."""

    urn: str
    place: Place
    lowest_age: int
    highest_age: int


@dataclass(frozen=True, slots=True)
class Adult:
    """An invented adult around a child."""

    number: int
    name: str
    kind: str
    born_on: date
    responsibility: str
    is_carer: bool
    lives_apart: bool
    street: str
    postcode: str
    is_kept_back: bool
    phone: str


@dataclass(frozen=True, slots=True)
class InventedChild:
    """An invented child or young person with a plan, or one who asked for one."""

    number: int
    forename: str
    surname: str
    born_on: date
    sex: str
    ethnicity: str
    need: str
    second_need: str
    place: Place
    elsewhere: str
    urn: str
    joined_on: date
    upn: str
    nhs: str
    street: str
    postcode: str
    is_looked_after: bool
    adults: tuple[Adult, ...]
    has_plan: bool


def children(
    *, number: int, seed: int, as_at: date, schools: Sequence[School]
) -> Iterator[InventedChild]:
    """So many invented children with plans on a day, the same for the same seed.

    Ages, sexes, needs and placements meet the margins together; everything else meets
    its own. Nobody stands in any register.
    """
    chance = Random(f"waymark {seed} children")  # noqa: S311
    given = Numbers()
    people = drawn(_weights(), number, chance)
    ethnicities = dealt(margins.ETHNICITIES, number, chance)
    second = dealt(margins.HAS_SECOND_NEED, number, chance)
    outcodes = dealt(margins.OUTCODES, number, chance)
    looked_after = dealt(margins.LOOKED_AFTER, number, chance)
    elsewhere = dealt(margins.ELSEWHERE, number, chance)
    for at, (need, age, sex, place) in enumerate(people):
        yield _child(
            at,
            Drawn(
                need=str(need),
                age=int(str(age)),
                sex=str(sex),
                place=Place(str(place)),
                ethnicity=ethnicities[at],
                has_second=second[at],
                outcode=outcodes[at],
                is_looked_after=looked_after[at],
                elsewhere=elsewhere[at],
            ),
            as_at,
            schools,
            given,
            chance,
        )


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was drawn of one child, before anything was made of it."""

    need: str
    age: int
    sex: str
    place: Place
    ethnicity: str
    has_second: bool
    outcode: str
    is_looked_after: bool
    elsewhere: str


def _weights() -> dict[Cell, float]:
    whole: list[Margin[object]] = [
        margins.NEEDS,  # type: ignore[list-item]
        margins.AGES,  # type: ignore[list-item]
        margins.SEXES,  # type: ignore[list-item]
        margins.PLACES,  # type: ignore[list-item]
    ]
    return fitted(whole, _leaning)


def _leaning(cell: Cell) -> float:
    """How likely a combination is before it is fitted to Southend's totals."""
    need, age, sex, place = cell
    by_sex = margins.NEED_BY_SEX.get((str(need), str(sex)), 10.0)
    by_place = margins.NEED_BY_PLACE.get((str(need), Place(str(place))), 10.0)
    return by_sex * by_place * _place_at(int(str(age)), Place(str(place)))


def _place_at(age: int, place: Place) -> float:
    """How many of a hundred of an age are in a place, and never none where some are."""
    known = max(each for each in margins.PLACE_BY_AGE if each <= age)
    mainstream, special, college, elsewhere, early = margins.PLACE_BY_AGE[known]
    alternative = 1.0 if 7 <= age <= 15 else 0.0  # noqa: PLR2004
    return {
        Place.MAINSTREAM: mainstream,
        Place.SPECIAL: special,
        Place.COLLEGE: college,
        Place.ELSEWHERE: elsewhere,
        Place.EARLY_YEARS: early,
        Place.ALTERNATIVE: alternative,
    }[place]


def _child(
    number: int,
    said: Drawn,
    as_at: date,
    schools: Sequence[School],
    given: "Numbers",
    chance: Random,
) -> InventedChild:
    born_on = _born(said.age, as_at, chance)
    surname = names.surname(chance)
    street, postcode = names.street(chance), names.postcode(said.outcode, chance)
    school = _school(said, schools, chance)
    needs = {k: v for k, v in margins.NEEDS.shares.items() if k != said.need}
    return InventedChild(
        number=number,
        forename=names.forename(chance),
        surname=surname,
        born_on=born_on,
        sex=said.sex,
        ethnicity=said.ethnicity,
        need=said.need,
        second_need=one_of(needs, chance) if said.has_second else "",
        place=said.place,
        elsewhere=said.elsewhere if said.place is Place.ELSEWHERE else "",
        urn=school.urn if school else "",
        joined_on=_joined(born_on, as_at, school, chance),
        upn=given.upn(born_on),
        nhs=given.nhs(),
        street=street,
        postcode=postcode,
        is_looked_after=said.is_looked_after,
        adults=tuple(
            _adults(number, surname, born_on, (street, postcode), said, chance)
        ),
        has_plan=True,
    )


def _born(age: int, as_at: date, chance: Random) -> date:
    """A birth by which somebody is of an age on the 31 August before a day."""
    august = date(as_at.year - (as_at < date(as_at.year, 9, 1)), 8, 31)
    last = date(august.year - age, 8, 31)
    return last - timedelta(days=chance.randrange(365))


def _school(said: Drawn, schools: Sequence[School], chance: Random) -> School | None:
    """A setting of the right sort that takes the age; none elsewhere or unknown."""
    fit = [
        each
        for each in schools
        if each.place is said.place and each.lowest_age <= said.age <= each.highest_age
    ]
    return chance.choice(fit) if fit else None


def _joined(born_on: date, as_at: date, school: School | None, chance: Random) -> date:
    """A 1 September since which they go there, in the ages that the setting takes."""
    lowest = school.lowest_age if school else 2
    earliest = born_on.year + max(lowest, 2) + (born_on.month >= 9)  # noqa: PLR2004
    latest = as_at.year - (as_at < date(as_at.year, 9, 1))
    return date(chance.randint(min(earliest, latest), latest), 9, 1)


class Numbers:
    """Gives out numbers in their order, each once."""

    def __init__(self) -> None:
        self._serials: Counter[int] = Counter()
        self._begun = count(999_100_000)

    def upn(self, born_on: date) -> str:
        """A pupil's number with the right letter, of a school that is not there.

        Raises: ValueError, when a year has more pupils than numbers.
        """
        year = born_on.year + 4
        serial = self._serials[year]
        most = 1_000
        if serial >= most:
            raise ValueError(f"More than {most} invented pupils began in {year}.")
        self._serials[year] += 1
        rest = f"882{NO_ESTABLISHMENT}{year % 100:02d}{serial:03d}"
        return upn_letter(rest) + rest

    def nhs(self) -> str:
        """An NHS number out of the range for tests, with the right last digit."""
        for begun in self._begun:
            digit = nhs_digit(f"{begun:09d}")
            if digit is not None:
                return f"{begun:09d}{digit}"
        raise AssertionError("There is always another number.")


# ---- the adults ----------------------------------------------------------------------


def _adults(
    number: int,
    surname: str,
    born_on: date,
    home: tuple[str, str],
    said: Drawn,
    chance: Random,
) -> Iterator[Adult]:
    """A mother, mostly a father, who may live apart; a foster carer for some."""
    apart = one_of(margins.PARENTS_APART.shares, chance)
    yield _adult(number * 4, surname, born_on, home, "mother", chance)
    alone = 0.12
    if chance.random() > alone:
        away = (
            names.street(chance),
            names.postcode(one_of(margins.OUTCODES.shares, chance), chance),
        )
        yield _adult(
            number * 4 + 1,
            names.surname(chance) if apart else surname,
            born_on,
            away if apart else home,
            "father",
            chance,
            apart=apart,
        )
    if said.is_looked_after:
        yield _adult(
            number * 4 + 2, names.surname(chance), born_on, home, "foster-carer", chance
        )


def _adult(
    number: int,
    surname: str,
    born_on: date,
    home: tuple[str, str],
    kind: str,
    chance: Random,
    *,
    apart: bool = False,
) -> Adult:
    older = chance.choice(_ADULT_AGES)
    kept_back = apart and one_of(margins.ADDRESS_KEPT_BACK.shares, chance)
    return Adult(
        number=number,
        name=f"{names.forename(chance)} {surname}",
        kind=kind,
        born_on=born_on - timedelta(days=older * 365 + chance.randrange(365)),
        responsibility="no" if kind == "foster-carer" else "yes",
        is_carer=not apart,
        lives_apart=apart,
        street=home[0],
        postcode=home[1],
        is_kept_back=kept_back,
        phone=f"01632 960{number % 1000:03d}",
    )
