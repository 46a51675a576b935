"""Routemaps and steps as a family reads them."""

import pytest
from wagtail.models import Page

from waymark.routemaps.models import RoutemapPage, StepPage

pytestmark = pytest.mark.usefixtures("mereshire")

OVERVIEW = "/routemaps/asking/"
ASK = "/routemaps/asking/ask/"
DRAFT = "/routemaps/asking/draft/"


@pytest.fixture
def ask(client):
    return client.get(ASK).content.decode()


@pytest.fixture
def overview(client):
    return client.get(OVERVIEW).content.decode()


@pytest.mark.parametrize(
    ("path", "number"),
    [("/routemaps/", 4), (OVERVIEW, 8), (ASK, 11), ("/time-limits/", 2)],
)
def test_a_page_costs_a_fixed_number_of_queries(
    client, django_assert_num_queries, path, number
):
    client.get(path)
    with django_assert_num_queries(number):
        client.get(path)


@pytest.mark.parametrize("path", ["/routemaps/", OVERVIEW, ASK, "/time-limits/"])
def test_a_public_page_sets_no_cookie_and_may_be_kept_for_a_minute(client, path):
    page = client.get(path)
    assert not page.cookies
    assert "Cookie" not in page.get("Vary", "")
    assert page["Cache-Control"] == "public, max-age=60"


def test_the_overview_shows_the_whole_route_with_each_steps_opening(overview):
    assert overview.index("Ask the council to assess") < overview.index(
        "Read the draft"
    )
    assert "You write to Mereshire Council." in overview
    assert "Keep a copy" not in overview


def test_the_overview_says_how_long_each_step_takes(overview):
    assert "at least 15 days" in overview


def test_the_overview_says_who_must_act_and_the_limit_that_has_a_length(overview):
    route = overview.split('id="route"')[1]
    assert route.index("The council:") < route.index("within 6 weeks")


def test_the_overview_says_who_wrote_it_and_that_nobody_reviewed_it(overview):
    assert (
        "Written by the Waymark project from the law on 5 January 2026; "
        "not yet reviewed by the partnership." in overview
    )


def test_once_reviewed_it_says_by_whom_and_when(client):
    RoutemapPage.objects.filter(slug="asking").update(
        reviewed_by="the Mereshire partnership", reviewed_on="2026-01-12"
    )
    page = client.get(OVERVIEW).content.decode()
    assert "Reviewed by the Mereshire partnership on 12 January 2026." in page
    assert "not yet reviewed" not in page


def test_the_overview_tells_how_routemaps_were_made_here(overview):
    assert "Families in Mereshire chose it." in overview


def test_the_overview_answers_the_questions_of_its_route(overview):
    assert "Do I need a diagnosis?" in overview


def test_a_routemap_with_dates_in_law_leads_to_my_dates(overview):
    assert f'href="{OVERVIEW}my-dates/"' in overview


def test_a_routemap_without_them_does_not(client):
    assert b"my-dates" not in client.get("/routemaps/unhappy/").content


@pytest.mark.parametrize(
    "heading",
    [
        "What happens",
        "Who does it",
        "How long it takes",
        "What you can do",
        "What to ask",
        "What you should receive",
        "In Mereshire",
        "If the answer is no",
        "If nothing comes",
        "When it is done or agreed",
        "Who can help here",
        "Questions families ask",
        "Words on this page",
    ],
)
def test_a_step_has_all_its_parts(ask, heading):
    assert f">{heading}</h" in ask


def test_how_long_it_takes_comes_from_the_law(ask):
    assert "within 6 weeks" in ask
    assert "the law says must" in ask


def test_words_that_are_being_checked_say_so(ask):
    assert "we understand the law says (being checked)" in ask


def test_the_source_of_law_is_folded_away(ask):
    assert "<details" in ask
    assert "https://www.legislation.gov.uk/uksi/2014/1530/regulation/5" in ask


def test_a_key_of_law_in_the_words_becomes_the_limit(ask):
    assert "An answer within 6 weeks of the day they got it." in ask
    assert "[[" not in ask


def test_each_exit_leads_on_or_answers_by_itself(ask):
    assert '<a href="/routemaps/unhappy/talk/">Talk to somebody</a>' in ask
    assert "Write again." in ask
    assert f'<a href="{DRAFT}">Read the draft</a>' in ask


def test_helpers_of_the_area_stand_beside_those_of_england(ask):
    places = [
        ask.index(name)
        for name in ("SENDIASS Mereshire", "A national adviceline", "<h3>The Harbour")
    ]
    assert places == sorted(places)


def test_the_route_beside_it_shows_where_you_are(ask):
    assert ask.count('aria-current="step"') == 1


def test_a_reader_goes_on_to_the_next_step_and_back(client, ask):
    assert f'<a href="{DRAFT}" rel="next">' in ask
    assert f'<a href="{ASK}" rel="prev">' in client.get(DRAFT).content.decode()


def test_a_step_without_a_limit_in_law_says_so(client):
    page = client.get("/routemaps/unhappy/talk/").content.decode()
    assert "The law sets no time limit for this step." in page


def test_a_step_leads_to_feedback_about_itself(ask):
    assert "/feedback/?page=%2Froutemaps%2Fasking%2Fask%2F" in ask


def test_an_exit_to_a_page_that_has_gone_is_not_a_link(client):
    Page.objects.filter(slug="talk").update(live=False)
    assert b'href="/routemaps/unhappy/talk/"' not in client.get(ASK).content


def test_a_step_of_a_routemap_that_is_not_live_is_not_found(client):
    RoutemapPage.objects.filter(slug="asking").update(live=False)
    assert client.get(ASK).status_code == 404


def test_a_step_that_is_not_live_is_not_on_the_route(client):
    StepPage.objects.filter(slug="draft").update(live=False)
    assert client.get(DRAFT).status_code == 404
    assert b"Read the draft" not in client.get(OVERVIEW).content


def test_routemaps_are_listed_with_whom_they_are_for(client):
    page = client.get("/routemaps/").content.decode()
    assert "For parents and carers in Mereshire." in page


def test_what_an_editor_typed_is_never_read_as_a_page_of_its_own(client):
    StepPage.objects.filter(slug="ask").update(title="<script>x</script>")
    assert b"<script>x" not in client.get(ASK).content
