"""When a request counts as received, if only its sending is known."""

from datetime import date

import pytest

from waymark.law.receipt import SentBy, received

FRIDAY = date(2026, 1, 9)
SUNDAY = date(2026, 1, 11)


@pytest.mark.parametrize("by", [SentBy.HAND, SentBy.EMAIL, SentBy.ONLINE_FORM])
def test_what_arrives_at_once_is_received_the_same_day_even_on_a_sunday(by):
    assert received(SUNDAY, by).on == SUNDAY


@pytest.mark.parametrize("by", [SentBy.FIRST_CLASS, SentBy.SIGNED_FOR])
def test_first_class_post_is_received_on_the_next_working_day(by):
    assert received(FRIDAY, by).on == date(2026, 1, 12)


@pytest.mark.parametrize("by", [SentBy.SECOND_CLASS, SentBy.NOT_SURE])
def test_slower_post_is_received_on_the_third_working_day(by):
    assert received(FRIDAY, by).on == date(2026, 1, 14)


def test_post_does_not_arrive_on_a_bank_holiday():
    assert received(date(2026, 4, 2), SentBy.FIRST_CLASS).on == date(2026, 4, 7)


@pytest.mark.parametrize("by", SentBy)
def test_every_day_of_receipt_is_an_estimate_to_be_checked(by):
    receipt = received(FRIDAY, by)

    assert receipt.estimate
    assert receipt.verify
