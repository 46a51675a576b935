"""Documents of every shape, for the properties that each format must keep."""

import base64
from datetime import date

from hypothesis import strategies as st

from waymark.formats.document import (
    Abbreviation,
    Callout,
    Cell,
    Dated,
    Divider,
    Document,
    Emphasis,
    Figure,
    Foreign,
    Heading,
    Idea,
    InLanguage,
    ItemList,
    Language,
    LineBreak,
    Link,
    Moment,
    Paragraph,
    Picture,
    Quote,
    Stop,
    Strong,
    Table,
    Term,
    TermList,
    TimeLine,
    Words,
)

ENGLISH = Language("en-GB")
URDU = Language("ur", "rtl")
POLISH = Language("pl")
#: A grey dot, the smallest whole PNG.
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJ"
    "RU5ErkJggg=="
)
DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">'
    b'<circle cx="10" cy="10" r="8" fill="#0b5270"/></svg>'
)

VOCABULARY = (
    "plan school council letter weeks speech review draft family Ólafur naïve 20 EHC "
    "don't £5 50% a&b x<y “quoted” – right"
)
WORD = st.sampled_from(VOCABULARY.split())
SENTENCE = st.lists(WORD, min_size=1, max_size=8).map(" ".join)
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


def words(text):
    return (Words(text),)


PLAIN = SENTENCE.map(words)
LINKS = st.builds(
    Link,
    st.sampled_from(
        [
            "https://example.org/a?b=1&c=2",
            "mailto:sefton@example.org",
            "tel:01702215000",
        ]
    ),
    PLAIN,
)
MOMENTS = DAYS.map(lambda day: Moment(day, words(f"{day.day} {day:%B} {day.year}")))
SHORT = st.builds(
    Abbreviation,
    st.sampled_from(["EHC", "SENCO", "NHS"]),
    st.sampled_from(["", "what it stands for"]),
)
WEIGHED = st.one_of(
    st.builds(Strong, PLAIN),
    st.builds(Emphasis, PLAIN),
    LINKS,
    MOMENTS,
    SHORT,
    st.builds(Foreign, st.just(POLISH), PLAIN),
    st.just(Foreign(URDU, words("تعلیم"))),
)


@st.composite
def lines(draw):
    """A line: words, then weighed parts with words between them."""
    line = [Words(draw(SENTENCE))]
    for part in draw(st.lists(WEIGHED, max_size=3)):
        last = line.pop()
        line += [Words(f"{last.text} "), part, Words(f" {draw(SENTENCE)}")]
    if draw(st.integers(0, 9)) == 0:
        line += [LineBreak(), Words(draw(SENTENCE))]
    return tuple(line)


PARAGRAPHS = st.builds(Paragraph, lines(), st.sampled_from(["", "lead", "quiet"]))
BARE = st.builds(Paragraph, lines())
PICTURES = st.one_of(
    st.builds(Picture, st.just(DOT), st.just("image/png"), SENTENCE),
    st.builds(Picture, st.just(DRAWING), st.just("image/svg+xml"), SENTENCE),
)


def lists(inside):
    return st.builds(
        lambda items, ordered, start: ItemList(
            tuple(items), ordered, start if ordered else 1
        ),
        st.lists(inside, min_size=1, max_size=3),
        st.booleans(),
        st.integers(1, 20),
    )


ITEMS = st.one_of(
    BARE.map(lambda block: (block,)),
    st.tuples(BARE, lists(BARE.map(lambda block: (block,)))),
)


@st.composite
def tables(draw):
    width = draw(st.integers(2, 4))
    cell = BARE.map(lambda block: (block,))
    head = tuple(Cell(draw(cell), "column") for _ in range(width))
    body = tuple(
        (Cell(draw(cell), "row"), *(Cell(draw(cell)) for _ in range(width - 1)))
        for _ in range(draw(st.integers(1, 3)))
    )
    return Table(draw(PLAIN), (head,), body)


STATES = {
    "open": "",
    "done": "Done",
    "late": "Late",
    "next": "Next",
    "branch": "May be",
}


@st.composite
def stops(draw, deep=True):
    state = draw(st.sampled_from(sorted(STATES)))
    return Stop(
        title=draw(PLAIN),
        state=state,
        says=STATES[state],
        when=draw(st.one_of(st.just(()), MOMENTS.map(lambda part: (part,)))),
        blocks=tuple(draw(st.lists(BARE, max_size=2))),
        branches=tuple(draw(st.lists(stops(deep=False), max_size=2))) if deep else (),
        number=draw(st.one_of(st.none(), st.integers(1, 20))),
    )


LINE_OF_STOPS = st.builds(
    TimeLine, SENTENCE, st.lists(stops(), min_size=1, max_size=4).map(tuple)
)
TERMS = st.builds(
    Term,
    st.lists(PLAIN, min_size=1, max_size=2).map(tuple),
    BARE.map(lambda block: (block,)),
)
SIMPLE = st.one_of(PARAGRAPHS, lists(ITEMS), tables())
BLOCKS = st.one_of(
    SIMPLE,
    st.builds(TermList, st.lists(TERMS, min_size=1, max_size=3).map(tuple)),
    st.builds(Figure, PICTURES, st.one_of(st.just(()), PLAIN)),
    LINE_OF_STOPS,
    st.builds(
        Callout,
        st.sampled_from(["note", "warning", "help"]),
        st.lists(SIMPLE, min_size=1, max_size=2).map(tuple),
    ),
    st.builds(Quote, st.lists(BARE, min_size=1, max_size=3).map(tuple)),
    st.just(InLanguage(URDU, (Paragraph(words("بچے کی تعلیم")),))),
    st.just(Divider()),
)


@st.composite
def documents(draw):
    """A whole document: one main heading, chapters and blocks, dates now and then."""
    blocks = [Heading(1, draw(PLAIN)), *draw(st.lists(BLOCKS, max_size=2))]
    for number in range(draw(st.integers(0, 3))):
        blocks += [Heading(2, draw(PLAIN), f"part-{number}")]
        blocks += draw(st.lists(BLOCKS, min_size=1, max_size=3))
        if draw(st.booleans()):
            blocks += [Heading(3, draw(PLAIN)), draw(PARAGRAPHS)]
    return Document(
        title=draw(SENTENCE),
        language=ENGLISH,
        blocks=tuple(blocks),
        address=draw(st.sampled_from(["", "https://waymark.example/routemaps/x/"])),
        made_on=draw(st.one_of(st.none(), DAYS)),
        stands_behind=draw(st.one_of(st.just(""), SENTENCE)),
        publisher=draw(st.one_of(st.just(""), SENTENCE)),
        dates=tuple(
            Dated(f"day-{place}", day, draw(SENTENCE))
            for place, day in enumerate(draw(st.lists(DAYS, max_size=2)))
        ),
    )


@st.composite
def easy_read_documents(draw):
    """An Easy Read text: ideas under headings."""
    ideas = st.builds(Idea, PICTURES, st.lists(BARE, min_size=1, max_size=2).map(tuple))
    blocks = [Heading(1, draw(PLAIN)), *draw(st.lists(ideas, min_size=1, max_size=5))]
    return Document(draw(SENTENCE), ENGLISH, tuple(blocks), easy_read=True)
