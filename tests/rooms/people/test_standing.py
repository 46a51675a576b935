"""What ties somebody to a child's record, and what ends it."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from tests.factories.accounts import account_of
from tests.factories.organisations import a_setting, a_team, an_organisation
from tests.factories.people import (
    a_child,
    a_relationship,
    acting,
    an_adult,
    assigned,
    rowans_family,
    works_as,
)
from tests.people import (
    DAVINA,
    HESTER,
    IMRAN,
    JONAS,
    KEZIA,
    LEILA,
    MARCUS,
    OONA,
    QUILL,
    ROWAN,
    SAMIRA,
    WREN,
    YUSUF,
)
from waymark.access.actor import NOBODY
from waymark.access.record import Ability, InformationClass, Part, Reach
from waymark.access.roles import Role
from waymark.access.ties import How
from waymark.organisations.models import Organisation, Post
from waymark.people.models import (
    Assignment,
    CapacityRecord,
    CourtOrder,
    KeptFrom,
    LegalStatus,
    ParentView,
    Relationship,
)
from waymark.people.queries import standing_of, ties_of, visible_children

pytestmark = pytest.mark.django_db

TODAY = date(2026, 1, 13)


@pytest.fixture
def family():
    return rowans_family()


def roles_of(persona, child) -> set[tuple[Role, How]]:
    standing = standing_of(acting(persona), child.pk)
    return {(tie.role, tie.how) for tie in standing.ties if tie.holds(standing.at)}


def reads(persona, child, part=Part.PERSON) -> bool:
    return bool(standing_of(acting(persona), child.pk).may(part, Ability.READ))


@pytest.mark.parametrize(
    ("persona", "role", "how"),
    [
        (LEILA, Role.PARENT, How.PARENT),
        (MARCUS, Role.PARENT, How.PARENT),
        (ROWAN, Role.CHILD, How.SELF),
        (IMRAN, Role.SENCO, How.ON_ROLL),
        (JONAS, Role.TEACHER, How.ON_ROLL),
        (DAVINA, Role.COORDINATOR, How.ASSIGNED),
        (HESTER, Role.MANAGER, How.TEAM),
        (KEZIA, Role.PSYCHOLOGIST, How.ASSIGNED),
    ],
    ids=lambda each: getattr(each, "name", None),
)
def test_each_stands_to_the_child_in_one_way_and_may_read(family, persona, role, how):
    assert roles_of(persona, family.child) == {(role, how)}
    assert reads(persona, family.child)


@pytest.mark.parametrize("persona", [QUILL, OONA, WREN], ids=lambda p: p.name)
def test_nobody_else_stands_to_the_child_at_all(family, persona):
    standing = standing_of(acting(persona), family.child.pk)
    assert not standing.knows_child
    assert list(visible_children(acting(persona))) == []


def test_whoever_is_not_signed_in_stands_to_nobody(family):
    standing = standing_of(NOBODY, family.child.pk)
    assert standing.ties == ()
    assert list(ties_of(NOBODY, TODAY)) == []
    assert not visible_children(NOBODY).exists()


def test_each_sees_only_the_children_they_are_tied_to(family):
    a_child()
    for persona in (LEILA, IMRAN, DAVINA, HESTER, KEZIA, ROWAN):
        assert [c.pk for c in visible_children(acting(persona))] == [family.child.pk]


# ---- ends ----------------------------------------------------------------------------


def test_a_relationship_that_has_ended_opens_nothing_on_that_day(family):
    Relationship.objects.filter(pk=family.mother.pk).update(ended_on=TODAY)
    assert not reads(LEILA, family.child)


def test_a_child_who_left_the_school_is_nobodys_there_any_more(family):
    family.attendance.ended_on = TODAY
    family.attendance.save()
    assert not reads(IMRAN, family.child)
    assert not reads(JONAS, family.child)


def test_whoever_lost_their_post_sees_nothing_though_still_assigned(family):
    Post.objects.filter(account_id=account_of(DAVINA).pk).update(ended_on=TODAY)
    assert not reads(DAVINA, family.child)


def test_an_assignment_that_ended_takes_the_managers_view_with_it(family):
    Assignment.objects.filter(pk=family.officer.pk).update(ended_on=TODAY)
    assert not reads(DAVINA, family.child)
    assert not reads(HESTER, family.child)


def test_a_panel_member_sees_until_the_moment_and_not_after(family):
    works_as(QUILL, Role.PANEL_MEMBER, an_organisation(name="Panel"))
    ends = datetime(2026, 1, 14, 12, tzinfo=UTC)
    assigned(family.child, QUILL, Role.PANEL_MEMBER, how=How.PANEL.value, ends_at=ends)
    assert reads(QUILL, family.child)
    with time_machine.travel(ends):
        assert not reads(QUILL, family.child)


# ---- parents -------------------------------------------------------------------------


def test_an_adult_without_responsibility_or_care_is_no_parent_in_law(family):
    Relationship.objects.filter(pk=family.father.pk).update(
        responsibility=Relationship.Responsibility.NO
    )
    assert not reads(MARCUS, family.child)


def test_whoever_cares_for_the_child_is_a_parent_in_law(family):
    grandmother = an_adult(SAMIRA)
    a_relationship(
        family.child,
        grandmother,
        kind=Relationship.Kind.GRANDPARENT,
        responsibility=Relationship.Responsibility.NO,
    )
    assert reads(SAMIRA, family.child)


def test_an_order_of_a_court_narrows_what_a_parent_sees_while_it_holds(family):
    order = CourtOrder.objects.create(
        relationship=family.father,
        kind=CourtOrder.Kind.PROHIBITED_STEPS,
        narrows=True,
        seen_on=TODAY,
        began_on=TODAY,
    )
    assert roles_of(MARCUS, family.child) == {(Role.RESTRICTED_PARENT, How.PARENT)}
    order.ended_on = TODAY
    order.save()
    assert roles_of(MARCUS, family.child) == {(Role.PARENT, How.PARENT)}


def test_an_order_that_narrows_nothing_leaves_a_parent_as_they_were(family):
    CourtOrder.objects.create(
        relationship=family.father,
        kind=CourtOrder.Kind.CHILD_ARRANGEMENTS,
        seen_on=TODAY,
        began_on=TODAY,
    )
    assert roles_of(MARCUS, family.child) == {(Role.PARENT, How.PARENT)}


def test_a_parent_who_died_opens_nothing(family):
    adult = family.mother.adult
    adult.died_on = TODAY
    adult.save()
    assert not reads(LEILA, family.child)


# ---- the day the rights pass ---------------------------------------------------------


@pytest.fixture
def yusuf():
    """Born in May 2008: over compulsory school age since the end of June 2024."""
    child = a_child(YUSUF, born_on=date(2008, 5, 2))
    relationship = a_relationship(child, an_adult(SAMIRA))
    return child, relationship


def lacks_capacity(child, **fields) -> CapacityRecord:
    said = {
        "decision": CapacityRecord.Decision.RECORD,
        "understands": False,
        "retains": True,
        "weighs": True,
        "communicates": True,
        "assessed_by": account_of(KEZIA).pk,
        "assessed_on": date(2025, 12, 1),
    }
    return CapacityRecord.objects.create(child=child, **{**said, **fields})


def test_the_rights_are_the_parents_on_the_last_friday_in_june_and_not_the_day_after():
    child = a_child(YUSUF, born_on=date(2010, 3, 14))
    a_relationship(child, an_adult(SAMIRA))
    with time_machine.travel(datetime(2026, 6, 26, 12, tzinfo=UTC)):
        assert roles_of(SAMIRA, child) == {(Role.PARENT, How.PARENT)}
        assert roles_of(YUSUF, child) == {(Role.CHILD, How.SELF)}
    with time_machine.travel(datetime(2026, 6, 27, 12, tzinfo=UTC)):
        assert roles_of(SAMIRA, child) == {(Role.ADVOCATE, How.INVITED)}
        assert roles_of(YUSUF, child) == {(Role.YOUNG_PERSON, How.SELF)}


def test_a_parent_goes_on_helping_until_eighteen_where_nobody_says_no(yusuf):
    child, _mother = yusuf
    assert reads(SAMIRA, child)
    with time_machine.travel(datetime(2026, 5, 2, 12, tzinfo=UTC)):
        assert not reads(SAMIRA, child)


def test_a_young_person_may_close_and_open_a_parents_view(yusuf):
    child, mother = yusuf
    by = account_of(YUSUF).pk

    def say(is_open):
        ParentView.objects.create(
            child=child, adult=mother.adult, is_open=is_open, decided_by=by
        )

    say(False)
    assert not reads(SAMIRA, child)
    with time_machine.travel(datetime(2026, 1, 13, 11, tzinfo=UTC)):
        say(True)
    with time_machine.travel(datetime(2026, 6, 1, 12, tzinfo=UTC)):
        assert reads(SAMIRA, child)
    with time_machine.travel(datetime(2027, 1, 13, 12, tzinfo=UTC)):
        assert not reads(SAMIRA, child)


def test_a_parents_view_ends_with_the_relationship_all_the_same(yusuf):
    child, mother = yusuf
    Relationship.objects.filter(pk=mother.pk).update(ended_on=date(2026, 2, 1))
    assert reads(SAMIRA, child)
    with time_machine.travel(datetime(2026, 2, 1, 12, tzinfo=UTC)):
        assert not reads(SAMIRA, child)


def test_where_somebody_cannot_decide_a_parent_stays_in_their_place(yusuf):
    child, _mother = yusuf
    lacks_capacity(child)
    assert roles_of(SAMIRA, child) == {(Role.PARENT, How.PARENT)}
    assert roles_of(YUSUF, child) == {(Role.CHILD, How.SELF)}


def test_a_representative_comes_before_a_parent(yusuf):
    child, _mother = yusuf
    deputy = an_adult(MARCUS)
    a_relationship(
        child,
        deputy,
        kind=Relationship.Kind.DEPUTY,
        responsibility=Relationship.Responsibility.NO,
        is_carer=False,
    )
    assert not reads(MARCUS, child)
    lacks_capacity(child, representative=deputy)
    assert roles_of(MARCUS, child) == {(Role.PARENT, How.PARENT)}
    assert roles_of(SAMIRA, child) == {(Role.ADVOCATE, How.INVITED)}


def test_a_record_about_another_decision_changes_nothing_here(yusuf):
    child, _mother = yusuf
    lacks_capacity(child, decision=CapacityRecord.Decision.APPEAL)
    assert roles_of(YUSUF, child) == {(Role.YOUNG_PERSON, How.SELF)}


def test_a_later_record_takes_the_place_of_an_earlier(yusuf):
    child, _mother = yusuf
    lacks_capacity(child)
    lacks_capacity(child, understands=True, assessed_on=date(2026, 1, 5))
    assert roles_of(YUSUF, child) == {(Role.YOUNG_PERSON, How.SELF)}


# ---- other ways ----------------------------------------------------------------------


def test_a_virtual_school_head_comes_to_those_their_authority_looks_after(family):
    council = an_organisation(name="Marram", kind=Organisation.Kind.OTHER_AUTHORITY)
    works_as(QUILL, Role.VIRTUAL_HEAD, council)
    assert not reads(QUILL, family.child)
    status = LegalStatus.objects.create(
        child=family.child,
        kind=LegalStatus.Kind.LOOKED_AFTER,
        authority=council,
        began_on=TODAY,
    )
    assert reads(QUILL, family.child)
    status.ended_on = TODAY
    status.save()
    assert not reads(QUILL, family.child)


def test_a_manager_of_another_team_does_not_come_to_the_child(family):
    other = a_team(organisation=family.team.organisation, name="Plans west")
    works_as(QUILL, Role.MANAGER, family.team.organisation, other)
    assert not reads(QUILL, family.child)


def test_a_senco_of_another_school_does_not_come_to_the_child(family):
    works_as(QUILL, Role.SENCO, a_setting("Elm School").organisation)
    assert not reads(QUILL, family.child)


# ---- what is kept from somebody ------------------------------------------------------


def keep(child, persona, **fields):
    said = {"began_on": TODAY, "account_id": account_of(persona).pk}
    return KeptFrom.objects.create(child=child, **{**said, **fields})


def test_what_is_kept_from_somebody_stands_in_the_way_whatever_else_holds(family):
    keep(family.child, LEILA)
    assert not reads(LEILA, family.child)
    assert not visible_children(acting(LEILA)).exists()
    assert reads(MARCUS, family.child)


def test_a_part_that_is_kept_leaves_the_others_open(family):
    keep(family.child, LEILA, parts="story person")
    assert not reads(LEILA, family.child)
    assert reads(LEILA, family.child, Part.PLAN)
    assert visible_children(acting(LEILA)).exists()


def test_a_class_that_is_kept_bars_that_class_alone(family):
    keep(family.child, DAVINA, classes="V8")
    standing = standing_of(acting(DAVINA), family.child.pk)
    kind = InformationClass.ONE_PARENT
    assert not standing.may(Part.PERSON, Ability.READ, kind)
    assert standing.may(Part.PERSON, Ability.READ).reach is Reach.WHOLE


def test_rights_are_read_anew_within_one_session(family):
    actor = acting(LEILA)
    assert standing_of(actor, family.child.pk).knows_child
    keep(family.child, LEILA)
    assert not standing_of(actor, family.child.pk).knows_child


@pytest.mark.parametrize("number", [1, 6])
def test_ties_cost_the_same_however_many_children_there_are(
    family, number, django_assert_max_num_queries
):
    for _each in range(number):
        child = a_child()
        a_relationship(child, family.mother.adult)
        assigned(child, DAVINA, Role.COORDINATOR, team=family.team)
    for persona in (LEILA, DAVINA, HESTER, IMRAN):
        actor = acting(persona)
        with django_assert_max_num_queries(7):
            list(ties_of(actor, TODAY))
