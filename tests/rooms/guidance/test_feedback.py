"""Was this page useful? Asked on a page of its own, without any cookie."""

from datetime import timedelta

import pytest

from waymark.guidance import services, tasks
from waymark.guidance.models import Feedback
from waymark.jobs import schedule
from waymark.today import now

OURS = {"Sec-Fetch-Site": "same-origin"}
ANSWER = {"page": "/routemaps/asking/", "useful": "no", "missing": "A phone number."}

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(client):
    def send(headers=OURS, **changes):
        return client.post("/feedback/", {**ANSWER, **changes}, headers=headers)

    return send


def test_an_answer_is_kept_and_thanked_for(client, send):
    answer = send()
    kept = Feedback.objects.get()
    assert (kept.page, kept.useful, kept.missing) == tuple(ANSWER.values())
    assert answer.url == "/feedback/thanks/?page=%2Froutemaps%2Fasking%2F"
    assert b'href="/routemaps/asking/"' in client.get(answer.url).content


def test_no_page_of_it_sets_a_cookie(client, send):
    pages = [client.get("/feedback/?page=/about/"), send(), send(useful="")]
    assert all(not page.cookies for page in pages)
    assert not client.cookies


def test_the_form_knows_the_page_it_is_about(client):
    page = client.get("/feedback/?page=/about/").content.decode()
    assert '<a href="/about/">/about/</a>' in page
    assert 'name="page" value="/about/"' in page


@pytest.mark.parametrize(
    "about", ["https://elsewhere.example/", "//elsewhere.example/", "nothing", ""]
)
def test_an_address_that_is_not_ours_is_dropped(client, about):
    page = client.get("/feedback/", {"page": about}).content.decode()
    assert "elsewhere" not in page


def test_what_was_typed_after_the_path_is_dropped(send):
    send(page="/routemaps/asking/my-dates/?request-received=2026-01-05#x")
    assert Feedback.objects.get().page == "/routemaps/asking/my-dates/"


def test_without_a_choice_the_form_comes_back_with_what_was_typed(send):
    answer = send(useful="")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Choose yes, partly or no." in page
    assert "A phone number." in page
    assert "<title>Error: " in page
    assert not Feedback.objects.exists()


def test_too_many_letters_are_refused_kindly(send):
    answer = send(missing="x" * 1001)
    assert answer.status_code == 422
    assert b"at most 1000 letters" in answer.content


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Referer": "https://elsewhere.example/feedback/"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
        {},
    ],
)
def test_a_form_that_another_site_sent_is_not_kept(send, headers):
    answer = send(headers=headers)
    assert answer.status_code == 403
    assert not Feedback.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Origin": "http://testserver"},
        {"Referer": "http://testserver/feedback/?page=/"},
    ],
)
def test_a_form_of_our_own_is_kept_from_old_browsers_too(send, headers):
    assert send(headers=headers).status_code == 302


def test_the_sixth_answer_in_ten_minutes_has_to_wait(send):
    statuses = [send().status_code for _ in range(6)]
    assert statuses == [302] * 5 + [429]
    assert Feedback.objects.count() == 5


def test_ten_minutes_later_it_may_be_sent(send, an_ordinary_tuesday_in_term):
    for _ in range(6):
        send()
    an_ordinary_tuesday_in_term.shift(601)
    assert send().status_code == 302


def test_another_address_need_not_wait(client, send):
    for _ in range(6):
        send()
    answer = client.post("/feedback/", ANSWER, headers=OURS, REMOTE_ADDR="192.0.2.7")
    assert answer.status_code == 302


def test_what_a_visitor_claims_to_be_does_not_get_round_the_limit(send):
    claims = [{**OURS, "X-Forwarded-For": f"192.0.2.{n}"} for n in range(6)]
    assert send(headers=claims[0]).status_code == 302
    assert [send(headers=claim).status_code for claim in claims][-1] == 429


def test_behind_a_proxy_of_ours_its_word_is_taken(send, settings):
    settings.TRUSTED_PROXIES = 1
    for n in range(6):
        claim = {**OURS, "X-Forwarded-For": f"203.0.113.9, 192.0.2.{n}"}
        assert send(headers=claim).status_code == 302


def test_contact_details_are_taken_out(send):
    send(missing="Ring 01632 960 001 or amina@example.org about Year 9.")
    assert Feedback.objects.get().missing == (
        "Ring [number removed] or [address removed] about Year 9."
    )


def test_it_is_never_kept_by_a_cache_or_listed(client):
    page = client.get("/feedback/?page=/about/")
    assert "no-store" in page["Cache-Control"]
    assert page["X-Robots-Tag"] == "noindex"


def test_nothing_about_who_sent_it_is_stored():
    fields = {field.name for field in Feedback._meta.get_fields()}
    assert fields == {
        "id",
        "page",
        "useful",
        "missing",
        "made_at",
        "done",
        "handled_at",
    }


def test_saying_what_was_done_marks_it_as_handled(send):
    send(missing="")
    kept = Feedback.objects.get()
    assert kept.handled_at is None
    kept.done = "We added the number."
    kept.save()
    assert kept.handled_at is not None


@pytest.mark.django_db
def test_what_was_said_is_deleted_before_it_is_a_year_old():
    for days in (363, 365):
        Feedback.objects.create(
            page=f"/{days}/", useful="no", made_at=now() - timedelta(days=days)
        )
    assert services.forget_old_feedback() == 1
    assert services.forget_old_feedback() == 0
    assert Feedback.objects.get().page == "/363/"


def test_deleting_it_is_a_job_of_every_day():
    repeated = schedule._repeated["forget-old-feedback"]
    assert repeated.every == timedelta(days=1)
    assert repeated.task is tasks.forget_old_feedback
