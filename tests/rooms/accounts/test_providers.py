"""Providers are invited for an organisation, need no password, and can leave."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from tests.factories.accounts import account_of, actor_of
from tests.factories.organisations import an_authority
from tests.people import EFA, OONA, PRIYA, QUILL, SEFTON, TAMSIN
from waymark.access.roles import Permission, Role
from waymark.accounts import landing, queries, services, slots
from waymark.accounts.models import Account, Invitation
from waymark.ids import new_id
from waymark.messages import services as messages
from waymark.messages.models import Message, State

pytestmark = pytest.mark.django_db
PASSWORD = "four plain words together"
CLUB = "organisation:swimming-club"


@pytest.fixture
def ties():
    """A room above that knows one organisation."""
    held: dict = {}

    def says(reference: str) -> str:
        return {CLUB: "Marram Swimming Club"}[reference]

    before = slots.tie_of(Role.PROVIDER, "")
    slots.register_tie(
        Role.PROVIDER,
        slots.Tie(says, held.__setitem__, lambda account: held.pop(account, None)),
    )
    yield held
    slots.register_tie(Role.PROVIDER, before)


def path_of(link: str) -> str:
    return link.split("localhost:8000")[1]


def token_in(link: str) -> str:
    return re.search(r"invitation/([^/]+)/", link).group(1)


def invited(by=OONA, email="new@example.org", role=Role.PROVIDER, **more) -> str:
    return services.invite(actor=actor_of(by), email=email, role=role, **more)


def signed_in_as(client):
    class Request:
        session = client.session

    return get_user(Request)


# ---- coming in --------------------------------------------------------------------


@pytest.mark.parametrize("inviter", [OONA, PRIYA, EFA], ids=lambda p: p.name)
def test_whoever_edits_or_administers_invites_a_provider(inviter, mailoutbox):
    link = invited(by=inviter)
    (letter,) = mailoutbox

    assert letter.to == ["new@example.org"]
    assert link in letter.body
    assert "until 20 January 2026" in letter.body


@pytest.mark.parametrize("somebody", [SEFTON, QUILL], ids=lambda p: p.name)
def test_nobody_else_does(somebody):
    with pytest.raises(PermissionDenied):
        invited(by=somebody)


def test_a_provider_gives_a_name_and_no_password_and_is_in(client, ties):
    an_authority()
    path = path_of(invited(reference=CLUB))
    page = client.get(path).content.decode()
    assert "password" not in re.sub("You need no password", "", page)
    client.post(path, {"name": "Sefton"})
    account = Account.objects.get(email="new@example.org")

    assert signed_in_as(client) == account
    assert not account.has_usable_password()
    assert queries.actor_of(account).roles == {Role.PROVIDER}
    assert ties == {account.pk: CLUB}


def test_the_invitation_says_for_which_organisation(ties, mailoutbox):
    invited(reference=CLUB)

    assert "true, Marram Swimming Club." in mailoutbox[0].body
    assert queries.waiting_invitations(actor_of(EFA))[0].whose == "Marram Swimming Club"


@pytest.mark.parametrize("reference", [CLUB, "organisation:unknown"])
def test_a_reference_that_nobody_knows_is_refused_before_anything_is_sent(
    reference, mailoutbox
):
    with pytest.raises(slots.NothingTied):
        invited(reference=reference)

    assert not Invitation.objects.exists()
    assert not mailoutbox


def test_an_organisation_unknown_to_the_room_above_is_refused(ties):
    with pytest.raises(slots.NothingTied, match="cannot be held"):
        invited(reference="organisation:unknown")


def test_an_organisation_that_is_gone_since_is_left_out(ties):
    assert slots.words_for(Role.PROVIDER, "organisation:gone") == ""
    assert slots.words_for(Role.EDITOR, CLUB) == ""


def test_a_mail_scanner_that_follows_the_link_redeems_nothing(client):
    an_authority()
    path = path_of(invited())
    for look in (client.get, client.head, client.get, client.options):
        look(path)

    assert not Account.objects.filter(email="new@example.org").exists()
    assert client.post(path, {"name": "Sefton"}).status_code == 302


def test_no_link_carries_the_address_of_an_invitation_on(client):
    an_authority()
    path = path_of(invited())
    links = re.findall(r'href="([^"]+)"', client.get(path).content.decode())

    assert links
    assert not [link for link in links if token_in(path) in link]


def test_an_invitation_that_came_back_opens_nothing(client):
    an_authority()
    path = path_of(invited())
    message = Message.objects.get()
    messages.settle(message.pk, State.BOUNCED, why="said-bounced")

    assert client.get(path).status_code == 410
    assert Message.objects.get().to_ring


def test_one_tied_to_two_organisations_keeps_one_account(client, ties):
    invited(reference=CLUB)
    account = services.accept_invitation(token=token_in(invited()), name="Sefton")
    again = services.accept_invitation(
        token=token_in(invited(reference=CLUB)), name="ignored"
    )

    assert again.pk == account.pk
    assert ties == {account.pk: CLUB}
    assert Account.objects.get(pk=account.pk).name == "Sefton"


def test_a_provider_starts_at_the_page_of_the_room_above():
    actor = actor_of(SEFTON)
    assert landing.first_page(actor) == "/providing/"
    known = slots.first_pages()

    slots.register_first_page(Permission.EDIT_OWN_SERVICES, "/a-page/")
    slots.register_first_page(Permission.EDIT_OWN_SERVICES, "/a-page/")
    try:
        assert slots.first_pages() == [
            *known,
            (Permission.EDIT_OWN_SERVICES, "/a-page/"),
        ]
        assert landing.first_page(actor) == "/providing/"
        assert landing.first_page(actor_of(EFA)) == "/managing/accounts/"
    finally:
        slots._first_pages.pop()


@pytest.mark.parametrize("address", ["/editing/", "/managing/accounts/"])
def test_a_provider_opens_nothing_of_the_staff(client, address):
    an_authority()
    client.force_login(account_of(SEFTON))

    assert client.get(address).status_code in {302, 403}


# ---- from one role into another ---------------------------------------------------


def test_a_link_alone_never_signs_in_to_an_account_with_a_second_factor(client):
    an_authority()
    oona = account_of(OONA)
    oona.set_password(PASSWORD)
    oona.save()
    Authenticator.objects.create(
        user=oona, type=Authenticator.Type.TOTP, data={"secret": "x"}
    )
    path = path_of(invited(by=EFA, email=OONA.email, role=Role.APPROVER))
    assert "has an account already" in client.get(path).content.decode()
    answer = client.post(path, {"name": "x", "password": "another plain long one"})
    oona.refresh_from_db()

    assert answer.url == "/account/login/"
    assert not signed_in_as(client).is_authenticated
    assert oona.check_password(PASSWORD)
    assert Authenticator.objects.filter(user=oona).exists()
    assert Role.APPROVER in queries.actor_of(oona).roles


def test_a_provider_who_becomes_an_editor_begins_anew(client, mailoutbox):
    """What a code opened until now is no way into the editors' screens."""
    an_authority()
    sefton = account_of(SEFTON)
    client.force_login(sefton)
    Authenticator.objects.create(
        user=sefton, type=Authenticator.Type.TOTP, data={"secret": "x"}
    )
    link = invited(by=EFA, email=SEFTON.email, role=Role.EDITOR)
    with pytest.raises(ValidationError):
        services.accept_invitation(token=token_in(link), name="Sefton")
    services.accept_invitation(token=token_in(link), name="Sefton", password=PASSWORD)
    sefton.refresh_from_db()

    assert sefton.check_password(PASSWORD)
    assert not Authenticator.objects.filter(user=sefton).exists()
    assert not signed_in_as(client).is_authenticated
    assert not queries.may_have_code(sefton)


def test_two_presses_of_one_link_are_answered_kindly(client, monkeypatch):
    an_authority()
    path = path_of(invited())

    def used_meanwhile(**said):
        raise services.NotAnInvitation

    monkeypatch.setattr(services, "accept_invitation", used_meanwhile)

    assert client.post(path, {"name": "Sefton"}).status_code == 410


def test_whoever_marks_the_invitation_first_has_it(monkeypatch):
    token = token_in(invited())
    stale = services.open_invitation(token)
    services.accept_invitation(token=token, name="Sefton")
    monkeypatch.setattr(
        "waymark.accounts.services.inviting.open_invitation", lambda token: stale
    )

    with pytest.raises(services.NotAnInvitation):
        services.accept_invitation(token=token, name="Sefton")


def test_a_form_with_faults_keeps_the_link_good(client):
    an_authority()
    path = path_of(invited())

    assert client.post(path, {"name": ""}).status_code == 422
    assert client.get(path).status_code == 200


# ---- inviting again, taking back --------------------------------------------------


def test_inviting_again_makes_a_new_link_and_ends_the_old_one(
    ties, mailoutbox, an_ordinary_tuesday_in_term
):
    first = invited(reference=CLUB)
    an_ordinary_tuesday_in_term.shift(timedelta(days=8))
    (waiting,) = queries.waiting_invitations(actor_of(EFA))
    assert waiting.is_over
    second = services.invite_again(actor=actor_of(EFA), invitation_id=waiting.id)

    with pytest.raises(services.NotAnInvitation):
        services.open_invitation(token_in(first))
    assert services.open_invitation(token_in(second)).reference == CLUB
    assert len(queries.waiting_invitations(actor_of(EFA))) == 1
    assert len(mailoutbox) == 2


def test_an_invitation_taken_back_opens_nothing():
    token = token_in(invited())
    (waiting,) = queries.waiting_invitations(actor_of(EFA))
    services.take_back(actor=actor_of(EFA), invitation_id=waiting.id)

    with pytest.raises(services.NotAnInvitation):
        services.open_invitation(token)


@pytest.mark.parametrize("change", [services.invite_again, services.take_back])
def test_whoever_may_not_invite_may_not_change_an_invitation(change):
    invited(by=EFA, role=Role.EDITOR)
    (waiting,) = queries.waiting_invitations(actor_of(EFA))

    with pytest.raises(PermissionDenied):
        change(actor=actor_of(OONA), invitation_id=waiting.id)


# ---- leaving ----------------------------------------------------------------------


def test_an_account_that_ends_takes_roles_ties_sessions_and_invitations_with_it(
    client, ties
):
    an_authority()
    token = token_in(invited(reference=CLUB))
    account = services.accept_invitation(token=token, name="Sefton")
    waiting = invited(email="new@example.org")
    client.force_login(account)
    services.end_account(actor=actor_of(EFA), account_id=account.pk)
    account.refresh_from_db()

    assert not signed_in_as(client).is_authenticated
    assert not queries.actor_of(account).roles
    assert not account.memberships.filter(ended_at=None).exists()
    assert not ties
    with pytest.raises(services.NotAnInvitation):
        services.open_invitation(token_in(waiting))


def test_whoever_was_let_go_may_be_invited_again_and_begins_anew():
    account = account_of(SEFTON)
    services.end_account(actor=actor_of(EFA), account_id=account.pk)
    services.accept_invitation(
        token=token_in(invited(email=SEFTON.email)), name="Sefton"
    )
    account.refresh_from_db()

    assert account.is_active
    assert queries.may_have_code(account)


def test_a_role_that_ends_ends_the_sessions_and_the_tie(client, ties):
    account = account_of(SEFTON)
    ties[account.pk] = CLUB
    client.force_login(account)
    services.end_role(actor=actor_of(EFA), account_id=account.pk, role=Role.PROVIDER)

    assert not signed_in_as(client).is_authenticated
    assert not ties


@pytest.mark.parametrize("somebody", [OONA, SEFTON, QUILL], ids=lambda p: p.name)
def test_nobody_but_an_administrator_ends_an_account(somebody):
    tamsin = account_of(TAMSIN)
    with pytest.raises(PermissionDenied):
        services.end_account(actor=actor_of(somebody), account_id=tamsin.pk)
    with pytest.raises(PermissionDenied):
        queries.account_row(actor_of(somebody), tamsin.pk)


# ---- the administrator's page -----------------------------------------------------


@pytest.fixture
def efa(client):
    account = account_of(EFA)
    Authenticator.objects.create(
        user=account, type=Authenticator.Type.TOTP, data={"secret": "x"}
    )
    client.force_login(account)
    an_authority()
    return client


def listed(client) -> str:
    text = client.get("/managing/accounts/").content.decode()
    return re.sub(r"\s+", " ", text)


def test_the_list_says_when_somebody_last_signed_in(efa):
    account_of(SEFTON)
    page = listed(efa)

    assert "Last signed in on 13 January 2026." in page
    assert "Has not signed in yet." in page


def test_an_administrator_ends_an_account_on_the_page(efa):
    sefton = account_of(SEFTON)
    address = reverse("accounts:end_account", args=[sefton.pk])
    assert address in listed(efa)
    assert "signed out everywhere" in efa.get(address).content.decode()
    assert Account.objects.get(pk=sefton.pk).is_active
    efa.post(address)

    assert not Account.objects.get(pk=sefton.pk).is_active
    assert "Accounts that have ended" in listed(efa)


def test_their_own_account_offers_no_end_and_has_none(efa):
    own = reverse("accounts:end_account", args=[account_of(EFA).pk])

    assert f'{own}"' not in listed(efa)
    assert efa.post(own).status_code == 403


def test_an_administrator_invites_again_and_takes_back_on_the_page(efa):
    invited()
    page = listed(efa)
    again, back = re.findall(r"/managing/accounts/invitations/[^\"]+", page)
    assert "/account/invitation/" in efa.post(again).content.decode()
    assert efa.post(again).status_code == 404
    (waiting,) = queries.waiting_invitations(actor_of(EFA))
    efa.post(reverse("accounts:take_back", args=[waiting.id]))

    assert "Invitations not used yet" not in listed(efa)


@pytest.mark.parametrize("what", ["invite_again", "take_back", "end_account"])
def test_what_is_not_there_is_not_found(efa, what):
    assert efa.post(reverse(f"accounts:{what}", args=[new_id()])).status_code == 404


def test_where_mail_reaches_people_nobody_else_sees_the_link(efa, settings):
    settings.MAIL_HOST = "mail.example.org"
    answer = efa.post(
        "/managing/accounts/invite/", {"email": "new@example.org", "role": "editor"}
    )
    page = answer.content.decode()

    assert "on its way by e-mail" in page
    assert "/account/invitation/" not in page


def test_a_provider_is_not_invited_from_the_list(efa):
    answer = efa.post(
        "/managing/accounts/invite/", {"email": "new@example.org", "role": "provider"}
    )

    assert answer.status_code == 422
    assert not Invitation.objects.exists()
