"""Decisions and exemptions made ready for a page. Nothing is fetched here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waymark.casework.models import Claim, Decision
from waymark.casework.stricter import Stricter, stricter_than_the_law
from waymark.law import RULES, Reading
from waymark.people import sealed
from waymark.ui.tables import Fact, SummaryList


@dataclass(frozen=True, slots=True)
class DecisionCard:
    """A decision as a page shows it: each limb, what shows it, and the reasons."""

    decision: Decision
    is_told: bool

    @property
    def stands(self) -> str:
        """How far it has come, unless the family was told of it."""
        if self.decision.returned_at:
            return _("given back")
        if self.decision.waits:
            return _("proposed, not agreed yet")
        return "" if self.is_told else _("agreed, and not told yet")

    @property
    def heading(self) -> str:
        """What it comes to."""
        return _("To assess") if self.decision.is_yes else _("Not to assess")

    @property
    def facts(self) -> SummaryList:
        """Each limb of the test with its answer and evidence."""
        row = self.decision
        told = [
            (_("Has or may have special educational needs"), _answer(row.has_needs)),
            (_("What shows it"), sealed.read(row, "sealed_needs")),
            (
                _("Provision under a plan may be necessary"),
                _answer(row.may_need_plan),
            ),
            (_("What shows that"), sealed.read(row, "sealed_plan")),
            (_("Regard to age"), sealed.read(row, "sealed_age")),
            (_("Reasons"), sealed.read(row, "sealed_reasons")),
            (_("Support that comes next"), sealed.read(row, "sealed_next")),
            (_("Given back"), sealed.read(row, "sealed_return")),
        ]
        return SummaryList(tuple(Fact(word, says) for word, says in told if says))

    @property
    def stricter(self) -> Sequence[Stricter]:
        """Words in it that ask more than the law does."""
        row = self.decision
        fields = ("sealed_needs", "sealed_plan", "sealed_reasons")
        return list(
            stricter_than_the_law("\n".join(sealed.read(row, f) for f in fields))
        )


def _answer(said: bool) -> str:
    return _("Yes") if said else _("No")


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """An exemption as a page shows it; its evidence for those who work on the case."""

    claim: Claim
    may_read_evidence: bool

    @property
    def stands(self) -> str:
        """How far it has come, unless somebody agreed to it."""
        if self.claim.returned_at:
            return _("given back")
        return _("claimed, not agreed yet") if self.claim.waits else ""

    @property
    def heading(self) -> str:
        """Which step it is about."""
        return RULES[self.claim.rule].says

    @property
    def facts(self) -> SummaryList:
        """The ground, what it means for the day, and how it came to be."""
        row = self.claim
        told = [
            (_("Ground"), row.code),
            (_("Why"), sealed.read(row, "sealed_reasons")),
            (_("Expected now"), _day(row.expected_on)),
            (_("Looked at again"), _day(row.review_on)),
        ]
        if self.may_read_evidence:
            told.append((_("What shows it"), sealed.read(row, "sealed_evidence")))
            told.append((_("Given back"), sealed.read(row, "sealed_return")))
        return SummaryList(tuple(Fact(word, says) for word, says in told if says))


def _day(on: date) -> str:
    return date_format(on, "j F Y")


def duties_to_lift(readings: Iterable[Reading]) -> list[tuple[str, str]]:
    """The duties that are waited for and that something in law can lift."""
    return [
        (each.rule.id, _with_day(each)) for each in readings if each.rule.exemptions
    ]


def duties(readings: Iterable[Reading]) -> list[tuple[str, str]]:
    """The duties that are waited for, each with its day, for a list to choose from."""
    return [(each.rule.id, _with_day(each)) for each in readings]


def _with_day(reading: Reading) -> str:
    if reading.due is None:
        return reading.rule.says
    return _("{says} Due by {day}.").format(
        says=reading.rule.says, day=_day(reading.due)
    )
