"""Braille comes out as a reader expects it: whole, in its cells, and in its order."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rooms.formats import backwards
from tests.rooms.formats.routemaps import FOLDER, routemap
from waymark.formats.braille import brf, parts
from waymark.formats.braille.phrases import text
from waymark.formats.document import (
    Callout,
    Cell,
    Divider,
    Document,
    Emphasis,
    Figure,
    Foreign,
    Heading,
    InLanguage,
    ItemList,
    Language,
    Link,
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

pytestmark = pytest.mark.real_time

ENGLISH = Language("en-GB")
GOLDEN = Path("tests/golden/formats")


def said(words):
    return (Words(words),)


def paragraph(words):
    return Paragraph(said(words))


def document(*blocks, title="A short guide"):
    return Document(title, ENGLISH, (Heading(1, said(title)), *blocks))


def lines(*blocks, grade=1):
    """The lines of a document of these blocks, under its heading."""
    (page, *_) = backwards.pages(brf(document(*blocks), grade))
    return page[3:]


def head(words):
    return Cell((paragraph(words),), "column")


def cell(words):
    return Cell((paragraph(words),))


SLUGS = sorted(path.stem for path in FOLDER.glob("*.toml"))


@pytest.mark.parametrize("grade", [1, 2])
@pytest.mark.parametrize("slug", SLUGS)
def test_every_word_of_a_routemap_is_read_back(slug, grade):
    source = routemap(slug)

    made = brf(source, grade)

    whole = parts.of(source)
    long = (
        whole.title,
        whole.contents,
        *(s.phrase for s in (*whole.cover, *whole.body)),
    )
    read = backwards.read(made, grade).lower()
    assert [
        words for words in map(text, long) if backwards.plain(words).lower() not in read
    ] == []


@pytest.mark.parametrize("grade", [1, 2])
@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_has_forty_cells_by_twenty_five_lines_and_its_number(slug, grade):
    pages = backwards.pages(brf(routemap(slug), grade))

    for number, page in enumerate(pages, 1):
        assert len(page) <= 25
        assert max(map(len, page)) <= 40
        assert all(line == line.rstrip() for line in page)
        figures = str(number).translate(str.maketrans("1234567890", "ABCDEFGHIJ"))
        assert number == 1 or page[0].endswith(f"   #{figures}")


def test_only_the_sixty_four_signs_of_ascii_braille_are_written():
    made = brf(routemap("unhappy"), 2)

    assert set(made) <= {*range(0x20, 0x60), *b"\r\n\f"}


def test_a_longer_document_says_who_made_it_and_when_before_it_begins():
    cover, contents, *_ = backwards.pages(brf(routemap("annual-review"), 1))

    read = backwards.read(("\r\n".join(cover) + "\r\n\f").encode(), 1)
    assert "Southend-on-Sea City Council" in read
    assert "Made on 13 January 2026" in read
    assert contents[1].strip() == ",CONTENTS"


def test_the_contents_name_the_page_on_which_each_part_begins():
    pages = backwards.pages(brf(routemap("annual-review"), 2))

    entries = [line for page in pages[1:3] for line in page if ' ""' in line]
    assert len(entries) > 5
    for entry in entries:
        words, figures = re.fullmatch(r'(.+?) "+ #([A-J]+)', entry).groups()
        number = int(figures.translate(str.maketrans("ABCDEFGHIJ", "1234567890")))
        assert words.split()[-1] in " ".join(pages[number - 1]).split()


def test_no_heading_is_left_alone_at_the_foot_of_a_page():
    for slug in SLUGS:
        for page in backwards.pages(brf(routemap(slug), 2))[2:]:
            assert not re.match(r" {4,}\S", page[-1])


def test_a_short_document_has_no_cover_and_ends_with_who_made_it():
    source = Document(
        "Short", ENGLISH, (paragraph("Words."),), made_on=date(2026, 1, 13)
    )

    (page,) = backwards.pages(brf(source, 1))

    assert page[-1] == "  ,MADE ON #AC ,JANU>Y #BJBF".replace(">", "AR")


def test_a_title_that_no_heading_says_is_set_above_the_words():
    (page,) = backwards.pages(
        brf(Document("About us", ENGLISH, (paragraph("Words."),)), 1)
    )

    assert page[1].strip() == ",ABOUT US"


class TestWhatEachBlockBecomes:
    def test_headings_are_centred_or_begin_at_the_fifth_or_seventh_cell(self):
        made = lines(
            Heading(2, said("great")),
            Heading(3, said("lesser")),
            Heading(4, said("least")),
            paragraph("words"),
        )

        assert made == [
            "GREAT".center(40).rstrip(),
            "",
            "    LESSER",
            "",
            "      LEAST",
            "  WORDS",
        ]

    def test_a_paragraph_is_indented_and_its_runovers_are_not(self):
        assert lines(paragraph("word " * 12))[:2] == [
            "  " + " ".join(["WORD"] * 7),
            " ".join(["WORD"] * 5),
        ]

    def test_items_hang_from_their_marks(self):
        made = lines(
            ItemList(
                (
                    (paragraph("word " * 10),),
                    (paragraph("in"), ItemList(((paragraph("deep"),),))),
                )
            ),
            ItemList(((paragraph("third"),),), ordered=True, start=3),
        )

        assert made == [
            "_4 " + " ".join(["WORD"] * 7),
            "  WORD WORD WORD",
            "_4 IN",
            "  _4 DEEP",
            "#C4 THIRD",
        ]

    def test_terms_stand_before_what_is_said_of_them(self):
        made = lines(
            TermList(
                (
                    Term((said("plan"), said("scheme")), (paragraph("a paper"),)),
                    Term((said("who?"),), (paragraph("you"),)),
                )
            )
        )

        assert made == ["PLAN _/ SCHEME3 A PAPER", "WHO8 YOU"]

    def test_a_small_table_stands_in_columns_under_drawn_lines(self):
        table = Table(
            said("times"),
            ((head("what"), head("when")),),
            ((cell("request"), cell("now")), (cell("answer"), cell("later"))),
        )

        assert lines(table) == [
            "    TIMES",
            "WHAT     WHEN",
            '"333333  "3333',
            "REQUEST  NOW",
            "ANSWER   LATER",
        ]

    def test_a_wide_table_is_listed_with_a_note_that_says_so(self):
        table = Table(
            said("times"),
            ((head("what"), head("when")),),
            ((cell("request " * 4), cell("answer " * 4)),),
        )

        made = lines(table)

        assert made[1].startswith("      @.<,")
        assert made[5].endswith("@.>")
        assert made[6:] == [
            "WHAT3 REQUEST REQUEST REQUEST REQUEST",
            "  WHEN3 ANSWER ANSWER ANSWER ANSWER",
        ]

    def test_a_cell_over_rows_is_said_in_each_and_heads_over_heads_are_joined(self):
        wide = Cell((paragraph("days"),), "column", columns=2)
        tall = Cell((paragraph("both"),), "row", rows=2)
        table = Table(
            (),
            ((Cell(()), wide), (Cell(()), head("from"), head("to"))),
            ((tall, cell("one"), cell("two")), (cell("three"), cell("four"))),
        )

        assert lines(table)[-6:] == [
            "BOTH",
            "  DAYS1 FROM3 ONE",
            "  DAYS1 TO3 TWO",
            "BOTH",
            "  DAYS1 FROM3 THREE",
            "  DAYS1 TO3 FOUR",
        ]

    def test_a_picture_is_a_note_of_what_it_shows(self):
        figure = Figure(Picture(b"", "image/png", "a bus"), said("bus 7"))

        assert lines(figure) == ["      @.<,PICTURE3 A BUS@.>", "  BUS #G"]

    def test_the_line_tells_each_stop_its_state_and_its_days(self):
        branch = Stop(said("no"), "branch")
        line = TimeLine(
            "the line",
            (
                Stop(said("ask"), "done", "done", said("now")),
                Stop(said("hear"), "late", "late", branches=(branch,)),
            ),
        )

        assert lines(line) == [
            "    THE L9E".replace("9", "IN"),
            '#A4 ASK "<DONE"> ,- NOW',
            '#B4 HEAR "<LATE">',
            "  ,LEAVES THE LINE HERE3",
            "  #A4 NO",
        ]

    def test_a_callout_is_boxed_and_a_quote_stands_further_in(self):
        made = lines(
            Callout("note", (paragraph("mind"),)),
            Quote((paragraph("dear"),)),
            Divider(),
        )

        assert made == ["7" * 40, "  MIND", "G" * 40, "      DEAR", " " * 14 + "3" * 12]

    def test_weight_is_shown_by_a_sign_for_a_word_and_a_pair_for_a_passage(self):
        made = lines(
            Paragraph(
                (
                    Words("you "),
                    Strong(said("must")),
                    Words(" go "),
                    Emphasis(said("to the end")),
                    Words("."),
                )
            )
        )

        assert made == ["  YOU ^1MUST GO .7TO THE END4.'"]

    def test_a_line_all_of_one_weight_carries_no_signs(self):
        assert lines(Paragraph((Strong(said("you must")),))) == ["  YOU MUST"]

    def test_words_of_another_language_are_in_its_own_code_between_signs(self):
        welsh = Foreign(Language("cy"), said("Ffôn"))
        french = Foreign(Language("fr"), said("à la carte"))

        made = lines(Paragraph((Words("a "), welsh, Words(" b "), french, Words("."))))

        assert made == ['  A ^(,FF@ON B "(\'( LA CARTE,")4']

    def test_a_language_without_a_table_is_uncontracted_and_a_note_says_so(self):
        somali = InLanguage(Language("so"), (paragraph("caawimaad"),))

        made = lines(somali, grade=2)

        assert made[0].startswith("      @.<")
        assert made[-1] == "  CAAWIMAAD"

    def test_letters_that_no_table_at_hand_knows_are_named_and_never_dropped(self):
        read = backwards.read(brf(document(paragraph("before Привет after 😀")), 1), 1)

        assert "before [a word in Cyrillic letters] after [grinning face]" in read

    def test_a_link_has_its_address_at_the_end_once(self):
        link = Link("https://example.org/a", said("read"))
        mail = Link("mailto:a@example.org", said("a@example.org"))
        inside = Link("#there", said("below"))

        read = backwards.read(
            brf(document(Paragraph((link, link, mail, inside))), 1), 1
        )

        assert read.count("example.org/a") == 1
        assert read.endswith("read: https://example.org/a")


class TestWhatStaysTogether:
    @pytest.mark.parametrize(
        ("words", "together"),
        [
            ("xxxx " * 6 + "13 January 2026", "#AC ,JANUARY #BJBF"),
            ("xxxx " * 6 + "section 36(8)", 'SECTION #CF"<#H">'),
            ("xxxx " * 7 + "20 weeks", "#BJ WEEKS"),
            ("xxxx " * 6 + "01702 215 000", '#JAGJB"BAE"JJJ'),
            ("xxxx " * 7 + "SS2 6ER", ',,SS#B"F,,ER'),
        ],
    )
    def test_dates_numbers_and_places_in_the_law(self, words, together):
        made = lines(paragraph(words))

        assert any(together in line for line in made)

    def test_a_long_address_is_parted_after_a_stroke_with_the_sign_that_it_goes_on(
        self,
    ):
        address = "https://example.org/" + "abc/" * 12
        made = lines(paragraph(address))

        assert len(made) > 1
        assert all(line.endswith('_/"') for line in made[:-1])
        assert address in backwards.read(brf(document(paragraph(address)), 1), 1)


anything = st.text(st.characters(codec="utf-8"), max_size=300)


@settings(max_examples=40)
@given(st.lists(anything, min_size=1, max_size=4), st.sampled_from([1, 2]))
def test_whatever_the_words_are_the_pages_keep_their_shape(texts, grade):
    blocks = [paragraph(words) for words in texts]
    blocks += [Heading(2, said(texts[0])), ItemList(((blocks[0],),)), blocks[-1]]

    for page in backwards.pages(brf(document(*blocks, title=texts[0]), grade)):
        assert len(page) <= 25
        assert all(len(line) <= 40 for line in page)


plain_words = st.lists(
    st.text("bcdfghjklmnpqrstvwxyz", min_size=4, max_size=9), min_size=1, max_size=60
).map(" ".join)


@settings(max_examples=25)
@given(plain_words)
def test_no_word_is_lost_on_the_way(words):
    assert words in backwards.read(brf(document(paragraph(words)), 1), 1)


def test_a_paragraph_of_a_megabyte_is_brailled_in_bounded_time():
    pages = backwards.pages(brf(document(paragraph("lorem " * 170_000)), 2))

    assert len(pages) > 1000


def test_a_backslash_in_the_words_is_no_command():
    read = backwards.read(brf(document(paragraph(r"a \x0041 \q b")), 1), 1)

    assert "0041" in read


@pytest.mark.parametrize("grade", [1, 2])
def test_a_small_document_is_as_it_was_when_it_was_looked_at(grade):
    golden = GOLDEN / f"small-grade-{grade}.brf"

    assert brf(small(), grade) == golden.read_bytes()


def small():
    """One of everything, on a few pages."""
    table = Table(
        said("How long it takes"),
        ((head("Step"), head("Within")),),
        ((cell("A decision"), cell("6 weeks")), (cell("A plan"), cell("20 weeks"))),
    )
    return Document(
        "Asking for help",
        ENGLISH,
        (
            Heading(1, said("Asking for help")),
            Paragraph(
                (
                    Words("You can ask the council before 13 January 2026. You "),
                    Strong(said("do not")),
                    Words(" need a form: "),
                    Link("https://example.org/send", said("read more")),
                    Words("."),
                )
            ),
            TimeLine(
                "Where you are",
                (
                    Stop(said("Ask"), "done", "Done", said("1 December 2025")),
                    Stop(said("Hear the answer"), "next", "Next"),
                ),
            ),
            Heading(2, said("What the law says")),
            paragraph("Section 36(8) of the Children and Families Act 2014."),
            table,
            Callout("help", (paragraph("Call 01702 215000, Monday to Friday."),)),
            Heading(3, said("What to bring")),
            ItemList(((paragraph("Letters"),), (paragraph("Reports, if any"),))),
        ),
        address="https://example.org/guide",
        made_on=date(2026, 1, 13),
        stands_behind="Written by the SEND team.",
        publisher="An Area Council",
    )
