"""Somebody asks for what is held; the officer looks through it, and it is answered."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.db import IntegrityError
from django.urls import reverse

from tests.factories.accounts import account_of
from tests.factories.people import acting
from tests.people import DAVINA, IMRAN, LEILA, QUILL, ROWAN
from waymark.access.audit import NotHere, TurnedAway, who_looked
from waymark.access.models import Act
from waymark.ids import new_id
from waymark.people import queries, services
from waymark.people.models import AccessHold, AccessRequest
from waymark.people.telling import Reader

pytestmark = pytest.mark.django_db
TUESDAY = date(2026, 1, 13)
YESTERDAY, TOMORROW = date(2026, 1, 12), date(2026, 1, 14)
SECRET = "My cousin Thorn hit me at the pier."  # noqa: S105


@pytest.fixture
def officer(client):
    account = account_of(DAVINA)
    Authenticator.objects.create(
        user=account, type=Authenticator.Type.TOTP, data={"secret": "sealed"}
    )
    client.force_login(account)
    return client


def ask(family, **over):
    said = {"asked_by": "parent", "received_on": TUESDAY, "clear_on": TUESDAY, **over}
    return services.record_access_request(
        actor=acting(DAVINA), child_id=family.child.pk, **said
    )


def do(service, family, asked, **said):
    return service(
        actor=acting(DAVINA), child_id=family.child.pk, request_id=asked.pk, **said
    )


def review(family, asked):
    return queries.access_review(acting(DAVINA), family.child.pk, asked.pk)


def refusal(service, *args, **said):
    with pytest.raises(services.Refused) as problem:
        service(*args, **said)
    return problem.value.says


def told(family, words=SECRET):
    return services.tell(
        actor=acting(LEILA),
        child_id=family.child.pk,
        part="so-far",
        words=words,
        readers={Reader.SETTING},
    )


def at(family, page, asked=None, **more):
    given = {"child_id": family.child.pk, **more}
    if asked is not None:
        given["request_id"] = asked.pk
    return reverse(f"people:{page}", kwargs=given)


def text_of(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


# ---- the clock -------------------------------------------------------------------


def test_the_month_runs_from_when_it_is_clear_who_asks(family):
    asked = ask(family, clear_on=None)
    assert review(family, asked).row.due_on is None
    with time_machine.travel("2026-01-20 10:00", tick=False):
        do(services.make_clear, family, asked, clear_on=date(2026, 1, 20))

        assert review(family, asked).row.due_on == date(2026, 2, 20)


def test_two_months_more_for_a_reason_and_once(family):
    asked = ask(family)
    do(services.extend_access_request, family, asked, extended_why="400 pages")

    assert review(family, asked).row.due_on == date(2026, 4, 13)
    assert "already" in refusal(
        do, services.extend_access_request, family, asked, extended_why="more"
    )


def test_after_the_first_month_it_is_too_late_to_extend(family):
    asked = ask(family)
    with time_machine.travel("2026-02-14 10:00", tick=False):
        assert "too late" in refusal(
            do, services.extend_access_request, family, asked, extended_why="pages"
        )
        assert review(family, asked).row.is_late


def test_what_has_not_begun_cannot_be_extended_or_answered(family):
    asked = ask(family, clear_on=None)

    assert "not clear who" in refusal(
        do, services.extend_access_request, family, asked, extended_why="pages"
    )
    assert "since when" in refusal(do, services.answer_access_request, family, asked)


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ({"received_on": TOMORROW}, "still to come"),
        ({"clear_on": TOMORROW}, "still to come"),
        ({"clear_on": YESTERDAY}, "before the request came"),
    ],
    ids=["to-come", "clear-to-come", "clear-before"],
)
def test_days_that_cannot_be_are_refused(family, days, says):
    assert says in refusal(ask, family, **days)
    assert not AccessRequest.objects.exists()


# ---- what is held back -----------------------------------------------------------


def test_nothing_is_answered_while_something_waits_for_a_decision(family):
    asked = ask(family)
    hold = do(services.hold_back, family, asked, item="told-1", because="third-party")
    assert "without an answer" in refusal(
        do, services.answer_access_request, family, asked
    )
    do(
        services.answer_hold,
        family,
        asked,
        hold_id=hold.pk,
        answer="withhold",
        answered_for="Dr Invented, paediatrician",
    )
    do(services.answer_access_request, family, asked)

    assert review(family, asked).row.request.answered_on == TUESDAY
    assert review(family, asked).withheld == {"told-1"}


def test_what_was_held_back_and_given_after_all_is_in_the_copy(family):
    asked = ask(family)
    hold = do(services.hold_back, family, asked, item="told-1", because="harm")
    do(
        services.answer_hold,
        family,
        asked,
        hold_id=hold.pk,
        answer="give",
        answered_for="Dr Invented, paediatrician",
    )

    assert review(family, asked).withheld == frozenset()


def test_holding_a_thing_back_again_asks_for_a_decision_again(family):
    asked = ask(family)
    hold = do(services.hold_back, family, asked, item="told-1", because="harm")
    do(
        services.answer_hold,
        family,
        asked,
        hold_id=hold.pk,
        answer="give",
        answered_for="Dr Invented",
    )
    again = do(services.hold_back, family, asked, item="told-1", because="legal")

    assert again.pk == hold.pk
    assert review(family, asked).waits


def test_an_answered_request_is_closed(family):
    asked = ask(family)
    do(services.answer_access_request, family, asked)

    assert "answered already" in refusal(
        do, services.hold_back, family, asked, item="told-1", because="harm"
    )


def test_the_database_wants_somebody_behind_each_decision(family):
    asked = ask(family)
    with pytest.raises(IntegrityError):
        AccessHold.objects.create(
            request=asked, item="told-1", because="harm", answer="give"
        )


# ---- who may ---------------------------------------------------------------------


@pytest.mark.parametrize("persona", [LEILA, ROWAN, IMRAN, QUILL], ids=lambda p: p.name)
def test_only_those_who_keep_the_whole_record_do_any_of_it(family, persona):
    asked = ask(family)
    actor = acting(persona)
    common = {"actor": actor, "child_id": family.child.pk}
    for service, said in (
        (
            services.record_access_request,
            {"asked_by": "parent", "received_on": TUESDAY},
        ),
        (services.make_clear, {"request_id": asked.pk, "clear_on": TUESDAY}),
        (services.extend_access_request, {"request_id": asked.pk, "extended_why": "x"}),
        (
            services.hold_back,
            {"request_id": asked.pk, "item": "told-1", "because": "harm"},
        ),
        (
            services.answer_hold,
            {
                "request_id": asked.pk,
                "hold_id": new_id(),
                "answer": "give",
                "answered_for": "x",
            },
        ),
        (services.answer_access_request, {"request_id": asked.pk}),
    ):
        with pytest.raises((TurnedAway, NotHere)):
            service(**common, **said)
    for query in (queries.access_requests_of,):
        with pytest.raises((TurnedAway, NotHere)):
            query(actor, family.child.pk)


def test_every_step_is_written_down_for_the_family(family):
    asked = ask(family)
    do(services.answer_access_request, family, asked)
    said = [line.why for line in who_looked(family.child.pk) if line.act is Act.WROTE]

    assert "Somebody asked for what is held" in said
    assert "What is held was given to whoever asked" in said


# ---- the screens -----------------------------------------------------------------


def test_an_officer_writes_a_request_down_and_sees_when_it_is_due(family, officer):
    answer = officer.post(
        at(family, "access_requests"),
        {
            "asked_by": "subject",
            "received_on-day": "12",
            "received_on-month": "1",
            "received_on-year": "2026",
            "clear_on-day": "12",
            "clear_on-month": "1",
            "clear_on-year": "2026",
        },
    )
    page = text_of(officer.get(answer.url))

    assert "12 February 2026" in page
    assert "Being prepared" in page
    assert "12 February 2026" in text_of(officer.get(at(family, "access_requests")))


def test_what_is_wrong_is_said_and_nothing_is_written(family, officer):
    answer = officer.post(at(family, "access_requests"), {"received_on-day": "31"})

    assert answer.status_code == 422
    assert "Choose who asked" in text_of(answer)
    assert not AccessRequest.objects.exists()


def test_words_about_somebody_else_are_held_back_decided_on_and_left_out(
    family, officer
):
    told(family)
    asked = ask(family)
    page = text_of(officer.get(at(family, "access_review", asked)))
    assert SECRET in page
    assert SECRET in text_of(officer.get(at(family, "access_copy", asked, kind="text")))

    (way,) = set(re.findall(r'href="([^"]+/hold/told-[^"]+)"', page))
    assert "Hold back: " in text_of(officer.get(way))
    held = {"because": "third-party", "said": "It names a cousin."}
    assert officer.post(way, held).status_code == 302
    page = text_of(officer.get(at(family, "access_review", asked)))
    assert "It names a cousin." in page
    assert "Nobody has decided" in page
    assert "The answer was given" not in page
    (decide,) = set(re.findall(r'href="([^"]+/held/[^"]+)"', page))
    officer.post(decide, {"answer": "withhold", "answered_for": "Dr Invented, CCH"})

    copy = text_of(officer.get(at(family, "access_copy", asked, kind="text")))
    assert SECRET not in copy
    assert "It says something about somebody else" in copy
    assert officer.post(at(family, "answer_access_request", asked)).status_code == 302
    page = text_of(officer.get(at(family, "access_review", asked)))
    assert "Answered on 13 January 2026" in page
    assert "Decided by Dr Invented, CCH" in page
    assert "Hold back<" not in page


def test_a_name_is_wanted_behind_a_decision(family, officer):
    asked = ask(family)
    hold = do(services.hold_back, family, asked, item="told-1", because="harm")
    answer = officer.post(
        at(family, "answer_hold", asked, hold_id=hold.pk), {"answer": "give"}
    )

    assert answer.status_code == 422
    assert "Enter who decided" in text_of(answer)


@pytest.mark.parametrize(
    ("page", "fields", "says"),
    [
        (
            "make_clear",
            {"clear_on-day": "12", "clear_on-month": "1", "clear_on-year": "2026"},
            "before the request came",
        ),
        ("extend_access_request", {}, "Enter why it is complex"),
    ],
    ids=["clear", "extend"],
)
def test_a_form_that_is_not_right_comes_back(family, officer, page, fields, says):
    asked = ask(family)
    answer = officer.post(at(family, page, asked), fields)

    assert answer.status_code == 422
    assert says in text_of(answer)


def test_what_is_not_there_is_not_found(family, officer):
    asked = ask(family)
    nobody = AccessRequest(pk=new_id())
    for address in (
        at(family, "access_review", nobody),
        at(family, "hold_back", asked, item="no-such-thing"),
        at(family, "access_copy", asked, kind="ics"),
    ):
        assert officer.get(address).status_code == 404
    way = at(family, "answer_hold", asked, hold_id=new_id())
    decided = {"answer": "give", "answered_for": "Dr Invented"}
    assert officer.post(way, decided).status_code == 404


def test_every_thing_in_the_copy_can_be_held_back(family, officer):
    told(family)
    asked = ask(family)
    page = text_of(officer.get(at(family, "access_review", asked)))
    ways = set(re.findall(r'href="([^"]+/hold/[^"]+)"', page))
    for way in ways:
        officer.post(way, {"because": "legal"})
    copy = text_of(officer.get(at(family, "access_copy", asked, kind="text")))

    assert len(ways) >= 5
    assert SECRET not in copy
    assert LEILA.name not in copy
    assert "A lawyer's advice, or a court's papers" in copy


def test_a_late_answer_says_that_it_was_late(family, officer):
    asked = ask(
        family, received_on=TUESDAY - timedelta(60), clear_on=TUESDAY - timedelta(60)
    )
    assert "Late" in text_of(officer.get(at(family, "access_requests")))
    do(services.answer_access_request, family, asked)

    assert "Answered on 13 January 2026, late" in text_of(
        officer.get(at(family, "access_review", asked))
    )
