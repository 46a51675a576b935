"""Which days are working days in England. A day is never guessed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from waymark.law.bank_holidays import DAYS

ONE_DAY = timedelta(days=1)
SATURDAY = 5


class CannotCount(ValueError):
    """A day that cannot be worked out, with a sentence that says why."""


class HolidaysUnknown(CannotCount):
    """The count needs the bank holidays of a year that is not held."""

    def __init__(self, year: int, held: range) -> None:
        super().__init__(
            f"This count needs the bank holidays of {year}; "
            f"the years held are {held[0]} to {held[-1]}."
        )


@dataclass(frozen=True, slots=True)
class Holidays:
    """The bank holidays of some whole years, and so the working days in them."""

    days: frozenset[date]
    years: range

    def is_working(self, day: date) -> bool:
        """True for Monday to Friday, except Good Friday, Christmas and bank holidays.

        Raises: HolidaysUnknown on a weekday of a year whose holidays are not held.
        Source: law.md 8.2; the SEND Regulations 2014 do not define the words.
        """
        if day.weekday() >= SATURDAY:
            return False
        if day.year not in self.years:
            raise HolidaysUnknown(day.year, self.years)
        return day not in self.days

    def with_days(self, *extra: date) -> "Holidays":
        """The same holidays and the days added by proclamation since."""
        return Holidays(self.days.union(extra), self.years)

    def on_or_before(self, day: date) -> date:
        """The last working day on or before `day`.

        Raises: HolidaysUnknown.
        """
        while not self.is_working(day):
            day -= ONE_DAY
        return day

    def after(self, day: date) -> date:
        """The first working day after `day`.

        Raises: HolidaysUnknown.
        """
        day += ONE_DAY
        while not self.is_working(day):
            day += ONE_DAY
        return day


def _read(lines: Iterable[str]) -> Holidays:
    by_year = dict(line.split(": ") for line in lines)
    days = frozenset(
        date.fromisoformat(f"{year}-{day}")
        for year, listed in by_year.items()
        for day in listed.split()
    )
    years = [int(year) for year in by_year]
    return Holidays(days, range(years[0], years[-1] + 1))


#: The holidays shipped with this release.
ENGLAND = _read(DAYS.split("\n")[1:-1])
