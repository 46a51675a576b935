"""The panel: plain names, sizes, and every format in its place."""

from waymark.formats.making import FORMATS, Kind
from waymark.guidance.documents import addresses, panel
from waymark.ui.take_away import OtherForm


def test_every_format_stands_in_one_group():
    members = [kind for _key, _title, kinds in panel.GROUPS for kind in kinds]

    assert sorted(members) == sorted(Kind)


def test_every_format_says_what_it_is_for():
    for form in FORMATS.values():
        assert str(form.title)
        assert str(form.hint).endswith(".")


def test_a_file_is_named_after_its_page_and_its_format():
    large = FORMATS[Kind.LARGE_PRINT_18]

    assert addresses.file_of(large) == "take-away/large-print-18.pdf"
    assert addresses.file_name("asking", large) == "asking-large-print-18.pdf"
    assert addresses.file_of(FORMATS[Kind.PDF], "sheet") == "take-away/sheet.pdf"


def test_a_name_asks_for_a_format_or_for_a_sheet():
    assert addresses.asked("sheet") == addresses.Asked("sheet", FORMATS[Kind.PDF])
    assert addresses.asked("epub") == addresses.Asked("", FORMATS[Kind.EPUB])
    assert addresses.asked("poster") is None


def test_a_size_is_said_as_people_know_it():
    sizes = {0: "1 KB", 499: "1 KB", 240_400: "240 KB", 5_800_000: "5.8 MB"}
    for size, says in sizes.items():
        assert OtherForm("PDF", "#", size=size).weight == says
    assert OtherForm("PDF", "#").weight == ""
    assert OtherForm("PDF", "#", "To print.", 2000).about == "To print. 2 KB"


def test_somebodys_own_answer_has_a_calendar_where_there_are_days():
    shown = str(panel.of_one("/my/", "a=1&b=2", [Kind.ICS, Kind.PDF], heading=3))

    assert 'href="/my/take-away/ics.ics?a=1&amp;b=2"' in shown
    assert "<h3 id=" in shown
    assert "audio" not in shown.split("</summary>")[1]
