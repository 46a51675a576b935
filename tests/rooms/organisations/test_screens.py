"""The administrator's screens of organisations, teams and posts."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from tests.factories.accounts import account_of
from tests.factories.organisations import (
    a_post,
    a_setting,
    a_team,
    an_authority,
    an_organisation,
)
from tests.people import EFA, OONA, QUILL
from waymark.ids import new_id
from waymark.organisations import queries, urls
from waymark.organisations.models import (
    FormerName,
    Organisation,
    Post,
    Succession,
    Team,
)

pytestmark = pytest.mark.django_db
LIST = "/managing/organisations/"


def sign_in(client, persona):
    account = account_of(persona)
    Authenticator.objects.create(
        user=account, type=Authenticator.Type.TOTP, data={"secret": "sealed"}
    )
    client.force_login(account)
    return client


@pytest.fixture
def efa(client):
    an_authority()
    return sign_in(client, EFA)


def page(client, address=LIST, **query) -> str:
    text = client.get(address, query).content.decode()
    return re.sub(r"\s+", " ", text)


def of(organisation, *more) -> str:
    return f"{LIST}{organisation.pk}/" + "".join(f"{each}/" for each in more)


def every_address() -> list[str]:
    """Each address of the screens, of things that are there."""
    team = a_team()
    post = a_post(organisation=team.organisation)
    given = {
        "organisation_id": team.organisation_id,
        "team_id": team.pk,
        "post_id": post.pk,
    }
    return [
        reverse(
            f"organisations:{each.name}",
            kwargs={name: given[name] for name in each.pattern.converters},
        )
        for each in urls.urlpatterns
    ]


@pytest.mark.parametrize("persona", [OONA, QUILL], ids=lambda p: p.name)
def test_nobody_but_an_administrator_sees_anything(client, persona):
    an_authority()
    sign_in(client, persona)
    answers = {client.get(each).status_code for each in every_address()}

    assert len(every_address()) == 7
    assert answers == {403}


def test_whoever_is_not_signed_in_sees_nothing(client):
    an_authority()

    for address in every_address():
        answer = client.get(address)
        assert answer.status_code in {302, 403}
        assert "Marram Therapies" not in answer.content.decode()


def test_an_administrator_opens_every_screen(efa):
    assert {efa.get(each).status_code for each in every_address()} == {200}


# ---- the list -----------------------------------------------------------------------


def test_the_list_shows_this_area_until_something_is_asked_for(efa):
    a_setting("Oak School", urn="900401")
    a_setting("Far School", la_code="998")
    an_organisation(name="Marram Therapies")
    shown = page(efa)

    assert "Oak School" in shown
    assert "900401" in shown
    assert "Marram Therapies" in shown
    assert "Far School" not in shown
    assert "Far School" in page(efa, words="far")


@pytest.mark.parametrize("words", ["oak SCH", "900401", "9992001", "999/2001"])
def test_an_organisation_is_found_by_name_or_number(efa, words):
    a_setting("Oak School", urn="900401", establishment_number="2001")
    a_setting("Ash School", establishment_number="2002")
    shown = page(efa, words=words)

    assert "1 organisation" in shown
    assert "Oak School" in shown
    assert "Ash School" not in shown


def test_a_kind_narrows_the_list_and_nothing_found_says_so(efa):
    an_organisation(kind=Organisation.Kind.ICB, name="Marram Board", code="QX9")
    an_organisation(name="Marram Therapies")

    shown = page(efa, kind="icb")
    assert "Marram Board" in shown
    assert "Marram Therapies" not in shown
    assert "None is called that." in page(efa, words="zebra")


def test_the_list_says_what_has_ended_or_closed_and_when(efa):
    an_organisation(ended_on="2025-12-31")
    a_setting(status="closed", closed_on="2025-08-31")
    shown = page(efa)

    assert "Ended on 31 December 2025" in shown
    assert "Closed, 31 August 2025" in shown


def test_an_institution_says_when_it_was_approved_under_section_41(efa):
    dated = a_setting(section_41=True, section_41_on="2016-08-01")
    undated = a_setting(section_41=True)

    assert "Approved on 1 August 2016" in page(efa, of(dated))
    assert "<dd>Approved</dd>" in page(efa, of(undated))


def test_a_long_list_has_pages_that_keep_what_was_asked(efa):
    Organisation.objects.bulk_create(
        Organisation(kind="charity", name=f"Charity {at:03}") for at in range(120)
    )
    first = page(efa, kind="charity")
    last = page(efa, kind="charity", page=3)

    assert "120 organisations, page 1 of 3" in first
    assert "?kind=charity&amp;page=2" in first
    assert "Charity 119" in last
    assert "The next page" not in last
    assert "Charity 119" in page(efa, kind="charity", page=99)


def test_a_page_number_that_is_none_is_said_and_the_rest_is_kept(efa):
    an_organisation(name="Marram Therapies")
    shown = page(efa, words="therapies", page="soon")

    assert "There is something to put right" in shown
    assert 'value="therapies"' in shown
    assert "Marram Therapies" in shown


def test_a_list_of_many_costs_what_a_short_one_does(efa, django_assert_num_queries):
    efa.get(LIST)
    for at in range(20):
        a_setting(f"School {at}")
    with django_assert_num_queries(8):
        efa.get(LIST)


# ---- one organisation -----------------------------------------------------------------


def test_a_school_says_what_the_register_knows(efa):
    before = a_setting("Oak School", status="closed", closed_on="2025-08-31")
    setting = a_setting(
        "Oak Academy",
        urn="900402",
        establishment_number="2001",
        opened_on="2025-09-01",
        lowest_age=4,
        highest_age=11,
        sen_unit=True,
        sen_unit_places=12,
        resourced_provision=False,
        section_41=None,
        sen_needs="ASD",
    )
    Succession.objects.create(
        before=before, after=setting, how="Successor", on="2025-09-01"
    )
    FormerName.objects.create(
        organisation=setting.organisation, name="Oak <b>Free</b>", until="2025-10-01"
    )
    shown = page(efa, of(setting))

    for words in (
        "Primary school",
        "9992001",
        "4 to 11",
        "Yes, 12 places",
        "1 September 2025",
        "Oak &lt;b&gt;Free&lt;/b&gt;, until 1 October 2025",
        "An invented register. As of April 2025.",
    ):
        assert words in shown
    assert f'href="{of(before)}"' in shown
    assert "Taken over by" not in shown
    assert f'href="{of(setting)}"' in page(efa, of(before))


def test_a_service_says_its_code_and_how_to_reach_it(efa):
    board = an_organisation(
        kind=Organisation.Kind.ICB, name="Board", code="QX9", phone="01632 960001"
    )
    shown = page(efa, of(board))

    assert "Integrated care board" in shown
    assert "QX9" in shown
    assert "01632 960001" in shown
    assert "Nobody has held a post here yet." in shown
    assert "There is no team here." in shown


@pytest.mark.parametrize("more", [(), ("posts", "begin"), ("teams", "begin")])
def test_what_is_not_there_is_not_found(efa, more):
    missing = Organisation(pk=new_id())

    assert efa.get(of(missing, *more)).status_code == 404


def test_a_post_or_team_of_another_organisation_is_not_found(efa):
    here, team, post = an_organisation(), a_team(), a_post()

    assert efa.get(of(here, "teams", team.pk, "end")).status_code == 404
    assert efa.post(of(here, "posts", post.pk, "end")).status_code == 404
    assert not Post.objects.exclude(ended_on=None).exists()


# ---- beginning and ending -----------------------------------------------------------


DAY = {"began_on-day": "13", "began_on-month": "1", "began_on-year": "2026"}


def test_a_post_is_begun_and_ended(efa):
    team = a_team(name="Plans")
    where, oona = team.organisation, account_of(OONA)
    answer = efa.post(
        of(where, "posts", "begin"),
        {"account_id": oona.pk, "role": "editor", "team_id": team.pk, **DAY},
    )
    assert answer["Location"] == of(where)
    shown = page(efa, of(where))
    assert "Oona" in shown
    assert "Editor" in shown
    assert "13 January 2026" in shown

    post = Post.objects.get()
    ending = page(efa, of(where, "posts", post.pk, "end"))
    assert "Oona, Editor, Plans, 13 January 2026" in ending
    assert efa.post(of(where, "posts", post.pk, "end")).status_code == 302
    assert queries.posts_of(oona.pk, post.began_on) == ()
    assert efa.post(of(where, "posts", post.pk, "end")).status_code == 422


def test_what_is_wrong_with_a_post_is_said_and_what_was_typed_is_kept(efa):
    where, oona = an_organisation(), account_of(OONA)
    answer = efa.post(
        of(where, "posts", "begin"),
        {
            "account_id": oona.pk,
            "role": "lamplighter",
            "team_id": new_id(),
            "began_on-day": "31",
            "began_on-month": "2",
            "began_on-year": "2026",
        },
    )
    shown = answer.content.decode()

    assert answer.status_code == 422
    assert "There is something to put right" in shown
    assert "Choose what they will do from the list" in shown
    assert "Choose a team from the list" in shown
    assert "31 February 2026 is not a real day." in shown
    assert f'value="{oona.pk}" selected' in shown
    assert 'value="31"' in shown
    assert not Post.objects.exists()


def test_a_post_that_is_held_already_is_refused_beside_its_field(efa):
    where, oona = an_organisation(), account_of(OONA)
    a_post(account_id=oona.pk, organisation=where)
    said = {"account_id": oona.pk, "role": "editor", **DAY}
    answer = efa.post(of(where, "posts", "begin"), said)

    assert answer.status_code == 422
    assert "They hold this post on that day already." in answer.content.decode()


def test_a_double_press_gives_one_post(efa):
    where, oona = an_organisation(), account_of(OONA)
    said = {"account_id": oona.pk, "role": "editor", **DAY}

    assert efa.post(of(where, "posts", "begin"), said).status_code == 302
    assert efa.post(of(where, "posts", "begin"), said).status_code == 422
    assert Post.objects.count() == 1


def test_a_team_is_begun_and_ended(efa):
    where = an_organisation()
    assert efa.post(of(where, "teams", "begin"), {"name": ""}).status_code == 422
    assert efa.post(of(where, "teams", "begin"), {"name": "Plans"}).status_code == 302
    again = efa.post(of(where, "teams", "begin"), {"name": "plans"})
    assert "There is a team of this name already." in again.content.decode()

    team = Team.objects.get()
    assert "Plans" in page(efa, of(where))
    early = {"ended_on-day": "1", "ended_on-month": "1", "ended_on-year": "2026"}
    answer = efa.post(of(where, "teams", team.pk, "end"), early)
    assert "A team cannot end before it began." in answer.content.decode()
    assert efa.post(of(where, "teams", team.pk, "end")).status_code == 302
    assert "There is no team here." in page(efa, of(where))


def test_an_organisation_is_added(efa):
    answer = efa.post(
        f"{LIST}begin/", {"name": "Marram Board", "kind": "icb", "code": "QX9"}
    )
    board = Organisation.objects.get(code="QX9")
    assert answer["Location"] == of(board)

    for said, says in (
        ({"name": "Marram Board", "kind": "icb"}, "of this name already"),
        ({"name": "A school", "kind": "setting"}, "Choose what kind of organisation"),
        ({}, "Enter what it is called"),
    ):
        answer = efa.post(f"{LIST}begin/", said)
        assert answer.status_code == 422
        assert says in answer.content.decode()


def test_whoever_has_gone_stays_in_the_list_without_a_name(efa):
    post = a_post(role="lamplighter")
    shown = page(efa, of(post.organisation))

    assert "Somebody whose account has ended" in shown
    assert "lamplighter" in shown


def test_nothing_is_changed_by_a_visit_or_without_the_token():
    an_authority()
    where = an_organisation()
    # Not the client that checks pages: these answers are none.
    strict = sign_in(Client(enforce_csrf_checks=True), EFA)
    loose = Client()
    loose.force_login(account_of(EFA))

    answer = strict.post(of(where, "teams", "begin"), {"name": "Plans"})
    assert answer.status_code == 403
    assert loose.put(of(where, "teams", "begin")).status_code == 405
    assert loose.post(LIST).status_code == 405
    assert not Team.objects.exists()
