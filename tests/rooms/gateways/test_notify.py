"""The official client against a Notify of our own on this machine."""

import logging

import pytest

from tests.rooms.gateways.fake_notify import KEY, a_notify
from waymark.gateways import notify
from waymark.gateways.carrying import Channel, Parcel, TryLater, Undeliverable
from waymark.gateways.notify import News, Notify, NotNews, Outcome

TEMPLATES = {"email": "t-email", "text": "t-text", "letter": "t-letter"}


@pytest.fixture
def fake(settings):
    with a_notify() as fake:
        settings.NOTIFY_KEY = KEY
        settings.NOTIFY_ADDRESS = fake.address
        settings.NOTIFY_TEMPLATES = TEMPLATES
        yield fake


def parcel(channel=Channel.EMAIL, to="sefton@example.org") -> Parcel:
    return Parcel("r-1", channel, to, "A subject", "zebra words")


@pytest.mark.parametrize(
    ("channel", "to", "arrives"),
    [
        (Channel.EMAIL, "sefton@example.org", {"email_address": "sefton@example.org"}),
        (Channel.TEXT, "+447700900123", {"phone_number": "+447700900123"}),
    ],
)
def test_each_channel_goes_by_its_template_with_our_words(fake, channel, to, arrives):
    receipt = Notify().carry(parcel(channel, to), again=False)
    (taken,) = fake.taken

    assert receipt.number == taken["id"]
    assert not receipt.stayed_here
    assert taken["template_id"] == TEMPLATES[channel]
    assert taken["reference"] == "r-1"
    assert taken["personalisation"] == {"subject": "A subject", "body": "zebra words"}
    assert arrives.items() <= taken.items()


def test_a_letter_carries_the_lines_of_its_address(fake):
    Notify().carry(parcel(Channel.LETTER, "1 Street\nMarram\nMA1 1AA"), again=False)
    filled = fake.taken[0]["personalisation"]

    assert filled["address_line_1"] == "1 Street"
    assert filled["address_line_3"] == "MA1 1AA"
    assert "address_line_4" not in filled


def test_a_second_attempt_asks_first_and_sends_nothing_twice(fake):
    first = Notify().carry(parcel(), again=False)
    second = Notify().carry(parcel(), again=True)

    assert first == second
    assert len(fake.taken) == 1


def test_a_second_attempt_sends_what_never_arrived(fake):
    Notify().carry(parcel(), again=True)

    assert len(fake.taken) == 1


@pytest.mark.parametrize(
    ("status", "raised"),
    [
        (400, Undeliverable),
        (403, TryLater),
        (429, TryLater),
        (500, TryLater),
        (503, TryLater),
    ],
)
def test_a_refusal_is_for_ever_or_for_now_and_holds_no_address(
    fake, caplog, status, raised
):
    caplog.set_level(logging.DEBUG)
    fake.refuses = status
    with pytest.raises(raised) as refused:
        Notify().carry(parcel(), again=False)

    assert refused.value.why == f"notify-{status}"
    assert refused.value.__context__ is None
    assert "sefton" not in caplog.text
    assert "zebra" not in caplog.text


def test_a_notify_that_is_away_is_tried_later(fake, settings):
    settings.NOTIFY_ADDRESS = "http://127.0.0.1:1"
    with pytest.raises(TryLater):
        Notify().carry(parcel(), again=False)


def test_what_became_of_a_message_can_be_asked(fake):
    number = Notify().carry(parcel(), again=False).number
    assert notify.outcome_of(number) is None

    fake.outcomes[number] = "permanent-failure"
    assert notify.outcome_of(number) == Outcome.BOUNCED


def test_a_channel_goes_by_notify_once_there_is_a_key_and_a_template(settings):
    settings.NOTIFY_TEMPLATES = {**TEMPLATES, "letter": ""}
    settings.NOTIFY_KEY = ""
    assert not notify.carries(Channel.EMAIL)

    settings.NOTIFY_KEY = KEY
    assert notify.carries(Channel.EMAIL)
    assert not notify.carries(Channel.LETTER)


@pytest.mark.parametrize(
    ("token", "header", "is_theirs"),
    [
        ("a-long-token", "Bearer a-long-token", True),
        ("a-long-token", "Bearer a-long-tokem", False),
        ("a-long-token", "Bearer ", False),
        ("a-long-token", "", False),
        ("", "Bearer ", False),
        ("a-long-token", "Bearer é", False),
    ],
)
def test_only_the_token_that_we_gave_opens_the_door(settings, token, header, is_theirs):
    settings.NOTIFY_NEWS_TOKEN = token

    assert notify.is_from_notify(header) is is_theirs


@pytest.mark.parametrize(
    ("said", "news"),
    [
        (
            {"reference": "r-1", "status": "delivered"},
            News("r-1", Outcome.DELIVERED),
        ),
        (
            {"reference": "r-1", "status": "permanent-failure"},
            News("r-1", Outcome.BOUNCED),
        ),
        (
            {"reference": "r-1", "status": "temporary-failure"},
            News("r-1", Outcome.FAILED),
        ),
        ({"reference": "r-1", "status": "sending"}, None),
        ({"reference": None, "status": "delivered"}, None),
    ],
)
def test_news_is_read(said, news):
    assert notify.read_news(said) == news


@pytest.mark.parametrize("said", [[], "x", None, {}, {"status": 5}], ids=str)
def test_what_is_no_news_is_refused(said):
    with pytest.raises(NotNews):
        notify.read_news(said)
