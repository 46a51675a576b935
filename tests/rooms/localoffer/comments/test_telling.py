"""A comment on any page: one form, no account, no script, nothing said of who."""

from datetime import timedelta

import pytest

from waymark.guidance import services as guidance
from waymark.guidance.models import Feedback
from waymark.jobs import schedule
from waymark.localoffer.comments import services, tasks
from waymark.localoffer.models import Comment, ReplyTo
from waymark.today import today

OURS = {"Sec-Fetch-Site": "same-origin"}
PAGES = [
    "/local-offer/",
    "/local-offer/services/swimming/",
    "/routemaps/asking/",
    "/guides/reading-a-plan/",
    "/",
]


@pytest.fixture
def send(client):
    def send(**changes):
        typed = {
            "page": "/routemaps/asking/",
            "useful": "no",
            "missing": "A number.",
            **changes,
        }
        return client.post("/feedback/", typed, headers=OURS)

    return send


@pytest.mark.parametrize("page", PAGES)
def test_a_comment_may_be_about_any_page(send, page):
    assert send(page=page).status_code == 302
    assert Comment.objects.get().page == page


def test_the_form_says_that_it_is_published_and_asks_little(client):
    page = client.get("/feedback/?page=/local-offer/").content.decode()

    assert "without names" in page
    assert "Who are you? (optional)" in page
    assert "if you want an answer (optional)" in page


def test_a_comment_keeps_its_day_and_what_the_reader_chose_to_say(send):
    send(speaker="parent")
    held = Comment.objects.get()

    assert (held.received_on, held.speaker, held.state) == (
        today(),
        "parent",
        Comment.State.RECEIVED,
    )


def test_what_was_typed_lies_in_one_place_only(send):
    send()

    assert Comment.objects.get().words == ""
    assert Comment.objects.get().feedback.missing == "A number."


def test_it_waits_in_one_list_and_not_in_two(send):
    send()

    assert Feedback.objects.get().handled_at is not None


def test_an_answer_without_words_is_no_comment(send):
    send(missing="")

    assert Feedback.objects.get().handled_at is None
    assert not Comment.objects.exists()


def test_where_to_answer_is_sealed_and_apart(send):
    send(reply_to="amina@example.org")

    assert "amina" not in ReplyTo.objects.get().sealed
    assert "reply_to" not in {field.name for field in Comment._meta.fields}


def test_an_address_that_is_none_is_said_and_everything_typed_is_kept(send):
    answer = send(reply_to="amina at home", speaker="parent")
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "Enter an e-mail address, like name@example.org" in page
    assert "amina at home" in page
    assert "A number." in page
    assert 'value="parent" checked' in page
    assert not Comment.objects.exists()


def test_an_answer_can_only_be_wanted_to_something(send):
    answer = send(missing="", reply_to="amina@example.org")

    assert b"Say what you would like us to answer." in answer.content
    assert not Feedback.objects.exists()


def test_too_many_letters_and_a_wanted_answer_are_one_fault(send):
    answer = send(missing="x" * 1001, reply_to="amina@example.org")

    assert b"at most 1000 letters" in answer.content
    assert b"Say what you would like us to answer." not in answer.content


def test_the_box_that_nobody_sees_stops_programs_and_loses_nobody_s_words(send):
    answer = send(website="https://buy.example")
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "Empty this box and send the form again." in page
    assert "A number." in page
    assert "<div hidden>" not in page
    assert send().status_code == 302


def test_the_sixth_comment_in_ten_minutes_has_to_wait(send):
    assert [send().status_code for _ in range(6)] == [302] * 5 + [429]
    assert Comment.objects.count() == 5


@pytest.mark.parametrize(
    ("words", "suspected"),
    [
        ("Look at https://a.example and www.b.example now", True),
        ("The link https://a.example is broken.", False),
        ("It is hard to read.", False),
    ],
)
def test_what_looks_like_advertising_is_read_last(said, words, suspected):
    assert said(words).suspected is suspected


def test_the_same_words_again_on_one_day_are_read_last(said):
    assert not said("Nice.", page="/about/").suspected
    assert said("Nice.", page="/routemaps/").suspected


def test_words_of_yesterday_may_be_said_again(said, an_ordinary_tuesday_in_term):
    said("Nice.")
    an_ordinary_tuesday_in_term.shift(timedelta(days=1))

    assert not said("Nice.").suspected


def test_where_to_answer_is_forgotten_within_a_year_whatever_happens(
    said, an_ordinary_tuesday_in_term
):
    said(reply_to="amina@example.org")
    an_ordinary_tuesday_in_term.shift(timedelta(days=364))
    assert services.forget_replies() == 0
    an_ordinary_tuesday_in_term.shift(timedelta(days=1))
    assert services.forget_replies() == 1
    assert services.forget_replies() == 0


def test_forgetting_is_a_job_of_every_day():
    repeated = schedule._repeated["forget-replies"]

    assert repeated.every == timedelta(days=1)
    assert repeated.task is tasks.forget_replies
    assert tasks.forget_replies.call() == 0


def test_a_comment_outlives_what_was_typed(said, an_ordinary_tuesday_in_term):
    comment = said()
    an_ordinary_tuesday_in_term.shift(timedelta(days=366))
    guidance.forget_old_feedback()
    comment.refresh_from_db()

    assert comment.feedback is None
