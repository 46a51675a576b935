"""Role, tie, class, time and restrictions: every way to a record, and every way out."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waymark.access.actor import NOBODY, Actor, Post
from waymark.access.deciding import (
    IN_AN_EMERGENCY,
    KEPT_BACK,
    NOT_THIS,
    NOT_YOUR_WORK,
    NOT_YOURS,
    decide,
    decide_without_child,
)
from waymark.access.record import (
    CLASSES,
    WITHOUT_A_CHILD,
    Ability,
    InformationClass,
    Part,
    Reach,
)
from waymark.access.rights import RIGHTS
from waymark.access.roles import FAMILY, Role
from waymark.access.ties import FOR_A_TIME, WAYS, WITH_THE_TIE, How, Restriction, Tie

SPACE = UUID("00000000-0000-4000-8000-000000000000")
CHILD, OTHER_CHILD = uuid5(SPACE, "a child"), uuid5(SPACE, "another child")
ME, SOMEBODY = uuid5(SPACE, "me"), uuid5(SPACE, "somebody")
SCHOOL = uuid5(SPACE, "a school")
ABOUT_A_CHILD = [part for part in Part if part not in WITHOUT_A_CHILD]
NOON = datetime(2026, 1, 13, 12, tzinfo=UTC)
TODAY = date(2026, 1, 13)
V = InformationClass


@dataclass(frozen=True)
class Glass:
    """Broken by me, for the child, until one o'clock."""

    account_id: UUID = ME
    child_id: UUID = CHILD
    until: datetime = NOON + timedelta(hours=1)

    def holds(self, at: datetime) -> bool:
        return at < self.until


def working_as(*roles: Role) -> Actor:
    return Actor(ME, posts=tuple(Post(role, SCHOOL) for role in roles))


def tied_as(role: Role, how: How | None = None, **changes) -> Tie:
    """A lawful tie that holds today, with an end where the way wants one."""
    way = how or min(WAYS[role])
    end = NOON + timedelta(days=7) if way in FOR_A_TIME else None
    held = Tie(ME, CHILD, role, way, date(2025, 9, 1), ends_at=end)
    return replace(held, **changes)


def ruled(part=Part.PLAN, ability=Ability.READ, *, actor=None, ties=(), **more):
    actor = actor or working_as(*(tie.role for tie in ties))
    more = {"restrictions": (), "at": NOON, **more}
    return decide(actor, CHILD, part, ability, ties=ties, **more)


WITH_WAYS = [role for role in Role if WAYS[role]]


@pytest.mark.parametrize("ability", Ability)
@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("role", WITH_WAYS)
def test_a_tie_opens_what_the_table_gives_and_nothing_else(role, part, ability):
    cell = RIGHTS[role].get(part)
    given_here = cell.reach(ability) if cell else None
    if part in WITHOUT_A_CHILD or given_here is Reach.DEIDENTIFIED:
        given_here = None
    ruling = ruled(part, ability, ties=[tied_as(role)])
    assert ruling.reach == given_here
    assert bool(ruling) is (given_here is not None)
    assert ruling.role == (role if given_here else None)


@pytest.mark.parametrize("ability", Ability)
@pytest.mark.parametrize("part", ABOUT_A_CHILD)
def test_every_role_together_opens_nothing_without_a_tie(part, ability):
    everything = Actor(ME, frozenset(Role), tuple(Post(r, SCHOOL) for r in Role))
    ruling = ruled(part, ability, actor=everything)
    assert not ruling
    assert ruling.reason == NOT_YOURS


def test_somebody_who_is_not_signed_in_reads_nothing():
    assert ruled(actor=NOBODY, ties=[tied_as(Role.PARENT)]).reason == NOT_YOURS


@pytest.mark.parametrize(
    "changes",
    [
        {"child_id": OTHER_CHILD},
        {"account_id": SOMEBODY},
        {"began_on": TODAY + timedelta(days=1)},
        {"ended_on": TODAY},
        {"ends_at": NOON},
        {"how": How.PANEL},
    ],
    ids=["another child", "another person", "to come", "ended", "too late", "no way"],
)
def test_a_tie_that_does_not_hold_opens_nothing(changes):
    assert ruled(ties=[tied_as(Role.SENCO)])
    assert not ruled(ties=[tied_as(Role.SENCO, **changes)])


def test_a_tie_holds_from_its_first_day_and_not_on_its_last():
    held = tied_as(Role.SENCO, began_on=TODAY, ended_on=TODAY + timedelta(days=1))
    assert ruled(ties=[held])
    assert not ruled(ties=[held], at=NOON + timedelta(days=1))


def test_the_day_of_a_tie_is_the_day_in_england():
    held = tied_as(Role.SENCO, ended_on=date(2026, 7, 1))
    assert ruled(ties=[held], at=datetime(2026, 6, 30, 22, 30, tzinfo=UTC))
    assert not ruled(ties=[held], at=datetime(2026, 6, 30, 23, 30, tzinfo=UTC))


@pytest.mark.parametrize("role", WITH_WAYS)
def test_work_wants_a_post_and_family_does_not(role):
    ruling = ruled(Part.PERSON, actor=Actor(ME), ties=[tied_as(role)])
    assert bool(ruling) is (role in WITH_THE_TIE)


@pytest.mark.parametrize("how", sorted(FOR_A_TIME))
def test_what_is_for_a_time_wants_an_end(how):
    role = next(role for role in Role if how in WAYS[role])
    assert ruled(Part.PERSON, ties=[tied_as(role, how)])
    assert not ruled(Part.PERSON, ties=[tied_as(role, how, ends_at=None)])
    ended = tied_as(role, how, ends_at=None, ended_on=TODAY + timedelta(days=1))
    assert ruled(Part.PERSON, ties=[ended])


def test_of_two_ties_the_one_that_reaches_farther_counts():
    ties = [tied_as(Role.SENCO), tied_as(Role.PARENT)]
    assert ruled(Part.DECISION, ties=ties).role is Role.PARENT
    assert ruled(Part.SUPPORT, Ability.WRITE, ties=ties).role is Role.SENCO


def test_somebody_with_another_part_in_the_case_is_told_so():
    ruling = ruled(Part.LEGAL, ties=[tied_as(Role.TEACHER)])
    assert ruling.reason == NOT_THIS


# ---- guarded pieces -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "part", "kind", "reach"),
    [
        (Role.PARENT, Part.PERSON, V.ONE_PARENT, Reach.OWN),
        (Role.RESTRICTED_PARENT, Part.PERSON, V.ONE_PARENT, Reach.OWN),
        (Role.COORDINATOR, Part.PERSON, V.ONE_PARENT, Reach.WHOLE),
        (Role.SENCO, Part.PERSON, V.ONE_PARENT, None),
        (Role.ADVOCATE, Part.PERSON, V.ONE_PARENT, None),
        (Role.YOUNG_PERSON, Part.STORY, V.CHILDS_OWN, Reach.WHOLE),
        (Role.CHILD, Part.STORY, V.CHILDS_OWN, Reach.WHOLE),
        (Role.PARENT, Part.STORY, V.CHILDS_OWN, None),
        (Role.MANAGER, Part.STORY, V.CHILDS_OWN, None),
        (Role.SENCO, Part.PERSON, V.PROFESSIONALS, Reach.PART),
        (Role.COORDINATOR, Part.PERSON, V.LEGAL, None),
        (Role.LAWYER, Part.LEGAL, V.LEGAL, Reach.WHOLE),
        (Role.TEACHER, Part.LEGAL, V.LEGAL, None),
    ],
)
def test_a_guarded_piece_is_asked_for_by_its_class(role, part, kind, reach):
    assert ruled(part, ties=[tied_as(role)], kind=kind).reach == reach


@pytest.mark.parametrize("part", ABOUT_A_CHILD)
def test_no_part_gives_a_class_that_it_does_not_hold(part):
    for kind in set(V) - CLASSES[part]:
        for role in WITH_WAYS:
            assert not ruled(part, ties=[tied_as(role)], kind=kind)


# ---- restrictions -------------------------------------------------------------------


def kept_from_me(**changes) -> Restriction:
    return replace(Restriction(ME, CHILD, date(2026, 1, 1)), **changes)


@pytest.mark.parametrize(
    ("changes", "barred"),
    [
        ({}, True),
        ({"parts": frozenset({Part.PLAN})}, True),
        ({"parts": frozenset({Part.STORY})}, False),
        ({"account_id": SOMEBODY}, False),
        ({"child_id": OTHER_CHILD}, False),
        ({"began_on": TODAY + timedelta(days=1)}, False),
        ({"ended_on": TODAY}, False),
        ({"ended_on": TODAY + timedelta(days=1)}, True),
        ({"classes": frozenset({V.ONE_PARENT})}, False),
    ],
)
def test_a_restriction_bars_one_person_from_what_it_names_while_it_holds(
    changes, barred
):
    ruling = ruled(ties=[tied_as(Role.PARENT)], restrictions=[kept_from_me(**changes)])
    assert bool(ruling) is not barred
    assert ruling.reason == (KEPT_BACK if barred else "")


def test_a_restriction_of_a_class_bars_the_pieces_of_that_class():
    barred = kept_from_me(classes=frozenset({V.ONE_PARENT}))
    asked = {"ties": [tied_as(Role.COORDINATOR)], "restrictions": [barred]}
    assert not ruled(Part.PERSON, kind=V.ONE_PARENT, **asked)
    assert ruled(Part.PERSON, kind=V.FAMILY, **asked)


# ---- emergencies --------------------------------------------------------------------


@pytest.mark.parametrize("ability", Ability)
@pytest.mark.parametrize("part", Part)
def test_an_emergency_opens_some_parts_to_read_and_says_so(part, ability):
    ruling = ruled(part, ability, actor=working_as(), emergency=Glass())
    assert bool(ruling) is (part in IN_AN_EMERGENCY and ability is Ability.READ)
    assert ruling.in_emergency is bool(ruling)


@pytest.mark.parametrize(
    "glass",
    [Glass(account_id=SOMEBODY), Glass(child_id=OTHER_CHILD), Glass(until=NOON)],
    ids=["of somebody else", "for another child", "over"],
)
def test_another_emergency_opens_nothing(glass):
    assert not ruled(actor=working_as(), emergency=glass)


def test_an_emergency_shows_an_address_that_is_kept_back_and_nothing_of_the_childs_own():
    asked = {"actor": working_as(), "emergency": Glass()}
    assert ruled(Part.PERSON, kind=V.ONE_PARENT, **asked)
    assert not ruled(Part.STORY, kind=V.CHILDS_OWN, **asked)


def test_a_restriction_beats_an_emergency():
    ruling = ruled(actor=working_as(), emergency=Glass(), restrictions=[kept_from_me()])
    assert not ruling


def test_what_is_open_anyhow_is_no_emergency():
    ruling = ruled(ties=[tied_as(Role.MANAGER)], emergency=Glass())
    assert ruling
    assert not ruling.in_emergency


# ---- without a child ----------------------------------------------------------------


@pytest.mark.parametrize("ability", Ability)
@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("role", Role)
def test_a_role_alone_opens_figures_the_site_and_what_names_nobody(role, part, ability):
    cell = RIGHTS[role].get(part)
    reach = cell.reach(ability) if cell else None
    if part not in WITHOUT_A_CHILD and reach is not Reach.DEIDENTIFIED:
        reach = None
    ruling = decide_without_child(working_as(role), part, ability)
    assert ruling.reach == reach
    assert ruling.reason == ("" if reach else NOT_YOUR_WORK)


def test_of_two_roles_the_one_that_reaches_farther_counts():
    both = working_as(Role.SENCO, Role.MANAGER)
    ruling = decide_without_child(both, Part.AGGREGATES, Ability.READ)
    assert (ruling.reach, ruling.role) == (Reach.WHOLE, Role.MANAGER)


# ---- what holds for all -------------------------------------------------------------

roles = st.sampled_from(WITH_WAYS)
some_ties = st.lists(
    st.builds(
        Tie,
        account_id=st.sampled_from([ME, SOMEBODY]),
        child_id=st.sampled_from([CHILD, OTHER_CHILD]),
        role=roles,
        how=st.sampled_from(How),
        began_on=st.dates(date(2026, 1, 10), date(2026, 1, 16)),
        ended_on=st.none() | st.dates(date(2026, 1, 10), date(2026, 1, 16)),
    ),
    max_size=5,
)
some_restrictions = st.lists(
    st.builds(
        Restriction,
        account_id=st.sampled_from([ME, SOMEBODY]),
        child_id=st.sampled_from([CHILD, OTHER_CHILD]),
        began_on=st.dates(date(2026, 1, 10), date(2026, 1, 16)),
        parts=st.frozensets(st.sampled_from(Part), max_size=2),
        classes=st.frozensets(st.sampled_from(InformationClass), max_size=2),
    ),
    max_size=3,
)
asked = {
    "part": st.sampled_from(Part),
    "ability": st.sampled_from(Ability),
    "held": st.frozensets(roles, max_size=4),
    "ties": some_ties,
    "kind": st.none() | st.sampled_from(InformationClass),
}


@given(**asked, restrictions=some_restrictions)
def test_adding_a_restriction_never_opens_anything(
    part, ability, held, ties, kind, restrictions
):
    without = ruled(part, ability, actor=working_as(*held), ties=ties, kind=kind)
    among = ruled(
        part,
        ability,
        actor=working_as(*held),
        ties=ties,
        kind=kind,
        restrictions=restrictions,
    )
    assert bool(without) or not among


@given(**asked, gone=st.integers(0, 4))
def test_losing_a_tie_never_opens_anything(part, ability, held, ties, kind, gone):
    fewer = ties[:gone] + ties[gone + 1 :]
    before = ruled(part, ability, actor=working_as(*held), ties=ties, kind=kind)
    after = ruled(part, ability, actor=working_as(*held), ties=fewer, kind=kind)
    assert bool(before) or not after


@given(**asked)
def test_losing_every_post_leaves_what_a_family_has(part, ability, held, ties, kind):
    ruling = ruled(part, ability, actor=Actor(ME), ties=ties, kind=kind)
    assert ruling.role is None or ruling.role in FAMILY | {Role.ADVOCATE}


@given(**asked)
def test_a_refusal_says_why_and_a_yes_says_how_far(part, ability, held, ties, kind):
    ruling = ruled(part, ability, actor=working_as(*held), ties=ties, kind=kind)
    assert bool(ruling.reason) is not bool(ruling)
    assert (ruling.reach is None) is not bool(ruling)
