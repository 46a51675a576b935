"""Signing in by a code: for providers alone, once, soon, and told to no stranger."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import CheckedClient
from tests.factories.accounts import account_of
from tests.factories.organisations import an_authority
from tests.people import EFA, OONA, PRIYA, QUILL, SEFTON, TAMSIN
from waymark.access.roles import Role
from waymark.accounts import limits, services, tasks
from waymark.accounts.models import SignInCode
from waymark.messages.models import Message

pytestmark = pytest.mark.django_db
ASK, ENTER = "/account/code/", "/account/code/enter/"
UNKNOWN = "nobody-here@example.org"


@pytest.fixture(autouse=True)
def an_area():
    cache.clear()
    return an_authority()


def asked(client, email, **more):
    return client.post(ASK, {"email": email, **more})


def code_in(mailoutbox) -> str:
    return re.search(r"\d{4} \d{4}", mailoutbox[-1].body).group()


def signed_in_as(client):
    class Request:
        session = client.session

    return get_user(Request)


def other_than(code: str) -> str:
    return f"{(int(code.replace(' ', '')) + 1) % 10**8:08}"


# ---- the way in -------------------------------------------------------------------


def test_a_provider_signs_in_by_the_code_in_their_mail(client, mailoutbox):
    account_of(SEFTON)
    assert asked(client, SEFTON.email).url == ENTER
    answer = client.post(ENTER, {"code": code_in(mailoutbox)})

    assert answer.status_code == 302
    assert signed_in_as(client) == account_of(SEFTON)
    assert mailoutbox[0].to == [SEFTON.email]
    assert mailoutbox[0].subject == "Your code to sign in"


def test_the_mail_says_until_when_and_holds_no_name_and_no_link_that_acts(
    client, mailoutbox
):
    account_of(SEFTON)
    asked(client, SEFTON.email)
    (letter,) = mailoutbox

    assert "until 10:10" in letter.body
    assert "Sefton" not in letter.body
    assert "/account/" not in letter.body


@pytest.mark.parametrize("typed", ["{0}{1}", "{0}-{1}", " {0} {1} ", "{0}.{1}"])
def test_spaces_and_dashes_do_not_matter(client, mailoutbox, typed):
    account_of(SEFTON)
    asked(client, SEFTON.email)
    client.post(ENTER, {"code": typed.format(*code_in(mailoutbox).split())})

    assert signed_in_as(client) == account_of(SEFTON)


def test_the_address_may_be_written_in_capitals(client, mailoutbox):
    account_of(SEFTON)
    asked(client, SEFTON.email.upper())

    assert len(mailoutbox) == 1


def test_the_session_gets_a_new_number_at_sign_in(client, mailoutbox):
    account_of(SEFTON)
    asked(client, SEFTON.email)
    before = client.session.session_key
    client.post(ENTER, {"code": code_in(mailoutbox)})

    assert client.session.session_key != before


def test_they_go_on_to_where_they_were_going(client, mailoutbox):
    account_of(SEFTON)
    assert 'value="/search/"' in client.get(f"{ASK}?next=/search/").content.decode()
    asked(client, SEFTON.email, next="/search/")

    assert client.post(ENTER, {"code": code_in(mailoutbox)}).url == "/search/"


@pytest.mark.parametrize(
    "to", ["https://evil.example.com/", "//evil.example.com", "/\\evil.example.com"]
)
def test_they_never_go_on_to_another_site(client, mailoutbox, to):
    account_of(SEFTON)
    asked(client, SEFTON.email, next=to)

    # A provider's own first page.
    assert client.post(ENTER, {"code": code_in(mailoutbox)}).url == "/providing/"


def test_a_second_factor_that_they_chose_is_still_asked_for(client, mailoutbox):
    Authenticator.objects.create(
        user=account_of(SEFTON), type=Authenticator.Type.TOTP, data={"secret": "x"}
    )
    asked(client, SEFTON.email)
    answer = client.post(ENTER, {"code": code_in(mailoutbox)})

    assert answer.url.startswith("/account/2fa/authenticate/")
    assert not signed_in_as(client).is_authenticated


# ---- what does not open the door --------------------------------------------------


@pytest.mark.parametrize("staff", [EFA, OONA, PRIYA, QUILL], ids=lambda p: p.name)
def test_a_code_is_never_sent_to_anybody_who_needs_more(client, mailoutbox, staff):
    account_of(staff)
    assert asked(client, staff.email).url == ENTER

    assert not mailoutbox
    assert not Message.objects.exists()


def test_a_role_that_wants_more_and_came_after_the_code_closes_the_door(
    client, mailoutbox
):
    account = account_of(SEFTON)
    asked(client, SEFTON.email)
    services.grant_role(account, Role.EDITOR)
    client.post(ENTER, {"code": code_in(mailoutbox)})

    assert not signed_in_as(client).is_authenticated


def test_an_account_that_ended_in_the_meantime_does_not_open(client, mailoutbox):
    account = account_of(SEFTON)
    asked(client, SEFTON.email)
    account.is_active = False
    account.save()
    client.post(ENTER, {"code": code_in(mailoutbox)})

    assert not signed_in_as(client).is_authenticated


def test_a_code_works_once(client, mailoutbox):
    account_of(SEFTON)
    asked(client, SEFTON.email)
    found = SignInCode.objects.get()
    code = code_in(mailoutbox).replace(" ", "")
    services.redeem_code(found.pk, code)

    with pytest.raises(services.CodeIsOver):
        services.redeem_code(found.pk, code)


def test_a_code_ends_after_ten_minutes(client, mailoutbox, an_ordinary_tuesday_in_term):
    account_of(SEFTON)
    asked(client, SEFTON.email)
    an_ordinary_tuesday_in_term.shift(timedelta(minutes=10))
    answer = client.post(ENTER, {"code": code_in(mailoutbox)})

    assert answer.status_code == 422
    assert "does not work any more" in answer.content.decode()
    assert SEFTON.email in answer.content.decode()
    assert not signed_in_as(client).is_authenticated


def test_a_code_works_only_in_the_browser_that_asked(client, mailoutbox):
    account_of(SEFTON)
    asked(client, SEFTON.email)
    elsewhere = CheckedClient()
    assert elsewhere.post(ENTER, {"code": code_in(mailoutbox)}).url == ASK
    asked(elsewhere, TAMSIN.email)
    elsewhere.post(ENTER, {"code": code_in(mailoutbox)})

    assert not signed_in_as(elsewhere).is_authenticated


def test_the_right_code_does_not_help_after_five_wrong_ones(client, mailoutbox):
    account_of(SEFTON)
    asked(client, SEFTON.email)
    code = code_in(mailoutbox)
    said = [client.post(ENTER, {"code": other_than(code)}) for _ in range(5)]
    last = client.post(ENTER, {"code": code})

    assert [answer.status_code for answer in said] == [422] * 5
    assert "That is not the code" in said[3].content.decode()
    assert "does not work any more" in said[4].content.decode()
    assert last.url == ASK
    assert not signed_in_as(client).is_authenticated


@pytest.mark.parametrize("typed", ["", "1234", "123456789", "abcd efgh", "١٢٣٤٥٦٧٨"])
def test_what_cannot_be_a_code_costs_no_try(client, typed):
    account_of(SEFTON)
    asked(client, SEFTON.email)

    assert client.post(ENTER, {"code": typed}).status_code == 422
    assert SignInCode.objects.get().tries == 0


def test_the_store_and_the_session_do_not_hold_the_code(client, mailoutbox):
    account_of(SEFTON)
    asked(client, SEFTON.email)
    code = code_in(mailoutbox).replace(" ", "")
    everything = str(
        [*SignInCode.objects.values_list(), *Message.objects.values_list()]
    ) + str(dict(client.session))

    assert code not in everything
    assert code[:4] + " " + code[4:] not in everything


def test_a_job_done_twice_sends_one_code(client, mailoutbox):
    account_of(SEFTON)
    asked(client, SEFTON.email)
    from waymark.accounts.services.codes import send_code

    assert not send_code.call(str(SignInCode.objects.get().pk))
    assert len(mailoutbox) == 1


def test_who_asked_is_forgotten_after_a_day(client, an_ordinary_tuesday_in_term):
    asked(client, UNKNOWN)
    assert tasks.forget_codes.call() == 0
    an_ordinary_tuesday_in_term.shift(timedelta(days=1, seconds=1))

    assert tasks.forget_codes.call() == 1


def test_looking_at_the_pages_changes_nothing(client, mailoutbox):
    account_of(SEFTON)
    for look in (client.get, client.head):
        assert look(ASK).status_code == 200
        assert look(ENTER).url == ASK
    asked(client, SEFTON.email)
    for look in (client.get, client.head):
        assert look(ENTER).status_code == 200

    assert SignInCode.objects.get().tries == 0
    assert len(mailoutbox) == 1


# ---- what a stranger learns: nothing ----------------------------------------------


def plain(answer, email: str) -> tuple[int, dict[str, str], str]:
    """What a stranger sees: status, headers and page, without what they typed."""
    page = answer.content.decode().replace(email, "ADDRESS")
    page = re.sub(r'(csrfmiddlewaretoken" value=")\w+', r"\1", page)
    headers = {k: v for k, v in answer.headers.items() if k != "Content-Length"}
    return answer.status_code, headers, page


PEOPLE = [SEFTON.email, OONA.email, EFA.email, QUILL.email]


@pytest.mark.parametrize("known", PEOPLE)
def test_every_address_is_answered_alike_from_first_to_last(known):
    for persona in (SEFTON, OONA, EFA, QUILL):
        account_of(persona)
    walks = []
    for email in (known, UNKNOWN):
        client = CheckedClient()
        steps = [client.get(ASK), asked(client, email), client.get(ENTER)]
        steps += [client.post(ENTER, {"code": "1234 5678"}) for _ in range(5)]
        cookies = sorted(client.cookies)
        walks.append(([plain(step, email) for step in steps], cookies))

    assert walks[0] == walks[1]


#: What differs from one asking to the next: names of savepoints and what is typed.
SAID = re.compile(r"\"s\d+_x\d+\"|'[^']*'")


def test_asking_does_the_same_work_for_every_address(settings):
    """Statement for statement: what differs is left to the job behind the page."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    account_of(SEFTON)
    account_of(OONA)
    shapes = set()
    for email in (SEFTON.email, OONA.email, UNKNOWN):
        cache.clear()
        with CaptureQueriesContext(connection) as said:
            asked(Client(), email)
        shapes.add(tuple(SAID.sub("", q["sql"])[:70] for q in said))

    assert len(shapes) == 1


def test_an_address_that_is_none_is_asked_for_again_and_kept(client):
    answer = asked(client, "sefton at example")

    assert answer.status_code == 422
    assert "sefton at example" in answer.content.decode()


# ---- limits -----------------------------------------------------------------------


@pytest.mark.parametrize("email", [SEFTON.email, UNKNOWN])
def test_the_sixth_code_for_one_address_is_held_back_known_or_not(
    client, mailoutbox, email
):
    account_of(SEFTON)
    said = [asked(client, email).status_code for _ in range(6)]

    assert said == [302] * 5 + [429]


def test_a_stranger_elsewhere_does_not_use_up_what_the_owner_may_ask(mailoutbox):
    account_of(SEFTON)
    stranger = Client(REMOTE_ADDR="192.0.2.1")
    for _ in range(6):
        asked(stranger, SEFTON.email)

    assert asked(Client(REMOTE_ADDR="192.0.2.2"), SEFTON.email).status_code == 302


def test_nobodys_letter_box_is_flooded_from_many_places(mailoutbox):
    account_of(SEFTON)
    for number in range(30):
        asked(Client(REMOTE_ADDR=f"192.0.2.{number}"), SEFTON.email)

    assert len(mailoutbox) == limits.CODES_FOR_ADDRESS.at_most


def test_one_visitor_asks_for_so_many_addresses_and_no_more(client):
    said = [
        asked(client, f"somebody-{number}@example.org").status_code
        for number in range(limits.CODES_BY_VISITOR.at_most + 1)
    ]

    assert said[-2:] == [302, 429]


def test_one_visitor_guesses_so_often_and_no_more(client, monkeypatch):
    monkeypatch.setattr(limits, "GUESSES_BY_VISITOR", limits.Limit("guesses-by", 3))
    asked(client, UNKNOWN)
    said = [client.post(ENTER, {"code": "12345678"}).status_code for _ in range(4)]

    assert said == [422, 422, 422, 429]
    assert SignInCode.objects.get().tries == 3


def test_a_limit_ends_with_its_window(client, an_ordinary_tuesday_in_term):
    for _ in range(6):
        asked(client, UNKNOWN)
    an_ordinary_tuesday_in_term.shift(timedelta(minutes=16))

    assert asked(client, UNKNOWN).status_code == 302


def test_what_fills_the_cache_does_not_wipe_the_limits_away():
    """Django's own database cache throws entries away at 300."""
    limit = limits.Limit("flooded", 1)
    assert limits.may(limit, "somebody")
    for number in range(400):
        cache.set(f"noise-{number}", 1)

    assert not limits.may(limit, "somebody")


def test_the_cache_holds_no_address(client):
    asked(client, SEFTON.email)
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM waymark_cache")
        rows = str(cursor.fetchall())

    assert "limit:" in rows
    assert "sefton" not in rows
