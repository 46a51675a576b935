"""Breaking the glass: with a reason, for half an hour, and everybody who answers knows."""

from datetime import timedelta
from uuid import UUID, uuid5

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from waymark.access import emergencies
from waymark.access.actor import NOBODY, Actor, Post
from waymark.access.deciding import decide
from waymark.access.emergencies import NoReason, break_the_glass, open_emergency
from waymark.access.models import Act, AuditEntry, EmergencyAccess
from waymark.access.record import Ability, Part
from waymark.access.roles import Role
from waymark.today import now

SPACE = UUID("00000000-0000-4000-8000-000000000000")
CHILD, OTHER = uuid5(SPACE, "a child"), uuid5(SPACE, "another")
SOCIAL_WORKER = Actor(
    uuid5(SPACE, "a social worker"),
    posts=(Post(Role.SOCIAL_WORKER, uuid5(SPACE, "the council")),),
)
REASON = "The police ask where the child sleeps tonight."


@pytest.fixture
def told(monkeypatch):
    heard: list[EmergencyAccess] = []
    monkeypatch.setattr(emergencies, "_alarms", [])
    emergencies.register_alarm(heard.append)
    emergencies.register_alarm(heard.append)
    return heard


@pytest.mark.parametrize("role", Role)
def test_who_may_break_the_glass(role):
    by_post = Actor(OTHER, posts=(Post(role, CHILD),))
    by_invitation = Actor(OTHER, roles=frozenset({role}))
    may = role in emergencies.MAY_BREAK_THE_GLASS
    assert bool(emergencies.may_break_the_glass(by_post)) is may
    assert not emergencies.may_break_the_glass(by_invitation)


def test_nobody_else_is_let_in_and_nothing_is_kept(db, told):
    with pytest.raises(PermissionDenied):
        break_the_glass(NOBODY, CHILD, REASON)
    assert not EmergencyAccess.objects.exists()
    assert told == []


@pytest.mark.parametrize("reason", ["", "   ", "urgent", "u r g e n t  " + " " * 40])
def test_without_a_reason_nothing_opens(db, told, reason):
    with pytest.raises(NoReason, match="what you fear"):
        break_the_glass(SOCIAL_WORKER, CHILD, reason)
    assert not EmergencyAccess.objects.exists()


def test_it_opens_for_half_an_hour_for_one_person_and_one_child(db, told):
    opened = break_the_glass(SOCIAL_WORKER, CHILD, f"  {REASON}\n")
    assert opened.reason == REASON
    assert open_emergency(SOCIAL_WORKER, CHILD, now()) == opened
    assert open_emergency(SOCIAL_WORKER, OTHER, now()) is None
    assert open_emergency(Actor(OTHER), CHILD, now()) is None
    assert open_emergency(NOBODY, CHILD, now()) is None
    just_before = now() + timedelta(minutes=30) - timedelta(microseconds=1)
    assert open_emergency(SOCIAL_WORKER, CHILD, just_before) == opened
    assert open_emergency(SOCIAL_WORKER, CHILD, now() + timedelta(minutes=30)) is None


def test_while_it_is_open_the_record_can_be_read_and_after_that_not(db, told):
    opened = break_the_glass(SOCIAL_WORKER, CHILD, REASON)

    def asked(at):
        return decide(
            SOCIAL_WORKER,
            CHILD,
            Part.PERSON,
            Ability.READ,
            ties=(),
            restrictions=(),
            at=at,
            emergency=opened,
        )

    assert asked(now()).in_emergency
    assert not asked(now() + timedelta(minutes=30))


def test_it_has_a_line_of_its_own_and_those_who_answer_are_told_once(db, told):
    opened = break_the_glass(SOCIAL_WORKER, CHILD, REASON)
    again = break_the_glass(SOCIAL_WORKER, CHILD, REASON)
    assert again == opened
    assert told == [opened]
    entry = AuditEntry.objects.get()
    assert (entry.act, entry.child_id) == (Act.EMERGENCY, CHILD)
    assert entry.what == f"emergency {opened.pk}"


def test_after_its_end_it_can_be_opened_again_with_a_new_reason(db, told):
    break_the_glass(SOCIAL_WORKER, CHILD, REASON)
    with time_machine.travel(now() + timedelta(hours=1), tick=False):
        break_the_glass(SOCIAL_WORKER, CHILD, REASON)
    assert EmergencyAccess.objects.count() == 2
    assert set(told) == set(EmergencyAccess.objects.all())


def test_it_says_until_when_it_is_open(db, told):
    opened = break_the_glass(SOCIAL_WORKER, CHILD, REASON)
    assert str(opened) == "emergency until 13 January 2026, 10:30"


# ---- alarms that fail ----------------------------------------------------------------


def fails(opened):
    raise ConnectionError("nobody answers")


def test_an_alarm_that_fails_keeps_nobody_from_a_child_in_danger(db, told, caplog):
    emergencies._alarms.insert(0, fails)
    opened = break_the_glass(SOCIAL_WORKER, CHILD, REASON)
    assert open_emergency(SOCIAL_WORKER, CHILD, now()) == opened
    assert told == [opened]
    assert "emergency_alarm_failed" in caplog.text


def test_an_alarm_that_failed_is_sounded_again_for_a_day(db, told):
    emergencies._alarms.insert(0, fails)
    break_the_glass(SOCIAL_WORKER, CHILD, REASON)
    assert emergencies.sound_alarms.func() == 1
    emergencies._alarms.remove(fails)
    assert emergencies.sound_alarms.func() == 0
    with time_machine.travel(now() + timedelta(days=2), tick=False):
        told.clear()
        assert emergencies.sound_alarms.func() == 0
        assert told == []
