"""The search of the Local Offer: one list of services, guides and steps."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from waymark.finding import matching, queries
from waymark.finding.index import Opened, OutOfOrder
from waymark.finding.question import Question, understand
from waymark.finding.signposts import signposts
from waymark.finding.sources import Record
from waymark.finding.urgent import is_urgent
from waymark.localoffer.distance import Position, tidy_postcode
from waymark.localoffer.models import Service
from waymark.localoffer.queries import listed_services, position_of
from waymark.localoffer.search import bits, ranking, table
from waymark.localoffer.search.asked import Asked, rounded_position
from waymark.localoffer.search.cards import card
from waymark.localoffer.search.facets import facets
from waymark.localoffer.search.found import Found, Hit, Loosening, Place
from waymark.localoffer.search.groups import Grouped, grouped
from waymark.localoffer.search.heard import Heard, heard
from waymark.localoffer.search.measured import Measured
from waymark.localoffer.search.ordering import Matched, Order, Placed
from waymark.localoffer.search.records import PREFIX, service_id_of
from waymark.localoffer.search.sieve import Sieve
from waymark.localoffer.search.table import Table
from waymark.localoffer.search.understanding import understood
from waymark.localoffer.search.ways_out import loosenings


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What the index gives for one search: a page of records, and what surrounds it."""

    index: Opened
    sieve: Sieve
    worded: "_Worded"
    groups: Grouped | None
    page: int
    pages: int
    placed: Sequence[Placed]
    records: Sequence[Record]
    metres: dict[int, float]


@dataclass(frozen=True, slots=True)
class _Worded:
    """What the words find, whatever else is asked. No question: everything."""

    question: Question | None
    matched: Matched
    these: int


@dataclass(frozen=True, slots=True)
class _Whence:
    """What was heard in the words, and where to measure from."""

    heard: Heard
    place: Place | None
    warnings: tuple[str, ...]


def search(asked: Asked, today: date) -> Found:
    """Everything that answers a search on a day, one page of it. Total.

    A page past the last gives the last. Neither words nor position are kept or logged.
    Cost: one query for a postcode and two for the services of the page; one more when
    nothing is found. The index is built again first if it cannot be read.
    """
    whence = _whence(asked)
    try:
        drawn = queries.answered(lambda index: _drawn(index, asked, today, whence))
    except OutOfOrder:
        return Found(asked, urgent=is_urgent(asked.words), asleep=True)
    return _found(drawn, asked, today, whence)


# ---- from the index -----------------------------------------------------------------


def _drawn(index: Opened, asked: Asked, today: date, whence: _Whence) -> _Drawn:
    kept = table.of(index)
    day = kept.on(today)
    measured = Measured(kept, whence.place.position) if whence.place else None
    shown = day.kept if asked.older else day.shown
    worded = _worded(index, asked, whence.heard, kept)
    sieve = Sieve(kept, asked, worded.these & shown, measured)
    met = sieve.met
    pages = -(-met.bit_count() // ranking.PAGE)
    number = max(1, min(asked.page, pages))
    groups = _grouped(sieve)
    age = None if asked.age is not None else whence.heard.age
    order = Order(
        index, kept, day, met, worded.question, worded.matched, groups, measured, age
    )
    placed = order.page(number, nearest=asked.sort == "nearest")
    places = [each.place for each in placed]
    return _Drawn(
        index=index,
        sieve=sieve,
        worded=worded,
        groups=groups,
        page=number,
        pages=pages,
        placed=placed,
        records=matching.records_at(index, places),
        metres=measured.metres(set(places)) if measured else {},
    )


def _worded(index: Opened, asked: Asked, heard: Heard, kept: Table) -> _Worded:
    """What the words find. No words find everything; unknown words nothing.

    What scores far less than the best is noise, whatever else is chosen: so a choice
    never changes what the words find, and its count stays true.
    """
    size, known = kept.size, bits.marks(kept.services | kept.pages, kept.size)
    if not asked.words.strip():
        return _Worded(None, [], bits.everything(size))
    question = understand(
        heard.words,
        vocabulary=index.vocabulary,
        synonyms=index.synonyms,
        literal=asked.literal,
    )
    found = matching.scored(index, question, max(size, 1))
    places = matching.places_of(index, found)
    matched = [
        (score, place, address)
        for (score, address), place in zip(found, places, strict=True)
        if known[place] == "1"
    ]
    least = matched[0][0] * ranking.SHARE if matched else 0.0
    matched = matched[: bisect_right(matched, -least, key=lambda row: -row[0])]
    return _Worded(question, matched, bits.of((row[1] for row in matched), size))


def _grouped(sieve: Sieve) -> Grouped | None:
    if not sieve.measured:
        return None
    miles = sieve.asked.within_miles
    ring = None if miles is None else sieve.measured.ring(miles)
    return grouped(sieve.table, ring)


# ---- from the store -----------------------------------------------------------------


def _whence(asked: Asked) -> _Whence:
    said = heard(asked.words)
    if not asked.near:
        position = position_of(said.postcode) if said.postcode else None
        return _Whence(said, Place(said.postcode, position) if position else None, ())
    rounded = rounded_position(asked.near)
    if rounded:
        latitude, longitude = map(float, rounded.split(","))
        here = Place(_("where you are"), Position(latitude, longitude))
        return _Whence(said, here, ())
    position = position_of(asked.near)
    if position:
        return _Whence(said, Place(tidy_postcode(asked.near), position), ())
    says = _("We do not know the postcode %(near)s, so distances are left out.")
    return _Whence(said, None, (says % {"near": asked.near},))


def _found(drawn: _Drawn, asked: Asked, today: date, whence: _Whence) -> Found:
    sieve, question = drawn.sieve, drawn.worded.question
    met = sieve.met
    count = met.bit_count()
    hits, others = _hits(drawn, today)
    return Found(
        asked,
        hits=hits,
        count=count,
        page=drawn.page,
        pages=drawn.pages,
        facets=facets(sieve, drawn.index.synonyms.groups),
        place=whence.place,
        groups=drawn.groups.counted(met) if drawn.groups else (),
        understood=understood(asked, whence.heard, question, whence.place, others),
        loosen=_ways_out(drawn, today) if count < ranking.FEW else (),
        urgent=is_urgent(asked.words),
        signposts=() if count else tuple(signposts()),
        warnings=whence.warnings,
    )


def _ways_out(drawn: _Drawn, today: date) -> tuple[Loosening, ...]:
    sieve, day = drawn.sieve, drawn.sieve.table.on(today)
    shown = day.kept if sieve.asked.older else day.shown
    unworded = Sieve(sieve.table, sieve.asked, shown, sieve.measured)
    hidden = drawn.worded.these & day.kept & ~day.shown
    older = Sieve(sieve.table, sieve.asked, hidden, sieve.measured)
    return loosenings(sieve, unworded, older.met.bit_count())


def _hits(drawn: _Drawn, today: date) -> tuple[tuple[Hit, ...], list[tuple[str, str]]]:
    """The cards of a page, and the other words by which they were found.

    A service that ended since the index was built is left out.
    """
    services = _services(drawn.records, today)
    question = drawn.worded.question or Question()
    hits, others = [], []
    for each, record in zip(drawn.placed, drawn.records, strict=True):
        service = services.get(record.id)
        if record.kind == "service" and service is None:
            continue
        why = queries.other_words(question, record)
        others += [(other.typed, other.said) for other in why]
        hits.append(
            card(
                record,
                service,
                today,
                score=each.score,
                said=queries.words_said(question, record),
                why=why,
                metres=drawn.metres.get(each.place),
                group=drawn.groups.name(each.place) if drawn.groups else "",
            )
        )
    return tuple(hits), others


def _services(records: Iterable[Record], today: date) -> dict[str, Service]:
    """The services of a page that may still be seen, by the id of their record."""
    ids = [service_id_of(each.id) for each in records if each.kind == "service"]
    if not ids:
        return {}
    rows = listed_services(today).filter(id__in=ids).prefetch_related("places")
    return {f"{PREFIX}{service.pk}": service for service in rows}
