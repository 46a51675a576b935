"""The sheet we give is the sheet we take, and no spreadsheet runs anything in it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.localoffer import a_place, a_record, a_source, an_id, published
from tests.rooms.localoffer import saved
from waymark.localoffer import incoming, queries, services
from waymark.localoffer.incoming import NotReadable, sheet_rows
from waymark.localoffer.models import Service
from waymark.localoffer.presenters import download
from waymark.localoffer.record.sheet import COLUMNS, as_typed, harmless


def a_sheet(*rows, columns=None, encoding="utf-8"):
    """A CSV file of rows, each a dictionary."""
    held = io.StringIO(newline="")
    writer = csv.DictWriter(held, columns or list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return held.getvalue().encode(encoding)


def imported(content, **how):
    return services.import_sheet(sheet_rows(content), a_source(), **how)


def downloaded() -> bytes:
    return b"".join(download.sheet())


NEW = {
    "id": "club-1",
    "name": "Kite Club",
    "status": "active",
    "organization": "Kites and Co",
    "description": "Kites for everybody.",
    "minimum_age": "5",
    "maximum_age": "11",
    "phones": "01632 960001; 01632 960002",
    "address_1": "1 Dune Road",
    "city": "Marram",
    "postal_code": "MM1 1AA",
    "need": "autism; Speech, language and communication",
    "cost_amount": "2.50",
}


@pytest.mark.django_db
def test_a_row_becomes_a_record(lists):
    outcome = imported(a_sheet(NEW))
    [service] = queries.published_services()
    record = queries.whole(service)

    assert outcome.faults == []
    assert record["organization"]["name"] == "Kites and Co"
    assert (record["minimum_age"], record["maximum_age"]) == (5, 11)
    assert [p["number"] for p in record["contacts"][0]["phones"]] == [
        "01632 960001",
        "01632 960002",
    ]
    assert record["cost_options"][0]["amount"] == 2.5
    assert service.places.get().postcode == "MM1 1AA"
    assert {t.term.key for t in service.terms.all()} == {"autism", "speech"}
    assert saved.faults("service.json", record) == []


@pytest.mark.django_db
def test_the_same_sheet_again_changes_nothing(lists):
    imported(a_sheet(NEW))
    outcome = imported(a_sheet(NEW))

    assert (outcome.new, outcome.changed, outcome.same) == (0, 0, 1)


@pytest.mark.django_db
def test_our_own_download_changes_nothing(lists):
    published(*saved.southend(), *saved.bc211())
    outcome = imported(downloaded())

    assert outcome.faults == []
    assert (outcome.new, outcome.changed, outcome.same) == (0, 0, 78)


@pytest.mark.django_db
def test_a_changed_cell_changes_its_field_and_loses_nothing_else():
    rich = saved.read("spec-3.0", "examples", "service_full.json")
    published(rich)
    changed = downloaded().replace(b"Community Counselling", b"Calm Corner")
    imported(changed)
    given = queries.whole(Service.objects.get())
    given.pop("last_modified")
    given.pop("organization_id")
    rich.pop("last_modified")

    assert given == {**rich, "name": "Calm Corner"}


@pytest.mark.django_db
def test_an_empty_cell_empties_its_field_and_a_missing_column_does_not():
    published(a_record("Kite Club", id="1", fees="Free", url="https://k.example.org"))
    imported(a_sheet({"id": "1", "name": "Kite Club", "fees": ""}))
    record = queries.whole(Service.objects.get())

    assert "fees" not in record
    assert record["url"] == "https://k.example.org"


@pytest.mark.django_db
def test_faults_name_the_row_as_a_spreadsheet_counts_and_the_column(lists):
    wrong = {**NEW, "id": "club-2", "status": "open", "need": "kites"}
    outcome = imported(a_sheet(NEW, {**NEW, "id": "3", "need": "kites"}))
    assert str(outcome.faults[0]).startswith('row 3, need: is "kites"; use ')

    outcome = imported(a_sheet(NEW, {**wrong, "need": ""}))
    assert str(outcome.faults[0]).startswith('row 3, status: is "open"; use ')
    assert not Service.objects.exists()


@pytest.mark.django_db
def test_what_is_kept_back_stays_kept_through_a_sheet():
    private = {"id": an_id("c"), "name": "Ada Invented", "public": False}
    services.publish_record(a_record("Kite Club", contacts=[private]))
    imported(downloaded().replace(b"Kite Club is invented.", b"Changed."))
    [service] = queries.published_services()

    assert "Ada" not in str(service.document)
    assert queries.latest_whole(service.pk)["contacts"] == [private]


# ---- files as people save them ------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_sheet_is_read_however_its_letters_were_saved(encoding):
    [row] = sheet_rows(a_sheet({"id": "1", "name": "Café"}, encoding=encoding))

    assert row.cells == {"id": "1", "name": "Café"}


@pytest.mark.parametrize("between", [";", "\t"])
def test_a_sheet_may_divide_its_cells_otherwise(between):
    content = f"id{between}name\n1{between}Kites, drums\n".encode()

    assert sheet_rows(content)[0].cells["name"] == "Kites, drums"


def test_rows_without_anything_in_them_are_left_out_and_counted():
    rows = sheet_rows(b"id,name\n1,Kites\n,\n2,Drums\n")

    assert [row.number for row in rows] == [2, 4]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"id,colour\n1,blue\n", "colour: is not one of our columns"),
        (b"name\nKites\n", "id: is missing"),
        (b"id,name,name\n1,a,b\n", "name: is there twice"),
        (b"", "id: is missing"),
        (b"id,name\n1,Kites,more\n", "has 3 cells for 2 columns"),
        (b'id,name\n1,"' + b"x" * 200_000 + b'"\n', "cannot be read here"),
        (b"\x81\x8d\x8f", "is neither UTF-8 nor Windows text"),
    ],
)
def test_a_file_that_is_no_sheet_says_why(content, says):
    with pytest.raises(NotReadable, match=says):
        sheet_rows(content)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{", "is not good JSON at line 1"),
        (b"[" * 100_000, "goes too deep|is not good JSON"),
        (b'{"total": 1}', "has no list of records"),
        (b'"club"', "should hold a list"),
        (b'[{"minimum_age": NaN}]', "holds NaN"),
        (b"", "is not good JSON"),
    ],
)
def test_a_file_that_is_no_list_of_records_says_why(content, says):
    with pytest.raises(NotReadable, match=says):
        incoming.json_rows(content)


@pytest.mark.parametrize(
    "content",
    [
        b'[{"id": 1}, {"id": 2}]',
        b'{"contents": [{"id": 1}, {"id": 2}]}',
        b'{"content": [{"id": 1}, {"id": 2}]}',
        b'{"id": 1}\n{"id": 2}\n',
        b'\xef\xbb\xbf[{"id": 1}, {"id": 2}]',
    ],
)
def test_records_are_found_in_every_shape_of_file(content):
    assert incoming.json_rows(content) == [{"id": 1}, {"id": 2}]


# ---- formulas -----------------------------------------------------------------------

ACTING = ["=1+1", "+44 1632 960001", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1"]


@pytest.mark.parametrize("cell", ACTING)
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(cell):
    assert harmless(cell).startswith("'")
    assert as_typed(harmless(cell)) == cell


@pytest.mark.parametrize("cell", ["Kites", "5", "-0.7", "01632 960001", "'tis", ""])
def test_other_cells_stay_as_they_are(cell):
    assert harmless(cell) == cell


@given(st.text(alphabet="'=+-@\t ab1.", max_size=8))
def test_a_harmless_cell_is_read_back_as_it_was(cell):
    assert as_typed(harmless(cell)) == cell


@pytest.mark.django_db
def test_a_formula_in_a_record_leaves_us_harmless():
    published(a_record(name='=HYPERLINK("https://x.example.org","Kites")'))
    rows = list(csv.reader(io.StringIO(downloaded().decode("utf-8-sig"))))

    assert tuple(rows[0]) == COLUMNS
    assert rows[1][COLUMNS.index("name")].startswith("'=HYPERLINK")
    assert imported(downloaded()).same == 1


@pytest.mark.django_db
def test_a_place_keeps_its_position_in_the_sheet():
    published(a_record(service_at_locations=[a_place(latitude=52.6, longitude=-0.7)]))
    [row] = sheet_rows(downloaded())

    assert (row.cells["latitude"], row.cells["longitude"]) == ("52.6", "-0.7")
