"""The parts of setting a page: words, tables and letters, each by itself."""

import struct
from types import SimpleNamespace

import pytest

from tests.rooms.formats.printed import cell, line
from waymark.formats.document import Cell, Language, Table, plain
from waymark.formats.pdf import looks, tables
from waymark.formats.pdf.telling import language_of
from waymark.formats.pdf.words import clean, longest_word, pieces
from waymark.formats.typst.coverage import OURS, Coverage, NoLetters

FONTS = looks.__file__.replace("pdf/looks.py", "fonts/")


class TestWords:
    def test_an_address_is_parted_after_its_signs_and_loses_nothing(self):
        address = "https://waymark.example/a-long/address?with=parts&more=parts"
        (parted,) = pieces(address)

        assert "".join(parted) == address
        assert max(map(len, parted)) <= 12
        assert "https:/" in "".join(parted[:2])

    def test_short_words_are_left_whole(self):
        assert pieces("Only short words here.") == ["Only short words here."]

    def test_a_mark_stays_with_its_letter(self):
        word = "e\u0323" * 40
        (parted,) = pieces(word)
        assert all(part.startswith("e") for part in parted)

    def test_half_of_a_pair_becomes_a_sign_that_is_seen(self):
        assert clean("a\ud800b") == "a\ufffdb"

    def test_the_longest_word_is_one_that_cannot_be_parted(self):
        assert longest_word("a four " + "x" * 99) == 24


class TestLanguages:
    @pytest.mark.parametrize(
        ("tag", "told"),
        [
            ("en-GB", ("en", "", "GB")),
            ("ar", ("ar", "", "")),
            ("zh-Hans-CN", ("zh", "hans", "CN")),
            ("de-DE-1996", ("de", "", "DE")),
            ("not a tag", ("und", "", "")),
        ],
    )
    def test_a_tag_is_told_in_its_parts(self, tag, told):
        data = language_of(Language(tag))
        assert (data["name"], data["script"], data["region"]) == told


class TestTables:
    def test_a_span_that_runs_into_another_ends_before_it(self):
        table = Table(
            line("x"),
            (),
            (
                (cell("a"), cell("b", "", 1, 2), cell("c")),
                (cell("d", "", 3), cell("e")),
            ),
        )
        laid = tables.grid(table)
        places = {(each.column, each.row): each for each in laid.cells}

        assert places[0, 1].across == 1
        assert plain(places[2, 1].cell.blocks[0].inside) == "e"
        assert laid.columns == 3

    def test_a_span_below_the_last_row_ends_with_it(self):
        laid = tables.grid(Table(line("x"), (), ((cell("a", "", 1, 9), cell("b")),)))
        assert [each.down for each in laid.cells] == [1, 1]

    def test_a_row_with_too_few_cells_is_filled_with_empty_ones(self):
        laid = tables.grid(Table(line("x"), (), ((cell("a"), cell("b")), (cell("c"),))))
        assert laid.cells[-1].cell == Cell(())

    def test_a_column_has_at_least_its_longest_word(self):
        table = Table(
            line("x"), (), ((cell("incomprehensibility"), cell("so many words " * 20)),)
        )
        first, second = tables.widths(tables.grid(table), looks.PRINT)
        assert first >= len("incomprehensibility")
        assert second > first

    def test_more_columns_than_fit_are_not_squeezed(self):
        table = Table(line("x"), (), (tuple(cell(f"heading{n}") for n in range(9)),))
        assert tables.widths(tables.grid(table), looks.PRINT) is None

    def test_a_table_of_heads_alone_still_says_them(self):
        heads = tuple(cell(f"heading{n}", "column") for n in range(9))
        rows = tables.one_after_another(tables.grid(Table(line("x"), (heads,), ())))
        assert [plain(row.name) for row in rows] == [f"heading{n}" for n in range(9)]

    def test_a_cell_that_spans_rows_is_said_in_each_of_them(self):
        table = Table(
            line("x"),
            ((cell("Day", "column"), cell("Where", "column")),),
            (
                (cell("Monday", "row"), cell("Library", "", 1, 2)),
                (cell("Friday", "row"),),
            ),
        )
        rows = tables.one_after_another(tables.grid(table))

        told = [
            (
                plain(row.name),
                plain(row.terms[0].names[0]),
                plain(row.terms[0].says[0].inside),
            )
            for row in rows
        ]
        assert told == [
            ("Day: Monday", "Where", "Library"),
            ("Day: Friday", "Where", "Library"),
        ]

    def test_a_heading_over_an_empty_column_is_said_once(self):
        table = Table(
            line("x"),
            ((cell("Day", "column"), cell("Where", "column")),),
            ((cell("Monday", "row"), Cell((), "", 1, 1)),),
        )
        rows = tables.one_after_another(tables.grid(table))
        assert [plain(row.name) for row in rows] == ["Where", "Day: Monday"]


def ours(*more) -> Coverage:
    """The fonts that Waymark ships, and no other."""
    files = {OURS[0]: "AtkinsonHyperlegible", OURS[1]: "AtkinsonHyperlegibleNext"}
    faces = [
        SimpleNamespace(
            family=family,
            style="normal",
            weight=400,
            index=0,
            path=f"{FONTS}{name}-Regular.ttf",
        )
        for family, name in files.items()
    ]
    return Coverage([*faces, *more])


class TestLetters:
    def test_english_needs_our_first_family_alone(self):
        data, families = ours().fitted("“Plain” words – £5, café…")
        assert families == [{"name": OURS[0]}]
        assert data == "“Plain” words – £5, café…"

    def test_welsh_letters_come_whole_from_the_second(self):
        _, families = ours().fitted("dŵr, tŷ")
        assert families[0] == {"name": OURS[1], "covers": "ŵŷ"}

    @pytest.mark.parametrize(
        ("letter", "script", "package"),
        [
            ("আ", "Bengali", "fonts-noto-core"),
            ("ع", "Arabic", "fonts-noto-core"),
            ("中", "Chinese", "fonts-noto-cjk"),
            ("한", "Korean", "fonts-noto-cjk"),
            ("か", "Japanese", "fonts-noto-cjk"),
        ],
    )
    def test_a_script_without_letters_is_named_with_the_package_that_brings_them(
        self, letter, script, package
    ):
        with pytest.raises(NoLetters, match=f"for {script} .*apt install {package}$"):
            ours().fitted(f"some {letter} words")

    def test_a_sign_without_a_shape_is_said(self):
        assert ours().fitted("go ☞")[0] == "go (white right pointing index)"

    def test_a_font_that_cannot_be_read_is_passed_over(self, tmp_path):
        broken = tmp_path / "broken.ttf"
        broken.write_bytes(struct.pack(">I", 0x00010000))
        face = SimpleNamespace(
            family="Broken Bengali",
            style="normal",
            weight=400,
            index=0,
            path=str(broken),
        )
        with pytest.raises(NoLetters, match="Bengali"):
            ours(face).fitted("আ")
