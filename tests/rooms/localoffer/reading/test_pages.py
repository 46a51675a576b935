"""Guides, questions, news, events and waiting well, as families read them."""

from datetime import date

import pytest

from tests.rooms.localoffer.written import MERE
from waymark.localoffer import services
from waymark.localoffer.models import EventDay, OfferGuidePage, Service
from waymark.localoffer.reading import presenters, queries

pytestmark = pytest.mark.usefixtures("mereshire")

QUERIES = {
    "/local-offer/": 6,
    "/local-offer/guides/": 4,
    "/local-offer/guides/talking/": 8,
    "/local-offer/questions/": 5,
    "/local-offer/news/": 4,
    "/local-offer/news/clinic/": 5,
    "/local-offer/events/": 4,
    "/local-offer/events/open-morning/": 6,
    "/local-offer/waiting/": 4,
    "/local-offer/waiting/speech/": 6,
}


def read(client, path):
    return client.get(path).content.decode()


@pytest.mark.parametrize(("path", "number"), QUERIES.items())
def test_a_page_costs_a_fixed_number_of_queries(
    client, django_assert_num_queries, path, number
):
    client.get(path)
    with django_assert_num_queries(number):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", QUERIES)
def test_a_public_page_sets_no_cookie_and_may_be_kept_for_a_minute(client, path):
    page = client.get(path)
    assert not page.cookies
    assert page["Cache-Control"] == "public, max-age=60"


def test_a_guide_says_the_laws_words_explains_its_own_and_shows_who_helps(client):
    page = read(client, "/local-offer/guides/talking/")
    assert "decide within 6 weeks" in page
    assert ">SENCO</button>" in page
    assert '<a href="/local-offer/guides/moving-on/">' in page
    assert '<a href="/routemaps/asking/">' in page
    assert "A national adviceline" in page
    assert "Who helps with talking?" in page


def test_a_page_says_how_we_know_and_when_it_was_checked(client):
    page = read(client, "/local-offer/guides/talking/")
    assert "its own page." in page
    assert "Checked on" in page
    assert "1 December 2025" in page
    assert "more than a year" not in page


def test_a_page_nobody_has_checked_for_a_year_says_so(client):
    assert "more than a year" in read(client, "/local-offer/guides/moving-on/")
    stale = queries.unchecked_since(date(2025, 1, 13))
    assert [page.slug for page in stale] == ["moving-on"]


def test_guides_stand_in_the_editors_order(client):
    page = read(client, "/local-offer/guides/")
    assert page.index("Talking and listening") < page.index("Moving on")


def test_the_questions_of_the_local_offer_stand_under_their_guide(client):
    page = read(client, "/local-offer/questions/")
    assert page.index("Talking and listening") < page.index("Who helps with talking?")
    assert page.index("Other questions") < page.index("What is all this?")
    assert "Do we need a diagnosis?" not in page


def test_events_stand_by_their_days_and_past_ones_leave_by_themselves(client):
    page = read(client, "/local-offer/events/")
    assert page.index("13 January 2026") < page.index("3 February 2026")
    assert "9.30am to 11am, The new hall" in page
    assert "12 January" not in page


def test_an_event_says_which_days_have_passed_and_what_is_not_known(client):
    page = read(client, "/local-offer/events/open-morning/")
    past = page.index("Days that have passed")
    assert page.index("3 February 2026") < past < page.index("12 January 2026")
    assert "2pm (place not known)" in page
    assert "Not known" in page


def test_an_event_that_is_over_says_so_and_the_list_is_not_left_bare(
    client, time_machine_to
):
    time_machine_to(date(2026, 3, 1))
    assert "has passed" in read(client, "/local-offer/events/open-morning/")
    assert "nothing that is still to come" in read(client, "/local-offer/events/")


def test_news_is_dated_and_the_newest_comes_first(client):
    assert "5 January 2026" in read(client, "/local-offer/news/")
    assert "5 January 2026" in read(client, "/local-offer/news/clinic/")


def test_who_waits_is_led_to_services_to_use_now(client):
    page = read(client, "/local-offer/waiting/speech/")
    assert "a talking appointment" in page
    assert "Mereshire talking club" in page
    assert "Talk and play on Mondays." in page


def test_a_service_that_leaves_the_directory_leaves_the_page(client):
    Service.objects.update(status="defunct")
    page = read(client, "/local-offer/waiting/speech/")
    assert "Mereshire talking club" not in page


def test_times_of_day_are_said_as_people_say_them():
    day = EventDay(on=date(2026, 2, 3))
    assert presenters.hours(day) == ""


def test_loading_a_second_time_changes_nothing(mereshire):
    OfferGuidePage.objects.filter(slug="talking").update(title="Ours now")
    services.load_reading(MERE)
    assert OfferGuidePage.objects.count() == 2
    assert OfferGuidePage.objects.get(slug="talking").title == "Ours now"


@pytest.mark.parametrize(
    "path", ["/local-offer/guides/nothing/", "/local-offer/nothing/"]
)
def test_an_address_that_leads_nowhere_is_not_found(client, path):
    assert client.get(path).status_code == 404
