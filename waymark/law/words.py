"""How a limit is said to a family: a phrase that fits "The council must act ..."."""

from collections.abc import Callable
from typing import Any

from waymark.law.events import Kind
from waymark.law.limits import (
    AsAgreed,
    AsOrdered,
    Branch,
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

__all__ = ["full_words", "length_words", "limit_words", "rule_words"]

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

#: Limits that only the rule's own subject can put into words. None holds a number
#: that is counted with.
_OWN_WORDS = {
    "A15": "before the final plan",
    "A20": "when the final plan is sent",
    "B01": "as part of that draft, review or re-assessment",
    "B04": "at each review or re-assessment",
    "B05": "with reasonable notice",
    "D09": "in the time a tribunal order would give",
    "E02": "before the third birthday",
    "N08": "all the time",
    "P04": "at least {} before the plan is due",
    "R14": "at each review",
    "V01": "on the day of the move",
    "V06": "on the day of the move",
    "X01": "before the decision",
    "X03": "until the time to appeal has passed or the appeal is over",
    "X05": "before any decision to end the plan",
    "X06": "on the 25th birthday, or at the end of that academic year",
}

#: What a limit is counted back from, said only where the rule stands alone.
_BEFORE_WHAT = {
    "P03": "the move",
    "R04": "the first day of term",
    "R05": "the meeting",
    "R06": "the meeting",
}

#: Own words that stand for only the main one of several limits.
_MORE_TO_SAY = frozenset({"D09", "V06"})

#: Duties that come round again.
_EVERY = frozenset({"N05", "N07"})

#: What a branch counts from; the first that fits is said.
_FROM = {
    Kind.REVIEW_MEETING_HELD: "of the review meeting",
    Kind.PREVIOUS_REVIEW_CONCLUDED: "of the last review",
    Kind.DECISION_SENT: "of the decision being sent",
    Kind.CEASING_NOTICE_SENT: "of the notice being sent",
    Kind.MEDIATION_CERTIFICATE_ISSUED: "of the mediation certificate",
    Kind.PLAN_TRANSFERRED: "of the transfer",
    Kind.COMMISSIONER_CHANGED_BY_MOVE: "on the move",
    Kind.COMMISSIONER_LEARNT_OF_MOVE_LATE: "of learning of the move late",
    Kind.AGREED_TO_ASSESS: "of agreeing to assess",
    Kind.AGREED_TO_MAKE_PLAN: "of agreeing to make a plan",
    Kind.AGREED_TO_AMEND_CONTENTS: "of agreeing to change what the plan says",
    Kind.AGREED_TO_CHANGE_SETTING: "of agreeing to name another place",
    Kind.AGREED_TO_CONTINUE: "to keep the plan going",
    Kind.AGREED_ON_OTHER_MATTER: "of the agreement",
    Kind.APPEAL_SENT_TO_COUNCIL: "of the appeal being sent to it",
    Kind.OTHER_DAY_AGREED: "in writing",
}


def rule_words(rule: Rule) -> str:
    """The phrase that stands for a rule's limit in a text for families.

    Of several limits it says the main one; `full_words` says them all. A floor
    reads "at least ...".
    """
    own = _OWN_WORDS.get(rule.id)
    if own is not None:
        return own.format(_length(_main(rule.limit)))
    words = limit_words(_main(rule.limit))
    if rule.id in _EVERY:
        return words.replace("within", "at least every", 1)
    return _as_floor(words) if rule.floor else words


def full_words(rule: Rule) -> str:
    """The whole limit of a rule: every branch, and what else the counting says.

    For a table of time limits, where nothing may be left out.
    """
    words = rule_words(rule)
    if rule.id in _MORE_TO_SAY or rule.id not in _OWN_WORDS:
        words = _whole(rule, words)
    return f"as soon as practicable, and {words}" if rule.also_asap else words


def length_words(rule: Rule) -> str:
    """How long a rule's main limit is and nothing else, such as "6 weeks".

    For Easy Read and translations, which say the rest in their own way. Empty for a
    limit that has no length, such as "at once".
    """
    return _length(_main(rule.limit))


def limit_words(limit: Limit) -> str:
    """A phrase for a limit, such as "within 6 weeks"."""
    return _WORDS[type(limit)](limit)


def _whole(rule: Rule, words: str) -> str:
    limit = rule.limit
    if isinstance(limit, EarlierOf | LaterOf | FirstGiven):
        return limit_words(limit)
    if isinstance(limit, Period):
        words += _first_day(limit, served=rule.floor)
    return f"{words} {_BEFORE_WHAT.get(rule.id, '')}".strip()


def _first_day(period: Period, *, served: bool) -> str:
    if period.mode not in _BEGINNING_WITH:
        return ""
    day = "it is served" if served else "it starts from"
    return f", counting the day {day}"


def _as_floor(words: str) -> str:
    return words.replace("within", "at least", 1)


def _main(limit: Limit) -> Limit:
    """The limit that heads several: the first that is counted."""
    if not isinstance(limit, EarlierOf | LaterOf | FirstGiven):
        return limit
    if isinstance(limit, LaterOf) and (_is_range(limit) or _counts_back(limit)):
        return limit
    counted = (b.limit for b in limit.branches if not isinstance(b.limit, AsOrdered))
    return _main(next(counted))


def _is_range(limit: LaterOf) -> bool:
    """Two lengths from one start, such as three to six months."""
    starts = {branch.starts_with for branch in limit.branches}
    return len(starts) == 1 and limit.then is None


def _counts_back(limit: LaterOf) -> bool:
    """Planning back from whichever day is due."""
    return limit.then is not None and limit.then.mode is Mode.WEEKS_BEFORE


def _length(limit: Limit) -> str:
    """How long, such as "12 weeks"; empty for a limit that has no length."""
    if isinstance(limit, LaterOf) and limit.then is not None:
        limit = limit.then
    if isinstance(limit, Period) and limit.mode in _UNITS:
        return _count(limit.amount, _UNITS[limit.mode])
    return ""


def _count(number: int, unit: str) -> str:
    if unit == "month" and number > 12 and number % 12 == 0:
        number, unit = number // 12, "year"
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _period(period: Period) -> str:
    if period.mode in _COUNTS_NOTHING:
        return _COUNTS_NOTHING[period.mode]
    length = _length(period)
    return f"at least {length} before" if _is_back(period) else f"within {length}"


def _is_back(period: Period) -> bool:
    return period.mode in {Mode.WEEKS_BEFORE, Mode.MONTHS_BEFORE}


def _times(limit: TimesPerSchoolYear) -> str:
    often = {1: "once", 2: "twice"}.get(limit.times, f"{limit.times} times")
    return f"at least {often} in each school year"


def _fixed_day(limit: FixedDay) -> str:
    return f"before {limit.day} {_MONTHS[limit.month - 1]}"


def _later_of(limit: LaterOf) -> str:
    if _counts_back(limit):
        return f"at least {_length(limit)} before the last day"
    if _is_range(limit):
        return "every " + " to ".join(_range_ends(limit))
    return f"{_joined(limit.branches)}, whichever is later"


def _range_ends(limit: LaterOf) -> tuple[str, str]:
    """The unit is said once: "3 to 6 months"."""
    low, high = (_length(branch.limit) for branch in limit.branches)
    return low.split(" ")[0], high


def _earlier_of(limit: EarlierOf) -> str:
    return f"{_joined(limit.branches)}, whichever is earlier"


def _first_given(limit: FirstGiven) -> str:
    first, *rest = (_branch(branch) for branch in limit.branches)
    return "; otherwise ".join([first, "; ".join(rest)])


def _joined(branches: tuple[Branch, ...]) -> str:
    return ", or ".join(_branch(branch) for branch in branches)


def _branch(branch: Branch) -> str:
    start = next((_FROM[k] for k in _FROM if k in branch.starts_with), "")
    return f"{limit_words(branch.limit)} {start}".strip()


_UNITS = {
    Mode.WEEKS_WITHIN: "week",
    Mode.DAYS_WITHIN: "day",
    Mode.DAYS_BEGINNING_WITH: "day",
    Mode.MONTHS_AFTER: "month",
    Mode.MONTHS_BEGINNING_WITH: "month",
    Mode.WORKING_DAYS_WITHIN: "working day",
    Mode.WORKING_DAYS_BEGINNING_WITH: "working day",
    Mode.MONTHS_BEFORE: "month",
    Mode.WEEKS_BEFORE: "week",
    Mode.TRIBUNAL_MONTHS: "month",
    Mode.TRIBUNAL_WORKING_DAYS: "working day",
}

_BEGINNING_WITH = frozenset(
    {
        Mode.DAYS_BEGINNING_WITH,
        Mode.MONTHS_BEGINNING_WITH,
        Mode.WORKING_DAYS_BEGINNING_WITH,
    }
)

_COUNTS_NOTHING = {
    Mode.BEFORE_DATE: "before the day",
    Mode.AT_ONCE: "at once",
    Mode.AS_SOON_AS_PRACTICABLE: "as soon as practicable",
}

_WORDS: dict[type, Callable[[Any], str]] = {
    Period: _period,
    FixedDay: _fixed_day,
    TimesPerSchoolYear: _times,
    WithStep: lambda _: "together with another step",
    AsAgreed: lambda _: "by the day that was agreed",
    AsOrdered: lambda _: "by the day that is set",
    LaterOf: _later_of,
    EarlierOf: _earlier_of,
    FirstGiven: _first_given,
}
