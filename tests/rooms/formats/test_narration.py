"""The transcript holds what is read, in its order, as people read it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rooms.formats.routemaps import FOLDER, routemap
from waymark.formats.audio import transcript
from waymark.formats.document import (
    Abbreviation,
    Callout,
    Cell,
    Divider,
    Document,
    Figure,
    Foreign,
    Heading,
    Idea,
    InLanguage,
    ItemList,
    Language,
    LineBreak,
    Link,
    Paragraph,
    Picture,
    Quote,
    Stop,
    Table,
    Term,
    TermList,
    TimeLine,
    Words,
    every_block,
    plain,
)
from waymark.formats.narration import MOST_CHAPTERS, narrate

ENGLISH = Language("en-GB")


def said(words):
    return (Words(words),)


def paragraph(words):
    return Paragraph(said(words))


def document(*blocks, **about):
    return Document("Guide", ENGLISH, blocks, **about)


def lines(*blocks):
    """The lines of the transcript under its title."""
    return transcript(document(*blocks)).decode().splitlines()[1:]


def titles(made):
    return [chapter.title for chapter in narrate(made)]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda p: p.stem)
def test_every_word_of_a_routemap_is_in_the_transcript(path):
    source = routemap(path.stem)

    read = transcript(source).decode()

    for block in every_block(source.blocks):
        if isinstance(block, Heading | Paragraph):
            assert " ".join(plain(block.inside).split()) in read
    assert "13 January 2026" in read
    assert "https://www.southend.gov.uk/send" in read


def test_a_chapter_begins_at_each_heading_of_its_level():
    made = document(
        Heading(1, said("Guide")),
        Heading(2, said("One")),
        Heading(3, said("Inner")),
        Heading(2, said("Two")),
    )

    assert titles(made) == ["Guide", "One", "Two"]


def test_a_booklet_begins_chapters_further_down():
    blocks = (Heading(2, said("One")), Heading(3, said("Inner")))

    assert titles(document(*blocks, chapters_from=3)) == ["Guide", "One", "Inner"]


def test_more_chapters_than_a_player_holds_are_kept_to_the_higher_headings():
    inner = [Heading(3, said("Inner"))] * MOST_CHAPTERS
    made = document(Heading(2, said("One")), *inner, chapters_from=3)

    assert titles(made) == ["Guide", "One"]


def test_it_begins_with_who_made_it_and_when():
    made = document(
        paragraph("Words."),
        publisher="An Area",
        stands_behind="From the law.",
        made_on=date(2026, 1, 13),
    )

    assert transcript(made).decode().splitlines() == [
        "[1] Guide",
        "An Area",
        "From the law.",
        "Made on 13 January 2026.",
        "Words.",
    ]


def test_a_short_form_is_explained_once():
    short = Abbreviation("SENCO", "special educational needs co-ordinator")

    made = lines(Paragraph((short, Words(" and "), short)))

    assert made == ["SENCO (special educational needs co-ordinator) and SENCO"]


def test_links_are_words_and_their_addresses_a_chapter_at_the_end():
    link = Link("https://example.org/a", said("the form"))

    assert lines(Paragraph((Words("Use "), link, Words("."))), Paragraph((link,))) == [
        "Use the form.",
        "the form",
        "",
        "",
        "[2] Addresses of the links",
        "• the form: https://example.org/a",
    ]


def test_lists_keep_their_marks_and_numbers():
    inner = ItemList(((paragraph("deep"),),))
    numbered = ItemList(((paragraph("a"), inner), (paragraph("b"),)), True, 3)

    assert lines(numbered) == ["3. a", "• deep", "4. b"]


def test_numbers_of_a_list_are_said_in_order():
    (chapter,) = narrate(document(ItemList(((paragraph("go"),),), True)))

    assert [said.cue for said in chapter.said][-1] == "1st, "


def test_terms_tables_and_the_line_are_read_row_by_row():
    table = Table(
        said("Times"),
        ((Cell((paragraph("What"),), "column"), Cell((paragraph("When"),), "column")),),
        ((Cell((paragraph("Plan"),), "row"), Cell((paragraph("20 weeks"),))),),
    )
    branch = Stop(said("Appeal"), "branch", "If no")
    line = TimeLine(
        "The way", (Stop(said("Ask"), "done", "Done", said("in May"), (), (branch,)),)
    )
    terms = TermList((Term((said("plan"), said("EHCP")), (paragraph("A paper."),)),))

    assert lines(terms, table, line) == [
        "plan, EHCP:",
        "A paper.",
        "Table: Times",
        "What: Plan",
        "When: 20 weeks",
        "The way",
        "Stop 1: Ask, Done, in May",
        "Branch 1: Appeal, If no",
    ]


def test_a_table_whose_heads_stand_at_the_side_is_read_with_them():
    table = Table(
        said("Times"),
        (),
        ((Cell((paragraph("Plan"),), "row"), Cell((paragraph("20 weeks"),))),),
    )

    assert lines(table) == ["Table: Times", "Plan", "20 weeks"]


def test_pictures_callouts_and_quotes_say_what_they_are():
    picture = Picture(b"", "image/png", "a bus")
    idea = Idea(picture, (paragraph("Go by bus."),))

    assert lines(
        Figure(picture, said("Bus 7")),
        idea,
        Callout("help", (paragraph("Ring us."),)),
        Quote((paragraph("Dear all"),)),
        Divider(),
    ) == [
        "Picture: a bus",
        "Bus 7",
        "Go by bus.",
        "Picture: a bus",
        "Help:",
        "Ring us.",
        "Quote:",
        "Dear all",
        "End of quote.",
    ]


def test_words_of_another_language_have_a_voice_of_their_own_on_the_same_line():
    made = document(
        Paragraph(
            (Words("say "), Foreign(Language("fr"), said("merci")), Words(", then"))
        ),
        InLanguage(Language("pl"), (paragraph("dzień dobry"),)),
    )

    (chapter,) = narrate(made)

    assert [(part.words, part.tag) for part in chapter.said[1:]] == [
        ("say", "en-GB"),
        ("merci", "fr"),
        (", then", "en-GB"),
        ("dzień dobry", "pl"),
    ]
    assert transcript(made).decode().splitlines()[1:] == [
        "say merci, then",
        "dzień dobry",
    ]


def test_lines_of_a_postal_address_are_parted():
    inside = (Words("Civic Centre"), LineBreak(), Words("SS2 6ER"))

    assert lines(Paragraph(inside)) == ["Civic Centre, SS2 6ER"]


@given(st.lists(st.text(st.characters(codec="utf-8")), max_size=5))
def test_whatever_the_words_are_they_are_in_the_transcript(texts):
    read = transcript(document(*(paragraph(text) for text in texts))).decode()

    for text in texts:
        assert " ".join(text.split()) in read
