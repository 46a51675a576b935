"""When a time limit may be lifted: each exemption with its conditions, as known."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from waymark.law import Condition, ExemptionReading, Reading
from waymark.law.rule import Exemption
from waymark.routemaps.dates.words import Who, said


@dataclass(frozen=True, slots=True)
class Checked:
    """One condition and whether it is met: yes, no or not known."""

    says: str
    answer: str


@dataclass(frozen=True, slots=True)
class Lifting:
    """One exemption. `may_apply` when everything but the cause is known to be so."""

    key: str
    title: str
    conditions: tuple[Checked, ...]
    may_apply: bool


def liftings(readings: Iterable[Reading], who: Who) -> list[Lifting]:
    """Every exemption of the open time limits; each set of answers once."""
    found: dict[tuple[object, ...], Lifting] = {}
    for reading in readings:
        for exemption in reading.exemptions:
            same = (exemption.code, *(c.met for c in exemption.conditions))
            found.setdefault(same, _lifting(exemption, who))
    return sorted(found.values(), key=lambda lifting: not lifting.may_apply)


def _lifting(exemption: ExemptionReading, who: Who) -> Lifting:
    facts = exemption.conditions[:-1]
    return Lifting(
        exemption.code.value,
        said(_TITLES[exemption.code], who),
        tuple(_checked(condition, who) for condition in exemption.conditions),
        bool(facts) and all(condition.met for condition in facts),
    )


def _checked(condition: Condition, who: Who) -> Checked:
    return Checked(said(condition.says, who), said(_ANSWERS[condition.met], who))


_ANSWERS = {True: _("yes"), False: _("no"), None: _("not known")}

_TITLES = {
    Exemption.SCHOOL_CLOSED: _("A school or college was closed for a long time"),
    Exemption.EARLY_YEARS_CLOSED: _("A nursery was closed for a long time"),
    Exemption.PERSONAL_CIRCUMSTANCES: _("Something exceptional happened"),
    Exemption.ABSENT_FROM_AREA: _("The family was away for long"),
    Exemption.ADVICE_CIRCUMSTANCES: _("Something exceptional happened"),
    Exemption.ADVICE_ABSENT: _("The family was away for long"),
    Exemption.ADVICE_APPOINTMENT_MISSED: _("An appointment was not kept"),
    Exemption.ORDER_CIRCUMSTANCES: _("Something exceptional happened"),
    Exemption.ORDER_ABSENT: _("The family was away for long"),
    Exemption.ORDER_OTHER: _("Another reason that the law lists"),
    Exemption.CORONAVIRUS: _("Coronavirus, in the summer of 2020"),
}
