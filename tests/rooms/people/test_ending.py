"""A record that was kept long enough ends by two people, and leaves a certificate."""

import json
import re
from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.accounts import account_of
from tests.factories.organisations import an_authority, an_organisation
from tests.factories.people import (
    a_child,
    a_relationship,
    acting,
    rowans_family,
    works_as,
)
from tests.people import DAVINA, EFA, LEILA, OONA, QUILL, ROWAN, WREN
from waymark.access.audit import NotHere, TurnedAway
from waymark.access.models import AuditEntry
from waymark.access.roles import Role
from waymark.accounts.models import Account
from waymark.config import command
from waymark.files.models import StoredFile
from waymark.ids import new_id
from waymark.people import queries, services
from waymark.people.ending import kept_until
from waymark.people.models import (
    Adult,
    Child,
    EndingCertificate,
    EndingProposal,
    LegalStatus,
    RecordHold,
    StoryVersion,
)

pytestmark = pytest.mark.django_db
#: Rowan was born on 5 October 2015, so 31 years are over.
LONG_AFTER = "2050-06-01 10:00"


@pytest.fixture
def family():
    an_authority()
    made = rowans_family()
    where = an_organisation()
    works_as(OONA, Role.MANAGER, where)
    works_as(WREN, Role.DATA_PROTECTION, where)
    return made


@pytest.fixture
def long_after():
    with time_machine.travel(LONG_AFTER, tick=False):
        yield


def manager():
    return acting(OONA)


def officer_of_data():
    return acting(WREN)


def ended(family):
    services.propose_ending(actor=officer_of_data(), child_id=family.child.pk)
    return services.end_record(actor=manager(), child_id=family.child.pk)


def refusal(service, **said):
    with pytest.raises(services.Refused) as problem:
        service(**said)
    return problem.value.says


# ---- how long --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("born_on", "looked_after", "until"),
    [
        (date(1995, 1, 13), False, date(2026, 1, 13)),
        (date(1995, 1, 13), True, date(2070, 1, 13)),
        (date(2000, 2, 29), False, date(2031, 3, 1)),
        (date(2004, 2, 29), True, date(2079, 3, 1)),
    ],
)
def test_a_record_is_kept_for_31_years_or_75(born_on, looked_after, until):
    assert kept_until(born_on, was_looked_after=looked_after) == until


@given(st.dates(date(1940, 1, 1), date(2030, 12, 31)))
def test_nobody_is_kept_for_less_than_the_whole_time(born_on):
    until = kept_until(born_on, was_looked_after=False)

    assert (until.year, until.month) >= (born_on.year + 31, born_on.month)
    assert until < kept_until(born_on, was_looked_after=True)


def test_over_sixty_years_exactly_those_who_are_due_are_proposed(family):
    born = [date(1990 + n, 1 + n % 12, 1 + n % 28) for n in range(40)]
    made = {a_child(born_on=day).pk: day for day in born}
    for moment in ("2026-01-13", "2035-07-01", "2048-02-29", "2086-01-13"):
        with time_machine.travel(moment, tick=False):
            due = {row.child_id for row in queries.records_due(manager())}
            long_enough = {
                pk
                for pk, day in made.items()
                if kept_until(day, was_looked_after=False) < date.fromisoformat(moment)
            }
        assert due & set(made) == long_enough


def test_the_last_day_still_belongs_to_it(family):
    with time_machine.travel("2046-10-05 22:00", tick=False):
        assert not queries.records_due(manager())
    with time_machine.travel("2046-10-06 01:00", tick=False):
        assert [row.child_id for row in queries.records_due(manager())] == [
            family.child.pk
        ]


def test_whom_the_authority_looked_after_is_kept_for_75_years(family, long_after):
    LegalStatus.objects.create(
        child=family.child,
        kind=LegalStatus.Kind.LOOKED_AFTER,
        began_on=date(2020, 1, 1),
        ended_on=date(2021, 1, 1),
    )

    assert not queries.records_due(manager())


def test_the_list_costs_one_query(family, long_after, django_assert_num_queries):
    a_child(born_on=date(1990, 1, 1))
    actor = manager()
    with django_assert_num_queries(1):
        assert len(queries.records_due(actor)) == 2


# ---- two people ------------------------------------------------------------------


def test_two_people_end_a_record_and_everything_of_it_goes(family, long_after):
    child_id = family.child.pk
    certificate = ended(family)

    assert not Child.objects.filter(pk=child_id).exists()
    assert not Adult.objects.exists()
    assert not StoryVersion.objects.filter(child_id=child_id).exists()
    assert certificate.proposed_by == account_of(WREN).pk
    assert certificate.ended_by == account_of(OONA).pk
    assert certificate.went["people.Child"] == 1
    assert certificate.went["people.Adult"] == 2
    assert "Quayside" not in json.dumps(certificate.went)


def test_one_person_alone_ends_nothing(family, long_after):
    services.propose_ending(actor=manager(), child_id=family.child.pk)

    assert "second person" in refusal(
        services.end_record, actor=manager(), child_id=family.child.pk
    )
    assert Child.objects.filter(pk=family.child.pk).exists()


def test_nothing_ends_that_nobody_proposed(family, long_after):
    assert "Nobody has proposed" in refusal(
        services.end_record, actor=manager(), child_id=family.child.pk
    )


def test_the_database_wants_two_people_too(family):
    one = new_id()
    with pytest.raises(IntegrityError):
        EndingCertificate.objects.create(
            child_id=new_id(),
            kept_until=date(2047, 3, 14),
            proposed_by=one,
            ended_by=one,
            went={},
        )


def test_what_is_not_due_is_not_there(family):
    for service in (services.propose_ending, services.end_record):
        with pytest.raises(LookupError):
            service(actor=manager(), child_id=family.child.pk)


def test_an_adult_of_another_record_stays_and_so_does_their_account(family, long_after):
    sibling = a_child(born_on=date(2030, 1, 1))
    mother = Adult.objects.get(account_id=account_of(LEILA).pk)
    a_relationship(sibling, mother)
    ended(family)

    assert Adult.objects.get() == mother
    assert Account.objects.get(email=LEILA.email).is_active


def test_accounts_that_open_nothing_more_are_closed(family, long_after):
    ended(family)

    assert not Account.objects.get(email=LEILA.email).is_active
    assert not Account.objects.get(email=ROWAN.email).is_active
    assert Account.objects.get(email=OONA.email).is_active


def test_the_files_go_with_the_record(family, long_after):
    for child_id in (family.child.pk, new_id()):
        StoredFile.objects.create(
            room="people", child_id=child_id, kind="PNG", size=1, sealed_key="x"
        )
    certificate = ended(family)

    assert not StoredFile.objects.filter(child_id=family.child.pk).exists()
    assert StoredFile.objects.count() == 1
    assert certificate.went["files.StoredFile"] == 1


def test_who_looked_stays_and_names_nobody(family, long_after):
    ended(family)
    said = AuditEntry.objects.filter(child_id=family.child.pk)

    assert said.filter(why="The record ended for good").exists()


@pytest.mark.parametrize("persona", [DAVINA, LEILA, EFA, QUILL], ids=lambda p: p.name)
def test_nobody_else_ends_a_record_or_sees_which_are_due(family, long_after, persona):
    actor = acting(persona)
    for ask in (
        lambda: queries.records_due(actor),
        lambda: queries.ended_records(actor),
        lambda: services.propose_ending(actor=actor, child_id=family.child.pk),
        lambda: services.end_record(actor=actor, child_id=family.child.pk),
    ):
        with pytest.raises(PermissionDenied):
            ask()


# ---- kept longer -----------------------------------------------------------------


def test_while_a_reason_stands_nothing_ends(family, long_after):
    hold = services.hold_record(
        actor=acting(DAVINA), child_id=family.child.pk, reason="An inquiry asks."
    )
    for service in (services.propose_ending, services.end_record):
        assert "kept longer" in refusal(
            service, actor=manager(), child_id=family.child.pk
        )
    services.end_hold(actor=acting(DAVINA), child_id=family.child.pk, hold_id=hold.pk)
    assert ended(family)


@pytest.mark.parametrize("persona", [LEILA, QUILL], ids=lambda p: p.name)
def test_only_those_who_keep_the_record_hold_it(family, persona):
    common = {"actor": acting(persona), "child_id": family.child.pk}
    for ask in (
        lambda: services.hold_record(**common, reason="x"),
        lambda: services.end_hold(**common, hold_id=new_id()),
        lambda: queries.holds_of(*common.values()),
    ):
        with pytest.raises((TurnedAway, NotHere)):
            ask()


# ---- after a restore -------------------------------------------------------------


def test_what_a_restore_brings_back_ends_again(family, long_after, tmp_path, capsys):
    ended(family)
    assert command.main(["records", "ended"]) == 0
    kept = tmp_path / "ended.jsonl"
    kept.write_text(capsys.readouterr().out, encoding="utf-8")
    EndingCertificate.objects.all().delete()
    a_child(pk=family.child.pk)
    assert command.main(["records", "end-again", str(kept)]) == 0

    assert capsys.readouterr().out.startswith("1 records were here again")
    assert not Child.objects.filter(pk=family.child.pk).exists()
    assert EndingCertificate.objects.get().child_id == family.child.pk


@pytest.mark.parametrize("text", ["no json", '{"child_id": "x"}', "[1]"])
def test_what_is_no_list_of_certificates_ends_nothing(family, tmp_path, capsys, text):
    kept = tmp_path / "ended.jsonl"
    kept.write_text(text, encoding="utf-8")

    assert command.main(["records", "end-again", str(kept)]) == 2
    assert "Nothing was ended" in capsys.readouterr().err
    assert Child.objects.filter(pk=family.child.pk).exists()


def test_a_file_that_is_not_there_is_said(capsys):
    assert command.main(["records", "end-again", "/no/such"]) == 2
    assert "cannot be read" in capsys.readouterr().err


# ---- the screens -----------------------------------------------------------------


def text_of(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def test_one_proposes_and_another_ends_on_screen(family, long_after, sign_in):
    child_id = family.child.pk
    page = reverse("people:record_due", args=[child_id])
    first = sign_in(WREN)
    assert "Records that were kept long enough" in text_of(first.get("/my/"))
    assert "Propose that it ends" in text_of(first.get(page))
    first.post(reverse("people:propose_ending", args=[child_id]))
    assert "You proposed it" in text_of(first.get(page))
    answer = first.post(reverse("people:end_record", args=[child_id]), follow=True)
    assert "A second person has to say so too." in text_of(answer)

    second = sign_in(OONA)
    listed = text_of(second.get(reverse("people:records_due")))
    assert "waits for a second person" in listed
    assert family.child.surname not in listed
    answer = second.post(reverse("people:end_record", args=[child_id]), follow=True)
    assert "The record has ended. Its certificate is below." in text_of(answer)
    assert "Child 1" in text_of(answer)
    assert second.get(page).status_code == 404


def test_a_record_is_held_and_let_go_on_screen(family, sign_in):
    officer = sign_in(DAVINA)
    page = reverse("people:holds", args=[family.child.pk])
    assert officer.post(page, {"reason": ""}).status_code == 422
    officer.post(page, {"reason": "An inquiry asks."})
    assert "An inquiry asks." in text_of(officer.get(page))
    hold = RecordHold.objects.get()
    officer.post(reverse("people:end_hold", args=[family.child.pk, hold.pk]))

    assert "Until 13 January 2026" in text_of(officer.get(page))
    again = reverse("people:end_hold", args=[family.child.pk, hold.pk])
    assert officer.post(again).status_code == 404


def test_a_proposal_against_a_hold_says_why_not(family, long_after, sign_in):
    services.hold_record(
        actor=acting(DAVINA), child_id=family.child.pk, reason="An inquiry asks."
    )
    answer = sign_in(OONA).post(
        reverse("people:propose_ending", args=[family.child.pk]), follow=True
    )

    assert "kept longer, for a reason that stands" in text_of(answer)
    assert not EndingProposal.objects.exists()
