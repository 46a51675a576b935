"""The pages of plain reading: what they say, what they cost, what they never set."""

import pytest

from waymark.guidance.models import GuidePage, Question, Word

pytestmark = pytest.mark.usefixtures("mereshire")

QUERIES = {
    "/": 6,
    "/about/": 7,
    "/guides/": 4,
    "/guides/words/": 2,
    "/guides/questions/": 4,
    "/guides/reading-a-plan/": 5,
    "/feedback/?page=/about/": 1,
    "/robots.txt": 0,
    "/sitemap.xml": 7,
}


@pytest.mark.parametrize(("path", "number"), QUERIES.items())
def test_a_page_costs_a_fixed_number_of_queries(
    client, django_assert_num_queries, path, number
):
    client.get(path)
    with django_assert_num_queries(number):
        assert client.get(path).status_code == 200


def test_more_words_cost_no_more_queries(client, django_assert_num_queries):
    for n in range(30):
        Word.objects.create(word=f"word {n}", meaning="A meaning.")
        Question.objects.create(
            topic="x", question="Why?", answer="<p>So.</p>", order=n
        )
    with django_assert_num_queries(QUERIES["/guides/questions/"]):
        client.get("/guides/questions/")


@pytest.mark.parametrize("path", ["/", "/about/", "/guides/", "/guides/words/"])
def test_a_public_page_sets_no_cookie_and_may_be_kept_for_a_minute(client, path):
    page = client.get(path)
    assert not page.cookies
    assert "Cookie" not in page.get("Vary", "")
    assert page["Cache-Control"] == "public, max-age=60"


def test_the_home_page_asks_what_families_ask(client):
    page = client.get("/").content.decode()
    assert (
        '<a href="/routemaps/asking/ask/">How do I ask for an assessment?</a>' in page
    )
    assert '<a href="/time-limits/">How long may it take?</a>' in page


def test_the_home_page_leads_to_every_routemap(client):
    page = client.get("/").content.decode()
    assert '<a href="/routemaps/asking/">' in page
    assert '<a href="/routemaps/unhappy/">' in page


def test_a_question_whose_page_has_gone_is_not_shown(client):
    from waymark.routemaps.models import StepPage

    StepPage.objects.filter(slug="ask").update(live=False)
    assert b"How do I ask" not in client.get("/").content


def test_a_guide_explains_its_words_in_place_and_in_a_list(client):
    page = client.get("/about/").content.decode()
    assert 'popovertarget="word-ehc-plan">EHCP</button>' in page
    assert "Words on this page" in page


def test_a_guide_shows_who_can_help(client):
    assert "A national adviceline" in client.get("/about/").content.decode()


def test_old_words_stand_apart_with_what_replaced_them(client):
    page = client.get("/guides/words/").content.decode()
    old = page.index('id="old"')
    assert page.index('id="ehc-plan"') < old < page.index('id="statement"')
    assert "Today we say “EHC plan”." in page


def test_the_words_can_be_reached_by_their_letter(client):
    page = client.get("/guides/words/").content.decode()
    assert '<a href="#letter-s">S</a>' in page
    assert 'id="letter-s"' in page
    assert page.index('id="ehc-plan"') < page.index('id="senco"')


def test_an_answer_says_the_laws_words_and_not_their_keys(client):
    Question.objects.update(answer="<p>They answer [[A03]] of your letter.</p>")
    page = client.get("/guides/questions/").content.decode()
    assert "They answer within 6 weeks of your letter." in page
    assert "[[" not in page


def test_questions_stand_under_the_routemap_they_belong_to(client):
    Question.objects.create(topic="gone", question="And this?", answer="<p>So.</p>")
    page = client.get("/guides/questions/").content.decode()
    places = [
        page.index(id_)
        for id_ in ('id="asking"', "diagnosis?", "Other questions</h2>", "And this?")
    ]
    assert places == sorted(places)


def test_a_comma_after_an_explained_word_stays_in_its_line(client):
    GuidePage.objects.filter(slug="about").update(body="<p>Ask the SENCO, or us.</p>")
    page = client.get("/about/").content.decode()
    assert '<span class="together"><button' in page
    assert "</span>,</span> or us." in page


def test_a_draft_word_is_not_shown(client):
    Word.objects.filter(word="SENCO").update(live=False)
    assert b"SENCO" not in client.get("/guides/words/").content


@pytest.mark.parametrize(
    "path", ["/nothing/", "/guides/nothing/", "/home/", "/routemaps/asking/nothing/"]
)
def test_an_address_that_leads_nowhere_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_a_page_that_is_not_live_is_not_found(client):
    GuidePage.objects.filter(slug="about").update(live=False)
    assert client.get("/about/").status_code == 404


def test_the_site_map_names_every_page(client):
    page = client.get("/sitemap.xml").content.decode()
    for address in ("/", "/about/", "/routemaps/asking/draft/"):
        assert f"<loc>http://localhost:8000{address}</loc>" in page


def test_search_engines_are_kept_from_dates_and_editors(client):
    page = client.get("/robots.txt").content.decode()
    assert "Disallow: /editing/" in page
    assert "Disallow: /*/my-dates/" in page
