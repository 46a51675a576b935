"""A file of the register: its letters, its columns, and every fault by its place."""

from datetime import date

import pytest

from bench.register_noise import HEADER
from tests.rooms.organisations.register import ASH, OAK, a_file, links, short
from waymark.organisations.registers import reading
from waymark.organisations.registers.faults import Fault, NotARegister
from waymark.organisations.registers.links import Link, is_links, read_links
from waymark.organisations.registers.reading import read
from waymark.organisations.sorts import Sort, sort_of


def only(content: bytes) -> dict:
    sheet = read(content)
    assert not sheet.faults
    (row,) = sheet.rows
    return dict(zip(sheet.fields, row, strict=True))


def faults(content: bytes) -> list[str]:
    return [str(fault) for fault in sorted(read(content).faults)]


def test_the_layout_is_the_whole_one():
    assert len(HEADER) == len(set(HEADER)) == 139
    assert HEADER[:4] == ("URN", "LA (code)", "LA (name)", "EstablishmentNumber")


def test_a_row_is_read_in_our_words():
    read_row = only(
        a_file(
            {
                **ASH,
                "OpenDate": "01-09-2018",
                "ReasonEstablishmentOpened (name)": "Academy Converter",
                "StatutoryLowAge": "3",
                "StatutoryHighAge": "19",
                "SEN1 (name)": "SpLD - Specific Learning Difficulty",
                "SEN2 (name)": "Not Applicable",
                "SEN3 (name)": "ASD - Autistic Spectrum Disorder",
                "TypeOfResourcedProvision (name)": "Resourced provision and SEN unit",
                "ResourcedProvisionCapacity": "12",
                "Section41Approved (name)": "Not applicable",
                "ReligiousCharacter (name)": "Does not apply",
                "HeadLastName": "Nobody keeps this",
            }
        )
    )

    assert read_row["name"] == "Ash School"
    assert read_row["sort"] == "special"
    assert read_row["status"] == "open"
    assert read_row["opened_on"] == date(2018, 9, 1)
    assert (read_row["lowest_age"], read_row["highest_age"]) == (3, 19)
    assert read_row["sen_needs"] == "SPLD ASD"
    assert (read_row["sen_unit"], read_row["resourced_provision"]) == (True, True)
    assert read_row["resourced_places"] == 12
    assert read_row["section_41"] is None
    assert read_row["religious_character"] == read_row["phase"] == ""
    assert read_row["closed_on"] is None
    assert "Nobody keeps this" not in read_row.values()


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_letters_are_read_as_the_register_writes_them_and_as_others_save_them(
    encoding,
):
    words = a_file({**OAK, "EstablishmentName": "St Zoë’s – Château"}).decode("cp1252")

    assert only(words.encode(encoding))["name"] == "St Zoë’s – Château"


def test_a_short_extract_says_only_what_it_knows():
    fields = only(short("900001,999,2001,Oak School,1"))

    assert set(fields) == {
        "urn",
        "name",
        "la_code",
        "establishment_number",
        "status",
        "sort",
    }
    assert fields["sort"] == "primary"


@pytest.mark.parametrize(
    ("column", "cell", "says"),
    [
        ("URN", "12", 'is "12"; a URN is a number of five to seven digits'),
        ("URN", "", 'is ""; a URN is a number of five to seven digits'),
        ("EstablishmentName", " ", "is empty; every row needs it"),
        ("EstablishmentName", "x" * 201, "is longer than 200 letters"),
        ("EstablishmentName", "Oak\0", "holds a letter that cannot be read"),
        ("LA (code)", "", "is empty; every row needs it"),
        ("LA (code)", "88", 'is "88"; it should be 3 digits'),
        ("EstablishmentNumber", "１２３４", "it should be 4 digits"),
        ("EstablishmentStatus (code)", "9", 'is "9"; the register says "1", "2", "3"'),
        ("TypeOfEstablishment (code)", "1000", "is 1000; it should be at most 999"),
        ("OpenDate", "2018-09-01", "a day is written as 31-08-2025"),
        ("OpenDate", "31-02-2018", 'is "31-02-2018"; a day is written'),
        ("CloseDate", "31-13-2018", "a day is written as 31-08-2025"),
        ("StatutoryLowAge", "four", 'is "four"; it should be a whole number'),
        ("StatutoryHighAge", "190", "is 190; it should be at most 99"),
        ("SchoolCapacity", "-5", "it should be a whole number"),
        ("UKPRN", "1000", "it should be 8 digits"),
        ("SEN4 (name)", "XYZ - Something", "the register begins it with a code"),
        ("TypeOfResourcedProvision (name)", "Perhaps", 'the register says "not'),
        ("Section41Approved (name)", "Yes", 'says "not applicable", "approved" or'),
        ("Postcode", "SS1 1AA SS1 1AA", "is longer than 10 letters"),
    ],
)
def test_every_fault_is_named_by_row_and_column(column, cell, says):
    if column == "EstablishmentNumber":
        content = a_file(OAK).decode("cp1252") + a_file({**ASH, column: "@"}).decode(
            "cp1252"
        ).split("\r\n", 1)[1].replace("@", cell)
        found = faults(content.encode("utf-8"))
    else:
        found = faults(a_file(OAK, {**ASH, column: cell}))

    assert len(found) == 1
    assert found[0].startswith(f"row 3, {column}: ")
    assert says in found[0]


def test_all_the_faults_of_all_the_rows_are_said_at_once():
    found = faults(
        a_file(
            {**OAK, "OpenDate": "soon", "UKPRN": "x"},
            ASH,
            {**OAK, "URN": "900003", "SEN1 (name)": "?", "StatutoryLowAge": "?"},
        )
    )

    assert [each.split(":")[0] for each in found] == [
        "row 2, OpenDate",
        "row 2, UKPRN",
        "row 4, SEN1 (name)",
        "row 4, StatutoryLowAge",
    ]


def test_a_number_stands_in_a_file_once():
    assert faults(a_file(OAK, ASH, OAK)) == [
        "row 4, URN: is 900001, which row 2 has already"
    ]


def test_a_byte_that_is_no_letter_of_the_register_is_found_where_it_stands():
    content = a_file(OAK, ASH).replace(b"Ash", b"A\x81h\xff")

    assert faults(content) == [
        "row 3, EstablishmentName: holds a letter that cannot be read; the file should "
        "be Windows-1252 or UTF-8, as it was downloaded"
    ]


def test_a_row_with_too_few_cells_is_a_fault_and_an_empty_line_is_none():
    content = short("900001,999,2001,Oak School,1", "", ",,,,", "900002,999")

    assert faults(content) == ["row 5, the row: has 2 cells for 5 columns"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "row 1, URN: is missing"),
        (b"URN;LA (code)\r\n", "row 1, LA (code): is missing"),
        (b"name,age\r\n", "row 1, EstablishmentStatus (code): is missing"),
        (
            a_file(OAK).replace(b"UKPRN", b"LA (code)"),
            "row 1, LA (code): is there twice; leave one of them out",
        ),
        (a_file(OAK) + b'"unfinished', "row 3, the row: cannot be read as CSV"),
        (b"\xff\xfeU", "row 1, the file: begins as UTF-16"),
    ],
)
def test_what_is_no_register_is_refused_with_its_place(content, says):
    with pytest.raises(NotARegister) as refused:
        read(content)

    assert says in str(refused.value)


def test_a_file_beyond_all_measure_is_not_read(monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 10)

    with pytest.raises(NotARegister, match="has more than 10 bytes"):
        read(a_file(OAK))


@pytest.mark.parametrize(
    ("type_code", "phase", "number", "sort"),
    [
        (1, "Primary", "2001", Sort.PRIMARY),
        (34, "Middle deemed secondary", "4001", Sort.MIDDLE),
        (35, "All-through", "4001", Sort.ALL_THROUGH),
        (34, "16 plus", "", Sort.SIXTEEN_PLUS),
        (44, "Primary", "7001", Sort.SPECIAL),
        (10, "", "6001", Sort.INDEPENDENT_SPECIAL),
        (14, "", "1101", Sort.ALTERNATIVE),
        (47, "", "", Sort.CHILDRENS_CENTRE),
        (1, "", "5201", Sort.PRIMARY),
        (None, "Nursery", "1001", Sort.NURSERY),
        (None, "", "1101", Sort.ALTERNATIVE),
        (None, "", "6001", Sort.INDEPENDENT),
        (None, "", "9001", Sort.OTHER),
        (None, "", "", Sort.OTHER),
        (998, "Primary", "2001", Sort.OTHER),
    ],
)
def test_a_sort_is_told_by_type_then_phase_then_number(type_code, phase, number, sort):
    assert sort_of(type_code, phase, number) == sort


# ---- links ------------------------------------------------------------------------


def test_a_link_that_stands_twice_is_one_succession():
    found = read_links(
        links(
            "900001,900002,Ash School,Successor,01-09-2018",
            "900002,900001,Oak School,Predecessor,01-09-2018",
        )
    )

    assert list(found.found.values()) == [
        Link("900001", "900002", "Successor", date(2018, 9, 1))
    ]
    assert not found.faults


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("Successor - Split School", "900001", "900002"),
        ("Predecessor - merged", "900002", "900001"),
        ("Result of Amalgamation", "900002", "900001"),
        ("Merged - change in age range", "900002", "900001"),
    ],
)
def test_every_kind_of_succession_is_read_in_its_direction(kind, before, after):
    found = read_links(links(f"900001,900002,Ash,{kind},"))

    assert list(found.found) == [(before, after)]


def test_what_only_ties_two_settings_is_passed_over():
    found = read_links(links("900001,900002,Ash,Sixth Form Centre Link,"))

    assert not found.found
    assert found.passed_over == 1


def test_the_faults_of_links_are_named_too():
    found = read_links(
        links(
            "900001,x,Ash,Successor,soon",
            "",
            "900001,900001,Oak,Successor,",
            "900001",
        )
    )

    assert [str(each) for each in sorted(found.faults)] == [
        'row 2, LinkEstablishedDate: is "soon"; a day is written as 31-08-2025',
        'row 2, LinkURN: is "x"; a URN is a number of five to seven digits',
        "row 4, LinkURN: is 900001, the same as the URN; a setting does not follow "
        "itself",
        "row 5, the row: has 1 cells for 5 columns",
    ]


def test_a_file_of_links_is_told_from_one_of_establishments():
    assert is_links(links())
    assert not is_links(a_file(OAK))


def test_a_fault_shows_no_more_of_a_cell_than_fits_and_nothing_that_acts():
    (fault,) = read(a_file({**OAK, "OpenDate": "\x1b[31m" + "9" * 60})).faults

    assert fault == Fault(2, "OpenDate", fault.says)
    assert "\x1b" not in fault.says
    assert len(fault.says) < 90
