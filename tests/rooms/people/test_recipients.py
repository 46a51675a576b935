"""To whom of a family a letter goes, and by which way it reaches each."""

from datetime import date

import pytest

from tests.factories.accounts import account_of
from tests.factories.people import (
    SEPTEMBER,
    a_child,
    a_relationship,
    an_address,
    an_adult,
)
from tests.people import MARCUS, SAMIRA, YUSUF
from waymark.access.record import Part
from waymark.access.roles import Role
from waymark.gateways.carrying import Channel
from waymark.law.service import ServedBy
from waymark.messages.models import Message
from waymark.people import queries, sealed
from waymark.people.kinds import KINDS
from waymark.people.models import Adult, Assignment, KeptFrom
from waymark.people.services.reaching import Said, serve

pytestmark = pytest.mark.django_db


def names(child):
    return [each.name for each in queries.recipients_of(child.pk, Part.MESSAGES)]


def of(child, adult=None):
    found = queries.recipients_of(child.pk, Part.MESSAGES)
    return next(each for each in found if each.adult == adult)


NOTICE = KINDS[0]


def said(key):
    blanks = {"day": "1 September 2026"}
    return Said(key, NOTICE.key, blanks)


def served(recipient):
    return serve(recipient, notice=said("notice"), whole=said("whole"))


# ---- to whom -------------------------------------------------------------------------


def test_parents_who_live_apart_each_get_a_letter_of_their_own(family):
    assert sorted(names(family.child)) == ["Leila Quayside", "Marcus Quayside"]


def test_a_parent_who_is_to_have_no_letters_gets_none(family):
    family.father.gets_letters = False
    family.father.save()

    assert names(family.child) == ["Leila Quayside"]


def test_a_relationship_that_ended_gets_none(family):
    family.father.ended_on = date(2025, 12, 1)
    family.father.save()

    assert names(family.child) == ["Leila Quayside"]


def test_an_adult_without_an_account_gets_one(family):
    adult = an_adult(name="Robyn Quayside")
    a_relationship(family.child, adult)

    assert "Robyn Quayside" in names(family.child)
    assert of(family.child, adult).account_id is None


def test_a_young_person_gets_their_own_first(db):
    child = a_child(YUSUF, born_on=date(2008, 9, 20))
    a_relationship(child, an_adult(SAMIRA))

    assert names(child)[0] == child.name
    assert of(child).key == "young-person"
    assert of(child).account_id == account_of(YUSUF).pk


def test_a_child_gets_none(family):
    assert family.child.name not in names(family.child)


def test_whoever_is_kept_from_letters_is_named_as_such(family):
    KeptFrom.objects.create(
        child=family.child,
        account_id=account_of(MARCUS).pk,
        parts=Part.MESSAGES.value,
        began_on=SEPTEMBER,
    )

    assert of(family.child, family.father.adult).is_kept
    assert not of(family.child, family.mother.adult).is_kept


def test_nobody_of_a_family_is_told_apart_by_name(family):
    assert of(family.child, family.mother.adult).key == (
        f"adult-{family.mother.adult.pk}"
    )


# ---- by which way --------------------------------------------------------------------


def test_whoever_has_an_account_is_told_that_a_letter_is_there(family):
    Adult.objects.update(channel=Adult.Channel.PORTAL)

    assert served(of(family.child, family.mother.adult)) is ServedBy.EMAIL
    assert Message.objects.get().key == "notice"


def test_whoever_chose_post_gets_all_of_it_by_post(family):
    assert family.mother.adult.channel == Adult.Channel.POST
    assert served(of(family.child, family.mother.adult)) is ServedBy.POST
    assert Message.objects.get().key == "whole"
    assert Message.objects.get().channel == Channel.LETTER


def test_whoever_chose_a_text_message_is_told_by_one(family):
    adult = family.mother.adult
    adult.channel = Adult.Channel.TEXT
    sealed.put(adult, "sealed_phone", "07700 900123")
    adult.save()

    assert served(of(family.child, family.mother.adult)) is ServedBy.TEXT


def test_whoever_has_no_account_gets_all_of_it_by_post(family):
    adult = an_adult(name="Robyn Quayside")
    a_relationship(family.child, adult)
    an_address(adult=adult)

    assert served(of(family.child, adult)) is ServedBy.POST


def test_somebody_without_any_way_is_not_served(family):
    adult = an_adult(name="Robyn Quayside")
    a_relationship(family.child, adult)

    assert served(of(family.child, adult)) is None
    assert not Message.objects.exists()


def test_an_address_that_does_not_work_gives_way_to_the_next(family):
    adult = family.mother.adult
    adult.channel = Adult.Channel.EMAIL
    sealed.put(adult, "sealed_email", "no address")
    sealed.put(adult, "sealed_phone", "")
    adult.save()

    assert served(of(family.child, adult)) is ServedBy.POST


def test_a_young_person_is_told_at_their_own_address(db):
    child = a_child(YUSUF, born_on=date(2008, 9, 20))

    assert served(of(child)) is ServedBy.EMAIL


# ---- beside the family ---------------------------------------------------------------


def test_the_senco_of_where_a_child_learns_is_known(family):
    held = queries.senco_of(family.child.pk)
    family.attendance.ended_on = date(2026, 1, 1)
    family.attendance.save()

    assert len(held) == 1
    assert queries.senco_of(family.child.pk) == set()


def test_who_works_with_a_child_in_a_role_is_known(family):
    found = queries.working_with([family.child.pk], role=Role.COORDINATOR)
    wanted = Assignment.objects.get(role=Role.COORDINATOR.value).account_id

    assert found == {family.child.pk: wanted}
