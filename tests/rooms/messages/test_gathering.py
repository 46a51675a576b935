"""Small things wait for one message a day."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.rooms.messages.saying import BLANKS, a_kind, said
from waymark.messages import tasks
from waymark.messages.models import Message, State

pytestmark = pytest.mark.django_db
NINE = datetime(2026, 1, 14, 9, 0, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture(autouse=True)
def daily():
    with a_kind(daily=True) as kind:
        yield kind


def written() -> None:
    said(key="reminder:1")
    said(key="reminder:2", blanks={**BLANKS, "day": "2 March 2026"})
    said(key="reminder:3", to="tamsin@example.org")


def test_nothing_goes_before_nine(postman):
    written()
    tasks.deliver_due.call()

    assert not postman.parcels


def test_each_recipient_gets_one_message_with_all_of_theirs(
    postman, an_ordinary_tuesday_in_term
):
    written()
    an_ordinary_tuesday_in_term.move_to(NINE)
    tasks.deliver_due.call()
    tasks.deliver_due.call()

    assert sorted(parcel.to for parcel in postman.parcels) == [
        "sefton@example.org",
        "tamsin@example.org",
    ]
    (his,) = [p for p in postman.parcels if p.to.startswith("sefton")]
    assert his.subject == "What is new for you"
    assert "1 March 2026" in his.body
    assert "2 March 2026" in his.body
    assert his.body.count("Nobody reads answers") == 1


def test_what_was_gathered_knows_its_envelope_and_keeps_no_words(
    postman, an_ordinary_tuesday_in_term
):
    written()
    an_ordinary_tuesday_in_term.move_to(NINE)
    tasks.deliver_due.call()
    parts = Message.objects.filter(state=State.GATHERED)

    assert parts.count() == 3
    assert all(part.inside and not part.words for part in parts)


def test_what_cannot_be_opened_holds_nobody_else_up(
    postman, an_ordinary_tuesday_in_term
):
    written()
    broken = Message.objects.get(key="reminder:3")
    Message.objects.filter(key="reminder:3").update(words=broken.to)
    an_ordinary_tuesday_in_term.move_to(NINE)
    tasks.deliver_due.call()

    assert [parcel.to for parcel in postman.parcels] == ["sefton@example.org"]
    assert Message.objects.get(key="reminder:3").why == "cannot-be-opened"
