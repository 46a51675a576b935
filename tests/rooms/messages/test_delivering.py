"""A message goes out at least once, is tried again when the line is down, and ends."""

import logging
import smtplib
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.rooms.messages.saying import SECRET_WORDS, a_kind, said
from waymark.gateways.carrying import Receipt, TryLater, Undeliverable
from waymark.messages import kinds, queries, services
from waymark.messages.models import Message, State
from waymark.messages.services.delivering import LEASE, MOST_ATTEMPTS

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")


def now_of(message: Message) -> Message:
    return Message.objects.get(pk=message.pk)


def test_a_message_that_was_taken_is_sent_once(postman):
    message = said()
    services.deliver_due()
    services.deliver.call(str(message.pk))

    assert now_of(message).state == State.SENT
    assert now_of(message).number == "17"
    assert len(postman.parcels) == 1


def test_each_parcel_bears_the_messages_own_number(postman):
    postman.failures = [TryLater("mail-server-away")]
    message = said()
    Message.objects.update(not_before=message.written_at)
    services.deliver_due()

    assert {parcel.reference for parcel in postman.parcels} == {str(message.pk)}
    assert postman.again == [False, True]


def test_a_line_that_is_down_is_tried_again_later_and_later(
    postman, an_ordinary_tuesday_in_term
):
    postman.failures = [TryLater("mail-server-away")] * 3
    message = said()
    waits = []
    for _ in range(3):
        waiting = now_of(message)
        waits.append(waiting.not_before)
        assert waiting.state == State.WAITING
        assert services.deliver_due() == 0
        an_ordinary_tuesday_in_term.move_to(waiting.not_before)
        services.deliver_due()

    assert now_of(message).state == State.SENT
    began = message.written_at
    assert [wait - began for wait in waits] == [
        timedelta(minutes=1),
        timedelta(minutes=6),
        timedelta(minutes=31),
    ]


def test_a_line_that_stays_down_becomes_a_call(postman, an_ordinary_tuesday_in_term):
    postman.failures = [TryLater("mail-server-away")] * 20
    message = said()
    for _ in range(12):
        an_ordinary_tuesday_in_term.shift(timedelta(hours=13))
        services.deliver_due()
    ended = now_of(message)

    assert (ended.state, ended.why) == (State.FAILED, "mail-server-away")
    assert ended.to_ring
    assert len(postman.parcels) == MOST_ATTEMPTS


def test_an_address_that_cannot_be_reached_becomes_a_call_at_once(postman):
    postman.failures = [Undeliverable("refused-by-their-server")]
    message = now_of(said())

    assert (message.state, message.to_ring) == (State.FAILED, True)
    assert len(postman.parcels) == 1


def test_no_call_is_asked_for_where_the_kind_wants_none(postman):
    postman.failures = [Undeliverable("refused-by-their-server")]
    with a_kind(rung_instead=False):
        assert not now_of(said()).to_ring


def test_the_room_that_wrote_it_is_told_once_that_it_did_not_arrive(postman):
    told = []
    postman.failures = [Undeliverable("refused-by-their-server")]
    with a_kind(when_undeliverable=told.append):
        message = said()
        services.settle(message.pk, State.BOUNCED)

    assert told == ["reminder:1"]


def test_what_opens_doors_is_forgotten_as_soon_as_it_is_gone(postman):
    with a_kind(secret=True):
        message = now_of(said())

    assert message.words == ""
    assert queries.words_of(message) is None
    assert queries.recipient_of(message) == "sefton@example.org"


def test_what_comes_too_late_to_be_of_use_is_not_sent(
    postman, an_ordinary_tuesday_in_term
):
    postman.failures = [TryLater("mail-server-away")]
    with a_kind(good_for=timedelta(minutes=10)):
        message = said()
        an_ordinary_tuesday_in_term.shift(timedelta(minutes=10))
        services.deliver_due()

    assert now_of(message).state == State.TOO_LATE
    assert not now_of(message).to_ring
    assert len(postman.parcels) == 1


def test_what_waited_into_the_night_waits_for_the_morning(
    postman, an_ordinary_tuesday_in_term
):
    postman.failures = [TryLater("mail-server-away")]
    message = said()
    an_ordinary_tuesday_in_term.move_to(datetime(2026, 1, 13, 23, 0, tzinfo=LONDON))
    services.deliver_due()
    waiting = now_of(message)

    assert waiting.not_before == datetime(2026, 1, 14, 8, 0, tzinfo=LONDON)
    assert waiting.attempts == 1
    assert waiting.lease_until is None


def test_two_workers_never_have_the_same_message(postman):
    """The second comes while the first is still talking to the carrier."""
    seen = []

    def carry(parcel, *, again):
        seen.append(services.attempt(Message.objects.get().pk))
        return Receipt("postman", "17")

    postman.carry = carry
    said()

    assert seen == [False]


def test_a_message_whose_worker_died_is_tried_again_after_its_lease(
    postman, an_ordinary_tuesday_in_term
):
    class Killed(BaseException):
        pass

    postman.failures = [TryLater("mail-server-away"), Killed()]
    message = said()
    an_ordinary_tuesday_in_term.shift(timedelta(minutes=1))
    with pytest.raises(Killed):
        services.deliver_due()

    assert services.deliver_due() == 0
    an_ordinary_tuesday_in_term.shift(LEASE + timedelta(seconds=1))
    assert services.deliver_due() == 1
    assert now_of(message).state == State.SENT
    assert postman.again == [False, True, True]


def test_a_message_that_kills_its_workers_is_given_up(
    postman, an_ordinary_tuesday_in_term
):
    Message.objects.filter(pk=said().pk).update(
        state=State.WAITING, attempts=MOST_ATTEMPTS
    )
    services.deliver_due()

    assert Message.objects.get().why == "begun-too-often"
    assert len(postman.parcels) == 1


def test_news_that_is_faster_than_we_are_is_kept(postman):
    def carry(parcel, *, again):
        services.settle(Message.objects.get().pk, State.DELIVERED)
        return Receipt("notify", "17")

    postman.carry = carry

    assert now_of(said()).state == State.DELIVERED


def test_a_message_of_a_kind_that_is_gone_is_still_delivered(postman):
    message = said()
    Message.objects.update(state=State.WAITING, kind="of-an-older-release")
    services.deliver_due()

    assert now_of(message).state == State.SENT
    assert now_of(message).words == ""


def test_words_that_cannot_be_opened_become_a_call(postman):
    message = said()
    Message.objects.update(state=State.WAITING, to=message.words)
    services.deliver_due()

    assert now_of(message).why == "cannot-be-opened"
    assert now_of(message).to_ring


def test_words_that_were_forgotten_are_not_sent_empty(postman):
    message = said()
    Message.objects.update(state=State.WAITING, words="")
    services.deliver_due()

    assert now_of(message).why == "words-forgotten"
    assert len(postman.parcels) == 1


@pytest.mark.parametrize(
    "fault",
    [
        RuntimeError("sefton@example.org said zebra-umbrella-17"),
        smtplib.SMTPRecipientsRefused({"sefton@example.org": (550, b"zebra-umbrella")}),
    ],
    ids=["any fault", "a fault that holds the address"],
)
def test_no_log_holds_an_address_a_name_or_words(postman, caplog, fault):
    caplog.set_level(logging.DEBUG)
    postman.failures = [fault, Undeliverable("refused-by-their-server")]
    with a_kind(needed=f"{SECRET_WORDS} {{link}}"):
        said()
        Message.objects.update(not_before=Message.objects.get().written_at)
        services.deliver_due()

    assert "message_fault" in caplog.text
    assert "message_undeliverable" in caplog.text
    for private in ("sefton", "zebra", "send.example.org/x"):
        assert private not in caplog.text
    assert "sefton" not in repr(postman.parcels)
    assert "zebra" not in repr(postman.parcels)


def test_urgent_messages_go_before_others(postman):
    postman.failures = [TryLater("mail-server-away")] * 2
    said()
    with a_kind(urgent=True):
        urgent = said(key="reminder:urgent", to="tamsin@example.org")
    Message.objects.update(not_before=urgent.written_at)
    services.deliver_due()

    assert [parcel.to for parcel in postman.parcels[2:]] == [
        "tamsin@example.org",
        "sefton@example.org",
    ]


def test_a_long_queue_is_left_for_the_next_round(postman, monkeypatch):
    postman.failures = [TryLater("mail-server-away")] * 2
    said()
    said(key="reminder:2")
    Message.objects.update(not_before=Message.objects.first().written_at)
    monkeypatch.setattr("waymark.messages.services.delivering.SECONDS_AT_ONCE", -1.0)

    assert services.deliver_due() == 0


def test_every_kind_that_is_registered_is_named_by_its_own_key():
    assert all(kinds.kind_of(key).key == key for key in kinds._kinds)
