"""The checklist in plain words. Nothing is fetched here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from waymark.localoffer.checklist.evidence import NAMES, Evidence, State

STATES = {
    State.MISSING: gettext_lazy("Nothing is published yet"),
    State.PARTLY: gettext_lazy("Something is published, with gaps"),
    State.COVERED: gettext_lazy("Something is published for everybody"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One heading as people read it."""

    evidence: Evidence
    state: str
    services: str
    gaps: tuple[str, ...]
    numbers: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """Where on the page it stands."""
        return self.evidence.heading.key


def shown(held: Iterable[Evidence]) -> list[Shown]:
    """Every heading ready to be read."""
    return [
        Shown(
            each,
            str(STATES[each.state]),
            services(each.services),
            gaps(each),
            numbers(each),
        )
        for each in held
    ]


def services(number: int) -> str:
    """How many services there are, in words; "" for none."""
    if not number:
        return ""
    says = ngettext("%(n)s service", "%(n)s services", number)
    return says % {"n": number}


def numbers(evidence: Evidence) -> tuple[str, ...]:
    """The services of a heading by area of need and by stage, as far as they say."""
    held = (evidence.needs, evidence.stages)
    return tuple(
        "; ".join(f"{NAMES[key]} {number}" for key, number in found.items())
        for found in held
        if any(found.values())
    )


def gaps(evidence: Evidence) -> tuple[str, ...]:
    """What is missing under a heading, a sentence for each kind of gap."""
    if evidence.state is State.MISSING:
        return ()
    found = []
    if evidence.unsaid:
        says = ngettext(
            "%(n)s service does not say for which ages it is.",
            "%(n)s services do not say for which ages they are.",
            evidence.unsaid,
        )
        found.append(says % {"n": evidence.unsaid})
    if evidence.needs_missing:
        says = _("Nothing that we know is for: %s.")
        found.append(says % _names(evidence.needs_missing))
    if evidence.stages_missing:
        says = _("Nothing that we know is for the stage: %s.")
        found.append(says % _names(evidence.stages_missing))
    return tuple(found)


def _names(keys: Iterable[str]) -> str:
    return "; ".join(NAMES[key] for key in keys)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many headings stand how."""

    missing: int
    partly: int
    covered: int


def tally(held: Sequence[Evidence]) -> Tally:
    """The whole checklist in three numbers."""
    states = [each.state for each in held]
    return Tally(*(states.count(state) for state in State))
