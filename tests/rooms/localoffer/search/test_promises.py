"""What the search promises of every search, whatever is asked."""

import string
from dataclasses import replace

import pytest
from django.http import QueryDict
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tests.factories.localoffer import a_place, a_record, published
from waymark.finding import index
from waymark.finding import services as finding
from waymark.finding.words import plain_words
from waymark.localoffer.distance import METRES_IN_A_MILE, metres_between
from waymark.localoffer.models import Postcode
from waymark.localoffer.search import search, suggestions
from waymark.localoffer.search.asked import (
    LISTED,
    SORTS,
    Asked,
    from_query,
    listed_values,
    to_query,
)
from waymark.localoffer.search.found import Hit
from waymark.today import today

MIDDLE = (51.5, 0.7)
NAMES = ("Kite short break", "Drumming club", "Swimming lessons", "Parents together")
KINDS = ("short-break", "activity", "activity", "support-group")
NEEDS = ("autism", "hearing", "vision", "physical")


def _club(number: int) -> dict:
    """A small service that differs from its neighbours in all that can be chosen."""
    kind = number % 4
    more: dict = {}
    if number % 3:
        more |= {"minimum_age": number % 7, "maximum_age": 9 + number % 12}
    if number % 5:
        north = MIDDLE[0] + (number % 6) * 0.013
        east = MIDDLE[1] - (number % 11) * 0.021
        at = a_place(f"MM{1 + number % 3} 1AA", latitude=north, longitude=east)
        more["service_at_locations"] = [at]
    if number % 4:
        amount = 0 if number % 2 else 5
        more["cost_options"] = [{"id": _id(number), "amount": amount, "option": "All"}]
    terms = [f"kind/{KINDS[kind]}", f"need/{NEEDS[number % 4]}"]
    if number % 2:
        terms.append("diagnosis/not-needed")
    return a_record(f"{NAMES[kind]} {number}", terms=terms, **more)


def _id(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


@pytest.fixture
def clubs(marram):
    """The small directory of Marram, and thirty-seven clubs."""
    Postcode.objects.update_or_create(
        postcode="MM1 1AA",
        defaults={"latitude": MIDDLE[0], "longitude": MIDDLE[1]},
    )
    published(*map(_club, range(37)))
    finding.rebuild()


def _some_of(field: str) -> st.SearchStrategy[tuple[str, ...]]:
    values = list(listed_values(field)) or ["MM1", "MM2", "not-known"]
    found = st.lists(st.sampled_from(values), max_size=2, unique=True)
    return found.map(sorted).map(tuple)


WORDS = st.sampled_from(("", "kite", "club", "swiming", "parents 7", "zzz"))
SEARCHES = st.builds(
    Asked,
    words=WORDS,
    near=st.sampled_from(("", "MM1 1AA", "51.520,0.660")),
    within_miles=st.sampled_from((None, 0.5, 1.0, 2.0, 3.0, 10.0)),
    age=st.sampled_from((None, 3, 7, 15)),
    sort=st.sampled_from(SORTS),
    older=st.booleans(),
    **{
        field: st.just(()) | _some_of(field)
        for field in ("needs", "costs", "areas", "kinds", "diagnosis")
    },
)


@settings(max_examples=20)
@given(SEARCHES)
def test_a_choice_leaves_as_many_as_it_says(clubs, asked):
    found = search(asked, today())
    for facet in found.facets:
        for choice in facet.choices[::4]:
            if facet.many:
                alone = _alone(asked, facet.name, choice.value)
            else:
                alone = choice.asked if not choice.chosen else asked
            assert search(alone, today()).count == choice.count, (facet.name, choice)


def _alone(asked: Asked, name: str, value: str) -> Asked:
    """The search with one value alone in a list, and all else kept."""
    field = next(field for field, known in LISTED.items() if known == name)
    return asked.but(**{field: (value,)})


@settings(max_examples=60)
@given(SEARCHES, st.sampled_from(("needs", "costs", "areas", "kinds", "age")))
def test_asking_for_one_thing_more_never_finds_more(clubs, asked, part):
    empty = asked.but(**{part: None if part == "age" else ()})
    wide = search(empty, today())
    for facet in wide.facets:
        if facet.name == LISTED.get(part, part):
            for choice in facet.choices[::3]:
                assert search(choice.asked, today()).count <= wide.count


@settings(max_examples=40)
@given(SEARCHES)
def test_the_pages_hold_everything_that_was_found_once(clubs, asked):
    seen = [hit.address for hit in _every_hit(asked)]
    assert len(seen) == len(set(seen)) == search(asked, today()).count


def _every_hit(asked: Asked) -> list[Hit]:
    """What every page of a search holds, in order."""
    pages = search(asked, today()).pages
    return [
        hit
        for number in range(1, pages + 1)
        for hit in search(replace(asked, page=number), today()).hits
    ]


@settings(max_examples=40)
@given(SEARCHES.filter(lambda asked: asked.near and asked.within_miles))
def test_a_distance_is_kept_to_the_metre(clubs, asked):
    found = search(asked.but(sort="nearest"), today())
    most = asked.within_miles * METRES_IN_A_MILE
    near = [hit.metres for hit in found.hits if hit.group == "near"]
    assert near == sorted(near)
    for hit in found.hits:
        if hit.group == "near":
            where = hit.service.position
            away = metres_between(found.place.position, where)
            assert hit.metres == pytest.approx(away, abs=0.01)
            assert away <= most + 0.01


@given(
    st.builds(
        Asked,
        words=st.text(max_size=60).map(lambda t: t.replace("\x00", "").strip()),
        near=st.sampled_from(("", "MM1 1AA", "51.520,0.660")),
        within_miles=st.none() | st.integers(1, 999).map(float) | st.just(0.25),
        age=st.none() | st.integers(0, 25),
        sort=st.sampled_from(SORTS),
        page=st.integers(1, 9999),
        literal=st.booleans(),
        older=st.booleans(),
        **{field: _some_of(field) for field in LISTED},
    )
)
@example(Asked(words="a&b=c;d#e?f%00+g"))
def test_the_address_of_a_search_is_the_search(asked):
    assert from_query(QueryDict(to_query(asked))) == asked


LETTERS = st.sampled_from(string.ascii_lowercase)


@st.composite
def slips(draw) -> tuple[str, str]:
    """A name, and one of its words of five letters or more with one letter wrong."""
    name = draw(st.sampled_from(NAMES))
    word = draw(st.sampled_from([w for w in plain_words(name) if len(w) >= 5]))
    at = draw(st.integers(0, len(word) - 1))
    letter = draw(LETTERS)
    head, here, tail = word[:at], word[at], word[at + 1 :]
    swapped = head + tail[:1] + here + tail[1:]
    ways = (head + tail, head + letter + here + tail, head + letter + tail, swapped)
    return name, draw(st.sampled_from(ways))


@settings(max_examples=60)
@given(slips())
def test_one_letter_wrong_in_a_long_word_still_finds_it(clubs, slipped):
    name, typed = slipped
    assume(typed not in index.live().vocabulary)
    # "sort" may be "sport" or "short": both are found, so this asks of every page.
    names = [hit.name for hit in _every_hit(Asked(words=typed))]
    assert any(found.startswith(name) for found in names), typed


HOSTILE = (
    *('"', "'", "(", "))", "*", "~", "^", ":", "\\", "name:kite", "place:[0 TO 99]"),
    *("kite AND NOT club", "+kite -club", "kite^99", "ki*", "/.*/", "kite~2", "[a TO"),
    *("{!lucene}kite", "'; DROP TABLE services; --", "%00", "\x00", "<b>kite</b>"),
    *(
        "\u202ekite",
        "k" * 5000,
        "kite " * 500,
        "🪁",
        "*:*",
        "_exists_:name",
        "||",
        "&&",
    ),
)


@pytest.mark.parametrize("typed", HOSTILE)
def test_the_marks_of_a_search_language_are_only_marks(clubs, typed):
    found = search(Asked(words=typed), today())
    assert not found.asleep
    assert len(found.hits) <= 10
    assert all(s.kind for s in suggestions(typed, today()))


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("+kite -club", "kite club"),
        ('"kite" (club)', "kite club"),
        ("kite* ~club^9", "kite club 9"),
        ("name:kite", "name kite"),
    ],
)
def test_words_among_marks_find_what_they_find_alone(clubs, typed, plain):
    with_marks = search(Asked(words=typed), today()).hits
    alone = search(Asked(words=plain), today()).hits
    assert [hit.id for hit in with_marks] == [hit.id for hit in alone]


@settings(max_examples=60)
@given(st.text(max_size=300), st.text(max_size=40))
def test_no_words_and_no_place_break_the_search(clubs, words, near):
    found = search(Asked(words=words, near=near), today())
    assert not found.asleep
    assert suggestions(words, today()) is not None
