"""What is published and can be taken away whole; each room names its own."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from waymark.formats.making import Kind

#: A part of a page with a name of its own is one file to print.
PARTS = {"sheet": Kind.PDF}


@dataclass(frozen=True, slots=True)
class Publication:
    """A document of a public page.

    `address` is the path of that page, `part` what of it this is ("" is all of it;
    "sheet" a page to hand out), `file_name` how its files begin, and `write` gives its
    HTML without a day, reading only what is published.
    """

    address: str
    title: str
    file_name: str
    write: Callable[[], str]
    part: str = ""

    @property
    def name(self) -> str:
        """What its results are remembered by."""
        return named(self.address, self.part)


def named(address: str, part: str = "") -> str:
    """The name of the document of a page, or of a part of it."""
    return f"{address}#{part}" if part else address


def _nothing(address: str) -> frozenset[Kind]:
    return frozenset()


@dataclass(frozen=True, slots=True)
class Source:
    """A room's documents: where they lie, the one at an address, and all of them.

    `under` are the beginnings of their pages' addresses; the longest one that fits
    says which room is asked. `out_of_reach` gives the formats that the document at an
    address cannot be had in, and may not ask the database.
    """

    under: tuple[str, ...]
    find: Callable[[str, str], Publication | None]
    every: Callable[[], Iterable[Publication]]
    out_of_reach: Callable[[str], frozenset[Kind]] = _nothing


_sources: dict[str, Source] = {}
_left_out: dict[str, frozenset[Kind]] = {}
_with_days: set[str] = set()


def register(name: str, source: Source) -> None:
    """Let a room's documents be taken away; the same name replaces the one before."""
    _sources[name] = source


def leave_out(address: str, kinds: Iterable[Kind]) -> None:
    """Do not offer the document of this page in these formats."""
    _left_out[address] = frozenset(kinds)


def offer_calendar(under: str) -> None:
    """Offer documents under this address for a calendar: they hold public days."""
    _with_days.add(under)


def kinds_of(address: str, part: str = "") -> list[Kind]:
    """The formats that the document of a page is offered in, in the order of offering.

    No public page holds a day of anybody's own, so there is nothing for a calendar but
    what a room says holds public days. It asks the database nothing.
    """
    if part:
        return [PARTS[part]]
    source = _source_of(address)
    beyond = source.out_of_reach(address) if source else frozenset()
    dateless = () if address.startswith(tuple(_with_days)) else (Kind.ICS,)
    without = {*dateless, *_left_out.get(address, ()), *beyond}
    return [kind for kind in Kind if kind not in without]


def at(address: str, part: str = "") -> Publication | None:
    """The document of the page at this address, if it has one and is published.

    Cost: what the `find` of the one room costs whose pages lie there.
    """
    source = _source_of(address)
    return source.find(address, part) if source else None


def _source_of(address: str) -> Source | None:
    places = (
        (len(under), source)
        for source in _sources.values()
        for under in source.under
        if address.startswith(under)
    )
    nearest = max(places, key=lambda place: place[0], default=None)
    return nearest[1] if nearest else None


def every() -> Iterator[Publication]:
    """Every document there is, room by room.

    Cost: a query or two for each room; writing a document costs its own.
    """
    for source in _sources.values():
        yield from source.every()
