"""What to offer while somebody types: words that are used, and names of things."""

from collections.abc import Iterator
from datetime import date

from tantivy import Occur, Query

from waymark import today as clock
from waymark.finding import matching, queries
from waymark.finding.index import Opened, OutOfOrder
from waymark.finding.sources import Record, words_of_kind
from waymark.finding.words import is_stop_word, plain_words, stem, stems
from waymark.localoffer.search import table
from waymark.localoffer.search.asked import Asked
from waymark.localoffer.search.found import Suggestion
from waymark.localoffer.search.table import KINDS

#: Nothing is offered before so many letters: everything begins with "a".
SHORTEST = 2
MOST_WORDS = 4
MOST_THINGS = 6
#: The unfinished word is taken for so many words at most.
_MOST_BEGINNINGS = 20


def suggestions(words: str, today: date | None = None) -> tuple[Suggestion, ...]:
    """How the unfinished last word may go on, then what has such a name. Total.

    Services that may not be seen on the day, today by default, are left out. Cost: no
    query.
    """
    typed = plain_words(words[:100])
    if not typed or len(typed[-1]) < SHORTEST:
        return ()
    try:
        on = today or clock.today()
        return queries.answered(lambda index: _suggested(index, typed, on))
    except OutOfOrder:
        return ()


def _suggested(index: Opened, typed: list[str], today: date) -> tuple[Suggestion, ...]:
    whole, last = typed[:-1], typed[-1]
    ends = index.vocabulary.starting_with(last, _MOST_BEGINNINGS) or [last]
    named = _named(index, whole, ends, today)
    if whole:
        said = stems(" ".join(record.name for record in named))
        ends = [end for end in ends if stem(end) in said]
    return (*_words(whole, ends), *map(_thing, named))


def _words(whole: list[str], ends: list[str]) -> Iterator[Suggestion]:
    ends = [end for end in ends if end.isalpha() and not is_stop_word(end)]
    different = {stem(end): end for end in reversed(ends)}
    for end in [end for end in ends if different[stem(end)] == end][:MOST_WORDS]:
        words = " ".join([*whole, end])
        yield Suggestion(words, "word", "", asked=Asked(words=words))


def _named(
    index: Opened, whole: list[str], ends: list[str], today: date
) -> list[Record]:
    """Things whose name holds every word before the last and a beginning of it."""
    before = [
        (Occur.Must, _in_name(index, word)) for word in whole if not is_stop_word(word)
    ]
    last = Query.disjunction_max_query([_in_name(index, end) for end in ends])
    asked = Query.boolean_query([*before, (Occur.Must, last)])
    found = index.searcher.search(asked, MOST_THINGS * 5, count=False).hits
    shown = table.of(index).on(today).shown
    places = matching.places_of(index, found)
    seen = [place for place in places if (shown >> place) & 1]
    records = matching.records_at(index, seen[: MOST_THINGS * 2])
    return [record for record in records if record.kind in KINDS][:MOST_THINGS]


def _in_name(index: Opened, word: str) -> Query:
    return Query.term_query(index.schema, "name", stem(word))


def _thing(record: Record) -> Suggestion:
    kind = KINDS[record.kind]
    return Suggestion(record.name, kind, words_of_kind(record.kind), record.address)
