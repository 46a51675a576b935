"""What is written goes out once, with what it tells about, or not at all."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from tests.rooms.messages.saying import BLANKS, REMINDER, a_kind, said
from waymark import sealing
from waymark.gateways.carrying import Channel
from waymark.messages import kinds, queries, services
from waymark.messages.addresses import BadRecipient
from waymark.messages.models import Message, State

pytestmark = pytest.mark.django_db


def test_the_same_key_twice_is_one_message_and_one_effect(postman):
    first, second = said(), said(to="tamsin@example.org")

    assert first.pk == second.pk
    assert [parcel.to for parcel in postman.parcels] == ["sefton@example.org"]


@pytest.mark.django_db(transaction=True)
def test_nothing_is_said_of_an_act_that_was_taken_back(mailoutbox):
    class ChangedMyMind(Exception):
        pass

    def act():
        with transaction.atomic():
            said(to="sefton@example.org", key="reminder:taken-back")
            raise ChangedMyMind

    with pytest.raises(ChangedMyMind):
        act()

    assert not Message.objects.exists()


def test_a_message_says_stage_change_need_and_day_and_where_it_is_from(postman):
    said()
    (parcel,) = postman.parcels

    assert parcel.subject == "Please confirm your entry"
    assert parcel.body.split("\n\n")[:4] == [
        "Your entry in the Local Offer was last confirmed a year ago.",
        "It is marked as not confirmed.",
        "Open this page and press its button: https://send.example.org/x/",
        "It leaves the Local Offer on 1 March 2026.",
    ]
    assert "http://localhost:8000" in parcel.body


def test_a_text_is_one_line_that_says_who_speaks(postman):
    said(channel=Channel.TEXT, to="07700 900123")
    (parcel,) = postman.parcels

    assert parcel.to == "+447700900123"
    assert parcel.body.startswith("Waymark: Your entry")
    assert "\n" not in parcel.body


def test_a_subject_can_hold_nothing_that_was_typed():
    with pytest.raises(ValueError, match="no blanks"), a_kind(subject="About {name}"):
        pass


@pytest.mark.parametrize(
    "wrong", [{}, {"link": "x"}, {**BLANKS, "name": "somebody"}], ids=str
)
def test_a_blank_left_out_or_too_many_stops_the_writing(wrong):
    with pytest.raises(kinds.Unfilled) as refused:
        said(blanks=wrong)

    assert "somebody" not in str(refused.value)
    assert not Message.objects.exists()


def test_control_characters_in_a_blank_become_spaces(postman):
    said(blanks={**BLANKS, "link": "x\r\x00\x1by"})

    assert "button: x y" in postman.parcels[0].body


def test_braces_that_were_typed_are_only_words(postman):
    said(blanks={**BLANKS, "day": "{link.__class__} {0}"})

    assert "{link.__class__} {0}" in postman.parcels[0].body


def test_a_kind_that_nobody_registered_is_refused():
    with pytest.raises(KeyError):
        services.write(key="x:1", kind="unheard-of", to="sefton@example.org")


@pytest.mark.parametrize("key", ["", "sefton@example.org", "Two Words", "x" * 201])
def test_a_key_holds_no_address_and_no_words(key):
    with pytest.raises(services.BadKey):
        said(key=key)


def test_an_address_that_is_none_is_refused_and_nothing_is_kept():
    with pytest.raises(BadRecipient):
        said(to="sefton@example.org\nBcc: everybody@example.org")

    assert not Message.objects.exists()


def test_the_store_shows_neither_address_nor_words():
    said(blanks={**BLANKS, "day": "zebra day"})
    row = str(Message.objects.values_list())

    assert "sefton" not in row
    assert "zebra" not in row


def test_a_seal_that_was_copied_to_another_message_does_not_open():
    one, other = said(), said(key="reminder:2", to="tamsin@example.org")
    other.to = one.to

    with pytest.raises(sealing.CannotOpen):
        queries.recipient_of(other)


def test_a_reminder_written_at_night_waits_for_the_morning(
    an_ordinary_tuesday_in_term, postman
):
    london = ZoneInfo("Europe/London")
    an_ordinary_tuesday_in_term.move_to(datetime(2026, 1, 13, 22, 0, tzinfo=london))
    message = said()

    assert not postman.parcels
    assert message.state == State.WAITING
    assert message.not_before == datetime(2026, 1, 14, 8, 0, tzinfo=london)

    an_ordinary_tuesday_in_term.move_to(datetime(2026, 1, 14, 8, 0, tzinfo=london))
    services.deliver_due()
    assert len(postman.parcels) == 1


def test_a_kind_keeps_its_name_when_it_is_gone():
    assert kinds.name_of(REMINDER.key) == "Please confirm your entry"
    assert kinds.name_of("of-an-older-release") == "of-an-older-release"
