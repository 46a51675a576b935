"""Roles, decisions and guards: every branch."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory

from waymark.access.actor import NOBODY, Actor
from waymark.access.decision import YES, no
from waymark.access.guard import needs, of_record, public, require
from waymark.access.record import Ability, Part
from waymark.access.roles import GRANTS, Permission, Role
from waymark.ids import new_id


def test_every_role_says_what_it_grants():
    assert set(GRANTS) == set(Role)


def test_nobody_has_no_permission():
    assert not any(NOBODY.has(permission) for permission in Permission)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", Permission)
def test_an_actor_has_what_the_role_grants_and_nothing_else(role, permission):
    actor = Actor(roles=frozenset({role}))

    assert actor.has(permission) == (permission in GRANTS[role])


@pytest.mark.parametrize("lost", Role)
def test_taking_a_role_away_never_grants_anything(lost):
    whole = Actor(roles=frozenset(Role))
    less = Actor(roles=frozenset(Role) - {lost})

    assert all(whole.has(p) or not less.has(p) for p in Permission)


def test_a_decision_is_true_when_allowed_and_carries_its_reason_when_not():
    assert YES
    assert not no("It is closed.")
    assert no("It is closed.").reason == "It is closed."


def test_require_lets_a_yes_through():
    require(YES)


def test_require_stops_a_no_with_its_reason():
    with pytest.raises(PermissionDenied, match="It is closed"):
        require(no("It is closed."))


def test_a_public_view_says_why():
    @public("because it is a test")
    def view(request):
        return HttpResponse("seen")

    assert view.access == "public, because it is a test"


def guarded_answer(actor):
    @needs(Permission.EDIT_WORDS)
    def view(request):
        return HttpResponse("seen")

    request = RequestFactory().get("/")
    request.actor = actor
    return view(request)


def test_a_guarded_view_opens_to_those_with_the_permission():
    assert guarded_answer(Actor(roles=frozenset({Role.EDITOR}))).content == b"seen"


def test_a_guarded_view_is_closed_to_everybody_else():
    with pytest.raises(PermissionDenied):
        guarded_answer(NOBODY)


def record_answer(actor):
    @of_record(Part.PERSON, Ability.READ, when="as a friend")
    def view(request):
        return HttpResponse("seen")

    request = RequestFactory().get("/people/")
    request.actor = actor
    return view, view(request)


def test_a_view_of_a_record_sends_nobody_to_sign_in():
    _view, answer = record_answer(NOBODY)
    assert answer["Location"] == "/account/login/?next=/people/"


def test_a_view_of_a_record_opens_and_says_what_it_does_with_which_part():
    view, answer = record_answer(Actor(account_id=new_id()))
    assert answer.content == b"seen"
    assert str(view.access) == "whoever may read person, as a friend"


def test_somebody_who_is_signed_in_is_known_by_their_account():
    account_id = new_id()
    assert Actor(account_id=account_id).signed_in_as == account_id
    with pytest.raises(PermissionDenied, match="Sign in first"):
        assert NOBODY.signed_in_as
