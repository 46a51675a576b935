"""What organisations, teams, posts and settings hold, and what they never may."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.factories.organisations import a_post, a_setting, a_team, an_organisation
from waymark.access import actor as access
from waymark.access.roles import Role
from waymark.ids import new_id
from waymark.organisations import queries
from waymark.organisations.models import Organisation, Succession

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 13)
YESTERDAY, TOMORROW = date(2026, 1, 12), date(2026, 1, 14)


def refused(make, **fields) -> bool:
    try:
        with transaction.atomic():
            make(**fields)
    except IntegrityError:
        return True
    return False


def test_a_post_counts_from_its_first_day_and_not_on_the_day_it_ended():
    post = a_post(began_on=TODAY)
    account = post.account_id
    held = access.Post(Role.EDITOR, post.organisation_id)

    assert queries.posts_of(account, YESTERDAY) == ()
    assert queries.posts_of(account, TODAY) == (held,)
    post.ended_on = TOMORROW
    post.save()
    assert queries.posts_of(account, TODAY) == (held,)
    assert queries.posts_of(account, TOMORROW) == ()
    assert post.is_held(TODAY)
    assert not post.is_held(TOMORROW)


def test_a_post_that_was_never_right_never_counts():
    post = a_post(began_on=TODAY, ended_on=TODAY)

    assert queries.posts_of(post.account_id, TODAY) == ()


def test_nothing_is_given_by_a_place_that_has_ended():
    account = new_id()
    gone = an_organisation(ended_on=TODAY)
    team = a_team(ended_on=TODAY)
    a_post(account_id=account, organisation=gone)
    a_post(account_id=account, organisation=team.organisation, team=team)

    assert queries.posts_of(account, TODAY) == ()
    assert len(queries.posts_of(account, YESTERDAY)) == 2


def test_a_role_that_is_no_longer_known_gives_nothing():
    post = a_post(role="lamplighter")

    assert queries.posts_of(post.account_id, TODAY) == ()


def test_the_posts_of_an_account_cost_one_query(django_assert_num_queries):
    account = new_id()
    a_post(account_id=account)
    a_post(account_id=account, role=Role.APPROVER)

    with django_assert_num_queries(1):
        found = queries.posts_of(account, TODAY)
    assert {post.role for post in found} == {Role.EDITOR, Role.APPROVER}


@pytest.mark.parametrize("team", [None, "Plans"])
def test_the_same_post_is_not_held_twice_at_a_time(team):
    where = an_organisation()
    account = new_id()
    same = {
        "account_id": account,
        "organisation": where,
        "team": a_team(organisation=where, name=team) if team else None,
    }
    a_post(**same, ended_on=TODAY)
    a_post(**same)

    assert refused(a_post, **same)


def test_nothing_ends_before_it_began():
    assert refused(a_post, began_on=TODAY, ended_on=YESTERDAY)
    assert refused(a_team, began_on=TODAY, ended_on=YESTERDAY)
    assert refused(an_organisation, began_on=TODAY, ended_on=YESTERDAY)


def test_a_code_names_one_organisation_of_its_kind():
    an_organisation(kind=Organisation.Kind.ICB, code="QX1")
    an_organisation(kind=Organisation.Kind.SERVICE, code="QX1")

    assert refused(an_organisation, kind=Organisation.Kind.ICB, code="QX1")


def test_a_setting_does_not_succeed_itself():
    setting = a_setting()

    assert refused(Succession.objects.create, before=setting, after=setting, how="x")


@pytest.mark.parametrize(
    ("fields", "open_days"),
    [
        ({}, [YESTERDAY, TODAY, TOMORROW]),
        ({"status": "closing"}, [YESTERDAY, TODAY, TOMORROW]),
        ({"status": "closed"}, []),
        ({"status": "opening"}, []),
        ({"status": "opening", "opened_on": TODAY}, []),
        ({"opened_on": TODAY}, [TODAY, TOMORROW]),
        # The register's day of closing is the last on which it taught.
        ({"status": "closed", "closed_on": TODAY}, [YESTERDAY, TODAY]),
        ({"status": "closing", "closed_on": TODAY}, [YESTERDAY, TODAY]),
    ],
)
def test_a_setting_is_open_by_its_dates_and_else_by_its_status(fields, open_days):
    setting = a_setting(**fields)

    assert [
        day for day in (YESTERDAY, TODAY, TOMORROW) if setting.is_open(day)
    ] == open_days


def test_a_setting_says_its_number_its_address_and_its_needs():
    setting = a_setting(
        la_code="999",
        establishment_number="2001",
        street="1 Dune Road",
        town="Marram",
        sen_needs="ASD SLCN",
    )

    assert setting.laestab == "9992001"
    assert setting.address == "1 Dune Road, Marram"
    assert setting.needs == ("ASD", "SLCN")
    assert setting.is_state_funded
    assert a_setting(establishment_number="").laestab == ""
    assert not a_setting(sort="independent").is_state_funded


def test_an_organisation_is_there_until_the_day_it_ended():
    here = an_organisation(began_on=YESTERDAY, ended_on=TOMORROW)

    assert [here.is_there(day) for day in (date(2026, 1, 11), TODAY, TOMORROW)] == [
        False,
        True,
        False,
    ]
    assert an_organisation().is_there(TODAY)
