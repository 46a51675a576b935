"""An import says everything that is wrong, or does everything, and can be repeated."""

import pytest

from tests.factories.localoffer import a_record, a_source, an_id, published
from tests.rooms.localoffer import saved
from waymark.localoffer import queries, services
from waymark.localoffer.models import (
    Draft,
    Organisation,
    Service,
    ServiceVersion,
    Source,
)
from waymark.quick_rows import WORTH_A_COPY

pytestmark = pytest.mark.django_db


def counts(outcome):
    return (outcome.new, outcome.changed, outcome.same)


def test_active_services_are_published_at_once():
    published(a_record("Kite Club"))

    assert [str(each) for each in queries.listed_services()] == ["Kite Club"]


def test_what_has_ended_is_kept_and_listed_no_more():
    published(a_record("Kite Club", status="defunct"))
    [kept] = queries.published_services()

    assert kept.status == "defunct"
    assert not queries.listed_services().exists()
    assert queries.service(kept.pk) == kept


def test_a_second_import_changes_nothing():
    outcomes = [services.import_rows(saved.southend(), a_source()) for _ in range(2)]

    assert [counts(outcome) for outcome in outcomes] == [(39, 0, 0), (0, 0, 39)]
    assert ServiceVersion.objects.count() == 39


def test_a_changed_record_is_a_new_version_and_the_old_one_stays():
    published(a_record("Kite Club"))
    outcome = services.import_rows(
        [a_record("Kite Club", description="Now on Mondays.")], a_source()
    )
    [service] = Service.objects.all()

    assert counts(outcome) == (0, 1, 0)
    assert service.document["description"] == "Now on Mondays."
    assert [v.document["description"] for v in queries.versions(service.pk)] == [
        "Now on Mondays.",
        "Kite Club is invented.",
    ]


def test_many_changed_records_among_new_ones_are_each_written_once():
    names = [f"Kite Club {number}" for number in range(WORTH_A_COPY)]
    services.import_rows([a_record(name) for name in names], a_source())
    outcome = services.import_rows(
        [a_record(name, description="Now on Mondays.") for name in [*names, "Drums"]],
        a_source(),
    )

    assert counts(outcome) == (1, WORTH_A_COPY, 0)
    said = {each.document["description"] for each in Service.objects.all()}
    assert said == {"Now on Mondays."}
    numbers = ServiceVersion.objects.values_list("number", flat=True)
    assert sorted(numbers) == [1] * (WORTH_A_COPY + 1) + [2] * WORTH_A_COPY


def test_a_record_is_matched_by_the_id_its_source_gives_it():
    published(a_record("Kite Club", id="17"))
    services.import_rows([a_record("Kites for All", id="17")], a_source())
    [service] = Service.objects.all()

    assert (service.name, service.id_at_source) == ("Kites for All", "17")


def test_one_fault_and_nothing_is_applied():
    outcome = services.import_rows(
        [a_record("Kite Club"), a_record("Drum Club", status="open")], a_source()
    )

    assert [fault.row for fault in outcome.faults] == [2]
    assert not Service.objects.exists()
    assert not Organisation.objects.exists()


def test_a_fault_far_down_takes_back_what_was_written_before_it():
    rows = [a_record(f"Club {number}") for number in range(1100)]
    rows[1050]["status"] = "open"
    outcome = services.import_rows([*rows, {"id": "1"}], a_source())

    assert {fault.row for fault in outcome.faults} == {1051, 1101}
    assert (outcome.new, outcome.applied) == (0, False)
    assert not Service.objects.exists()
    assert not Organisation.objects.exists()


def test_the_same_record_twice_in_one_file_is_a_fault():
    outcome = services.import_rows([a_record(), a_record()], a_source())

    assert str(outcome.faults[0]) == (
        "row 2, id: is that of row 1 too; leave one of them out"
    )


def test_a_trial_says_what_would_change_and_changes_nothing():
    published(a_record("Kite Club"))
    outcome = services.import_rows(
        [a_record("Kite Club", fees="Free"), a_record("Drum Club")],
        a_source(),
        dry_run=True,
    )

    assert counts(outcome) == (1, 1, 0)
    assert outcome.preview == [("changed", "Kite Club"), ("new", "Drum Club")]
    assert Service.objects.count() == 1


def test_drafts_are_kept_apart_from_what_is_published():
    published(a_record("Kite Club"))
    services.import_rows(
        [a_record("Kite Club", fees="Free"), a_record("Drum Club")],
        a_source(),
        as_draft=True,
    )

    assert Draft.objects.count() == 2
    assert [each.document.get("fees") for each in queries.published_services()] == [
        None
    ]


def test_a_draft_that_somebody_is_writing_is_left():
    services.save_draft(a_record("Kite Club", fees="Ask us"))
    outcome = services.import_rows(
        [a_record("Kite Club", fees="Free")], a_source(), as_draft=True
    )

    assert outcome.left == 1
    assert Draft.objects.get().document["fees"] == "Ask us"


def test_a_publishing_import_leaves_a_draft_alone():
    published(a_record("Kite Club"))
    services.save_draft(a_record("Kite Club", fees="Ask us"))
    published(a_record("Kite Club", fees="Free"))

    assert Draft.objects.get().document["fees"] == "Ask us"
    assert Service.objects.get().document["fees"] == "Free"


def test_a_contact_kept_back_survives_an_import_that_never_saw_it():
    private = {"id": an_id("c"), "name": "Ada Invented", "public": False}
    services.publish_record(a_record("Kite Club", contacts=[private]))
    published(a_record("Kite Club", fees="Free"))
    [service] = Service.objects.all()

    assert "Ada" not in str(service.document)
    assert queries.latest_whole(service.pk)["contacts"] == [private]


def test_a_feed_may_not_change_the_record_of_another():
    published(a_record("Kite Club"))
    feed = a_source("https://feed.example.org", Source.Kind.FEED)
    outcome = services.import_rows(
        [{**a_record("Kite Club"), "name": "Ours now"}], feed
    )

    assert "which this feed may not change" in str(outcome.faults[0])
    assert Service.objects.get().name == "Kite Club"


def test_a_feed_may_not_rename_the_organisation_of_another():
    published(a_record("Kite Club"))
    feed = a_source("https://feed.example.org", Source.Kind.FEED)
    theirs = a_record("Drum Club", id=an_id("theirs"))
    theirs["organization"] = {**theirs["organization"], "name": "Ours now"}
    services.import_rows([theirs], feed)

    assert Organisation.objects.get().name == "Kites and Co"


def test_one_service_may_say_more_of_an_organisation_than_the_next():
    brief, long = a_record("Kite Club"), a_record("Drum Club")
    long["organization"] = {**long["organization"], "email": "kites@example.org"}
    published(long, brief)

    assert Organisation.objects.get().document["email"] == "kites@example.org"


def test_a_change_whose_date_was_forgotten_is_still_found_as_new(settings):
    said = "2025-03-01T00:00:00Z"
    published(a_record("Kite Club", last_modified=said))
    before = Service.objects.get().last_modified
    published(a_record("Kite Club", last_modified=said, fees="Free"))
    after = Service.objects.get().last_modified

    assert before < after
    given = queries.whole(Service.objects.get())["last_modified"]
    assert given == "2026-01-13T10:00:00.000Z"


def test_progress_is_told_up_to_the_end():
    told = []
    rows = [a_record(f"Club {number}") for number in range(1200)]
    services.import_rows(rows, a_source(), progress=lambda *now: told.append(now))

    assert told == [(500, 1200), (1000, 1200), (1200, 1200)]


def test_parents_in_a_ring_are_walked_once():
    one, other = an_id("one"), an_id("other")
    terms = [
        {"id": one, "name": "One", "description": "One", "parent_id": other},
        {"id": other, "name": "Other", "description": "Other", "parent_id": one},
    ]
    attributes = [{"id": an_id(term["id"]), "taxonomy_term": term} for term in terms]
    published(a_record(attributes=attributes))
    from uuid import UUID

    assert queries.terms_below(UUID(one)) == {UUID(one), UUID(other)}


def test_our_own_terms_are_not_renamed_by_a_feed(lists):
    record = a_record(terms=["need/autism"])
    record["attributes"][0]["taxonomy_term"]["name"] = "Something else"
    published(record)
    names = {term.name for term in queries.terms_of("need")}

    assert "Autism" in names
    assert "Something else" not in names
