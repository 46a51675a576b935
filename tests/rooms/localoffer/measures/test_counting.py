"""Pages, formats and searches are counted by the day. Nothing says who was there."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import OperationalError, connection

from waymark.finding import services as finding
from waymark.localoffer.measures import gathering, queries, services, tasks
from waymark.localoffer.measures.words import countable, mark
from waymark.localoffer.models import SearchCount, SearchWords, Use
from waymark.localoffer.models.measure import Used
from waymark.today import today

BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}
FIRST = "/local-offer/"
RESULTS = "/local-offer/search/"


def uses():
    services.write_down()
    return {(use.kind, use.what): use.times for use in Use.objects.all()}


def words_shown(oona):
    since = today() - timedelta(days=90)
    return {
        one.words: (one.times, one.in_vain) for one in queries.searches(oona, since)
    }


# ---- pages and formats -----------------------------------------------------------


def test_a_page_is_counted_each_time_it_is_read(marram, client):
    for _ in range(3):
        client.get(FIRST, headers=BROWSER)

    assert uses() == {("page", FIRST): 3}


def test_reading_a_page_writes_nothing(marram, client):
    client.get(FIRST, headers=BROWSER)
    assert not Use.objects.exists()


def test_what_waits_is_written_by_whoever_comes_half_a_minute_later(
    marram, client, an_ordinary_tuesday_in_term
):
    client.get(FIRST, headers=BROWSER)
    an_ordinary_tuesday_in_term.shift(timedelta(seconds=31))
    client.get(FIRST, headers=BROWSER)

    assert Use.objects.get().times == 2


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        (FIRST, {"User-Agent": "Examplebot/1.0"}),
        (FIRST, {**BROWSER, "Sec-Purpose": "prefetch"}),
        ("/local-offer/nothing/here/", BROWSER),
        ("/local-offer/data/services.csv", BROWSER),
        ("/account/login/", BROWSER),
    ],
)
def test_what_nobody_read_is_not_counted(marram, client, address, headers):
    client.get(address, headers=headers)

    assert uses() == {}


def test_whoever_is_signed_in_is_not_counted(marram, client):
    client.cookies[settings.SESSION_COOKIE_NAME] = "anything"
    client.get(FIRST, headers=BROWSER)

    assert uses() == {}


def test_what_was_typed_into_an_address_is_no_part_of_the_count(marram, client):
    finding.rebuild()
    client.get(RESULTS, {"q": "jayden", "near": "MM1 1AA"}, headers=BROWSER)

    assert ("page", RESULTS) in uses()
    assert not any("jayden" in what or "MM1" in what for _kind, what in uses())


def test_a_page_that_is_counted_sets_no_cookie(marram, client):
    assert not client.get(FIRST, headers=BROWSER).cookies


def test_a_thousand_uses_are_written_with_a_few_queries(
    db, django_assert_max_num_queries
):
    for number in range(150):
        services.count_use(Used.PAGE, f"/guides/{number}/", today())
        services.count_search(f"swimming {'abcdefghij'[number % 10]}", 1, today())

    with django_assert_max_num_queries(30):
        services.write_down()
    assert Use.objects.filter(kind="page").count() == 150
    assert Use.objects.get(kind="search").times == 150


def test_counts_add_up_over_the_day(db):
    for _ in range(2):
        services.count_use(Used.FORMAT, "pdf", today())
        services.count_search("swimming", 0, today())
        services.write_down()

    assert Use.objects.get(kind="format").times == 2
    held = SearchCount.objects.get()
    assert (held.times, held.found_nothing) == (2, 2)


def test_what_the_database_cannot_take_now_waits(db, monkeypatch):
    services.count_use(Used.PAGE, FIRST, today())

    def locked(_waiting):
        raise OperationalError("database is locked")

    with monkeypatch.context() as broken:
        broken.setattr(services, "_write", locked)
        services.write_down()
    assert uses() == {("page", FIRST): 1}


def test_a_flood_of_different_things_fills_no_memory(db, monkeypatch):
    monkeypatch.setattr(gathering, "FULL", 3)
    for number in range(9):
        services.count_use(Used.PAGE, f"/guides/{number}/", today())

    assert len(uses()) == 3


def test_a_flood_of_different_searches_fills_no_table(db, monkeypatch):
    monkeypatch.setattr(services, "MOST_A_DAY", 3)
    for letter in "abcdefgh":
        services.count_search(f"swim {letter}", 1, today())
        services.write_down()

    assert SearchCount.objects.count() == 3
    assert Use.objects.get().times == 8


# ---- searches --------------------------------------------------------------------


@pytest.mark.usefixtures("marram")
def test_the_local_offers_own_search_is_counted(client, oona):
    finding.rebuild()
    for query in ("q=zzqqy", "q=zzqqy&page=2", "q=zzqqy&age=7", "age=7", ""):
        client.get(f"{RESULTS}?{query}")
    services.write_down()

    held = SearchCount.objects.get()
    assert (held.mark, held.times, held.found_nothing) == (mark("zzqqy"), 1, 1)


@pytest.mark.usefixtures("marram")
def test_a_search_that_found_something_is_not_in_vain(client):
    finding.rebuild()
    client.get(f"{RESULTS}?q=short+break")
    services.write_down()

    assert SearchCount.objects.get().found_nothing == 0


@pytest.mark.usefixtures("marram")
def test_a_door_is_no_search(client):
    finding.rebuild()
    client.get("/local-offer/topic/sleep/")
    services.write_down()

    assert not SearchCount.objects.exists()


@pytest.mark.usefixtures("mereshire")
def test_the_search_of_the_whole_site_is_counted(client):
    finding.rebuild()
    client.get("/search/?q=zzqqy")
    services.write_down()

    assert SearchCount.objects.get().found_nothing == 1


@pytest.mark.parametrize(
    ("times", "days", "are"),
    [(1, 2, False), (3, 1, False), (9, 2, False), (1, 3, True), (2, 4, True)],
)
def test_words_are_readable_after_three_uses_on_three_days(
    searched, oona, times, days, are
):
    searched("swimming", times=times, days=days)

    assert bool(words_shown(oona)) is are
    assert SearchWords.objects.exists() is are


def test_before_that_no_row_of_any_table_holds_the_words(searched):
    searched("zanzibar", times=9, days=2)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 (our own tables)
            assert "zanzibar" not in str(cursor.fetchall())


def test_the_same_words_in_another_form_are_the_same(searched, oona):
    for ago, typed in enumerate(("Swimming!", " swimming ", "SWIMMING")):
        services.count_search(typed, 1, today() - timedelta(days=ago))
    services.write_down()

    assert words_shown(oona) == {"swimming": (3, 0)}


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "...",
        "i want to die",
        "my dad hits me",
        "self harm",
        "overdose",
        "born 12/03/2018",
        "help ss2 6er",
        "amina@example.org",
        "ring 01632 960 001",
        "my son who is seven will not go to school any more",
        "hydrotherapy " * 6,
    ],
)
def test_words_that_may_tell_of_somebody_are_never_counted(searched, typed):
    assert countable(typed) == ""
    searched(typed, times=3, days=5)

    assert not SearchCount.objects.exists()
    assert not SearchWords.objects.exists()


def test_that_there_was_a_search_is_counted_all_the_same(searched):
    searched("i want to die", days=1)

    assert uses() == {("search", "nothing"): 1}


# ---- forgetting ------------------------------------------------------------------


def test_counts_are_forgotten_after_thirteen_months_with_their_words(
    searched, an_ordinary_tuesday_in_term
):
    searched("swimming")
    an_ordinary_tuesday_in_term.shift(services.KEEP + timedelta(days=1))
    tasks.forget_old_counts.func()

    for table in (Use, SearchCount, SearchWords):
        assert not table.objects.exists()


def test_what_is_young_enough_stays(searched, an_ordinary_tuesday_in_term):
    searched("swimming")
    an_ordinary_tuesday_in_term.shift(timedelta(days=390))

    assert services.forget_old() == 0
    assert SearchWords.objects.exists()


# ---- where somebody is -----------------------------------------------------------


@pytest.mark.usefixtures("marram")
def test_a_position_is_rounded_to_a_hundred_metres_and_neither_kept_nor_logged(
    client, caplog
):
    finding.rebuild()
    where = {"q": "short break", "near": "51.538214,0.711832"}
    with caplog.at_level("DEBUG"):
        page = client.get(RESULTS, where, headers=BROWSER).content.decode()
        services.write_down()

    assert "51.538214" not in page
    assert "51.538" not in caplog.text
    assert not any("51.5" in what for _kind, what in uses())
