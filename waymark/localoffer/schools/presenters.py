"""Schools and past provision made ready for a page. Nothing is fetched here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.guidance.simple_html import plain
from waymark.localoffer.models import PastProvision, Service
from waymark.localoffer.questions import ProviderKind, questions_for
from waymark.localoffer.reading.addresses import of_service
from waymark.localoffer.schools.addresses import of_school
from waymark.localoffer.schools.entries import Entry, Origin
from waymark.organisations.sorts import Sort
from waymark.ui.tables import Fact, SummaryList, TableOf

#: The sorts of school that the state pays for, as families say them; in this order.
SORTS = {
    Sort.NURSERY: gettext_lazy("Nursery schools"),
    Sort.PRIMARY: gettext_lazy("Primary schools"),
    Sort.MIDDLE: gettext_lazy("Middle schools"),
    Sort.SECONDARY: gettext_lazy("Secondary schools"),
    Sort.ALL_THROUGH: gettext_lazy("Schools for every age"),
    Sort.SIXTEEN_PLUS: gettext_lazy("Schools and colleges for ages 16 to 19"),
    Sort.SPECIAL: gettext_lazy("Special schools"),
    Sort.ALTERNATIVE: gettext_lazy(
        "Schools for children who cannot be in an ordinary one (alternative provision)"
    ),
}
#: Other places, by what they are.
KINDS = {
    Sort.CHILDRENS_CENTRE: gettext_lazy("Children's centres"),
    Sort.INDEPENDENT_SPECIAL: gettext_lazy("Independent special schools"),
    Sort.SPECIAL_POST_16: gettext_lazy("Special colleges and other places after 16"),
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


def schools(held: Iterable[Entry]) -> tuple[Group, ...]:
    """Schools by their sort, in the order in which children meet them."""
    order = list(SORTS)

    def place(entry: Entry) -> int:
        return order.index(entry.sort)

    found = sorted(held, key=place)
    return tuple(
        Group(
            f"sort-{at}",
            str(SORTS[order[which]]),
            tuple(_school_line(each) for each in rows),
        )
        for at, (which, rows) in enumerate(groupby(found, key=place))
    )


def _school_line(entry: Entry) -> Line:
    return Line(entry.name, of_school(entry.urn), entry.postcode)


def places(held: Iterable[Entry]) -> tuple[Group, ...]:
    """Other places by what they are, with address or day of approval."""
    found = sorted(held, key=_kind)
    return tuple(
        Group(f"kind-{at}", kind, tuple(_line(each) for each in rows))
        for at, (kind, rows) in enumerate(groupby(found, key=_kind))
    )


def _kind(entry: Entry) -> str:
    """What a place is; for one without words of ours, the type of the register."""
    return str(KINDS.get(entry.sort, entry.type_name or unknown()))


def _line(entry: Entry) -> Line:
    approved = (
        _("approved on %s") % date_format(entry.approved_on, "j F Y")
        if entry.approved_on
        else ""
    )
    parts = (entry.address, entry.postcode, approved)
    return Line(entry.name, "", ", ".join(part for part in parts if part))


def origins(held: Sequence[Entry]) -> tuple[Origin, ...]:
    """Where the places of a list were read, each register once."""
    return tuple(dict.fromkeys(entry.origin for entry in held))


def facts(school: Entry, service: Service | None) -> SummaryList:
    """All that the register holds of a school; what is empty is not known."""
    held = [
        Fact(_("Number in the register (URN)"), school.urn),
        Fact(_("Listed under"), str(SORTS[school.sort])),
        Fact(_("Address"), school.address or unknown()),
        Fact(_("Postcode"), school.postcode or unknown()),
        Fact(_("Website"), _link(school.website, school.website)),
        *_said(school),
    ]
    if service is not None:
        link = _link(of_service(service.pk), service.name)
        held.append(Fact(_("In the directory"), link))
    return SummaryList(tuple(held))


def _said(school: Entry) -> Iterator[Fact]:
    """What only the whole register says of a school, where it says it."""
    if school.phone:
        yield Fact(_("Telephone"), school.phone)
    if school.ages:
        first, last = school.ages
        ages = {"first": first, "last": last}
        yield Fact(_("Ages"), _("%(first)s to %(last)s") % ages)
    for word, there in (
        (_("SEN unit"), school.sen_unit),
        (_("Resourced provision"), school.resourced_provision),
    ):
        if there is not None:
            yield Fact(word, _("Yes") if there else _("No"))


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
