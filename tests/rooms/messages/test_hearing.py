"""What became of a message is heard from Notify, or asked."""

import json
from datetime import timedelta

import pytest
from django.test import Client

from tests.rooms.gateways.fake_notify import KEY, a_notify
from tests.rooms.messages.saying import said
from waymark.gateways.notify import News, Outcome
from waymark.ids import new_id
from waymark.messages import services, tasks
from waymark.messages.models import Message, State

pytestmark = pytest.mark.django_db
TOKEN = "a-token-that-we-gave-to-notify"


@pytest.fixture(autouse=True)
def token(settings):
    settings.NOTIFY_NEWS_TOKEN = TOKEN


def tell(client, body, *, token=TOKEN, **more):
    return client.post(
        "/messages/news/",
        body if isinstance(body, str) else json.dumps(body),
        content_type="application/json",
        headers={"Authorization": f"Bearer {token}"},
        **more,
    )


def told(client, message, status) -> Message:
    answer = tell(client, {"reference": str(message.pk), "status": status})
    assert answer.status_code == 204
    return Message.objects.get(pk=message.pk)


def test_an_arrival_is_recorded(client, postman):
    assert told(client, said(), "delivered").state == State.DELIVERED


def test_a_message_that_comes_back_becomes_a_call(client, postman):
    message = told(client, said(), "permanent-failure")

    assert (message.state, message.to_ring) == (State.BOUNCED, True)


def test_news_of_a_journey_changes_nothing(client, postman):
    assert told(client, said(), "sending").state == State.SENT


def test_old_news_does_not_change_what_is_settled(client, postman):
    message = said()
    told(client, message, "delivered")

    assert told(client, message, "permanent-failure").state == State.DELIVERED
    assert not Message.objects.get().to_ring


def test_the_answer_does_not_say_whether_the_message_is_ours(client, postman):
    for reference in (str(new_id()), "not-a-number", str(said().pk)):
        answer = tell(client, {"reference": reference, "status": "delivered"})
        assert (answer.status_code, answer.content) == (204, b"")


def test_nobody_else_brings_news(client, postman):
    message = said()
    answer = tell(
        client, {"reference": str(message.pk), "status": "delivered"}, token="guessed"
    )

    assert answer.status_code == 403
    assert Message.objects.get().state == State.SENT


@pytest.mark.parametrize("body", ["", "{", "[]", '{"status": 5}', "[" * 10_000])
def test_what_is_no_news_is_a_bad_request(client, body):
    assert tell(client, body).status_code == 400


def test_news_of_any_size_is_not_read(client):
    assert tell(client, "x" * 30_000).status_code == 413


def test_the_door_is_for_posts_only():
    assert Client().get("/messages/news/").status_code == 405


def test_news_of_a_message_that_was_never_ours_is_not_heard():
    assert not services.hear(News(str(new_id()), Outcome.BOUNCED))


def test_a_silent_message_is_asked_about(settings, an_ordinary_tuesday_in_term):
    with a_notify() as fake:
        settings.NOTIFY_KEY, settings.NOTIFY_ADDRESS = KEY, fake.address
        settings.NOTIFY_TEMPLATES = {"email": "t"}
        message = said()
        assert tasks.ask_after_sent.call() == 0

        an_ordinary_tuesday_in_term.shift(timedelta(minutes=11))
        assert tasks.ask_after_sent.call() == 0
        fake.outcomes[fake.taken[0]["id"]] = "permanent-failure"
        assert tasks.ask_after_sent.call() == 1
        assert tasks.ask_after_sent.call() == 0

    assert Message.objects.get(pk=message.pk).state == State.BOUNCED


def test_a_notify_that_is_away_settles_nothing(settings, an_ordinary_tuesday_in_term):
    with a_notify() as fake:
        settings.NOTIFY_KEY, settings.NOTIFY_ADDRESS = KEY, fake.address
        settings.NOTIFY_TEMPLATES = {"email": "t"}
        said()
        an_ordinary_tuesday_in_term.shift(timedelta(minutes=11))
        fake.refuses = 503

        assert tasks.ask_after_sent.call() == 0
    assert Message.objects.get().state == State.SENT
