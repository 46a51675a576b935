"""Signing in: twice for people with strong rights, by one press in a demonstration."""

import json
from datetime import timedelta

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.urls import reverse

from tests.factories.accounts import account_of
from tests.factories.organisations import an_authority
from tests.people import EFA, OONA, QUILL
from waymark.access.roles import Role
from waymark.accounts import services
from waymark.config.envelopes import ENVELOPES, envelope_of
from waymark.messages.models import Message

pytestmark = pytest.mark.django_db
PASSWORD = "four plain words together"  # noqa: S105


@pytest.fixture
def signed_in(client):
    """Sign a persona in, with a second factor unless the story says without."""

    def sign_in(persona, *, second_factor=True):
        account = account_of(persona)
        if second_factor:
            Authenticator.objects.create(
                user=account, type=Authenticator.Type.TOTP, data={"secret": "sealed"}
            )
        client.force_login(account)
        return client

    return sign_in


def test_editing_is_closed_to_somebody_who_has_not_signed_in(client):
    answer = client.get("/editing/")

    assert answer.status_code == 302
    assert answer.url.startswith("/account/login/")


def test_an_editor_without_a_second_factor_is_sent_to_set_one_up(signed_in):
    answer = signed_in(OONA, second_factor=False).get("/editing/")

    assert (answer.status_code, answer.url) == (302, reverse("mfa_index"))


def test_an_editor_with_a_second_factor_may_edit(signed_in):
    assert signed_in(OONA).get("/editing/").status_code == 200


def test_somebody_without_a_role_may_not_edit(signed_in):
    answer = signed_in(QUILL).get("/editing/")

    assert answer.status_code == 403


def test_an_administrator_lets_people_in_and_edits_nothing(signed_in):
    client = signed_in(EFA)

    assert client.get("/editing/").status_code == 403
    assert client.get("/managing/accounts/").status_code == 200


@pytest.mark.parametrize(
    ("role", "page"),
    [
        (Role.EDITOR, "/editing/"),
        (Role.APPROVER, "/editing/"),
        (Role.ADMINISTRATOR, "/managing/accounts/"),
    ],
)
def test_a_persona_starts_at_a_page_that_opens(client, role, page):
    an_authority(is_demonstration=True)
    persona = services.invent_persona(key="one", name="One", roles=(role,))
    answer = client.post(reverse("accounts:become_persona", args=[persona.pk]))

    assert answer.url == page
    assert client.get(page).status_code == 200


def test_signing_in_without_any_role_leads_home(client):
    an_authority()
    services.make_account(email=QUILL.email, name="Quill", password=PASSWORD)
    answer = client.post(
        "/account/login/", {"login": QUILL.email, "password": PASSWORD}
    )

    assert answer.url == "/"


def test_an_editor_may_not_see_the_list_of_accounts(signed_in):
    assert signed_in(OONA).get("/managing/accounts/").status_code == 403


def test_an_administrator_sees_the_list_of_accounts(signed_in):
    an_authority()
    assert EFA.email in signed_in(EFA).get("/managing/accounts/").content.decode()


def test_a_session_unused_for_half_an_hour_ends(signed_in, an_ordinary_tuesday_in_term):
    client = signed_in(OONA)
    client.get("/editing/")
    an_ordinary_tuesday_in_term.shift(timedelta(minutes=31))

    assert client.get("/editing/").status_code == 302


def test_a_session_in_use_lasts(signed_in, an_ordinary_tuesday_in_term):
    client = signed_in(OONA)
    for _ in range(3):
        an_ordinary_tuesday_in_term.shift(timedelta(minutes=20))
        assert client.get("/editing/").status_code == 200


def test_nobody_stays_signed_in_for_more_than_a_working_day(
    signed_in, an_ordinary_tuesday_in_term
):
    client = signed_in(OONA)
    for _ in range(35):
        an_ordinary_tuesday_in_term.shift(timedelta(minutes=20))
        assert client.get("/editing/").status_code == 200
    an_ordinary_tuesday_in_term.shift(timedelta(minutes=25))
    assert client.get("/editing/").status_code == 200
    an_ordinary_tuesday_in_term.shift(timedelta(minutes=20))

    assert client.get("/editing/").status_code == 302


def test_a_password_session_that_was_stolen_ends_with_the_account(signed_in):
    client = signed_in(OONA)
    services.end_sessions(account_of(OONA))

    assert client.get("/editing/").status_code == 302


@pytest.mark.parametrize("prefix", ["/editing/", "/managing/"])
def test_the_table_says_where_a_second_factor_is_needed(prefix):
    assert envelope_of(prefix, has_query=False).strong
    assert [e.prefix for e in ENVELOPES if e.strong] == ["/editing/", "/managing/"]
    assert all(e.idle for e in ENVELOPES if e.strong)


def test_a_second_factor_is_stored_sealed():
    sealed = get_adapter().encrypt("JBSWY3DPEHPK3PXP")

    assert "JBSWY3DPEHPK3PXP" not in json.dumps(sealed)
    assert get_adapter().decrypt(sealed) == "JBSWY3DPEHPK3PXP"


def test_one_press_signs_in_as_a_persona_in_a_demonstration(client):
    an_authority(is_demonstration=True)
    persona = services.invent_persona(key="oona", name="Oona", roles=(Role.EDITOR,))
    client.post(reverse("accounts:become_persona", args=[persona.pk]))

    assert client.get("/editing/").status_code == 200


def test_one_press_signs_nobody_in_outside_a_demonstration(client):
    an_authority(is_demonstration=False)
    persona = services.invent_persona(key="oona", name="Oona", roles=(Role.EDITOR,))
    answer = client.post(reverse("accounts:become_persona", args=[persona.pk]))

    assert answer.status_code == 403


def test_one_press_never_signs_in_as_a_real_account(client):
    an_authority(is_demonstration=True)
    account = account_of(OONA)
    answer = client.post(reverse("accounts:become_persona", args=[account.pk]))

    assert answer.status_code == 404


def test_nobody_can_sign_up_alone(client):
    an_authority()
    client.post("/account/signup/", {"email": "a@example.org", "password1": PASSWORD})

    from waymark.accounts.models import Account

    assert not Account.objects.exists()


def test_the_sixth_wrong_password_is_held_back(client):
    an_authority()
    services.make_account(email=OONA.email, name="Oona", password=PASSWORD)
    said = [
        client.post("/account/login/", {"login": OONA.email, "password": "wrong"})
        for _ in range(6)
    ]

    assert "Too many failed login attempts" in said[-1].content.decode()


def test_an_invitation_page_makes_the_account_and_asks_for_a_second_factor(client):
    an_authority()
    link = services.invite_first_administrator("first@example.org")
    path = link.split("localhost:8000")[1]

    assert client.get(path).status_code == 200
    answer = client.post(path, {"name": "First", "password": PASSWORD})
    assert answer.url == reverse("mfa_index")
    assert client.get(reverse("mfa_activate_totp")).status_code == 200
    assert client.get(path).status_code == 410


def test_a_forgotten_password_is_renewed_by_a_letter(client, mailoutbox):
    an_authority()
    services.make_account(email=OONA.email, name="Oona", password=PASSWORD)
    client.post("/account/password/reset/", {"email": OONA.email})

    (letter,) = mailoutbox
    assert letter.to == [OONA.email]
    assert letter.subject == "About your Waymark account"
    assert "/account/password/reset/key/" in letter.body
    assert "!" not in letter.body


def test_what_renews_a_password_is_not_kept_once_it_is_sent(client, mailoutbox):
    an_authority()
    services.make_account(email=OONA.email, name="Oona", password=PASSWORD)
    client.post("/account/password/reset/", {"email": OONA.email})

    assert Message.objects.get().words == ""


def test_an_address_without_an_account_is_told_so_and_nothing_else(client, mailoutbox):
    an_authority()
    client.post("/account/password/reset/", {"email": "no@example.org"})

    assert "has no account with it that a password opens" in mailoutbox[0].body
    assert "http" not in mailoutbox[0].body.split("Waymark, ")[0]


def test_a_change_to_an_account_is_told_without_address_or_browser(client, mailoutbox):
    account = services.make_account(email=OONA.email, name="Oona", password=PASSWORD)
    an_authority()
    client.force_login(account)
    client.post(
        "/account/password/change/",
        {
            "oldpassword": PASSWORD,
            "password1": "quite another long one",
            "password2": "quite another long one",
        },
        headers={"User-Agent": "Somebodys-Browser"},
    )

    assert "Your password has been changed" in mailoutbox[0].body
    assert "Somebodys-Browser" not in mailoutbox[0].body
    assert "127.0.0.1" not in mailoutbox[0].body


def test_an_address_without_an_account_is_answered_alike(client, mailoutbox):
    an_authority()
    services.make_account(email=OONA.email, name="Oona", password=PASSWORD)
    known = client.post("/account/password/reset/", {"email": OONA.email})
    unknown = client.post("/account/password/reset/", {"email": "no@example.org"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
