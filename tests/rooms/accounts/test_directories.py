"""Signing in through the council's own directory, a real OpenID provider."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.urls import reverse

from tests.directory import BACK, a_council, said_in
from tests.factories.accounts import account_of
from tests.factories.organisations import an_authority
from tests.people import EFA, OONA, QUILL
from waymark.access.roles import Role
from waymark.accounts import services
from waymark.accounts.models import Account, DirectoryTie
from waymark.accounts.services import invite_first_administrator
from waymark.today import now

pytestmark = [pytest.mark.django_db, pytest.mark.real_time]
PASSWORD = "four plain words together"  # noqa: S105
SIGN_IN = "/account/directory/council/"


@pytest.fixture(scope="module")
def council():
    with a_council() as running:
        yield running


@pytest.fixture(autouse=True)
def connected(settings, council):
    an_authority()
    cache.clear()
    settings.DIRECTORIES = {"council": council.entry()}


def left(answer):
    """The address of the directory that a page sends people on to."""
    assert answer.status_code == 200, answer.status_code
    return answer["Refresh"].removeprefix("0; url=")


def known(persona, subject):
    account = account_of(persona)
    DirectoryTie.objects.create(
        account=account,
        directory="council",
        issuer=services.directory_of("council").issuer,
        subject=subject,
    )
    return account


def arrive(client, council, subject="person-7", **how):
    to = council.sign_in(left(client.post(SIGN_IN)), subject, **how)
    return client.get(to.removeprefix("http://testserver"))


def test_the_sign_in_page_offers_the_council(client):
    assert (
        "Sign in with Saltmarsh Council"
        in client.get("/account/login/").content.decode()
    )


def test_without_a_directory_nothing_is_offered(client, settings):
    settings.DIRECTORIES = {}

    assert "Saltmarsh" not in client.get("/account/login/").content.decode()
    assert client.post(SIGN_IN).status_code == 404


def test_an_editor_signs_in_with_what_she_uses_at_work(client, council):
    known(OONA, "person-7")
    answer = arrive(client, council)

    assert (answer.status_code, answer.url) == (302, "/editing/")
    assert client.get("/editing/").status_code == 200


def test_she_comes_to_the_page_that_she_wanted(client, council):
    known(OONA, "person-7")
    address = left(client.post(SIGN_IN, {"next": "/my/"}))
    to = council.sign_in(address, "person-7")

    assert client.get(to.removeprefix("http://testserver")).url == "/my/"


def test_nobody_is_sent_to_a_page_of_somebody_else(client, council):
    known(OONA, "person-7")
    address = left(client.post(SIGN_IN, {"next": "https://example.org/"}))
    to = council.sign_in(address, "person-7")

    assert client.get(to.removeprefix("http://testserver")).url == "/editing/"


def test_waymark_may_show_itself_by_a_key(client, council, settings):
    settings.DIRECTORIES = {"council": council.entry_with_key()}
    known(OONA, "person-7")

    assert arrive(client, council).url == "/editing/"


def test_one_proof_at_the_council_asks_for_a_second_here(client, council):
    known(OONA, "person-7")
    arrive(client, council, shown_by="pwd")

    assert client.get("/editing/").url == reverse("mfa_index")


def test_a_second_factor_of_ours_is_asked_for_after_one_proof(client, council):
    account = known(OONA, "person-7")
    Authenticator.objects.create(
        user=account, type=Authenticator.Type.TOTP, data={"secret": "sealed"}
    )

    assert arrive(client, council, shown_by="pwd").url == reverse("mfa_authenticate")
    assert arrive(client, council, shown_by="pwd mfa").url == "/editing/"


def test_whoever_is_not_known_here_is_told_whom_to_ask(client, council):
    answer = arrive(client, council, "person-8")

    assert answer.status_code == 403
    assert "Ask your administrator for an invitation" in answer.content.decode()
    assert not Account.objects.exists()


def test_an_ended_account_is_not_opened(client, council):
    account = known(OONA, "person-7")
    services.end_account(actor=_administrator(), account_id=account.pk)

    assert arrive(client, council).status_code == 403


def _administrator():
    from waymark.accounts import queries

    return queries.actor_of(account_of(EFA))


def test_the_same_address_is_no_reason_to_open_an_account(client, council):
    account_of(QUILL)

    assert arrive(client, council, "person-7").status_code == 403


def test_an_answer_works_once_and_only_where_it_began(client, council):
    known(OONA, "person-7")
    to = council.sign_in(left(client.post(SIGN_IN)), "person-7")
    way = to.removeprefix("http://testserver")

    assert type(client)().get(way).status_code == 410
    assert client.get(way).status_code == 302
    assert type(client)().get(way).status_code == 410


def test_another_state_is_not_this_journey(client, council):
    known(OONA, "person-7")
    to = council.sign_in(left(client.post(SIGN_IN)), "person-7")
    said = {**said_in(to), "state": "of-somebody-else"}

    assert client.get(BACK, said).status_code == 403


def test_another_issuer_is_not_this_directory(client, council):
    to = council.sign_in(left(client.post(SIGN_IN)), "person-7")

    assert client.get(BACK, {**said_in(to), "iss": "https://x.org"}).status_code == 403


def test_a_code_of_another_journey_is_refused_by_the_directory(client, council):
    known(OONA, "person-7")
    other = council.sign_in(left(type(client)().post(SIGN_IN)), "person-7")
    to = council.sign_in(left(client.post(SIGN_IN)), "person-7")
    said = {**said_in(to), "code": said_in(other)["code"]}

    assert client.get(BACK, said).status_code == 403


def test_a_token_for_another_journey_proves_nothing(client, council):
    known(OONA, "person-7")
    to = council.sign_in(left(client.post(SIGN_IN)), "person-7")
    session = client.session
    session["directory_journey"]["journey"]["nonce"] = "another"
    session.save()

    assert client.get(to.removeprefix("http://testserver")).status_code == 403


def test_a_journey_of_more_than_a_quarter_of_an_hour_is_over(client, council):
    to = council.sign_in(left(client.post(SIGN_IN)), "person-7")
    session = client.session
    session["directory_journey"]["at"] = (now() - timedelta(minutes=16)).timestamp()
    session.save()
    answer = client.get(to.removeprefix("http://testserver"))

    assert answer.status_code == 410
    assert "took longer than 15 minutes" in answer.content.decode()


def test_turning_back_is_no_fault(client, council):
    to = council.turn_back(left(client.post(SIGN_IN)))
    answer = client.get(to.removeprefix("http://testserver"))

    assert answer.status_code == 403
    assert "You turned back at Saltmarsh Council" in answer.content.decode()


def test_a_directory_that_does_not_answer_is_named(client, settings, council):
    gone = council.entry(issuer="http://127.0.0.1:9")
    settings.DIRECTORIES = {"council": gone}
    answer = client.post(SIGN_IN)

    assert answer.status_code == 502
    assert "Saltmarsh Council does not answer" in answer.content.decode()


def test_a_directory_that_says_it_is_another_is_not_believed(client, settings, council):
    named = council.issuer.replace("127.0.0.1", "localhost")
    settings.DIRECTORIES = {"council": council.entry(issuer=named)}

    assert client.post(SIGN_IN).status_code == 502


def test_going_to_the_directory_again_and_again_ends(client, council):
    for _ in range(40):
        assert client.post(SIGN_IN).status_code == 200

    assert client.post(SIGN_IN).status_code == 429


def test_an_address_alone_sends_nobody_to_a_directory(client):
    assert client.get(SIGN_IN).status_code == 405


def test_the_page_on_the_way_is_kept_by_nobody(client):
    answer = client.post(SIGN_IN)

    assert answer["Cache-Control"] == "no-store"
    assert "You sign in at 127.0.0.1" in answer.content.decode()


# ---- accepting an invitation -----------------------------------------------------


def invited(email=EFA.email):
    return urlsplit(invite_first_administrator(email)).path


def accept(client, council, path, subject="person-7"):
    address = left(client.post(path, {"directory": "council"}))
    to = council.sign_in(address, subject)
    return client.get(to.removeprefix("http://testserver"))


def test_an_invitation_is_accepted_without_a_password(client, council):
    path = invited()
    answer = accept(client, council, path)
    account = Account.objects.get()

    assert (answer.status_code, answer.url) == (302, "/managing/accounts/")
    assert (account.email, account.name) == (EFA.email, "Quill Inventson")
    assert not account.has_usable_password()
    assert client.get(path).status_code == 410
    assert client.get("/managing/accounts/").status_code == 200


def test_the_next_time_the_directory_opens_the_account(client, council):
    accept(client, council, invited())
    client.post(reverse("account_logout"))

    assert arrive(client, council).url == "/managing/accounts/"


def test_somebody_without_a_name_in_the_directory_is_called_by_their_address(
    client, council
):
    accept(client, council, invited(), "person-9")

    assert Account.objects.get().name == EFA.email


def test_who_has_another_account_cannot_take_a_second(client, council):
    known(OONA, "person-7")
    path = invited()
    answer = accept(client, council, path)

    assert answer.status_code == 409
    assert client.get(path).status_code == 200, "the invitation is not used up"


def test_an_invitation_used_on_the_way_is_not_used_twice(client, council):
    path = invited()
    address = left(client.post(path, {"directory": "council"}))
    type(client)().post(path, {"name": "First", "password": PASSWORD})
    to = council.sign_in(address, "person-7")

    assert client.get(to.removeprefix("http://testserver")).status_code == 410
    assert not DirectoryTie.objects.exists()


def test_an_invitation_into_a_role_by_code_asks_no_directory(client, council):
    token = urlsplit(
        services.invite(
            actor=_administrator(), email="new@example.org", role=Role.PROVIDER
        )
    ).path
    answer = client.post(token, {"directory": "council"})

    assert answer.status_code == 422
    assert "Refresh" not in answer


def test_no_directory_of_that_name_is_not_found(client):
    assert client.post(invited(), {"directory": "trust"}).status_code == 404


def test_a_new_invitation_after_an_end_forgets_the_old_tie(client, council):
    account = known(OONA, "person-7")
    services.end_account(actor=_administrator(), account_id=account.pk)
    path = invited(account.email)
    client.post(path, {"name": "Oona", "password": PASSWORD})

    assert not DirectoryTie.objects.exists()


def test_a_password_cannot_be_renewed_where_there_is_none(client, council, mailoutbox):
    accept(client, council, invited())
    mailoutbox.clear()
    type(client)().post("/account/password/reset/", {"email": EFA.email})

    assert "password/reset/key" not in mailoutbox[0].body


# ---- one's own ways of signing in ------------------------------------------------


def with_a_password(client):
    account = services.make_account(email=OONA.email, name="Oona", password=PASSWORD)
    client.post("/account/login/", {"login": OONA.email, "password": PASSWORD})
    return account


def pressed_with_password(client, address):
    """Press a button that wants the password once more, and give it."""
    asked = client.post(address)
    if asked.status_code == 302 and "reauthenticate" in asked.url:
        return client.post(asked.url, {"password": PASSWORD})
    return asked


def connecting(client):
    return left(pressed_with_password(client, SIGN_IN + "connect/"))


def test_connecting_wants_the_password_once_more(client):
    with_a_password(client)

    assert "reauthenticate" in client.post(SIGN_IN + "connect/").url


def test_whoever_has_a_password_connects_the_council_herself(client, council):
    account = with_a_password(client)
    address = connecting(client)
    to = council.sign_in(address, "person-7")
    answer = client.get(to.removeprefix("http://testserver"))

    assert answer.url == reverse("accounts:directories")
    assert account.directory_ties.get().subject == "person-7"
    assert "It opens your account." in client.get(answer.url).content.decode()


def test_a_second_place_in_the_directory_takes_the_place_of_the_first(client, council):
    account = with_a_password(client)
    for subject in ("person-7", "person-8"):
        to = council.sign_in(connecting(client), subject)
        client.get(to.removeprefix("http://testserver"))

    assert account.directory_ties.get().subject == "person-8"


def test_a_place_that_is_somebody_elses_cannot_be_connected(client, council):
    known(QUILL, "person-7")
    account = with_a_password(client)
    to = council.sign_in(connecting(client), "person-7")

    assert client.get(to.removeprefix("http://testserver")).status_code == 409
    assert not account.directory_ties.exists()


def test_what_one_began_another_cannot_end(client, council):
    with_a_password(client)
    to = council.sign_in(connecting(client), "person-7")
    journey = client.session["directory_journey"]
    client.force_login(account_of(QUILL))
    session = client.session
    session["directory_journey"] = journey
    session.save()

    assert client.get(to.removeprefix("http://testserver")).status_code == 404
    assert not DirectoryTie.objects.exists()


def test_a_connection_is_taken_off_again(client, council):
    account = with_a_password(client)
    to = council.sign_in(connecting(client), "person-7")
    client.get(to.removeprefix("http://testserver"))
    held = account.directory_ties.get()
    pressed_with_password(
        client, reverse("accounts:directory_disconnect", args=[held.pk])
    )

    assert not account.directory_ties.exists()


def test_the_only_way_in_stays(client, council):
    accept(client, council, invited())
    held = DirectoryTie.objects.get()
    answer = client.post(
        reverse("accounts:directory_disconnect", args=[held.pk]), follow=True
    )

    assert "Choose a password first" in answer.content.decode()
    assert DirectoryTie.objects.exists()


def test_nobody_takes_off_the_connection_of_somebody_else(client, council):
    known(QUILL, "person-7")
    with_a_password(client)
    held = DirectoryTie.objects.get()
    answer = pressed_with_password(
        client, reverse("accounts:directory_disconnect", args=[held.pk])
    )

    assert answer.status_code == 404
    assert DirectoryTie.objects.exists()


def test_whoever_is_not_signed_in_has_no_ways_of_signing_in(client):
    answer = client.get(reverse("accounts:directories"))

    assert answer.url.startswith("/account/login/")
