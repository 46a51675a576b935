"""The law's time limits as words that stand inside a sentence. Pure.

"The council must decide [[A03]] of getting your request" becomes "within 6 weeks of
getting your request". Nobody types a limit; a change in the law changes every page.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waymark.law import RULES
from waymark.law.limits import (
    AsAgreed,
    AsOrdered,
    EarlierOf,
    FirstGiven,
    FixedDay,
    LaterOf,
    Limit,
    Mode,
    Period,
    TimesPerSchoolYear,
    WithStep,
)
from waymark.law.rule import Rule

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip


def words(rule: Rule) -> str:
    """How long a rule allows, such as "within 6 weeks" or "at least 15 days"."""
    return _said(rule.limit, floor=rule.floor)


@cache
def token_words() -> Mapping[str, str]:
    """What each [[key]] turns into, for every rule of the law."""
    return {key: words(rule) for key, rule in RULES.items()}


def known(keys: Iterable[str]) -> list[Rule]:
    """The rules with these keys, in the order asked for."""
    return [RULES[key] for key in keys if key in RULES]


def _said(limit: Limit, *, floor: bool = False) -> str:
    match limit:
        case Period():
            return _period(limit, floor=floor)
        case FixedDay():
            return _("before %s") % _day(limit)
        case TimesPerSchoolYear(times):
            return _("at least %d times in each school year") % times
        case LaterOf() | EarlierOf() | FirstGiven():
            return _of_several(limit)
        case _:
            return _plain(limit)


def _of_several(limit: LaterOf | EarlierOf | FirstGiven) -> str:
    """Several limits, of which one holds."""
    each = [branch.limit for branch in limit.branches]
    match limit:
        case LaterOf(then=Period(mode=Mode.WEEKS_BEFORE) as counted):
            days = [_day(day) for day in each if isinstance(day, FixedDay)]
            length = _("at least %s before") % _length(counted)
            return f"{length} {_either(days)}"
        case LaterOf():
            which = _("whichever is later")
            return f"{_either([_said(one) for one in each])}, {which}"
        case EarlierOf():
            which = _("whichever is earlier")
            return f"{_either([_said(one) for one in each])}, {which}"
        case FirstGiven():
            return _either([_said(one) for one in _ordered_last(each)])


def _ordered_last(limits: Iterable[Limit]) -> list[Limit]:
    """The usual time first, and the day that somebody may set instead after it."""
    return sorted(limits, key=lambda limit: isinstance(limit, AsOrdered))


def _plain(limit: Limit) -> str:
    match limit:
        case WithStep():
            return _("at the same time")
        case AsAgreed():
            return _("by the day that was agreed")
        case AsOrdered():
            return _("by the day that was ordered")
        case _:
            return ""


def _day(limit: FixedDay) -> str:
    return f"{limit.day} {_(MONTHS[limit.month - 1])}"


def _either(parts: list[str]) -> str:
    """Different things, the last after "or"."""
    *most, last = dict.fromkeys(parts)
    return (
        _("%(first)s or %(last)s")
        % {
            "first": ", ".join(most),
            "last": last,
        }
        if most
        else last
    )


_BEFORE = {Mode.MONTHS_BEFORE, Mode.WEEKS_BEFORE}


def _period(period: Period, *, floor: bool) -> str:
    match period.mode:
        case Mode.AT_ONCE:
            return _("straight away")
        case Mode.AS_SOON_AS_PRACTICABLE:
            return _("as soon as possible")
        case Mode.BEFORE_DATE:
            return _("before that day")
    length = _length(period)
    if period.mode in _BEFORE:
        return _("at least %s before") % length
    return (_("at least %s") if floor else _("within %s")) % length


def _length(period: Period) -> str:
    n = period.amount
    match period.mode:
        case Mode.WEEKS_WITHIN | Mode.WEEKS_BEFORE:
            said = ngettext("%d week", "%d weeks", n)
        case Mode.DAYS_WITHIN | Mode.DAYS_BEGINNING_WITH:
            said = ngettext("%d day", "%d days", n)
        case (
            Mode.WORKING_DAYS_WITHIN
            | Mode.WORKING_DAYS_BEGINNING_WITH
            | Mode.TRIBUNAL_WORKING_DAYS
        ):
            said = ngettext("%d working day", "%d working days", n)
        case _:
            said = ngettext("%d month", "%d months", n)
    return said % n
