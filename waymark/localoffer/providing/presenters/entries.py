"""An entry in a list of entries, and its answers part by part."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waymark.localoffer.assurance.days import counted_on
from waymark.localoffer.assurance.rules import Standing, standing
from waymark.localoffer.models import Draft, Service
from waymark.localoffer.providing.forms import PARTS, PartForm
from waymark.localoffer.providing.queries import draft_of
from waymark.today import today

Said = str | Promise

DRAFT_WORDS: dict[str, Said] = {
    Draft.State.WRITING: _("You have changes that were not sent yet."),
    Draft.State.SENT: _("Your changes wait for the team to approve them."),
    Draft.State.RETURNED: _("The team has asked you to put something right."),
    Draft.State.APPROVED: _("Your changes are approved and wait for their day."),
}
STANDING_WORDS: dict[Standing, Said] = {
    Standing.CURRENT: _("Up to date"),
    Standing.SINKING: _("Families find it further down: confirm it"),
    Standing.OUT_OF_SEARCH: _("Families do not find it by searching: confirm it"),
    Standing.ARCHIVED: _("Archived, in no list: confirm it to bring it back"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as its provider sees it in the list."""

    id: UUID
    name: str
    organisation: str
    is_published: bool
    assured_on: date | None
    standing: Standing
    standing_words: Said
    draft_words: Said

    @property
    def wants_confirming(self) -> bool:
        """True for one that has sunk or gone for want of a word."""
        return self.is_published and self.standing != Standing.CURRENT


def lines(services: Iterable[Service]) -> list[Line]:
    """Each entry in a line. Cost: none, if drafts and organisations were read."""
    return [_line(service) for service in services]


def _line(service: Service) -> Line:
    written = draft_of(service)
    stands = standing(counted_on(service), today())
    return Line(
        id=service.pk,
        name=service.name,
        organisation=service.organisation.name if service.organisation else "",
        is_published=service.published_at is not None,
        assured_on=service.assured_on,
        standing=stands,
        standing_words=STANDING_WORDS[stands],
        draft_words=DRAFT_WORDS[written.state] if written else "",
    )


#: What the team calls entries that stand so, in a list of numbers.
COUNTED_WORDS: dict[Standing, Said] = {
    Standing.CURRENT: _("Confirmed or checked in the last six months"),
    Standing.SINKING: _("Not confirmed for six months"),
    Standing.OUT_OF_SEARCH: _("Not confirmed for a year, out of the search"),
    Standing.ARCHIVED: _("Not confirmed for eighteen months, archived"),
}


def numbers_shown(numbers: dict[Standing, int]) -> list[tuple[str, Said, int]]:
    """Each standing as its key, its words and how many entries stand so."""
    return [(which.value, COUNTED_WORDS[which], n) for which, n in numbers.items()]


@dataclass(frozen=True, slots=True)
class PartShown:
    """One part of an entry, with what it says now."""

    key: str
    title: Said
    holds: Said
    answers: tuple[tuple[str, str], ...]


def parts_shown(record: dict[str, Any]) -> list[PartShown]:
    """Every part that suits the record, with each question and its answer in words."""
    return [
        PartShown(each.key, each.title, each.holds, tuple(_answers(each.form, record)))
        for each in PARTS
        if each.is_asked(record)
    ]


def _answers(form: type[PartForm], record: dict[str, Any]) -> list[tuple[str, str]]:
    asking = form(record=record)
    found = []
    for bound in asking:
        said = _in_words(bound)
        if said:
            found.append((str(bound.label), said))
    return found


def _in_words(bound: BoundField) -> str:
    value = bound.value()
    choices = getattr(bound.field, "choices", None)
    if choices is None:
        return "" if value is None else str(value)
    names = {str(key): str(words) for key, words in choices}
    keys = value if isinstance(value, list) else [value] if value else []
    return ", ".join(names[str(key)] for key in keys if str(key) in names)
