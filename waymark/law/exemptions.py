"""When a time limit may be lifted: each condition of each exemption, checked.

An exemption lifts a limit and never moves its due day, so nothing here returns a day.
That it was impractical to keep the limit *because* of the circumstance is for a person
to say; until somebody does, that condition is neither met nor unmet.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from waymark.law.rule import Exemption, Party, Rule, Strength
from waymark.law.stated import EARLY_YEARS, SCHOOL, Closure, Spell, Stated

WEEK = timedelta(weeks=1)
LONG_CLOSURE = timedelta(weeks=4)
FOUR_WEEKS, TWO_WEEKS = 28, 14

#: SI 2020/471: the days on which limits could be lifted because of coronavirus.
CORONAVIRUS_FROM, CORONAVIRUS_UNTIL = date(2020, 5, 1), date(2020, 9, 25)

_AMENDED_IN_2020 = (
    "/uksi/2014/1530/",
    "/uksi/2014/1652/",
    "/uksi/2015/62/",
    "/uksi/2017/1306/",
)
_FAMILY_AND_TRIBUNAL = {Party.PARENT, Party.TRIBUNAL}


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must be so: True, False, or None while it is not known."""

    says: str
    met: bool | None


@dataclass(frozen=True, slots=True)
class ExemptionReading:
    """An exemption that may lift a limit, with all its conditions."""

    code: Exemption
    conditions: tuple[Condition, ...]

    @property
    def verify(self) -> bool:
        """True where its words are still to be checked at the source."""
        return self.code in _TO_BE_CHECKED

    @property
    def met(self) -> bool | None:
        """True when every condition is met, False when one is not, else not known."""
        answers = {condition.met for condition in self.conditions}
        if False in answers:
            return False
        return None if None in answers else True


#: Read at first hand were EX-A in regulation 5 and EX-A to EX-D in 10, 13 and 27.
_TO_BE_CHECKED = {
    Exemption.ADVICE_CIRCUMSTANCES,
    Exemption.ADVICE_ABSENT,
    Exemption.ADVICE_APPOINTMENT_MISSED,
    Exemption.ORDER_CIRCUMSTANCES,
    Exemption.ORDER_ABSENT,
    Exemption.ORDER_OTHER,
    Exemption.CORONAVIRUS,
}


@dataclass(frozen=True, slots=True)
class Ground:
    """The days a limit ran, and what is known of the case.

    `last` is the due day, or today where there is none; `open_until` the day the
    duty was met, or today; `asked` the days on which advice was asked for.
    """

    first: date
    last: date
    open_until: date
    today: date
    asked: tuple[date, ...]
    stated: Stated


def exemption_readings(
    codes: tuple[Exemption, ...], ground: Ground
) -> tuple[ExemptionReading, ...]:
    """Every exemption of these codes, with its conditions, on these grounds.

    Source: SI 2014/1530 regs 5(4), 8(2), 10(4), 13(3), 27(3), 44(3); SI 2020/471.
    """
    return tuple(
        ExemptionReading(code, (*_CIRCUMSTANCES[code](ground), _cause(code, ground)))
        for code in codes
    )


def lifted_in_2020(rule: Rule) -> bool:
    """True when SI 2020/471 could lift the rule's limit. Which it did is to be checked.

    It amended four sets of regulations. What it lifted was the public bodies' own
    limits, not the family's time to act.
    """
    amended = any(place in rule.source.url for place in _AMENDED_IN_2020)
    theirs = rule.holder in _FAMILY_AND_TRIBUNAL or rule.floor
    return amended and not theirs and rule.strength is Strength.MUST


def open_in_2020(first: date, until: date) -> bool:
    """True when a limit that ran on these days was open while SI 2020/471 was."""
    return first <= CORONAVIRUS_UNTIL and until >= CORONAVIRUS_FROM


def window(closure: Closure) -> tuple[date, date]:
    """The days on which asking for advice can support EX-A or EX-B, both included.

    It opens a week before the closure and closes a week before the re-opening.

    Source: SI 2014/1530 reg 5(4)(a).
    """
    return closure.closed_on - WEEK, closure.reopens_on - WEEK


def _cause(code: Exemption, ground: Ground) -> Condition:
    causes = ground.stated.causes.get("impractical-because", {})
    return Condition(
        "It was impractical to keep the time limit because of this.", causes.get(code)
    )


def _school_closed(ground: Ground) -> tuple[Condition, ...]:
    return _closed(ground, SCHOOL, "The school or college")


def _early_years_closed(ground: Ground) -> tuple[Condition, ...]:
    return _closed(ground, EARLY_YEARS, "The early years provider")


def _closed(ground: Ground, kind: str, who: str) -> tuple[Condition, ...]:
    closures = ground.stated.closures.get("closures")
    long = [
        closure
        for closure in closures or ()
        if closure.kind == kind
        and closure.reopens_on - closure.closed_on >= LONG_CLOSURE
    ]
    known = None if closures is None else bool(long)
    return (
        Condition(f"{who} was closed for at least 4 weeks in a row.", known),
        Condition(
            "The council asked it for advice in the window that opens one week before "
            "it closes and closes one week before it opens again.",
            _asked_in_a_window(ground, long) if known else known,
        ),
    )


def _asked_in_a_window(ground: Ground, closures: list[Closure]) -> bool | None:
    asked = (*ground.asked, *ground.stated.lists.get("advice-asked-on", ()))
    if not asked:
        return None
    windows = [window(closure) for closure in closures]
    return any(opens <= on <= closes for on in asked for opens, closes in windows)


def _personal_circumstances(ground: Ground) -> tuple[Condition, ...]:
    return (
        Condition(
            "Exceptional personal circumstances affected the child, parent or young "
            "person in that time.",
            _affected(ground),
        ),
    )


def _advice_circumstances(ground: Ground) -> tuple[Condition, ...]:
    return (
        Condition(
            "Exceptional circumstances affected the child, parent or young person in "
            "that time.",
            _affected(ground),
        ),
    )


def _affected(ground: Ground) -> bool | None:
    return _some(
        ground.stated.spells.get("personal-circumstances"),
        lambda spell: spell.days(ground.today, ground.first, ground.last) > 0,
    )


def _absent(ground: Ground) -> tuple[Condition, ...]:
    return _away(ground, FOUR_WEEKS, "4 weeks")


def _absent_from_order(ground: Ground) -> tuple[Condition, ...]:
    return _away(ground, TWO_WEEKS, "2 weeks")


def _away(ground: Ground, days: int, words: str) -> tuple[Condition, ...]:
    def long_and_then(spell: Spell) -> bool:
        then = spell.days(ground.today, ground.first, ground.last)
        return then > 0 and spell.days(ground.today) >= days

    return (
        Condition(
            "The child, parent or young person was away from the area for at least "
            f"{words} in a row, and some of it was in that time.",
            _some(ground.stated.spells.get("absences"), long_and_then),
        ),
    )


def _absent_from_advice(ground: Ground) -> tuple[Condition, ...]:
    return (
        Condition(
            "The child, parent or young person was away from the area for at least "
            "4 weeks in a row within that time.",
            _some(
                ground.stated.spells.get("absences"),
                lambda spell: (
                    spell.days(ground.today, ground.first, ground.last) >= FOUR_WEEKS
                ),
            ),
        ),
    )


def _appointment_missed(ground: Ground) -> tuple[Condition, ...]:
    missed = ground.stated.lists.get("missed-appointments")
    return (
        Condition(
            "The child or young person did not keep an appointment for an examination "
            "or test in that time.",
            None
            if missed is None
            else any(ground.first <= on <= ground.last for on in missed),
        ),
    )


def _other_for_an_order(ground: Ground) -> tuple[Condition, ...]:
    """Read as any circumstance that would lift the 20 weeks; still to be checked."""
    parts = [
        ExemptionReading(code, _CIRCUMSTANCES[code](ground)).met
        for code in (
            Exemption.SCHOOL_CLOSED,
            Exemption.EARLY_YEARS_CLOSED,
            Exemption.PERSONAL_CIRCUMSTANCES,
            Exemption.ABSENT_FROM_AREA,
        )
    ]
    unknown = None if None in parts else False
    return (
        Condition(
            "A circumstance that would lift the time limit for a final plan applied.",
            True if True in parts else unknown,
        ),
    )


def _coronavirus(ground: Ground) -> tuple[Condition, ...]:
    return (
        Condition(
            "The time limit was open between 1 May and 25 September 2020, when "
            "coronavirus could be the reason.",
            open_in_2020(ground.first, ground.open_until),
        ),
    )


def _some(
    spells: tuple[Spell, ...] | None, fits: Callable[[Spell], bool]
) -> bool | None:
    return None if spells is None else any(map(fits, spells))


_CIRCUMSTANCES: dict[Exemption, Callable[[Ground], tuple[Condition, ...]]] = {
    Exemption.SCHOOL_CLOSED: _school_closed,
    Exemption.EARLY_YEARS_CLOSED: _early_years_closed,
    Exemption.PERSONAL_CIRCUMSTANCES: _personal_circumstances,
    Exemption.ABSENT_FROM_AREA: _absent,
    Exemption.ADVICE_CIRCUMSTANCES: _advice_circumstances,
    Exemption.ADVICE_ABSENT: _absent_from_advice,
    Exemption.ADVICE_APPOINTMENT_MISSED: _appointment_missed,
    Exemption.ORDER_CIRCUMSTANCES: _personal_circumstances,
    Exemption.ORDER_ABSENT: _absent_from_order,
    Exemption.ORDER_OTHER: _other_for_an_order,
    Exemption.CORONAVIRUS: _coronavirus,
}
