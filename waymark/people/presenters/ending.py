"""Records that were kept long enough, made ready for a page. Nobody is named."""

from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from waymark.people.models import EndingCertificate
from waymark.people.presenters.record import day_in_words
from waymark.people.queries import DueRecord
from waymark.today import LONDON
from waymark.ui.tables import Fact, SummaryList, TableOf

#: Enough of a number to tell two records apart by eye.
SHOWN = 8


def due_table(rows: Iterable[DueRecord]) -> TableOf:
    """Each record by its number, with where it stands."""
    return TableOf(
        _("Records that were kept long enough"),
        (_("Record"), _("Born in"), _("Kept until"), _("Where it stands")),
        tuple(
            (_link(row), str(row.born_in), day_in_words(row.kept_until), stands(row))
            for row in rows
        ),
    )


def _link(row: DueRecord) -> SafeString:
    address = reverse("people:record_due", args=[row.child_id])
    return format_html('<a href="{}">{}</a>', address, short(row.child_id))


def short(child_id: UUID) -> str:
    """The first figures of a record's number."""
    return str(child_id)[:SHOWN]


def stands(row: DueRecord) -> str:
    """Where the ending of a record stands, in words."""
    if row.is_held:
        return _("Kept longer, for a reason that stands")
    if row.proposed_at is not None:
        day = day_in_words(row.proposed_at.astimezone(LONDON).date())
        return _("Proposed on %s; waits for a second person") % day
    return _("May be proposed")


def facts(row: DueRecord) -> SummaryList:
    """One record, as far as whoever ends it needs to know."""
    return SummaryList(
        (
            Fact(_("Record"), str(row.child_id)),
            Fact(_("Born in"), str(row.born_in)),
            Fact(_("Kept until"), day_in_words(row.kept_until)),
            Fact(_("Where it stands"), stands(row)),
        )
    )


def ended_table(rows: Iterable[EndingCertificate]) -> TableOf:
    """The certificates: which record, when, and how much went."""
    return TableOf(
        _("Records that have ended"),
        (_("Record"), _("Ended on"), _("What went")),
        tuple(
            (
                short(row.child_id),
                day_in_words(row.ended_at.astimezone(LONDON).date()),
                _what_went(row),
            )
            for row in rows
        ),
    )


def _what_went(row: EndingCertificate) -> str:
    named = {table.partition(".")[2]: n for table, n in sorted(row.went.items()) if n}
    return ", ".join(f"{table} {number}" for table, number in named.items())
