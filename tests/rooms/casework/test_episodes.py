"""A request begins an episode; what happens is added; the law reads the rest."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.people import a_child, acting
from tests.people import DAVINA, HESTER, IMRAN, JONAS, LEILA, QUILL, ROWAN
from tests.rooms.casework.asking import (
    MONDAY,
    TUESDAY,
    ask,
    at,
    case,
    clock,
    day,
    refusal,
    step,
    text_of,
)
from waymark.access.audit import NotHere, TurnedAway, who_looked
from waymark.access.models import Act, AuditEntry
from waymark.access.record import Ability, Part
from waymark.casework import policies, queries, services
from waymark.casework.models import Episode, Happening
from waymark.ids import new_id
from waymark.law import State
from waymark.law.events import Kind

pytestmark = pytest.mark.django_db


# ---- the clocks ------------------------------------------------------------------


def test_a_request_starts_the_six_weeks_and_the_twenty(family):
    view = case(family, ask(family))

    assert clock(view, "A03").due == date(2026, 2, 16)
    assert clock(view, "A14").due == date(2026, 5, 25)
    assert clock(view, "A03").state is State.RUNNING


def test_what_is_late_is_late_by_itself(family):
    episode = ask(family)
    with time_machine.travel("2026-02-17 09:00", tick=False):
        assert clock(case(family, episode), "A03").state is State.OVERDUE


def test_a_decision_in_time_stops_the_six_weeks_and_goes_on(family):
    episode = ask(family)
    step(family, episode, Kind.DECIDED_TO_ASSESS, TUESDAY)
    view = case(family, episode)

    assert clock(view, "A03").state is State.MET
    assert Kind.ADVICE_ASKED in {each.kind for each in view.state.may_follow}


def test_a_no_ends_the_episode_and_a_new_request_may_come(family):
    episode = ask(family)
    step(family, episode, Kind.DECIDED_NOT_TO_ASSESS, TUESDAY)

    assert case(family, episode).state.ended
    assert ask(family, received_on=TUESDAY).pk != episode.pk


def test_what_a_later_step_shows_to_be_done_is_not_called_late(family):
    episode = ask(family)
    step(family, episode, Kind.DECIDED_TO_ASSESS, TUESDAY)
    with time_machine.travel("2026-05-20 09:00", tick=False):
        late = {r.rule.id for r in case(family, episode).coming if r.due < TUESDAY}
        step(family, episode, Kind.FINAL_PLAN_SENT, date(2026, 5, 20))
        view = case(family, episode)

    assert late == set()
    assert {"A09", "A07", "A14"}.isdisjoint(each.rule.id for each in view.coming)


def test_nobody_is_late_with_what_is_only_good_practice(family):
    episode = ask(family)
    with time_machine.travel("2026-04-20 09:00", tick=False):
        view = case(family, episode)

    assert clock(view, "A09").state is State.OVERDUE
    assert "A09" not in {each.rule.id for each in view.coming}
    assert "A03" in {each.rule.id for each in view.coming}


def test_one_assessment_at_a_time(family):
    ask(family)

    assert "running already" in refusal(ask, family)[1]
    assert Episode.objects.count() == 1


# ---- what happened is added ------------------------------------------------------


def test_a_corrected_day_moves_every_day_that_follows_from_it(family):
    episode = ask(family)
    wrong = Happening.objects.get()
    services.correct_step(
        actor=acting(DAVINA),
        child_id=family.child.pk,
        episode_id=episode.pk,
        happening_id=wrong.pk,
        on=date(2026, 1, 2),
        why="The letter bears this stamp.",
    )
    view = case(family, episode)

    assert clock(view, "A03").due == date(2026, 2, 13)
    assert view.replaced == {wrong.pk}
    assert Happening.objects.count() == 2


def test_what_was_corrected_cannot_be_corrected_again(family):
    episode = ask(family)
    wrong = Happening.objects.get()
    said = {
        "actor": acting(DAVINA),
        "child_id": family.child.pk,
        "episode_id": episode.pk,
        "happening_id": wrong.pk,
        "on": date(2026, 1, 2),
        "why": "The stamp.",
    }
    services.correct_step(**said)
    with pytest.raises(Happening.DoesNotExist):
        services.correct_step(**said)


def test_what_happened_is_never_written_over(family):
    ask(family)
    row = Happening.objects.get()
    row.on = TUESDAY
    with pytest.raises(TypeError):
        row.save()


def test_how_it_stood_on_an_earlier_day_can_be_read(family):
    episode = ask(family)
    step(family, episode, Kind.DECIDED_TO_ASSESS, TUESDAY)
    then = case(family, episode, as_at=date(2026, 1, 12))

    assert clock(then, "A03").state is State.RUNNING
    assert len(then.state.done) == 1


@pytest.mark.parametrize(
    ("kind", "on", "says"),
    [
        (Kind.DECIDED_TO_ASSESS, TUESDAY + timedelta(1), "still to come"),
        (Kind.REVIEW_MEETING_HELD, TUESDAY, "is not part of the process"),
        (Kind.REQUEST_RECEIVED, TUESDAY, "only once"),
        (Kind.DECIDED_TO_ASSESS, date(2025, 12, 1), "2025"),
    ],
    ids=["to-come", "another-process", "twice", "before-the-request"],
)
def test_a_step_that_does_not_fit_is_refused_in_the_laws_own_words(
    family, kind, on, says
):
    episode = ask(family)

    assert says in refusal(step, family, episode, kind, on)[1]
    assert Happening.objects.count() == 1


def test_a_request_of_tomorrow_is_refused(family):
    assert refusal(ask, family, received_on=TUESDAY + timedelta(1))[0] == "received_on"


@given(st.dates(date(2020, 1, 1), date(2026, 1, 13)))
def test_whatever_the_day_both_main_clocks_run_from_it(day):
    from waymark.law import Event, readings

    read = readings("ehc-needs-assessment", [Event(Kind.REQUEST_RECEIVED, day)], day)
    due = {each.rule.id: each.due for each in read}

    assert due["A03"] == day + timedelta(weeks=6)
    assert due["A14"] == day + timedelta(weeks=20)


# ---- who may ---------------------------------------------------------------------


@pytest.mark.parametrize("persona", [LEILA, IMRAN, DAVINA], ids=lambda p: p.name)
def test_a_parent_a_senco_and_an_officer_may_ask(family, persona):
    assert ask(family, persona)


@pytest.mark.parametrize("persona", [ROWAN, JONAS, QUILL], ids=lambda p: p.name)
def test_nobody_else_asks(family, persona):
    with pytest.raises((TurnedAway, NotHere)):
        ask(family, persona)
    assert not Episode.objects.exists()


@pytest.mark.parametrize("persona", [LEILA, IMRAN, ROWAN, QUILL], ids=lambda p: p.name)
def test_only_the_authority_writes_down_steps(family, persona):
    episode = ask(family)
    with pytest.raises((TurnedAway, NotHere)):
        step(family, episode, Kind.DECIDED_TO_ASSESS, TUESDAY, persona)


def test_a_decision_belongs_to_decisions_and_a_meeting_to_casework():
    assert policies.needed_for(Kind.DECIDED_NOT_TO_ASSESS) == (
        Part.DECISION,
        Ability.APPROVE,
    )
    assert policies.needed_for(Kind.ADVICE_ASKED) == (Part.CASEWORK, Ability.WRITE)


def test_a_coordinator_writes_down_everything_but_a_decision(family, sign_in):
    episode = ask(family)
    with pytest.raises(TurnedAway):
        step(family, episode, Kind.DECIDED_TO_ASSESS, TUESDAY, DAVINA)
    way = at(family, "case_step", episode_id=episode.pk)
    page = text_of(sign_in(DAVINA).get(way))

    assert "The council asks what the family thinks" in page
    assert "The council says it will assess" not in page
    assert step(family, episode, Kind.PARENT_CONSULTED, TUESDAY, DAVINA)


def test_a_case_of_another_child_is_not_found(family):
    episode = ask(family)
    other = a_child()
    with pytest.raises(Episode.DoesNotExist):
        services.record_step(
            actor=acting(DAVINA),
            child_id=family.child.pk,
            episode_id=new_id(),
            kind=Kind.ADVICE_ASKED,
            on=TUESDAY,
        )
    with pytest.raises((NotHere, TurnedAway)):
        queries.case_of(acting(DAVINA), other.pk, episode.pk)


def test_every_look_and_every_step_is_written_down(family):
    episode = ask(family)
    case(family, episode, LEILA)
    said = {(line.act, line.why) for line in who_looked(family.child.pk)}

    assert (Act.WROTE, "An assessment was asked for") in said
    assert AuditEntry.objects.filter(part="request", act="read").exists()


def test_a_case_costs_no_more_queries_with_more_history(
    family, django_assert_max_num_queries
):
    episode = ask(family)
    step(family, episode, Kind.DECIDED_TO_ASSESS, TUESDAY)
    for _ in range(30):
        step(family, episode, Kind.ADVICE_ASKED, TUESDAY)
    actor = acting(DAVINA)
    with django_assert_max_num_queries(12):
        queries.case_of(actor, family.child.pk, episode.pk)
    with django_assert_max_num_queries(12):
        queries.episodes_of(actor, family.child.pk)


# ---- the screens -----------------------------------------------------------------


def test_an_officer_writes_down_a_request_and_both_sides_see_the_same_days(
    family, sign_in
):
    officer = sign_in(DAVINA)
    record = text_of(officer.get(reverse("people:one", args=[family.child.pk])))
    assert at(family, "cases") in record
    said = {"asked_by": "parent", "channel": "post", **day("received_on", MONDAY)}
    answer = officer.post(at(family, "request_received"), said)
    assert answer.status_code == 302
    assert "Due by 16 February 2026" in re.sub(
        "<[^>]+>", "", text_of(officer.get(answer.url))
    )

    parent = sign_in(LEILA)
    page = re.sub("<[^>]+>", "", text_of(parent.get(answer.url)))
    assert "Due by 16 February 2026" in page
    assert "Write down what happened" not in page


def test_a_step_is_written_down_and_corrected_on_screen(family, sign_in):
    episode = ask(family)
    officer = sign_in(HESTER)
    way = at(family, "case_step", episode_id=episode.pk)
    assert "The council says it will assess" in text_of(officer.get(way))
    said = {"kind": "decided-to-assess", **day("on", TUESDAY)}
    assert officer.post(way, said).status_code == 302
    row = Happening.objects.get(kind="decided-to-assess")
    fix = at(family, "correct_step", episode_id=episode.pk, happening_id=row.pk)
    said = {**day("on", date(2026, 1, 12)), "why": "The letter says so."}
    assert officer.post(fix, said).status_code == 302
    page = re.sub(
        "<[^>]+>", "", text_of(officer.get(at(family, "case", episode_id=episode.pk)))
    )

    assert "Done in time, on 12 January 2026" in page
    assert "Corrected: The letter says so." in page
    assert officer.post(fix, said).status_code == 404


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "Choose what happened"),
        (
            {"kind": "parent-consulted", **day("on", date(2026, 2, 1))},
            "has not come yet",
        ),
        ({"kind": "parent-consulted", **day("on", date(2025, 2, 1))}, "2025"),
    ],
    ids=["nothing", "to-come", "too-soon"],
)
def test_what_is_wrong_is_said_and_nothing_is_written(family, sign_in, fields, says):
    episode = ask(family)
    answer = sign_in(DAVINA).post(
        at(family, "case_step", episode_id=episode.pk), fields
    )

    assert answer.status_code == 422
    assert says in text_of(answer)
    assert Happening.objects.count() == 1


def test_a_second_request_is_refused_with_a_sentence(family, sign_in):
    ask(family)
    said = {"asked_by": "parent", "channel": "post", **day("received_on", MONDAY)}
    answer = sign_in(DAVINA).post(at(family, "request_received"), said)

    assert answer.status_code == 422
    assert "running already" in text_of(answer)


@pytest.mark.parametrize("page", ["request_received", "case_step"])
def test_forms_are_shown_only_to_those_who_may_send_them(family, sign_in, page):
    episode = ask(family)
    more = {"episode_id": episode.pk} if page == "case_step" else {}

    assert sign_in(JONAS).get(at(family, page, **more)).status_code in {403, 404}


def test_what_is_not_there_is_not_found(family, sign_in):
    officer = sign_in(DAVINA)

    assert officer.get(at(family, "case", episode_id=new_id())).status_code == 404
    assert "Nothing has been asked for yet." in text_of(
        officer.get(at(family, "cases"))
    )
