"""What was said is forgotten; that something was said is kept a while longer."""

from datetime import timedelta

import pytest

from tests.rooms.messages.saying import said
from waymark.gateways.carrying import Undeliverable
from waymark.messages import queries, tasks
from waymark.messages.models import Message, State

pytestmark = pytest.mark.django_db


def after(clock, days: int) -> Message | None:
    clock.shift(timedelta(days=days, seconds=1))
    tasks.forget_old.call()
    return Message.objects.first()


def test_words_and_recipient_are_forgotten_after_thirty_days(
    postman, an_ordinary_tuesday_in_term
):
    said()
    assert queries.words_of(after(an_ordinary_tuesday_in_term, 29)) is not None
    bare = after(an_ordinary_tuesday_in_term, 1)

    assert (bare.to, bare.words, bare.recipient_mark) == ("", "", "")
    assert (bare.kind, bare.state) == ("test-reminder", State.SENT)


def test_whom_somebody_must_still_ring_is_kept_longer_and_not_for_ever(
    postman, an_ordinary_tuesday_in_term
):
    postman.failures = [Undeliverable("refused-by-their-server")]
    said()

    assert queries.recipient_of(after(an_ordinary_tuesday_in_term, 60))
    bare = after(an_ordinary_tuesday_in_term, 31)
    assert (bare.to, bare.to_ring) == ("", False)


def test_the_bare_line_is_gone_after_two_years(postman, an_ordinary_tuesday_in_term):
    said()

    assert after(an_ordinary_tuesday_in_term, 730) is None


def test_what_still_waits_is_not_forgotten(an_ordinary_tuesday_in_term, postman):
    Message.objects.filter(pk=said().pk).update(state=State.WAITING)

    assert after(an_ordinary_tuesday_in_term, 800).words
