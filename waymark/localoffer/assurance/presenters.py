"""Entries as whoever confirms them sees them."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.localoffer.assurance.days import counted_on
from waymark.localoffer.assurance.forms import ChosenForm
from waymark.localoffer.assurance.rules import Standing
from waymark.localoffer.models import Service
from waymark.localoffer.providing.presenters import PartShown, parts_shown
from waymark.localoffer.queries import whole

TITLES = {
    Standing.SINKING: _("Not confirmed for six months"),
    Standing.OUT_OF_SEARCH: _("Not confirmed for a year: out of the search"),
    Standing.ARCHIVED: _("Not confirmed for eighteen months: archived"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One entry that a reminder asks about, with all that is published of it."""

    id: UUID
    name: str
    assured_on: date | None
    parts: list[PartShown]


def asked_lines(services: list[Service]) -> list[Asked]:
    """Each entry with what it says. Cost: none."""
    return [
        Asked(each.pk, each.name, each.assured_on, parts_shown(whole(each)))
        for each in services
    ]


@dataclass(frozen=True, slots=True)
class ConfirmLine:
    """One entry in the list of those to confirm, with its box to tick."""

    id: UUID
    name: str
    organisation: str
    assured_on: date | None
    counted_on: date
    found_in: str
    is_ticked: bool


def confirm_lines(services: list[Service], form: ChosenForm) -> list[ConfirmLine]:
    """Each entry of the list. Nothing is ticked before somebody has looked."""
    ticked = {str(key) for key in _ticked(form)} if form.is_bound else set()
    return [
        ConfirmLine(
            id=each.pk,
            name=each.name,
            organisation=each.organisation.name if each.organisation else "",
            assured_on=each.assured_on,
            counted_on=counted_on(each),
            found_in=each.found_in,
            is_ticked=str(each.pk) in ticked,
        )
        for each in services
    ]


def _ticked(form: ChosenForm) -> Any:
    return form["services"].value() or ()
