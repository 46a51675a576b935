"""What the law asks for, against what is published: a gap shows when a record leaves."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from tests.factories.accounts import account_of
from tests.factories.organisations import a_setting
from tests.people import OONA, QUILL
from tests.rooms.localoffer.written import CLUB, write
from waymark.formats.reading import read
from waymark.guidance.documents import publications
from waymark.localoffer import services
from waymark.localoffer.checklist import presenters, queries
from waymark.localoffer.checklist.evidence import (
    AREAS,
    STAGES,
    Evidence,
    Listed,
    Published,
    State,
    terms_of_area,
)
from waymark.localoffer.models import HeadingOwner, Service
from waymark.localoffer.statutory import BY_KEY, HEADINGS
from waymark.localoffer.taxonomies import HEADING, NEED, STAGE, attribute

PAGE = "/local-offer/checklist/"
BUS = "0d7f6d53-3f1c-4f7a-9d3e-3a6f3f1f0a03"


def bus(**more):
    """A service that helps with travel."""
    return {
        "id": BUS,
        "name": "The school bus",
        "status": "active",
        "attributes": [attribute(BUS, HEADING, "travel"), *more.pop("bears", [])],
        **more,
    }


def under(key):
    return next(each for each in queries.evidence() if each.heading.key == key)


@pytest.fixture
def lists(db):
    services.load_lists()


@pytest.fixture
def mereshire(db):
    write()


def test_every_heading_of_the_law_is_there_in_its_order(lists):
    assert [each.heading for each in queries.evidence()] == list(HEADINGS)


def test_a_gap_appears_when_a_record_leaves(lists):
    assert under("travel").state is State.MISSING
    services.publish_record(bus(minimum_age=5, maximum_age=15))
    assert under("travel").services == 1
    assert under("travel").state is State.PARTLY
    Service.objects.update(status="defunct")
    assert under("travel").services == 0
    assert under("travel").state is State.MISSING


def test_a_service_counts_for_the_stages_of_its_ages(lists):
    services.publish_record(bus(minimum_age=5, maximum_age=15))
    assert under("travel").stages == {
        "early-years": 0,
        "primary": 1,
        "secondary": 1,
        "post-16": 0,
        "adult-life": 0,
    }


def test_without_ages_it_counts_for_the_stages_it_names(lists):
    services.publish_record(bus(bears=[attribute(BUS, STAGE, "post-16")]))
    assert under("travel").stages["post-16"] == 1
    assert under("travel").stages["primary"] == 0


def test_a_narrow_need_counts_once_for_the_area_it_lies_in(lists):
    needs = [attribute(BUS, NEED, key) for key in ("autism", "speech")]
    services.publish_record(bus(bears=needs))
    assert under("travel").needs == {
        "communication": 1,
        "learning": 0,
        "semh": 0,
        "sensory-physical": 0,
    }


def test_open_to_all_counts_for_every_area_of_need(lists):
    services.publish_record(bus(bears=[attribute(BUS, NEED, "any-need")]))
    assert set(under("travel").needs.values()) == {1}
    assert under("travel").needs_missing == ()


def test_pages_answer_a_heading_until_they_leave(mereshire):
    from waymark.localoffer.models import OfferGuidePage

    titles = [page.title for page in under("health").pages]
    assert titles == ["Talking and listening", "While you wait: talking"]
    OfferGuidePage.objects.update(live=False)
    assert [page.title for page in under("health").pages] == ["While you wait: talking"]


def test_the_page_for_the_unhappy_answers_complaints_and_disagreements(lists):
    assert under("complaints").state is State.COVERED
    assert under("disagreements").state is State.COVERED


def test_a_register_answers_its_headings(lists):
    a_setting("Far", section_41=True, sort="special-post-16", la_code="998")
    assert under("accessibility-and-section-41").lists[0].number == 1
    assert under("provision-outside-area").state is State.PARTLY
    assert under("provision-in-area").state is State.MISSING


def test_a_service_that_says_no_ages_is_a_gap_of_its_own(lists):
    assert under("who-it-is-for").state is State.MISSING
    services.publish_record(bus(minimum_age=5))
    assert under("who-it-is-for").state is State.COVERED
    services.publish_record(bus(id=CLUB, name="A club"))
    held = under("who-it-is-for")
    assert (held.services, held.unsaid, held.state) == (1, 1, State.PARTLY)
    assert presenters.gaps(held) == ("1 service does not say for which ages it is.",)


def test_the_pure_reading_knows_all_three_states():
    heading = HEADINGS[0]
    everybody = Published("A", "/a/", terms_of_area("x"), frozenset(STAGES))
    assert Evidence(heading, 0, {}, {}).state is State.MISSING
    assert Evidence(heading, 0, {}, {}, (everybody,)).state is State.COVERED
    listed = Listed("L", 3, "/l/", frozenset({"primary"}))
    partly = Evidence(heading, 0, {}, {}, lists=(listed,))
    assert partly.state is State.PARTLY
    assert "primary" not in partly.stages_missing
    assert partly.needs_missing == AREAS


def test_more_services_cost_no_more_queries(lists, django_assert_num_queries):
    services.publish_record(bus())
    services.publish_record(bus(id=CLUB, name="Another bus"))
    with django_assert_num_queries(10):
        queries.evidence()


def test_the_public_page_says_gaps_marks_and_who_answers(
    client, mereshire, django_assert_num_queries
):
    HeadingOwner.objects.create(heading="travel", who="The travel team", plan="In May.")
    client.get(PAGE)
    with django_assert_num_queries(11):
        page = client.get(PAGE).content.decode()
    assert page.count("We are still checking the exact words.") == sum(
        heading.verify for heading in HEADINGS
    )
    assert "The travel team." in page
    assert "In May." in page
    assert page.count("Nothing is published yet.") >= 1
    assert "Cognition and learning" in page


def test_the_checklist_can_be_taken_away(mereshire):
    publication = publications.at(PAGE)
    assert publication is not None
    assert read(publication.write()).title == "What the Local Offer must hold"


def test_the_three_numbers_make_eighteen(mereshire):
    tally = presenters.tally(queries.evidence())
    assert tally.missing + tally.partly + tally.covered == len(HEADINGS) == 18


@pytest.fixture
def editor(client, mereshire):
    account = account_of(OONA)
    Authenticator.objects.create(
        user=account, type=Authenticator.Type.TOTP, data={"secret": "sealed"}
    )
    client.force_login(account)
    return client


def test_an_editor_sees_gaps_owners_and_pages_to_read_again(editor):
    page = editor.get(reverse("local_offer_checklist")).content.decode()
    assert "Local Offer checklist" in page
    assert "Moving on" in page
    assert "1 December 2024" in page
    assert reverse("local_offer_owner", args=["travel"]) in page


def test_an_editor_says_who_answers_for_a_heading(editor):
    address = reverse("local_offer_owner", args=["travel"])
    assert BY_KEY["travel"].holds in editor.get(address).content.decode()
    sent = {"who": "The travel team", "plan": ""}
    assert editor.post(address, sent)["Location"] == reverse("local_offer_checklist")
    editor.post(address, {"who": "The transport team", "plan": "In May."})
    assert HeadingOwner.objects.get().who == "The transport team"
    assert "The transport team" in editor.get(address).content.decode()


def test_an_empty_answer_is_refused_and_what_was_typed_is_kept(editor):
    address = reverse("local_offer_owner", args=["travel"])
    answer = editor.post(address, {"who": "", "plan": "Next spring."})
    assert answer.status_code == 422
    assert "Say which team or role is responsible." in answer.content.decode()
    assert "Next spring." in answer.content.decode()
    assert not HeadingOwner.objects.exists()


def test_there_is_no_owner_of_what_is_no_heading(editor):
    assert editor.get("/editing/reports/local-offer-checklist/no/").status_code == 404


def test_nobody_else_sees_the_editors_screens(client, mereshire):
    client.force_login(account_of(QUILL))
    answer = client.get(reverse("local_offer_checklist"))
    assert answer.status_code in {302, 403, 404}
