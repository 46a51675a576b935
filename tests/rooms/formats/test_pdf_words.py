"""Words stay words, whatever they look like, and none is lost on the way."""

import dataclasses

import pytest
from hypothesis import given, settings

from tests.rooms.formats import documents, printed
from tests.rooms.formats.pdf_reading import Read, body_of, right_edges
from tests.rooms.formats.printed import bare, document, line, said
from waymark.formats.confined import ToolFailed
from waymark.formats.document import (
    Figure,
    Heading,
    Idea,
    Link,
    Moment,
    Paragraph,
    Picture,
    Words,
    every_block,
    plain,
)
from waymark.formats.pdf import large_print, pdf

pytestmark = pytest.mark.real_time

LOOKS = {
    "print": pdf,
    "18 point": lambda whole: large_print(whole, 18),
    "24 point": lambda whole: large_print(whole, 24),
}
in_each_look = pytest.mark.parametrize("make", LOOKS.values(), ids=LOOKS)


class TestWordsStayWords:
    @in_each_look
    @pytest.mark.parametrize(
        "hostile",
        [
            '#import "@preview/cetz:0.1.0": *',
            '#read("/etc/passwd")',
            '#eval("1+1") #sys.inputs #panic()',
            "$ x^2 $ and \\ and \\u{1f600} and `raw`",
            "= Not a heading",
            "<label> @reference // a comment /* another */",
            "[ ] { } ] } ) -- --- ... ~",
            '"}],"kind":"heading","level":1,"inside":[{"kind":"words","text":"x',
            "{number} of {pages} %(day)s",
        ],
    )
    def test_words_that_would_be_markup_come_out_as_words(self, make, hostile):
        read = Read(make(document(Heading(1, line("A")), said(hostile))))
        assert [each.words() for each in read.tree.all("P")][0] == hostile

    @pytest.mark.parametrize(
        ("odd", "seen"),
        [
            ("a\x00b\x07c\x1bd", "abcd"),
            ("zero\u200bwidth\u200d\u2060 and\ufeff mark", "zerowidthandmark"),
            ("w\u0302 is one letter", "ŵisoneletter"),
            ("a place \ue000 of nobody's", "aplace\ufffdofnobody's"),
        ],
    )
    def test_what_no_page_can_show_is_left_out(self, odd, seen):
        read = Read(pdf(document(Heading(1, line("A")), said(odd))))
        assert (
            bare(read.tree.all("P")[0].words()).replace(
                "(replacementcharacter)", "\ufffd"
            )
            == seen
        )

    def test_a_sign_that_no_font_has_is_said_by_its_name(self):
        read = Read(
            pdf(document(Heading(1, line("A")), said("It melts \U0001fae0 away")))
        )
        assert read.tree.all("P")[0].words() == "It melts (melting face) away"

    def test_bidi_controls_turn_no_word_of_another_paragraph(self):
        read = Read(
            pdf(
                document(
                    Heading(1, line("A")), said("\u202eturned"), said("not turned")
                )
            )
        )
        assert [each.words() for each in read.tree.all("P")][1] == "not turned"

    @in_each_look
    @pytest.mark.parametrize(
        "word", ["x" * 400, "https://waymark.example/" + "a-part/" * 60]
    )
    def test_a_very_long_word_stays_on_the_page_and_can_be_copied(self, make, word):
        made = make(document(Heading(1, line("A")), said(word)))

        assert bare(Read(made).tree.all("P")[0].words()) == word
        assert right_edges(made)
        assert max(right_edges(made)) <= 595 - 40

    def test_a_long_word_in_a_table_stays_in_its_column(self):
        table = dataclasses.replace(
            printed.LIMITS,
            body=(
                (
                    printed.cell("y" * 200, "row"),
                    printed.cell("z" * 90),
                    printed.cell("w"),
                ),
            ),
        )
        made = pdf(document(table))
        assert max(right_edges(made)) <= 595 - 60

    def test_a_paragraph_of_a_hundred_kilobytes_comes_out_whole(self):
        words = "Every word of this is said. " * 3700
        read = Read(pdf(document(Heading(1, line("A")), said(words))))
        assert bare(read.tree.all("P")[0].words()) == bare(words)

    def test_a_place_that_is_not_there_leaves_the_words(self):
        linked = Paragraph((Link("#nowhere", line("go")), Words(" on")))
        read = Read(pdf(document(Heading(1, line("A")), linked)))
        assert not read.tree.all("Link")
        assert read.tree.all("P")[0].words() == "go on"

    def test_a_picture_that_asks_for_a_file_is_refused_by_name(self):
        asks = Picture(
            b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
            b'<image href="/etc/passwd" width="9" height="9"/></svg>',
            "image/svg+xml",
            "A trick.",
        )
        with pytest.raises(ToolFailed, match="^typst said: "):
            pdf(document(Heading(1, line("A")), Figure(asks)))

    def test_a_picture_that_is_none_is_refused_and_the_next_document_is_made(self):
        broken = Picture(b"not a picture", "image/png", "Nothing.")
        with pytest.raises(ToolFailed, match="typst said: failed to decode"):
            pdf(document(Heading(1, line("A")), Figure(broken)))
        assert pdf(printed.everything())


class TestAnyDocument:
    """Documents of hostile letters, and of every shape that the reader makes."""

    @settings(max_examples=25)
    @given(whole=printed.documents)
    def test_every_word_is_heard_in_its_order(self, whole):
        read = Read(pdf(whole))

        assert body_of(read).startswith(printed.heard(whole))

    @in_each_look
    @settings(max_examples=12)
    @given(whole=documents.documents())
    def test_every_heading_date_and_link_is_there(self, make, whole):
        read = Read(make(whole))

        headings = [b for b in every_block(whole.blocks) if isinstance(b, Heading)]
        assert read.outline() == [plain(each.inside) for each in headings]
        heard = bare(read.tree.words())
        for said_day in every(Moment, whole.blocks):
            assert bare(plain(said_day.inside)) in heard
        addresses = {each.address for each in every(Link, whole.blocks)}
        assert addresses | {whole.address} - {""} == {
            str(annotation.A.URI)
            for link in read.tree.all("Link")
            for annotation in link.attributes["annotations"]
        }

    @in_each_look
    @settings(max_examples=12)
    @given(whole=documents.documents())
    def test_every_word_of_the_source_is_heard(self, make, whole):
        heard = bare(Read(make(whole)).tree.words())

        for words in every(Words, whole.blocks):
            for word in words.text.split():
                # Glyphs that run from the right are stored as they are seen.
                assert bare(word) in heard or bare(word)[::-1] in heard

    @settings(max_examples=12)
    @given(whole=documents.easy_read_documents())
    def test_every_idea_has_its_picture_and_its_words(self, whole):
        read = Read(pdf(whole))

        ideas = [block for block in whole.blocks if isinstance(block, Idea)]
        shown = [each.attributes["Alt"] for each in read.tree.all("Figure")]
        assert shown == [idea.picture.words for idea in ideas]


def every(kind, part) -> list:
    """Every part of a kind in a part of a document, in reading order."""
    if isinstance(part, kind):
        return [part]
    if isinstance(part, tuple):
        return [found for each in part for found in every(kind, each)]
    if dataclasses.is_dataclass(part):
        inside = (getattr(part, field.name) for field in dataclasses.fields(part))
        return [found for each in inside for found in every(kind, each)]
    return []
