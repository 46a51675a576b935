"""A PDF says to assistive technology all that the page shows, and declares PDF/UA-1.

The compiler refuses to write what breaks PDF/UA-1. veraPDF, the reference checker, is
in no package registry that this project may use; so these tests read what was made with
pikepdf and poppler, by the structure tree, and check the rules of PDF/UA-1 themselves.
"""

import subprocess

import pytest

from tests.rooms.formats import printed
from tests.rooms.formats.pdf_reading import Read, body_of
from tests.rooms.formats.printed import bare, document, said
from waymark.formats.document import (
    Heading,
    Table,
    every_block,
    plain,
)
from waymark.formats.pdf import large_print, pdf

pytestmark = pytest.mark.real_time


@pytest.fixture(scope="module")
def everything() -> Read:
    return Read(pdf(printed.everything()))


LOOKS = {
    "print": pdf,
    "18 point": lambda whole: large_print(whole, 18),
    "24 point": lambda whole: large_print(whole, 24),
}
in_each_look = pytest.mark.parametrize("make", LOOKS.values(), ids=LOOKS)


class TestDeclarations:
    def test_it_is_marked_as_tagged_and_declares_pdf_ua_1(self, everything):
        assert everything.root.MarkInfo.Marked
        about = everything.root.Metadata.read_bytes().decode()
        assert "<pdfuaid:part>1</pdfuaid:part>" in about

    def test_its_title_is_shown_and_its_language_is_set(self, everything):
        assert everything.root.ViewerPreferences.DisplayDocTitle
        assert str(everything.root.Lang) == "en-GB"

    def test_it_says_who_published_it_and_the_day_it_was_made(self, everything):
        info = everything.pdf.docinfo
        assert str(info["/Title"]) == "The annual review"
        assert str(info["/Author"]) == "Mereshire partnership"
        assert str(info["/CreationDate"]).startswith("D:20260113")
        assert str(info["/ModDate"]).startswith("D:20260113")

    def test_the_tab_key_follows_the_structure_on_every_page(self, everything):
        assert {str(page.obj.Tabs) for page in everything.pdf.pages} == {"/S"}

    def test_every_font_is_embedded_and_cut_to_the_letters_used(self, everything):
        fonts = everything.fonts()
        assert fonts
        for font in fonts:
            inner = font.DescendantFonts[0]
            assert "/FontFile2" in inner.FontDescriptor
            assert "+AtkinsonHyperlegible" in str(inner.BaseFont)
            assert "/ToUnicode" in font

    def test_nothing_in_it_runs_or_is_attached(self, everything):
        for name in ("/OpenAction", "/AA", "/AcroForm", "/AF"):
            assert name not in everything.root
        names = everything.root.get("/Names") or {}
        assert "/JavaScript" not in names
        assert "/EmbeddedFiles" not in names

    def test_poppler_finds_a_tagged_a4_document_without_scripts(self):
        told = subprocess.run(
            ["pdfinfo", "-"], input=pdf(printed.everything()), capture_output=True
        ).stdout.decode()
        assert "Tagged:          yes" in told
        assert "JavaScript:      no" in told
        assert "(A4)" in told


class TestStructure:
    def test_every_kind_of_part_has_its_tag(self, everything):
        there = {name for name in TAGS if everything.tree.all(name)}
        assert there == set(TAGS)

    def test_the_bookmarks_are_the_headings(self, everything):
        headings = [
            plain(block.inside)
            for block in every_block(printed.everything().blocks)
            if isinstance(block, Heading)
        ]
        assert everything.outline() == headings
        heard = [each.words() for each in everything.tree.all("H1", "H2", "H3")]
        assert heard == headings

    def test_every_picture_says_what_it_shows(self, everything):
        (figure,) = everything.tree.all("Figure")
        assert figure.attributes["Alt"] == "A circle."

    def test_a_caption_is_read_after_its_picture_and_before_its_table(self, everything):
        order = [each.name for each in everything.tree.all("Figure", "Caption", "TR")]
        assert order[0] == "Caption"
        assert order[-2:] == ["Figure", "Caption"]

    def test_header_cells_say_what_they_are_the_headers_of(self, everything):
        heads = everything.tree.all("TH")
        assert [(each.words(), each.attributes["Scope"]) for each in heads] == [
            ("What", "Column"),
            ("Who", "Column"),
            ("Limit", "Column"),
            ("The meeting", "Row"),
            ("The decision", "Row"),
            ("Kind", "Column"),
            ("Autumn", "Column"),
            ("Planned", "Column"),
            ("Given", "Column"),
            ("Reading", "Row"),
        ]

    def test_links_lead_where_the_source_says_and_are_described_by_their_words(
        self, everything
    ):
        links = [
            (
                link.words(),
                {str(a.Contents) for a in link.attributes["annotations"]},
                a.get("/A", {}).get("/URI"),
            )
            for link in everything.tree.all("Link")
            for a in link.attributes["annotations"][:1]
        ]
        assert [(words, str(address)) for words, _, address in links] == [
            ("what a plan is", "https://waymark.example/plans/"),
            ("to the time limits", "None"),
            ("01632 960000", "tel:+441632960000"),
            (
                "waymark.example/routemaps/annual-review",
                "https://waymark.example/routemaps/annual-review/",
            ),
        ]
        assert all(described == {words} for words, described, _ in links)

    def test_parts_in_another_language_say_which(self, everything):
        french = [
            e for e in everything.tree.all("Words") if e.attributes["Lang"] == "fr"
        ]
        assert [each.words() for each in french] == ["à bientôt"]
        welsh = [
            e
            for e in everything.tree.all("H2", "P")
            if e.attributes.get("Lang") == "cy"
        ]
        assert [each.words() for each in welsh] == ["Y cynllun dŵr", "Tŷ."]

    def test_lists_have_items_and_numbers_from_where_they_start(self, everything):
        numbered = [
            each
            for each in everything.tree.all("L")
            if each.attributes["ListNumbering"] == "Decimal"
        ]
        assert [each.words() for each in numbered[0].all("Lbl")] == ["9.", "10."]

    def test_the_route_is_a_list_whose_words_say_every_state(self, everything):
        route = everything.tree.all("L")[0]
        first = [kid for kid in route.kids if getattr(kid, "name", "") == "LI"]
        assert len(first) == 5
        assert bare(route.words()) == printed.heard(document(printed.ROUTE))

    @in_each_look
    def test_the_reading_order_is_the_order_of_the_source(self, make):
        whole = document(*WITHOUT_TABLES, title="The annual review")

        assert body_of(Read(make(whole))).startswith(printed.heard(whole))

    def test_the_reading_order_with_tables_is_the_order_of_the_source(self, everything):
        read = Read(pdf(printed.everything()))
        assert body_of(read).startswith(printed.heard(printed.everything()))

    def test_the_end_says_who_stands_behind_it_and_where_the_newest_one_is(
        self, everything
    ):
        end = everything.tree.words()[-220:]
        assert "Written from the SEND Regulations 2014." in end
        assert "Made on 13 January 2026." in end
        assert end.endswith("waymark.example/routemaps/annual-review")

    def test_a_document_that_does_not_say_its_title_begins_with_it(self):
        read = Read(pdf(document(said("Only words."), title="Unsaid")))
        assert [each.words() for each in read.tree.all("H1")] == ["Unsaid"]


TAGS = "H1 H2 H3 P L LI Lbl LBody Table THead TBody TR TH TD Caption Figure Link BlockQuote"
TAGS = TAGS.split()
WITHOUT_TABLES = [
    block for block in printed.everything().blocks if not isinstance(block, Table)
]
