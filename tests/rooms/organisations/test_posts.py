"""Posts and teams begin and end; only an administrator does it."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from tests.factories.accounts import account_of, actor_of
from tests.factories.organisations import a_post, a_team, an_organisation
from tests.people import EFA, OONA, PRIYA, QUILL, SEFTON
from waymark.access.actor import NOBODY
from waymark.access.roles import Role
from waymark.accounts import services as accounts
from waymark.ids import new_id
from waymark.organisations import policies, queries, services, slots
from waymark.organisations.models import Organisation, Post, Team

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 13)
YESTERDAY, TOMORROW = date(2026, 1, 12), date(2026, 1, 14)
OTHERS = [OONA, PRIYA, QUILL, SEFTON]


def begin(**over) -> Post:
    said = {
        "actor": actor_of(EFA),
        "account_id": account_of(OONA).pk,
        "role": Role.EDITOR,
        "began_on": TODAY,
        **over,
    }
    if "organisation_id" not in said:
        said["organisation_id"] = an_organisation().pk
    return services.begin_post(**said)


def refusal(do, *args, **said) -> tuple[str, str]:
    with pytest.raises(services.Refused) as problem:
        do(*args, **said)
    return problem.value.field, problem.value.says


def test_an_administrator_may_and_nobody_else():
    assert policies.may_manage_organisations(actor_of(EFA))
    for somebody in [*map(actor_of, OTHERS), NOBODY]:
        refused = policies.may_manage_organisations(somebody)
        assert not refused
        assert refused.reason.startswith("Only an administrator")


@pytest.mark.parametrize("somebody", OTHERS, ids=lambda p: p.name)
def test_nobody_else_changes_anything(somebody):
    actor, where = actor_of(somebody), an_organisation()
    post, team = a_post(), a_team()
    for do, said in (
        (begin, {"actor": actor}),
        (services.end_post, {"actor": actor, "post_id": post.pk}),
        (
            services.begin_team,
            {"actor": actor, "organisation_id": where.pk, "name": "A"},
        ),
        (services.end_team, {"actor": actor, "team_id": team.pk}),
        (
            services.begin_organisation,
            {"actor": actor, "kind": Organisation.Kind.SERVICE, "name": "A"},
        ),
        (queries.listed, {"actor": actor}),
    ):
        with pytest.raises(PermissionDenied):
            do(**said)
    assert (Post.objects.count(), Team.objects.count()) == (1, 1)


def test_a_post_begins_and_says_who_began_it():
    post = begin()

    assert queries.posts_of(account_of(OONA).pk, TODAY)[0].role == Role.EDITOR
    assert post.begun_by == account_of(EFA).pk


def test_a_post_in_a_team_is_of_that_team():
    team = a_team()
    begin(organisation_id=team.organisation_id, team_id=team.pk)
    (held,) = queries.posts_of(account_of(OONA).pk, TODAY)

    assert held.team_id == team.pk


def test_somebody_who_cannot_sign_in_is_given_no_post():
    accounts.end_account(actor=actor_of(EFA), account_id=account_of(QUILL).pk)

    for unknown in (new_id(), account_of(QUILL).pk):
        assert refusal(begin, account_id=unknown) == (
            "account_id",
            "Choose somebody who can sign in.",
        )


def test_the_same_post_does_not_begin_twice():
    first = begin()
    again = {"organisation_id": first.organisation_id}

    assert refusal(begin, **again)[1] == "They hold this post on that day already."
    services.end_post(actor=actor_of(EFA), post_id=first.pk, ended_on=TOMORROW)
    assert refusal(begin, **again)[0] == "account_id"
    assert begin(**again, began_on=TOMORROW).began_on == TOMORROW
    assert begin(**again, role=Role.APPROVER).role == Role.APPROVER


def test_a_post_begins_only_where_there_is_something():
    elsewhere = a_team()
    here = a_team(began_on=TODAY, ended_on=TOMORROW)
    place = an_organisation(began_on=TODAY, ended_on=TOMORROW)
    in_team = {"organisation_id": here.organisation_id, "team_id": here.pk}

    for said, field, says in (
        ({"team_id": elsewhere.pk}, "team_id", "is not one of this organisation"),
        ({**in_team, "began_on": YESTERDAY}, "began_on", "was not there yet"),
        ({**in_team, "began_on": TOMORROW}, "began_on", "has ended by that day"),
        (
            {"organisation_id": place.pk, "began_on": YESTERDAY},
            "began_on",
            "Marram Therapies was not there yet",
        ),
        ({"organisation_id": place.pk, "began_on": TOMORROW}, "began_on", "has ended"),
    ):
        assert refusal(begin, **said)[0] == field
        assert says in refusal(begin, **said)[1]
    with pytest.raises(Organisation.DoesNotExist):
        begin(organisation_id=new_id())


def test_a_post_ends_today_unless_another_day_is_given():
    post = begin(began_on=YESTERDAY)
    ended = services.end_post(actor=actor_of(EFA), post_id=post.pk)

    assert (ended.ended_on, ended.ended_by) == (TODAY, account_of(EFA).pk)
    assert queries.posts_of(account_of(OONA).pk, TODAY) == ()


def test_the_end_may_be_moved_until_it_has_come():
    post, efa = begin(began_on=YESTERDAY), actor_of(EFA)
    services.end_post(actor=efa, post_id=post.pk, ended_on=TOMORROW)
    services.end_post(actor=efa, post_id=post.pk, ended_on=TODAY)

    said = {"actor": efa, "post_id": post.pk}
    assert refusal(services.end_post, **said)[1] == "This post is over already."


def test_a_post_does_not_end_before_it_began():
    said = {"actor": actor_of(EFA), "post_id": begin().pk, "ended_on": YESTERDAY}

    assert refusal(services.end_post, **said) == (
        "ended_on",
        "A post cannot end before it began.",
    )
    with pytest.raises(Post.DoesNotExist):
        services.end_post(actor=actor_of(EFA), post_id=new_id())


def test_when_an_account_ends_so_do_its_posts_and_a_new_start_finds_none():
    oona = account_of(OONA).pk
    held, to_come = begin(began_on=YESTERDAY), begin(began_on=TOMORROW)
    over = a_post(account_id=oona, ended_on=YESTERDAY)
    other = a_post()
    accounts.end_account(actor=actor_of(EFA), account_id=oona)

    ends = {post.pk: post.ended_on for post in Post.objects.all()}
    assert ends == {
        held.pk: TODAY,
        to_come.pk: TOMORROW,
        over.pk: YESTERDAY,
        other.pk: None,
    }
    assert queries.posts_of(oona, TOMORROW) == ()


def test_everybody_who_can_sign_in_may_be_chosen_by_name():
    for persona in (PRIYA, EFA):
        account_of(persona)

    assert [person.name for person in slots.people()] == ["Efa", "Priya"]


# ---- teams and organisations ---------------------------------------------------------


def test_a_team_begins_once_under_a_name():
    where, efa = an_organisation(), actor_of(EFA)
    said = {"actor": efa, "organisation_id": where.pk}
    team = services.begin_team(**said, name="  Early   years ")

    assert (team.name, team.began_on) == ("Early years", TODAY)
    assert refusal(services.begin_team, **said, name="early years")[0] == "name"
    assert refusal(services.begin_team, **said, name=" ")[0] == "name"
    services.end_team(actor=efa, team_id=team.pk)
    assert services.begin_team(**said, name="Early years").pk != team.pk


def test_a_team_begins_where_its_organisation_is():
    gone = an_organisation(ended_on=TODAY)
    said = {"actor": actor_of(EFA), "organisation_id": gone.pk, "name": "Plans"}

    assert refusal(services.begin_team, **said)[0] == "began_on"


def test_a_team_takes_its_posts_with_it():
    team, efa = a_team(), actor_of(EFA)
    inside = {"organisation": team.organisation, "team": team}
    held, to_come = a_post(**inside), a_post(**inside, began_on=date(2026, 2, 2))
    sooner = a_post(**inside, ended_on=YESTERDAY)
    outside = a_post(organisation=team.organisation)
    services.end_team(actor=efa, team_id=team.pk, ended_on=TOMORROW)

    ends = {post.pk: post.ended_on for post in Post.objects.all()}
    assert ends == {
        held.pk: TOMORROW,
        to_come.pk: date(2026, 2, 2),
        sooner.pk: YESTERDAY,
        outside.pk: None,
    }


def test_a_team_ends_once_and_not_before_it_began():
    team, efa = a_team(began_on=TODAY), actor_of(EFA)
    said = {"actor": efa, "team_id": team.pk}

    assert refusal(services.end_team, **said, ended_on=YESTERDAY)[0] == "ended_on"
    services.end_team(**said)
    assert refusal(services.end_team, **said)[1] == "This team is over already."


def test_what_no_register_names_is_added_by_hand_once():
    efa, board = actor_of(EFA), Organisation.Kind.ICB
    begun = services.begin_organisation(
        actor=efa, kind=board, name=" Marram  Board ", code=" QX9 "
    )

    assert (begun.name, begun.code) == ("Marram Board", "QX9")
    for said, field in (
        ({"kind": board, "name": "marram board"}, "name"),
        ({"kind": board, "name": "Another", "code": "QX9"}, "code"),
        ({"kind": board, "name": " "}, "name"),
        ({"kind": Organisation.Kind.SETTING, "name": "A school"}, "kind"),
        ({"kind": Organisation.Kind.AUTHORITY, "name": "A council"}, "kind"),
    ):
        assert refusal(services.begin_organisation, actor=efa, **said)[0] == field
