"""When compulsory school age ends, and with it a parent's place in the law of SEN.

The rights to ask, to be heard and to appeal are then the young person's own (Children
and Families Act 2014 ss 80 and 83(2)): not on a birthday, but once the school leaving
date of the school year in which they turn 16 is over.
"""

from datetime import date, timedelta

SCHOOL_AGE_ENDS_AT = 16
_SEPTEMBER, _FRIDAY = 9, 4


def school_leaving_date(born_on: date) -> date:
    """The last day on which somebody is of compulsory school age.

    The last Friday in June of the school year, from 1 September to 31 August, in which
    they turn 16 (Education Act 1996 s 8(3); SI 1997/1970).
    """
    turns = born_on.year + SCHOOL_AGE_ENDS_AT
    ends = turns + (born_on.month >= _SEPTEMBER)
    return last_friday_in_june(ends)


def over_school_age_from(born_on: date) -> date:
    """The first day on which somebody is a young person: the day after the last.

    Compulsory school age ends when the school leaving date does (s 8(3)).
    """
    return school_leaving_date(born_on) + timedelta(days=1)


def last_friday_in_june(year: int) -> date:
    """The school leaving date of a calendar year."""
    last = date(year, 6, 30)
    return last - timedelta(days=(last.weekday() - _FRIDAY) % 7)
