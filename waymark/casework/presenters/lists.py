"""Lists of cases made ready for pages. Nothing is fetched here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from waymark.casework.models import CaseLine
from waymark.casework.presenters.cases import address_of
from waymark.casework.queries import CaseRow, Listing, Wanted, When
from waymark.casework.words import WHENS
from waymark.law.rule import Party
from waymark.law.tables import holder_words
from waymark.ui.component import Words
from waymark.ui.tables import TableOf
from waymark.ui.time_limits import ClockTag


@dataclass(frozen=True, slots=True)
class Pile:
    """How many cases there are of a kind, and where they are listed."""

    says: str
    number: int
    href: str
    is_here: bool


def piles(listing: Listing) -> tuple[Pile, ...]:
    """Every kind of urgency, with how many cases are of it; the empty ones too."""
    wanted, counts = listing.wanted, listing.counts
    whole = Pile(
        _("All that are open"),
        counts.open,
        _address(wanted, when=None),
        wanted.when is None and not wanted.ended,
    )
    return (
        *(_pile(when, listing) for when in When),
        whole,
        Pile(
            _("Ended"),
            counts.ended,
            _address(wanted, when=None, ended=True),
            wanted.ended,
        ),
    )


def _pile(when: When, listing: Listing) -> Pile:
    return Pile(
        str(WHENS[when.value]),
        listing.counts.by[when],
        _address(listing.wanted, when=when),
        listing.wanted.when is when and not listing.wanted.ended,
    )


def _address(wanted: Wanted, *, when: When | None, ended: bool = False) -> str:
    """The first page of another pile, narrowed as this one is."""
    return "?" + query_of(replace(wanted, when=when, ended=ended, number=1))


def query_of(wanted: Wanted) -> str:
    """What was chosen, as it stands in an address. It names no child."""
    said = {
        "when": wanted.when.value if wanted.when else "",
        "officer": str(wanted.officer or ""),
        "holder": wanted.holder.value if wanted.holder else "",
        "latest": wanted.latest,
        "ended": "on" if wanted.ended else "",
        "page": str(wanted.number) if wanted.number > 1 else "",
    }
    return urlencode({name: value for name, value in said.items() if value})


def page_address(listing: Listing, number: int) -> str:
    """Where another page of the list is; empty where there is none."""
    if not 1 <= number <= listing.of:
        return ""
    return "?" + query_of(replace(listing.wanted, number=number))


def cases_table(rows: Sequence[CaseRow], on: date) -> TableOf:
    """Whose case, what is next and who has to act, what was last, and who has it."""
    return TableOf(
        _("Cases"),
        (
            _("Child or young person"),
            _("What must happen next"),
            _("Last step"),
            _("Where they learn"),
            _("Officer"),
        ),
        tuple(_line(row, on) for row in rows),
        heard=True,
    )


def _line(row: CaseRow, on: date) -> tuple[Words, ...]:
    episode = row.episode
    return (
        format_html(
            '<a href="{}">{}</a><br><span class="quiet">{}</span>',
            address_of(episode.child_id, "case", episode_id=episode.pk),
            row.child.name,
            episode.reference,
        ),
        _next(row.line, on),
        row.line.step.title if row.line.step else "",
        row.setting or _("Not known"),
        row.officer or _("Nobody yet"),
    )


def _next(line: CaseLine, on: date) -> SafeString | str:
    rule = line.set_by
    if line.is_ended:
        return _("It has ended")
    if rule is None or line.due_on is None:
        return _("Nothing is waited for")
    return format_html(
        '{}<br>{}<br><span class="quiet">{}</span>',
        clock_of(line, on),
        rule.says,
        holder_words(Party(line.holder)),
    )


def clock_of(line: CaseLine, on: date) -> ClockTag:
    """The next last day of a case, as it stands on a day."""
    is_late = line.due_on is not None and line.due_on < on
    return ClockTag("overdue" if is_late else "running", line.due_on, line.late_from)
