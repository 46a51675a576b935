"""Schools and past provision made ready for a page. Nothing is fetched here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.guidance.simple_html import plain
from waymark.localoffer.models import PastProvision, RegisterEntry, Service
from waymark.localoffer.questions import ProviderKind, questions_for
from waymark.localoffer.reading.addresses import of_service
from waymark.localoffer.schools.addresses import of_school
from waymark.ui.tables import Fact, SummaryList, TableOf

#: The register's own words for a phase, in words that families use; in this order.
PHASES = {
    "primary": gettext_lazy("Primary schools"),
    "secondary": gettext_lazy("Secondary schools"),
    "special": gettext_lazy("Special schools"),
    "alternative provision / PRU": gettext_lazy(
        "Schools for children who cannot be in an ordinary one (alternative provision)"
    ),
}


def unknown() -> str:
    """What is said of a fact that nobody has told us."""
    return _("Not known")


@dataclass(frozen=True, slots=True)
class Line:
    """One place on a list: its name, its page if it has one, and what is known."""

    name: str
    href: str
    says: str


@dataclass(frozen=True, slots=True)
class Group:
    """Places of one kind under a heading."""

    key: str
    title: str
    lines: tuple[Line, ...]


def schools(held: Iterable[RegisterEntry]) -> tuple[Group, ...]:
    """Schools by phase; a phase that we have no words for keeps the register's."""
    order = list(PHASES)

    def place(entry: RegisterEntry) -> tuple[int, str]:
        known = order.index(entry.phase) if entry.phase in order else len(order)
        return known, entry.phase

    found = sorted(held, key=place)
    return tuple(
        Group(
            f"phase-{at}",
            str(PHASES.get(phase, phase or unknown())),
            tuple(_school_line(each) for each in rows),
        )
        for at, ((_known, phase), rows) in enumerate(groupby(found, key=place))
    )


def _school_line(entry: RegisterEntry) -> Line:
    return Line(entry.name, of_school(entry.urn), entry.postcode)


def places(held: Iterable[RegisterEntry]) -> tuple[Group, ...]:
    """Other places of a register by their kind, with address or day of approval."""
    found = sorted(held, key=lambda entry: entry.kind)
    return tuple(
        Group(f"kind-{at}", kind or unknown(), tuple(_line(each) for each in rows))
        for at, (kind, rows) in enumerate(groupby(found, key=lambda each: each.kind))
    )


def _line(entry: RegisterEntry) -> Line:
    approved = (
        _("approved on %s") % date_format(entry.approved_on, "j F Y")
        if entry.approved_on
        else ""
    )
    parts = (entry.address, entry.postcode, approved)
    return Line(entry.name, "", ", ".join(part for part in parts if part))


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a register's list comes from, of when it is, what to beware of in it."""

    as_of: str
    source: str
    note: str

    @classmethod
    def of(cls, held: Sequence[RegisterEntry]) -> "Origin | None":
        """What the entries of a list say of themselves; None for an empty list."""
        first = held[0] if held else None
        return cls(first.as_of, first.source, first.note) if first else None


def facts(school: RegisterEntry, service: Service | None) -> SummaryList:
    """All that the register holds of a school; what is empty is not known."""
    phase = PHASES.get(school.phase, school.phase)
    held = [
        Fact(_("Number in the register (URN)"), school.urn),
        Fact(_("Listed under"), str(phase) or unknown()),
        Fact(_("Address"), school.address or unknown()),
        Fact(_("Postcode"), school.postcode or unknown()),
        Fact(_("Website"), _link(school.website, school.website)),
    ]
    if service is not None:
        link = _link(of_service(service.pk), service.name)
        held.append(Fact(_("In the directory"), link))
    return SummaryList(tuple(held))


def _link(address: str, words: str) -> str:
    if not address.startswith(("/", "http://", "https://")):
        return address or unknown()
    return format_html('<a href="{}">{}</a>', address, words)


def answers(service: Service | None) -> SummaryList:
    """What the law and families ask of a school, with its own answers."""
    said = (service.document or {}).get("local_offer") if service else None
    given = said if isinstance(said, dict) else {}
    return SummaryList(
        tuple(
            Fact(str(each.asks), plain(str(given.get(each.key) or "")) or unknown())
            for each in questions_for(ProviderKind.EDUCATION)
        )
    )


#: The columns of the table of past provision.
COLUMNS = (
    gettext_lazy("Who"),
    gettext_lazy("Kind"),
    gettext_lazy("Places"),
    gettext_lazy("Ages"),
    gettext_lazy("For whom"),
    gettext_lazy("Note"),
)


def past_rows(rows: Iterable[PastProvision]) -> list[tuple[str, ...]]:
    """Provision of a year; what the paper does not say is not known."""
    return [
        (
            row.provider,
            capfirst(row.provision_type) or unknown(),
            row.places or unknown(),
            row.ages or unknown(),
            row.specialism or unknown(),
            row.note,
        )
        for row in rows
        if row.row_kind == "provision"
    ]


def past_table(rows: Iterable[PastProvision], year: int) -> TableOf:
    """Provision of a year as a table."""
    caption = _("Provision in %s") % year
    return TableOf(caption, COLUMNS, tuple(past_rows(rows)), heard=True)


def past_counts(rows: Iterable[PastProvision]) -> list[tuple[str, str, str]]:
    """How many there were of each kind of place in a year, with the paper's note."""
    return [
        (row.provider, row.places, row.note)
        for row in rows
        if row.row_kind != "provision"
    ]
