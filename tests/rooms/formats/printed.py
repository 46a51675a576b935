"""Documents for printing: one that holds everything, one of Easy Read, and any at all."""

import re
import unicodedata
from datetime import date

from hypothesis import strategies as st

from waymark.formats.document import (
    Abbreviation,
    Callout,
    Cell,
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
    plain,
)

ENGLISH = Language("en-GB")
MADE_ON = date(2026, 1, 13)

PICTURE = Picture(
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 240">'
    b'<circle cx="120" cy="120" r="70" fill="none" stroke="#0b5270"/></svg>',
    "image/svg+xml",
    "A circle.",
)


def line(text: str):
    return (Words(text),)


def said(text: str) -> Paragraph:
    return Paragraph(line(text))


def cell(text: str, heads="", columns=1, rows=1) -> Cell:
    return Cell((said(text),), heads, columns, rows)


LIMITS = Table(
    line("Time limits of a review"),
    ((cell("What", "column"), cell("Who", "column"), cell("Limit", "column")),),
    (
        (cell("The meeting", "row"), cell("The school"), cell("Within a year")),
        (cell("The decision", "row"), cell("The council"), cell("Within four weeks")),
    ),
)

SPANS = Table(
    line("Help at school"),
    (
        (cell("Kind", "column", 1, 2), cell("Autumn", "column", 2)),
        (cell("Planned", "column"), cell("Given", "column")),
    ),
    (
        (cell("Reading", "row", 1, 2), cell("5 hours"), cell("4 hours")),
        (cell("7 hours"), cell("6 hours")),
    ),
)

ROUTE = TimeLine(
    "The route",
    (
        Stop(line("Get ready"), "done", "Done", line("by 5 January"), number=1),
        Stop(
            line("Hold the meeting"),
            "here",
            "You are here",
            (Moment(date(2026, 1, 20), line("20 January 2026")),),
            (said("Say what you think."),),
            (Stop(line("Nobody holds it"), "branch", "If this happens"),),
            2,
        ),
        Stop(line("Hear the decision"), "late", "Late", number=3),
        Stop(line("Get the plan"), "next", "Next"),
        Stop(line("Look again"), "open"),
    ),
)


def document(*blocks, **parts) -> Document:
    """A document of these blocks, with a title unless another is given."""
    whole = {"title": "A document", "language": ENGLISH, "made_on": MADE_ON, **parts}
    return Document(blocks=blocks, **whole)


def everything() -> Document:
    """Every kind of block and of words, once."""
    return document(
        Heading(1, line("The annual review")),
        Paragraph(line("For everybody who has a plan."), "lead"),
        Paragraph(
            (
                Words("Read "),
                Link("https://waymark.example/plans/", line("what a plan is")),
                Words(", "),
                Strong(line("soon")),
                Words(" or "),
                Emphasis(line("sooner")),
                Words(", ask an "),
                Abbreviation("SENCO", "special educational needs co-ordinator"),
                Words(", go "),
                Link("#limits", line("to the time limits")),
                LineBreak(),
                Words("and say "),
                Foreign(Language("fr"), line("à bientôt")),
                Words(" on "),
                Moment(date(2026, 2, 3), line("3 February 2026")),
                Words("."),
            )
        ),
        Heading(2, line("The route")),
        ROUTE,
        Heading(2, line("Time limits"), "limits"),
        LIMITS,
        SPANS,
        Heading(3, line("Words used")),
        TermList(
            (
                Term((line("EHC plan"), line("plan")), (said("A legal document."),)),
                Term((line("SENCO"),), (said("A teacher."), said("In every school."))),
            )
        ),
        ItemList(((said("One"), ItemList(((said("Inside"),),))), (said("Two"),))),
        ItemList(((said("Ninth"),), (said("Tenth"),)), True, 9),
        Heading(2, line("A letter")),
        Quote((said("Dear council,"), said("Please hold a review."))),
        Figure(PICTURE, line("A circle stands for a year.")),
        Divider(),
        Callout("warning", (said("A late review does not end a plan."),)),
        Callout(
            "help",
            (Paragraph((Link("tel:+441632960000", line("01632 960000")),)),),
        ),
        InLanguage(Language("cy"), (Heading(2, line("Y cynllun dŵr")), said("Tŷ."))),
        Paragraph(line("That is all."), "quiet"),
        title="The annual review",
        address="https://waymark.example/routemaps/annual-review/",
        publisher="Mereshire partnership",
        stands_behind="Written from the SEND Regulations 2014.",
    )


def easy_read() -> Document:
    """Six ideas, each with a picture."""
    ideas = [
        Idea(PICTURE, (said(f"Idea number {n}."), said("It has a picture.")))
        for n in range(1, 7)
    ]
    return document(
        Heading(1, line("Looking at your plan")),
        *ideas,
        title="Looking at your plan",
        easy_read=True,
    )


# ---- what a reader should hear -----------------------------------------------------


def heard(whole: Document) -> str:
    """Every word of the blocks of a document in its own order, without white space."""
    return bare("".join(_heard(block) for block in whole.blocks))


def bare(text: str) -> str:
    """Words without white space, marks that are not seen, or two ways to be written."""
    text = unicodedata.normalize("NFC", re.sub(r"\s", "", text))
    return "".join(
        each for each in text if unicodedata.category(each) not in {"Cf", "Cc"}
    )


def _heard(block) -> str:
    match block:
        case Heading(inside=inside) | Paragraph(inside=inside):
            return plain(inside)
        case ItemList(items=items):
            return "".join(_all(item) for item in items)
        case TermList(terms=terms):
            return "".join(
                "".join(map(plain, term.names)) + _all(term.says) for term in terms
            )
        case Table(caption=caption, head=head, body=body):
            cells = [each for row in (*head, *body) for each in row]
            return plain(caption) + "".join(_all(each.blocks) for each in cells)
        case Figure(caption=caption):
            return plain(caption)
        case TimeLine(stops=stops):
            return "".join(map(_heard_stop, stops))
        case Divider():
            return ""
        case _:
            return _all(block.blocks)


def _all(blocks) -> str:
    return "".join(map(_heard, blocks))


def _heard_stop(stop: Stop) -> str:
    number = "" if stop.number is None else str(stop.number)
    said = number + plain(stop.title) + stop.says + plain(stop.when)
    return said + _all(stop.blocks) + "".join(map(_heard_stop, stop.branches))


# ---- any document at all -----------------------------------------------------------

HOSTILE = "#$\\*_`<>@[]{}()=-+/~'\"&;:%^|.,!?…–"
letters = st.sampled_from("abcdeXYZ 0123éŵſß\u200b\u200d\u00ad" + HOSTILE)
words = st.text(letters, min_size=1, max_size=40).filter(lambda text: bare(text))
short_words = st.text(letters, min_size=1, max_size=10).filter(lambda text: bare(text))
addresses = st.sampled_from(["https://waymark.example/a?b=c&d", "mailto:a@b.example"])
inlines = st.lists(
    st.one_of(
        words.map(Words),
        st.builds(Strong, words.map(line)),
        st.builds(Emphasis, words.map(line)),
        st.builds(Link, addresses, words.map(line)),
        st.builds(Foreign, st.just(Language("cy")), words.map(line)),
        st.just(LineBreak()),
    ),
    min_size=1,
    max_size=4,
).map(tuple)
paragraphs = st.builds(Paragraph, inlines, st.sampled_from(["", "lead", "quiet"]))
stops = st.builds(
    Stop,
    inlines,
    st.sampled_from(["open", "done", "late", "next", "branch", "here"]),
    st.one_of(st.just(""), words),
    st.one_of(st.just(()), inlines),
    st.lists(paragraphs, max_size=2).map(tuple),
    number=st.one_of(st.none(), st.integers(1, 30)),
)


@st.composite
def tables(draw):
    columns = draw(st.integers(1, 3))
    a_cell = short_words.map(cell)
    a_head = short_words.map(lambda text: cell(text, "column"))
    rows = st.lists(a_cell, min_size=columns, max_size=columns).map(tuple)
    head = tuple(draw(st.lists(a_head, min_size=columns, max_size=columns)))
    return Table(
        draw(inlines), (head,), tuple(draw(st.lists(rows, min_size=1, max_size=4)))
    )


def holders(blocks):
    some = st.lists(blocks, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(
            ItemList, st.lists(some, min_size=1, max_size=3).map(tuple), st.booleans()
        ),
        st.builds(Callout, st.sampled_from(["note", "warning", "help"]), some),
        st.builds(Quote, some),
        st.builds(InLanguage, st.just(Language("cy")), some),
        st.builds(
            TermList,
            st.lists(
                st.builds(
                    Term, st.lists(inlines, min_size=1, max_size=2).map(tuple), some
                ),
                min_size=1,
                max_size=3,
            ).map(tuple),
        ),
    )


blocks = st.recursive(
    st.one_of(
        paragraphs,
        tables(),
        st.builds(Figure, st.just(PICTURE), st.one_of(st.just(()), inlines)),
        st.builds(TimeLine, words, st.lists(stops, min_size=1, max_size=3).map(tuple)),
        st.builds(Heading, st.just(2), inlines.filter(lambda some: bare(plain(some)))),
        st.just(Divider()),
    ),
    holders,
    max_leaves=8,
)
documents = st.lists(blocks, min_size=1, max_size=6).map(
    lambda some: document(Heading(1, line("Any document")), *some, title="Any document")
)
