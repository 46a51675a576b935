"""The history of an entry as a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from waymark.accounts.models import Account
from waymark.localoffer.models import ServiceVersion

Why = ServiceVersion.Why


def _why_words(why: str) -> str:
    return {
        Why.IMPORTED: _("Imported"),
        Why.APPROVED: _("Approved by the team"),
        Why.WRITTEN: _("Written by the team"),
        Why.RESTORED: _("An older version restored"),
        Why.ASSURED: _("Confirmed as right"),
        Why.TRUSTED: _("Published at once by a trusted provider"),
    }.get(Why(why), why)


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version: its number, when, why and by whom it came to be."""

    number: int
    made_at: datetime
    why: str
    note: str
    by: str


def version_lines(versions: Iterable[ServiceVersion]) -> list[VersionLine]:
    """Each version in a line, newest first. Cost: one query for the names."""
    versions = list(versions)
    names = _names({each.by for each in versions if each.by})
    return [
        VersionLine(
            number=each.number,
            made_at=each.made_at,
            why=_why_words(each.why),
            note=each.note,
            by=names.get(each.by, "") if each.by else "",
        )
        for each in versions
    ]


def _names(ids: set[UUID]) -> dict[UUID, str]:
    found = Account.objects.filter(pk__in=ids).only("id", "name", "email")
    return {each.pk: str(each) for each in found}
