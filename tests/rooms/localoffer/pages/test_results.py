"""Results and the doors that lead to them, as a family without scripts meets them."""

import re

import pytest

from tests.factories.localoffer import an_id
from waymark.localoffer.pages.results import named_pages

pytestmark = pytest.mark.usefixtures("found")

SEARCH = "/local-offer/search/"
KITE = f"/local-offer/services/{an_id('service', 'Kite short break')}/"


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def names(page: str) -> list[str]:
    cards = page.split('<ol class="offer-cards"')[1:]
    return re.findall(r"</span><a href=\"[^\"]+\">([^<]+)</a>", " ".join(cards))


def test_the_first_page_has_a_search_and_doors_behind_which_there_is_something(client):
    first = page(client, "/local-offer/")

    assert 'name="q"' in first
    assert 'href="/local-offer/kind/short-break/"' in first
    assert 'href="/local-offer/need/autism/"' in first
    assert 'href="/local-offer/topic/sleep/"' in first
    assert "/local-offer/kind/housing/" not in first


def test_the_first_page_costs_a_fixed_number_of_queries(
    client, django_assert_num_queries
):
    with django_assert_num_queries(5):
        client.get("/local-offer/")


def test_a_door_is_a_page_of_its_own_that_may_be_kept_and_listed(client):
    answer = client.get("/local-offer/kind/short-break/")

    assert "Kite short break" in names(re.sub(r"\s+", " ", answer.content.decode()))
    assert answer["Cache-Control"] == "public, max-age=60"
    assert "X-Robots-Tag" not in answer


@pytest.mark.parametrize(
    "path", ["kind/nothing", "diagnosis/needed", "need/<script>", "stage/"]
)
def test_a_door_that_is_none_is_not_found(client, path):
    assert client.get(f"/local-offer/{path}/").status_code == 404


def test_a_family_finds_a_short_break_near_them_for_their_child(client):
    found = page(client, f"{SEARCH}?q=short+break&near=mm1+1aa&within=5&age=7")

    assert "Kite short break" in names(found)
    assert "Far short break" not in names(found)
    assert "Less than 0.1 miles away" in found
    assert 'value="MM1 1AA"' in found
    assert 'value="7"' in found


def test_what_was_chosen_is_shown_and_each_can_be_left_out(client):
    found = page(client, f"{SEARCH}?q=break&near=MM1+1AA&within=5&age=7&need=autism")
    chosen = re.search(r'<ul class="offer-chosen.*?</ul>', found)[0]

    assert re.sub(r"<[^>]+>|Leave out", " ", chosen).split() == (
        ["Within", "5", "miles", "Near", "MM1", "1AA", "Age", "7", "Autism"]
    )
    without = re.findall(r'href="([^"]+)"', chosen)[2].replace("&amp;", "&")
    assert "age=" not in without
    assert "need=autism" in without
    assert client.get(without).status_code == 200


def test_the_choices_belong_to_the_one_form_and_say_what_they_leave(client):
    found = page(client, f"{SEARCH}?q=short+break")

    assert re.search(r'form="offer-search" id="need-autism" name="need"', found)
    assert re.search(r'<label for="need-autism">Autism <span[^>]*>\d+</span>', found)


def test_a_choice_that_is_made_is_ticked_and_its_list_is_open(client):
    found = page(client, f"{SEARCH}?need=autism")

    assert re.search(r'id="need-autism" name="need" value="autism" checked', found)
    assert '<details class="fold" open>' in found


def test_pages_go_on_and_their_numbers_run_on(client):
    first = page(client, f"{SEARCH}?q=drum")
    onward = re.search(r'<a href="([^"]+)" rel="next"', first)[1]
    second = page(client, onward.replace("&amp;", "&"))

    assert not set(names(first)) & set(names(second))
    start = len(names(first)) + 1
    assert f'id="result-{start}"' in second
    assert 'rel="prev"' in second


@pytest.mark.parametrize(
    ("here", "pages", "shown"),
    [
        (1, 1, [1]),
        (2, 7, [1, 2, 3, 4, 5, 6, 7]),
        (1, 20, [1, 2, 0, 20]),
        (10, 20, [1, 0, 9, 10, 11, 0, 20]),
        (20, 20, [1, 0, 19, 20]),
    ],
)
def test_many_pages_are_not_all_named(here, pages, shown):
    assert named_pages(here, pages) == shown


def test_nothing_found_is_no_dead_end(client):
    found = page(client, f"{SEARCH}?q=zzzzqqq&age=7")

    assert "0 results" in found
    assert "Who to ask" in found
    assert 'href="/contact/"' in found
    assert 'href="/local-offer/"' in found


def test_too_much_asked_says_what_to_leave_out(client):
    found = page(client, f"{SEARCH}?q=kite&age=20&need=hearing")

    assert "leave out" in found
    assert re.search(
        r"<a href=\"/local-offer/search/\?[^\"]+\" rel=\"nofollow\">", found
    )


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("age=seven", "Write the age as a whole number from 0 to 25."),
        ("within=far", "Write the distance as a number of miles, such as 5."),
        ("near=nowhere", "Write a whole postcode, such as SS2 6ER."),
        ("need=nonsense", "We do not know one of the choices, so we left it out."),
    ],
)
def test_what_cannot_be_read_is_said_and_what_was_typed_is_kept(client, typed, says):
    found = page(client, f"{SEARCH}?q=kite&{typed}")

    assert says in found
    assert "Kite short break" in names(found)
    name, value = typed.split("=")
    if name in {"age", "near"}:
        assert f'value="{value}"' in found


@pytest.mark.parametrize(
    "evil",
    [
        '"><script>alert(1)</script>',
        "' onmouseover='alert(1)",
        'AND OR NOT ( ) : ^ ~ * [ ] { } \\ " +',
        "%00%0d%0aSet-Cookie:x",
        "a" * 5000,
        "{{ 7|add:7 }}",
    ],
)
def test_hostile_words_are_words(client, evil):
    """The client itself looks for code in attributes."""
    answer = client.get(SEARCH, {"q": evil, "near": evil, "age": evil, "need": evil})
    body = answer.content.decode()

    assert answer.status_code == 200
    assert "<script>alert" not in body
    assert not answer.cookies


def test_words_of_danger_bring_help_before_any_result(client):
    found = page(client, f"{SEARCH}?q=i+want+to+die")

    assert found.index('href="tel:999"') < found.index("offer-head")


def test_the_address_of_a_search_is_kept_and_listed_nowhere(client):
    answer = client.get(f"{SEARCH}?q=drum")

    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "no-referrer"


def test_results_cost_a_fixed_number_of_queries(client, django_assert_num_queries):
    address = f"{SEARCH}?q=short+break&near=MM1+1AA"
    client.get(address)
    with django_assert_num_queries(6):
        client.get(address)


def test_a_page_of_results_is_light(client):
    assert len(client.get(f"{SEARCH}?q=drum").content) < 60_000


def test_without_words_the_nearest_come_first_under_headings(client):
    found = page(client, f"{SEARCH}?near=MM1+1AA&age=7")

    assert "Near you" in found
    assert found.index("Kite short break") < found.index("Drum Club")


def test_every_service_is_on_one_list_and_search_engines_are_told_of_each(client):
    everything = page(client, "/local-offer/all/")
    sitemap = client.get("/sitemap.xml").content.decode()

    for address in (
        KITE,
        "/local-offer/services/df8782ea-ab73-5c25-b6d7-a713bd435226/",
    ):
        assert f'href="{address}"' in everything
        assert f"{address}</loc>" in sitemap
    assert "Toy Library" not in everything


# ---- the map


def test_pins_have_the_numbers_of_the_list_and_lead_to_it(client):
    found = page(client, f"{SEARCH}?q=short+break&near=MM1+1AA&sort=nearest")
    pins = re.findall(r'<a class="map__pin" href="#(result-\d+)"', found)

    assert pins
    assert all(f'id="{pin}"' in found for pin in pins)
    assert 'aria-hidden="true"' in re.search(r"<svg viewBox[^>]*>", found)[0]
    assert "style=" not in found
    assert "The yellow dot is where you measure from." in found


def test_things_at_one_place_share_a_pin(client):
    found = page(client, f"{SEARCH}?q=short+break+saturday&near=MM1+1AA&sort=nearest")
    said = re.findall(r'<a class="map__pin".*?<text[^>]*>([^<]+)</text>', found)

    assert any(" " in each for each in said)


def test_where_nothing_has_a_place_there_is_no_map(client):
    assert "<figure" not in page(client, f"{SEARCH}?q=drum+club")


# ---- suggestions


def test_words_are_suggested_while_somebody_types_and_lead_somewhere(client):
    answer = client.get("/local-offer/suggestions/?q=shor")
    said = answer.json()["suggestions"]

    assert said
    assert answer["Cache-Control"] == "no-store"
    for each in said:
        assert client.get(each["address"]).status_code == 200


@pytest.mark.parametrize("typed", ["", "   ", "%00", "zzzzqqqq", '"><script>'])
def test_odd_letters_are_answered_with_few_suggestions_or_none(client, typed):
    answer = client.get("/local-offer/suggestions/", {"q": typed})

    assert answer.status_code == 200
    assert isinstance(answer.json()["suggestions"], list)
