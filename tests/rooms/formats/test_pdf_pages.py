"""What is seen on the pages, in print, in large print and in Easy Read."""

import dataclasses
from datetime import date

import pytest

from tests.rooms.formats import printed
from tests.rooms.formats.pdf_reading import Read, text_of
from tests.rooms.formats.printed import bare, document, line, said
from waymark.formats.document import (
    Cell,
    Figure,
    Heading,
    Link,
    Paragraph,
    Table,
)
from waymark.formats.pdf import large_print, pdf

pytestmark = pytest.mark.real_time


@pytest.fixture(scope="module")
def easy() -> Read:
    return Read(pdf(printed.easy_read()))


class TestPages:
    def test_each_page_has_its_number_and_the_foot_says_address_and_day(self):
        long = document(
            *[said("Words that fill a page. " * 30) for _ in range(9)],
            title="A running title",
            address="https://waymark.example/x/",
        )
        first, second, *rest = text_of(pdf(long)).split("\f")[:-1]
        count = len(rest) + 2

        assert f"Page 1 of {count}" in first
        assert f"Page 2 of {count}" in second
        assert "A running title" in second
        for page in (first, second, *rest):
            assert "Made on 13 January 2026" in page
            assert "waymark.example/x" in page

    def test_the_head_of_a_table_is_seen_again_on_each_page_and_heard_once(self):
        rows = printed.LIMITS.body * 30
        made = pdf(document(dataclasses.replace(printed.LIMITS, body=rows)))

        pages = text_of(made).split("\f")[:-1]
        assert len(pages) > 2
        assert all("Limit" in page for page in pages[:-1])
        heads = Read(made).tree.all("TH")
        assert [each.words() for each in heads].count("Limit") == 1

    def test_a_head_with_a_link_is_seen_once_because_only_words_may_repeat(self):
        linked = Paragraph((Link("https://waymark.example/", line("Limit")),))
        head = (printed.cell("What", "column"), Cell((linked,), "column"))
        rows = ((printed.cell("One"), printed.cell("Two")),) * 90
        made = pdf(document(Table(line("Long"), (head,), rows)))

        pages = text_of(made).split("\f")[:-1]
        assert ["Limit" in page for page in pages[:2]] == [True, False]

    def test_long_chapters_begin_on_pages_of_their_own_and_are_listed(self):
        chapters = []
        for name in ("Asking", "Waiting", "Hearing"):
            chapters += [Heading(2, line(name))] + [said("Words enough. " * 40)] * 10
        made = pdf(document(Heading(1, line("A booklet")), *chapters))

        pages = text_of(made).split("\f")[:-1]
        assert all(name in pages[0] for name in ("Contents", "Asking", "Hearing"))
        starts = [
            page
            for page in pages[1:]
            if any(f"{n}\n" in page for n in ("Asking", "Waiting", "Hearing"))
        ]
        assert len(starts) == 3
        assert Read(made).outline() == ["A booklet", "Asking", "Waiting", "Hearing"]

    def test_the_same_document_gives_the_same_bytes(self):
        assert pdf(printed.everything()) == pdf(printed.everything())

    def test_a_document_without_a_day_gives_the_same_bytes_too_and_claims_none(self):
        undated = dataclasses.replace(printed.everything(), made_on=None)
        assert pdf(undated) == pdf(undated)
        assert "Made on" not in text_of(pdf(undated))

    def test_another_day_is_another_document(self):
        other = dataclasses.replace(printed.everything(), made_on=date(2026, 1, 14))
        assert pdf(other) != pdf(printed.everything())


class TestLargePrint:
    @pytest.mark.parametrize("points", [18, 24])
    def test_no_word_is_smaller_than_its_size(self, points):
        read = Read(large_print(printed.everything(), points))
        assert min(read.sizes()) >= points

    @pytest.mark.parametrize("points", [18, 24])
    def test_it_is_black_on_white_alone(self, points):
        whole = document(
            *(b for b in printed.everything().blocks if not isinstance(b, Figure))
        )
        assert Read(large_print(whole, points)).colours() <= {(0,), (1,)}

    def test_it_has_no_slanted_letters(self):
        read = Read(large_print(printed.everything(), 18))
        names = {str(font.BaseFont) for font in read.fonts()}
        assert not [name for name in names if "Italic" in name]

    def test_its_pages_are_a4_and_not_a_zoom(self):
        read = Read(large_print(printed.everything(), 24))
        page = read.pdf.pages[0]
        assert [round(float(edge)) for edge in page.mediabox] == [0, 0, 595, 842]

    def test_a_table_that_would_not_fit_is_told_row_by_row(self):
        heads = (
            "Name of the place",
            "Telephone",
            "Days of opening",
            "Languages spoken",
            "Cost",
        )
        wide = Table(
            line("Groups"),
            (tuple(printed.cell(head, "column") for head in heads),),
            (
                (
                    printed.cell("Tuesday group", "row"),
                    *(printed.cell(f"Fact {n}") for n in range(4)),
                ),
            ),
        )
        read = Read(large_print(document(wide), 24))

        assert not read.tree.all("Table")
        heard = bare(read.tree.words())
        assert "TuesdaygroupTelephoneFact0DaysofopeningFact1" in heard

    def test_there_are_two_sizes(self):
        with pytest.raises(ValueError, match="18"):
            large_print(printed.everything(), 12)


class TestEasyRead:
    def test_each_idea_is_a_picture_and_then_its_words(self, easy):
        order = [
            each.words() or each.attributes["Alt"]
            for each in easy.tree.all("Figure", "P")
            if each.words() or "Alt" in each.attributes
        ]
        assert order[:3] == ["A circle.", "Idea number 1.", "It has a picture."]
        assert order.count("A circle.") == 6

    def test_its_words_have_at_least_sixteen_points(self, easy):
        assert min(easy.sizes(heard_only=True)) >= 16

    def test_no_idea_is_parted_by_the_end_of_a_page(self):
        pages = text_of(pdf(printed.easy_read())).split("\f")[:-1]
        assert len(pages) > 1
        for page in pages:
            assert page.count("Idea number") == page.count("It has a picture.")
