"""Taking in a register: everything or nothing, a second run writes nothing, and what
really happens to schools (they change their names, close, and become academies)."""

from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.register_noise import establishments
from tests.factories.organisations import a_post
from tests.rooms.organisations.register import ASH, OAK, a_file, links, short
from waymark.organisations import changes, queries, services
from waymark.organisations.models import (
    FormerName,
    Organisation,
    Register,
    Setting,
    Succession,
)

pytestmark = pytest.mark.django_db
SOUTHEND = Path(__file__).resolve().parents[3] / "areas" / "southend"
IN_MAY, IN_JUNE = date(2025, 5, 1), date(2025, 6, 2)


def taken_in(*rows, on=IN_MAY, key="national", content=None, **options):
    origin = services.Origin(key, "An invented register", on)
    return services.import_register(content or a_file(*rows), origin, **options)


def everything() -> list:
    models = (Organisation, Setting, FormerName, Register, Succession)
    return [list(model.objects.order_by("pk").values()) for model in models]


def writes(queries_made) -> list[str]:
    verbs = ("INSERT", "UPDATE", "DELETE", "COPY")
    return [q["sql"] for q in queries_made if q["sql"].lstrip().startswith(verbs)]


def test_a_setting_is_an_organisation_with_its_register_entry():
    outcome = taken_in(OAK, {**ASH, "Town": "Marram", "SEN1 (name)": "HI - Hearing"})

    assert (outcome.new, outcome.changed, outcome.same) == (2, 0, 0)
    ash = queries.setting_by_urn(" 900002 ")
    assert ash.organisation.name == "Ash School"
    assert ash.organisation.kind == Organisation.Kind.SETTING
    assert (ash.sort, ash.town, ash.needs) == ("special", "Marram", ("HI",))
    assert ash.register.as_of == "1 May 2025"
    assert queries.setting_by_urn("900009") is None


def test_a_second_run_writes_nothing():
    rows = establishments(300)
    taken_in(content=rows)
    before = everything()

    with CaptureQueriesContext(
        connection,
    ) as made:
        outcome = taken_in(content=rows)

    assert (outcome.new, outcome.changed, outcome.same) == (0, 0, 300)
    assert writes(made.captured_queries) == []
    assert everything() == before


def test_a_newer_file_without_a_change_writes_only_of_which_day_it_speaks():
    taken_in(OAK)
    outcome = taken_in(OAK, on=IN_JUNE)

    assert outcome.wrote == 0
    assert queries.setting_by_urn("900001").register.as_of_on == IN_JUNE


def test_the_number_of_queries_does_not_grow_with_the_rows(
    django_assert_max_num_queries,
):
    with django_assert_max_num_queries(9):
        taken_in(content=establishments(500))


def test_with_a_fault_nothing_is_done():
    taken_in(OAK)
    before = everything()
    outcome = taken_in(
        {**OAK, "EstablishmentName": "Oak Academy"},
        {**ASH, "OpenDate": "soon"},
        on=IN_JUNE,
    )

    assert [str(each) for each in outcome.faults] == [
        'row 3, OpenDate: is "soon"; a day is written as 31-08-2025'
    ]
    assert outcome.wrote == 0
    assert everything() == before


def test_a_lenient_run_leaves_the_faulty_rows_as_they_were():
    taken_in(OAK, ASH)
    outcome = taken_in(
        {**OAK, "Town": "Marram"},
        {**ASH, "Town": "Marram", "OpenDate": "?"},
        lenient=True,
    )

    assert (outcome.changed, outcome.left_out, outcome.missing) == (1, 1, 0)
    assert len(outcome.faults) == 1
    assert queries.setting_by_urn("900001").town == "Marram"
    assert queries.setting_by_urn("900002").town == ""


def test_a_dry_run_says_what_would_change_and_changes_nothing():
    taken_in(OAK)
    before = everything()
    outcome = taken_in({**OAK, "Town": "Marram"}, ASH, on=IN_JUNE, dry_run=True)

    assert (outcome.new, outcome.changed) == (1, 1)
    assert everything() == before


def test_an_older_file_never_overwrites_a_newer_one():
    taken_in(OAK, on=IN_JUNE)

    with pytest.raises(services.OlderRegister, match="is of 01-05-2025.*02-06-2025"):
        taken_in({**OAK, "Town": "Marram"}, on=IN_MAY)
    assert queries.setting_by_urn("900001").town == ""


def test_a_change_of_name_keeps_the_name_before_with_its_last_day():
    taken_in(OAK)
    outcome = taken_in({**OAK, "EstablishmentName": "Oak Primary"}, on=IN_JUNE)
    organisation = queries.setting_by_urn("900001").organisation

    assert (outcome.changed, outcome.renamed) == (1, 1)
    assert organisation.name == "Oak Primary"
    assert list(organisation.former_names.values_list("name", "until")) == [
        ("Oak School", IN_JUNE)
    ]


def test_a_setting_that_closes_stays_with_everything_that_hangs_on_it():
    taken_in(OAK)
    before = queries.setting_by_urn("900001").organisation
    post = a_post(organisation=before)
    closed = {
        **OAK,
        "EstablishmentStatus (code)": "2",
        "CloseDate": "31-08-2025",
        "ReasonEstablishmentClosed (name)": "Academy Converter",
    }
    taken_in(closed, on=IN_JUNE)
    setting = queries.setting_by_urn("900001")

    assert setting.organisation == before
    assert setting.status == Setting.Status.CLOSED
    assert setting.why_closed == "Academy Converter"
    assert post.organisation_id == setting.pk


def test_a_setting_that_is_no_longer_in_the_file_is_counted_and_left():
    taken_in(OAK, ASH)
    outcome = taken_in(OAK, on=IN_JUNE)

    assert (outcome.missing, outcome.same) == (1, 1)
    assert queries.setting_by_urn("900002").status == Setting.Status.OPEN


def test_the_whole_register_takes_over_what_an_extract_said():
    taken_in(content=short("900001,999,2001,Oak School,1"), key="extract")
    outcome = taken_in({**OAK, "Town": "Marram"})
    setting = queries.setting_by_urn("900001")

    assert (outcome.new, outcome.changed) == (0, 1)
    assert setting.register.key == "national"
    assert setting.town == "Marram"


def test_a_column_that_a_file_has_not_leaves_what_is_held():
    taken_in({**OAK, "Town": "Marram"})
    taken_in(content=short("900001,999,2001,Oak School,2"), on=IN_JUNE)
    setting = queries.setting_by_urn("900001")

    assert (setting.town, setting.status) == ("Marram", Setting.Status.CLOSED)


def test_whoever_shows_settings_is_told_once_it_is_stored(
    django_capture_on_commit_callbacks,
):
    told = []

    def hear(**_signal):
        told.append(Setting.objects.count())

    changes.settings_changed.connect(hear)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            taken_in(OAK)
        with django_capture_on_commit_callbacks(execute=True):
            taken_in(OAK)
    finally:
        changes.settings_changed.disconnect(hear)

    assert told == [1]


# ---- links ------------------------------------------------------------------------


@pytest.fixture
def converted():
    """Oak closed in August and Oak Academy took over in September."""
    closed = {
        **OAK,
        "EstablishmentStatus (code)": "2",
        "CloseDate": "31-08-2025",
    }
    academy = {
        **OAK,
        "URN": "900003",
        "EstablishmentName": "Oak Academy",
        "OpenDate": "01-09-2025",
    }
    taken_in(closed, academy, ASH)
    return links(
        "900001,900003,Oak Academy,Successor,01-09-2025",
        "900003,900001,Oak School,Predecessor,01-09-2025",
        "900003,900099,Nobody,Successor,",
        "900002,900003,Oak Academy,Other,",
    )


def test_an_academy_is_linked_to_the_school_it_was(converted):
    outcome = services.import_links(converted)

    assert (outcome.new, outcome.unknown, outcome.passed_over) == (1, 1, 1)
    oak = queries.setting_by_urn("900001")
    (after,) = queries.successors(oak)
    assert after.after.organisation.name == "Oak Academy"
    assert after.on == date(2025, 9, 1)
    (before,) = queries.predecessors(after.after)
    assert before.before == oak


def test_a_number_leads_to_whatever_stands_for_it_on_a_day(converted):
    services.import_links(converted)

    def standing(urn, on):
        return [each.urn for each in queries.standing_for(urn, on)]

    assert standing("900001", date(2025, 8, 31)) == ["900001"]
    assert standing("900001", date(2025, 9, 1)) == ["900003"]
    assert standing("900003", date(2025, 9, 1)) == ["900003"]
    assert standing("900099", date(2025, 9, 1)) == []


def test_links_that_run_in_a_ring_come_to_an_end():
    closed = {"EstablishmentStatus (code)": "2"}
    taken_in({**OAK, **closed}, {**ASH, **closed})
    services.import_links(
        links("900001,900002,Ash,Successor,", "900002,900001,Oak,Successor,")
    )

    assert queries.standing_for("900001", IN_MAY) == []


def test_a_second_run_of_links_writes_nothing_and_a_change_is_taken(converted):
    services.import_links(converted)
    with CaptureQueriesContext(connection) as made:
        assert services.import_links(converted).same == 1
    assert writes(made.captured_queries) == []

    outcome = services.import_links(
        links("900001,900003,Oak Academy,Successor - merged,02-09-2025")
    )
    assert outcome.changed == 1
    assert Succession.objects.get().how == "Successor - merged"


def test_links_with_a_fault_are_not_taken_in_unless_lenient(converted):
    spoilt = converted + b"900001,?,Oak,Successor,\r\n"

    assert len(services.import_links(spoilt).faults) == 1
    assert not Succession.objects.exists()
    assert services.import_links(spoilt, lenient=True, dry_run=True).new == 1
    assert not Succession.objects.exists()
    outcome = services.import_links(spoilt, lenient=True)
    assert (outcome.new, outcome.left_out) == (1, 1)


# ---- what comes with the area -------------------------------------------------------


def test_southend_comes_with_its_extract():
    services.begin_area(SOUTHEND)

    sorts = list(queries.state_funded().values_list("sort", flat=True))
    assert len(sorts) == 52
    assert (sorts.count("special"), sorts.count("alternative")) == (5, 2)
    assert queries.childrens_centres().count() == 9
    assert queries.section_41().count() == 227
    own = Organisation.objects.get(kind=Organisation.Kind.AUTHORITY)
    assert (own.name, own.code) == ("Southend-on-Sea City Council", "882")
    assert queries.authority().organisation == own


@pytest.mark.parametrize(
    ("about", "content", "says"),
    [
        ("[[files]]\nfile = 'a.csv'", b"", "file 1 needs file, key, name and as_of_on"),
        (
            "[[files]]\nfile='a.csv'\nkey='k'\nname='n'\nas_of_on='2025'",
            b"",
            "file 1 needs",
        ),
        (
            "[[files]]\nfile='b.csv'\nkey='k'\nname='n'\nas_of_on=2025-01-01",
            b"",
            "b.csv cannot be read",
        ),
        (
            "[[files]]\nfile='a.csv'\nkey='k'\nname='n'\nas_of_on=2025-01-01",
            b"",
            "a.csv: row 1, URN: is missing",
        ),
        (
            "[[files]]\nfile='a.csv'\nkey='k'\nname='n'\nas_of_on=2025-01-01",
            short("900001,999,2001,,1"),
            "a.csv, row 2, EstablishmentName: is empty",
        ),
    ],
)
def test_a_bad_extract_is_named_by_file_row_and_column(tmp_path, about, content, says):
    folder = tmp_path / "registers"
    folder.mkdir()
    (folder / "about.toml").write_text(about)
    (folder / "a.csv").write_bytes(content)
    (tmp_path / "area.toml").write_text(
        "[area]\nkey='a'\nname='A'\ncouncil='A Council'\n"
    )

    with pytest.raises(services.BadAreaFolder, match=says):
        services.begin_area(tmp_path)
    assert not Organisation.objects.exists()
