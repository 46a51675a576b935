"""Somebody new is invited into a post: the account and the post in one go."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from tests.factories.accounts import account_of, actor_of
from tests.factories.organisations import a_team, an_authority, an_organisation
from tests.people import EFA, OONA, QUILL
from waymark.access.roles import Role
from waymark.accounts import queries, services
from waymark.accounts.models import Account, Invitation, Membership
from waymark.organisations import services as organisations
from waymark.organisations.models import Post

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 13)
NEW = "senco@example.org"
PASSWORD = "four plain words together"  # noqa: S105


@pytest.fixture(autouse=True)
def authority():
    an_authority()


def offer(**over):
    said = {
        "actor": actor_of(EFA),
        "email": NEW,
        "role": Role.SENCO,
        "began_on": TODAY,
        **over,
    }
    said.setdefault("organisation_id", an_organisation().pk)
    organisations.offer_post(**said)
    return link_of()


def link_of():
    return re.search(r"/account/invitation/\S+/", mail.outbox[-1].body).group(0)


def accept(client, link):
    return client.post(link, {"name": "Imran", "password": PASSWORD})


def refusal(**over):
    with pytest.raises(organisations.Refused) as problem:
        offer(**over)
    return problem.value.field, problem.value.says


def test_accepting_begins_the_post_and_gives_no_role_beside_it(client):
    where = an_organisation()
    accept(client, offer(organisation_id=where.pk))
    account = Account.objects.get(email=NEW)
    (post,) = queries.actor_of(account).posts

    assert (post.role, post.organisation_id) == (Role.SENCO, where.pk)
    assert not Membership.objects.filter(account=account).exists()
    assert Post.objects.get().begun_by == account_of(EFA).pk


def test_the_team_is_kept(client):
    team = a_team()
    accept(client, offer(organisation_id=team.organisation_id, team_id=team.pk))

    assert Post.objects.get().team == team


@pytest.mark.parametrize(
    ("begins", "held_from"),
    [(TODAY - timedelta(days=9), TODAY), (TODAY + timedelta(days=9), None)],
    ids=["already", "to-come"],
)
def test_the_post_begins_at_acceptance_and_not_before_its_day(
    client, begins, held_from
):
    accept(client, offer(began_on=begins))

    assert Post.objects.get().began_on == (held_from or begins)


def test_the_message_says_what_for_and_where():
    where = an_organisation(name="Barons Court Primary School")
    offer(organisation_id=where.pk)
    words = mail.outbox[-1].body

    assert "Barons Court Primary School" in words
    assert "to work as: SENCO" in words


def test_whoever_can_sign_in_already_is_chosen_from_the_list():
    account_of(QUILL)

    assert refusal(email=QUILL.email)[0] == "email"


def test_what_is_no_address_is_said():
    assert refusal(email="senco at school") == (
        "email",
        "'senco at school' is not an e-mail address. Write it like name@example.org.",
    )


def test_a_team_of_another_organisation_is_refused():
    assert refusal(team_id=a_team().pk)[0] == "team_id"


def test_only_an_administrator_invites_into_a_post():
    with pytest.raises(PermissionDenied):
        offer(actor=actor_of(OONA))
    assert not Invitation.objects.exists()


def test_an_organisation_that_ended_since_gives_no_post(client):
    where = an_organisation()
    link = offer(organisation_id=where.pk)
    where.ended_on = TODAY
    where.save()
    answer = accept(client, link)

    assert answer.status_code == 410
    assert not Account.objects.filter(email=NEW).exists()
    assert client.get(link).status_code == 200, "it is not used up"


def test_an_organisation_that_is_gone_gives_no_post(client):
    where = an_organisation()
    link = offer(organisation_id=where.pk)
    where.delete()

    assert accept(client, link).status_code == 410


def test_a_post_that_is_held_already_is_not_held_twice(client):
    where = an_organisation()
    first, second = (offer(organisation_id=where.pk) for _ in "12")
    accept(client, first)
    accept(type(client)(), second)

    assert Post.objects.count() == 1


def test_the_list_of_invitations_says_where(client):
    where = an_organisation(name="Barons Court Primary School")
    offer(organisation_id=where.pk)
    (waiting,) = queries.waiting_invitations(actor_of(EFA))

    assert waiting.whose == "Barons Court Primary School"


def test_a_new_link_is_for_the_same_post(client):
    where = an_organisation()
    offer(organisation_id=where.pk)
    services.invite_again(
        actor=actor_of(EFA), invitation_id=Invitation.objects.get().pk
    )
    accept(client, link_of())

    assert Post.objects.get().organisation == where


# ---- the screen ------------------------------------------------------------------


@pytest.fixture
def screen(client):
    where = an_organisation()
    client.force_login(account_of(EFA))
    Account.objects.filter(email=EFA.email).update(is_persona=True)
    address = reverse("organisations:begin_post", args=[where.pk])

    def send(**fields):
        said = {
            "role": "senco",
            "began_on-day": "13",
            "began_on-month": "1",
            "began_on-year": "2026",
        }
        return client.post(address, {**said, **fields})

    return send


def test_an_administrator_invites_from_the_organisations_own_page(screen):
    assert screen(email=NEW).status_code == 302
    assert Invitation.objects.get().email == NEW


def test_an_administrator_chooses_who_is_there(screen):
    account = account_of(OONA)

    assert screen(account_id=str(account.pk)).status_code == 302
    assert Post.objects.get().account_id == account.pk


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "Choose who it is, or invite them below"),
        ({"email": "senco at school"}, "Enter an e-mail address"),
        ({"account_id": "nobody"}, "Choose who it is from the list"),
    ],
    ids=["neither", "no-address", "nobody"],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(screen, fields, says):
    answer = screen(**fields)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert 'value="2026"' in answer.content.decode()


def test_both_at_once_is_one_too_many(screen):
    account = account_of(OONA)
    answer = screen(account_id=str(account.pk), email=NEW)

    assert "not both" in answer.content.decode()
