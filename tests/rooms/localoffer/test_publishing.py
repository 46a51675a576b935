"""What families see changes by approval alone, and every version stays."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.localoffer import a_place, a_record, an_id
from waymark.localoffer import queries, services
from waymark.localoffer.changes import published_changed
from waymark.localoffer.models import Draft, Service, ServiceVersion
from waymark.localoffer.services import Unfit

pytestmark = pytest.mark.django_db
OONA = uuid4()


def shown():
    return {each.name: each.document for each in queries.published_services()}


def test_a_record_is_published_with_its_columns_read_out():
    place = a_place(latitude=52.6, longitude=1.7)
    costs = [{"id": an_id("cost"), "amount": 0}]
    key = services.publish_record(
        a_record(
            "Kite Club",
            minimum_age=5,
            cost_options=costs,
            assured_date="2026-01-02",
            assurer_email="ada@example.org",
            service_at_locations=[place],
        ),
        by=OONA,
    )
    service = Service.objects.get(id=key)

    assert (service.minimum_age, service.maximum_age) == (5, None)
    assert service.is_free is True
    assert service.assured_on == date(2026, 1, 2)
    assert service.assured_by == "ada@example.org"
    assert str(service.organisation) == "Kites and Co"
    assert service.places.get().latitude == 52.6
    assert queries.version(key, 1).by == OONA


def test_an_unfit_record_changes_nothing():
    services.publish_record(a_record("Kite Club"))
    with pytest.raises(Unfit) as refused:
        services.publish_record(a_record("Kite Club", status="open", email="?"))

    assert {fault.field for fault in refused.value.faults} == {"status", "email"}
    assert shown()["Kite Club"]["status"] == "active"


def test_a_draft_shows_nothing_until_it_is_approved():
    key = services.publish_record(a_record("Kite Club"))
    services.save_draft(a_record("Kite Club", fees="Free"), by=OONA)
    services.send_draft(key)

    assert "fees" not in shown()["Kite Club"]
    assert [each.service_id for each in queries.drafts_waiting()] == [key]

    services.approve_draft(key, by=OONA)
    assert shown()["Kite Club"]["fees"] == "Free"
    assert queries.draft(key) is None
    assert queries.versions(key).first().why == ServiceVersion.Why.APPROVED


def test_a_draft_goes_back_with_a_reason():
    services.save_draft(a_record("Kite Club"))
    key = Draft.objects.get().pk
    services.send_draft(key)
    with pytest.raises(ValueError, match="Say why"):
        services.return_draft(key, " ")
    services.return_draft(key, "Which day is it on?")

    assert queries.draft(key).state == Draft.State.RETURNED
    assert queries.draft(key).reason == "Which day is it on?"


def test_a_new_service_is_a_draft_that_nobody_sees():
    services.save_draft(a_record("Kite Club"))

    assert shown() == {}
    services.discard_draft(Draft.objects.get().pk)
    assert not Service.objects.exists()


def test_an_unfit_draft_cannot_be_approved_and_stands():
    services.save_draft(a_record("Kite Club", email="?"))
    key = Draft.objects.get().pk
    with pytest.raises(Unfit):
        services.approve_draft(key)

    assert queries.draft(key) is not None
    assert shown() == {}


def test_an_older_version_can_be_published_again():
    key = services.publish_record(a_record("Kite Club", fees="Free"))
    services.publish_record(a_record("Kite Club", fees="£5"))
    services.restore_version(key, 1)

    assert shown()["Kite Club"]["fees"] == "Free"
    assert [each.number for each in queries.versions(key)] == [3, 2, 1]


def test_a_version_is_never_changed():
    key = services.publish_record(a_record("Kite Club"))
    version = queries.version(key, 1)
    with pytest.raises(TypeError, match="never changed"):
        version.save()


def test_a_contact_kept_back_is_in_the_version_and_nowhere_else():
    contacts = [
        {"id": an_id("a"), "name": "Ada Invented", "public": False},
        {"id": an_id("b"), "name": "Front desk"},
    ]
    place = {**a_place(), "contacts": contacts}
    key = services.publish_record(
        a_record("Kite Club", contacts=contacts, service_at_locations=[place])
    )
    service = queries.service(key)

    assert "Ada" not in str(queries.whole(service))
    assert "Front desk" in str(queries.whole(service))
    assert queries.latest_whole(key)["contacts"] == contacts


def test_a_service_shows_between_its_days():
    key = services.publish_record(a_record("Kite Club"))
    services.set_visibility(
        key, visible_from=date(2026, 2, 1), visible_until=date(2026, 2, 28)
    )

    assert queries.service(key) is None
    assert queries.service(key, on=date(2026, 2, 1)) is not None
    assert queries.service(key, on=date(2026, 2, 28)) is not None
    assert queries.service(key, on=date(2026, 3, 1)) is None
    with pytest.raises(ValueError, match="The first day is after"):
        services.set_visibility(
            key, visible_from=date(2026, 3, 1), visible_until=date(2026, 2, 1)
        )


def test_somebody_says_that_a_record_is_right():
    key = services.publish_record(a_record("Kite Club"))
    services.assure(key, on=date(2026, 1, 12), by_email="ada@example.org", by=OONA)
    service = queries.service(key)

    assert service.assured_on == date(2026, 1, 12)
    assert queries.whole(service)["assured_date"] == "2026-01-12"
    assert queries.versions(key).first().why == ServiceVersion.Why.ASSURED


def test_an_organisation_changes_for_all_its_services_at_once():
    services.publish_record(a_record("Kite Club"))
    services.publish_record(a_record("Drum Club"))
    organisation = {**a_record()["organization"], "name": "Kites United"}
    services.change_organisation(organisation)
    names = {
        queries.whole(each)["organization"]["name"]
        for each in queries.published_services()
    }

    assert names == {"Kites United"}
    [kept, first] = Service.objects.first().organisation.versions.all()
    assert (kept.number, first.document["name"]) == (2, "Kites and Co")


def test_whoever_keeps_a_copy_is_told_once_it_is_stored(
    django_capture_on_commit_callbacks,
):
    told = []

    def listen(ids, **_more):
        told.append(ids)

    published_changed.connect(listen)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            key = services.publish_record(a_record("Kite Club"))
            assert told == []
    finally:
        published_changed.disconnect(listen)

    assert told == [(key,)]


STEPS = st.lists(
    st.sampled_from(["save", "send", "return", "discard", "save"]), max_size=6
)


@given(STEPS)
def test_nothing_but_approval_changes_what_is_published(steps):
    services.publish_record(a_record("Kite Club"))
    before, key = shown(), UUID(a_record("Kite Club")["id"])
    for number, step in enumerate(steps):
        drafted = queries.draft(key) is not None
        if step == "save":
            services.save_draft(a_record("Kite Club", fees=f"£{number}"))
        elif drafted and step == "send":
            services.send_draft(key)
        elif drafted and step == "return":
            services.return_draft(key, "Once more")
        elif step == "discard":
            services.discard_draft(key)

    assert shown() == before
