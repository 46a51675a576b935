"""Families hear in good time that the rights will be the young person's own."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.people import a_child, a_relationship, an_address, an_adult
from tests.people import SAMIRA, YUSUF
from waymark.gateways.carrying import Channel
from waymark.messages.models import Message
from waymark.people import sealed
from waymark.people.models import Adult, Relationship
from waymark.people.services import passing, reaching
from waymark.people.tasks import tell_of_rights

# Compulsory school age ends for both on 26 June 2026, and the day after is theirs.
BORN = date(2010, 3, 14)
PASSES = date(2026, 6, 27)


def on(year, month, day):
    return time_machine.travel(datetime(year, month, day, 9, tzinfo=UTC), tick=False)


def kinds_sent() -> list[str]:
    return sorted(Message.objects.values_list("kind", flat=True))


@pytest.fixture
def family(db):
    child = a_child(YUSUF, born_on=BORN)
    return child, a_relationship(child, an_adult(SAMIRA, channel="email"))


@pytest.mark.parametrize(
    ("day", "notice"),
    [
        (date(2025, 6, 25), ""),
        (date(2025, 6, 27), "12-months"),
        (date(2026, 3, 26), "12-months"),
        (date(2026, 3, 27), "3-months"),
        (date(2026, 6, 26), "3-months"),
        (date(2026, 6, 27), "passed"),
        (date(2026, 7, 25), "passed"),
        (date(2026, 7, 26), ""),
    ],
)
def test_which_notice_is_due_on_a_day(day, notice):
    assert passing.notice_due(PASSES, day) == notice


@given(st.dates(date(2024, 1, 1), date(2028, 1, 1)))
def test_a_notice_never_goes_back_to_an_earlier_one(day):
    order = ["", "12-months", "3-months", "passed"]
    before = order.index(passing.notice_due(PASSES, day))
    after = passing.notice_due(PASSES, date.fromordinal(day.toordinal() + 1))
    assert after == "" or order.index(after) >= before


def test_both_are_told_twelve_and_three_months_before_and_on_the_day(family):
    for day in ((2025, 7, 1), (2025, 7, 2), (2026, 4, 1), (2026, 6, 27)):
        with on(*day):
            assert tell_of_rights.func() == 2
    assert kinds_sent() == ["rights-pass"] * 4 + ["rights-passed"] * 2


def test_nobody_is_told_about_a_child_who_is_too_young_or_long_grown(db):
    for born_on in (date(2014, 1, 1), date(2004, 1, 1)):
        a_relationship(a_child(born_on=born_on), an_adult(channel="text"))
    with on(2026, 1, 13):
        assert tell_of_rights.func() == 0


def test_no_message_holds_a_name(family):
    with on(2026, 4, 1):
        tell_of_rights.func()
    for message in Message.objects.all():
        assert "Yusuf" not in f"{message.key} {message.kind}"


def test_a_parent_without_rights_or_letters_is_not_told(family):
    child, held = family
    Relationship.objects.filter(pk=held.pk).update(gets_letters=False)
    dead = an_adult(died_on=date(2020, 1, 1), channel="text")
    a_relationship(child, dead)
    over = an_adult(channel="text")
    a_relationship(child, over, ended_on=date(2026, 1, 1))
    aunt = an_adult(channel="text")
    a_relationship(child, aunt, is_carer=False, responsibility="no")
    with on(2026, 4, 1):
        assert tell_of_rights.func() == 1


def test_a_young_person_without_an_account_is_not_written_to(db):
    a_child(born_on=BORN)
    with on(2026, 4, 1):
        assert tell_of_rights.func() == 0


def test_a_closed_account_is_not_written_to(family):
    from tests.factories.accounts import account_of

    account = account_of(YUSUF)
    account.is_active = False
    account.save()
    with on(2026, 4, 1):
        assert tell_of_rights.func() == 1


# ---- the way to somebody -------------------------------------------------------------


def sent_to(channel, **fields) -> str | None:
    adult = Adult.objects.create(name="Nell Quayside", channel=channel)
    for field in ("email", "phone"):
        sealed.put(adult, f"sealed_{field}", fields.get(field, ""))
    adult.save()
    if fields.get("lives"):
        an_address(adult=adult, lines="1 Invented Row\nMarram")
    key = f"rights-pass:{adult.pk}"
    found = reaching.write_to(
        adult, key=key, kind="rights-pass", blanks={"day": "1 May 2026"}
    )
    return Message.objects.get(key=key).channel if found else None


MAIL, MOBILE = {"email": "nell@example.org"}, {"phone": "07700 900123"}


@pytest.mark.parametrize(
    ("wants", "has", "gets"),
    [
        ("email", {**MAIL, **MOBILE}, Channel.EMAIL),
        ("portal", {**MAIL, **MOBILE}, Channel.EMAIL),
        ("text", {**MAIL, **MOBILE}, Channel.TEXT),
        ("text", {**MAIL, "phone": "01632 960123"}, Channel.EMAIL),
        ("post", {**MAIL, "lives": True}, Channel.LETTER),
        ("phone", {**MOBILE}, Channel.TEXT),
        ("email", {}, None),
        ("post", {}, None),
    ],
)
def test_somebody_hears_in_the_way_they_chose_or_in_the_first_that_works(
    db, wants, has, gets
):
    assert sent_to(wants, **has) == gets
