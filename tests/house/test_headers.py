"""What travels with every answer: policies, no cookies, no traces, no false friends."""

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client, override_settings

from tests.factories.accounts import account_of
from tests.factories.organisations import an_authority
from tests.people import OONA
from waymark.accounts import services
from waymark.config.envelopes import ENVELOPES, POLICY

pytestmark = pytest.mark.django_db
PASSWORD = "four plain words together"

#: One address for each way an answer can come about.
ANSWERS = {
    "a page": ("/search/", 200),
    "a page with a query": ("/search/?q=speech", 200),
    "nothing there": ("/no/such/page/", 404),
    "a slash forgotten": ("/time-limits", 301),
    "sign-in": ("/account/login/", 200),
    "a closed door": ("/managing/accounts/", 403),
    "editing, signed out": ("/editing/", 302),
    "no such file": ("/static/ui/nothing.css", 404),
}


@pytest.fixture(autouse=True)
def an_area():
    cache.clear()
    return an_authority()


@pytest.fixture
def visitor():
    """A client that shows what the server says of its own faults."""
    return Client(raise_request_exception=False)


@pytest.fixture
def broken(monkeypatch):
    """Something inside search that falls over, with words nobody should read."""

    def fall(*args, **kwargs):
        raise RuntimeError("secret-in-the-trace")

    monkeypatch.setattr("waymark.finding.queries.search", fall)


every_answer = pytest.mark.parametrize("way", ANSWERS)


def policy_of(answer) -> dict[str, str]:
    parts = answer["Content-Security-Policy"].split("; ")
    return dict(part.split(" ", 1) for part in parts)


@every_answer
def test_every_answer_has_a_strict_policy_and_its_headers(visitor, way):
    path, status = ANSWERS[way]
    answer = visitor.get(path)

    assert answer.status_code == status
    assert policy_of(answer)["default-src"] == "'none'"
    assert policy_of(answer)["script-src"] == "'self'"
    assert "unsafe" not in policy_of(answer)["script-src"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] in {"DENY", "SAMEORIGIN"}
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["Referrer-Policy"] in {"same-origin", "no-referrer"}


def test_a_fault_of_ours_has_them_too_and_shows_no_trace(visitor, broken):
    answer = visitor.get("/search/?q=speech")
    page = answer.content.decode()

    assert answer.status_code == 500
    assert policy_of(answer) == {k: v.strip() for k, v in POLICY.items()}
    assert answer["Cache-Control"] == "no-store"
    for inside in ("Traceback", "secret-in-the-trace", "RuntimeError", ".py"):
        assert inside not in page
    assert 'href="tel:999"' in page


def test_only_wagtails_own_screens_may_hold_inline_styles():
    assert [e.prefix for e in ENVELOPES if e.inline_styles] == ["/editing/"]


@pytest.mark.parametrize(
    "path", ["/search/", "/search/?q=speech", "/no/such/page/", "/time-limits"]
)
def test_no_public_page_gives_a_cookie(visitor, path):
    answer = visitor.get(path)

    assert not answer.cookies
    assert "cookie" not in answer.get("Vary", "").lower()


@pytest.mark.parametrize(
    "path",
    [
        "/search/?q=speech+therapy",
        "/time-limits/?q=request",
        "/routemaps/ehc-needs-assessment/my-dates/?request-received=2026-01-05",
        "/?utm=1",
    ],
)
def test_an_address_with_a_query_is_kept_nowhere(visitor, path):
    answer = visitor.get(path)

    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    "path", ["/account/login/", "/editing/", "/managing/accounts/"]
)
def test_nothing_behind_a_door_is_kept(visitor, path):
    answer = visitor.get(path)

    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "BREW"])
@pytest.mark.parametrize("path", ["/search/", "/managing/accounts/invite/"])
def test_odd_methods_are_refused(visitor, method, path):
    assert visitor.generic(method, path).status_code in {403, 405}


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "BREW"])
def test_a_method_hidden_in_a_header_is_not_obeyed(visitor, method):
    answer = visitor.get("/search/", headers={"X-HTTP-Method-Override": method})

    assert answer.status_code == 200


def test_a_method_we_do_not_serve_is_405(visitor):
    assert visitor.generic("DELETE", "/search/").status_code == 405


@pytest.mark.parametrize(
    "host",
    ["evil.example.com", "send.example.org.evil.example.com", "127.0.0.1:8@evil"],
)
@override_settings(ALLOWED_HOSTS=["send.example.org"])
def test_another_sites_name_is_refused(visitor, host):
    answer = visitor.get("/search/", headers={"Host": host})

    assert answer.status_code == 400
    assert "evil" not in answer.content.decode()


@override_settings(ALLOWED_HOSTS=["send.example.org"])
def test_a_host_that_a_proxy_did_not_check_is_not_believed(visitor):
    answer = visitor.get(
        "/time-limits",
        headers={"Host": "send.example.org", "X-Forwarded-Host": "evil.example.com"},
    )

    assert answer.status_code == 301
    assert answer.url == "/time-limits/"


ELSEWHERE = [
    "https://evil.example.com/",
    "//evil.example.com/",
    "///evil.example.com/",
    "////evil.example.com",
    "/\\evil.example.com",
    "\\\\evil.example.com",
    "\\/\\/evil.example.com",
    "/\t/evil.example.com",
    "\t//evil.example.com",
    "/%09/evil.example.com",
    "https:evil.example.com",
    "https:/evil.example.com",
    "http:\\\\evil.example.com",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "//testserver@evil.example.com/",
    "https://testserver@evil.example.com/",
    "https://testserver.evil.example.com/",
    "//evil%E3%80%82example%E3%80%82com",
    "\x00//evil.example.com",
    "https://[::1]:80@evil.example.com",
]


@pytest.mark.parametrize("to", ELSEWHERE)
def test_signing_in_never_leads_to_another_site(visitor, to):
    services.make_account(email=OONA.email, name="Oona", password=PASSWORD)
    answer = visitor.post(
        "/account/login/",
        {"login": OONA.email, "password": PASSWORD, "next": to},
        query_params={"next": to},
    )

    assert answer.status_code == 302
    assert answer.url.startswith("/")
    assert not answer.url.startswith(("//", "/\\", "/\t"))


@pytest.mark.parametrize("path", ["/account/login/", "/feedback/", "/account/logout/"])
def test_a_form_without_its_token_changes_nothing(path):
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.force_login(account_of(OONA))

    assert strict.post(path, {"words": "x"}).status_code in {403, 404}


def test_a_page_under_a_false_name_is_not_there(visitor):
    """A cache in between must never take somebody's page for a file."""
    for path in ("/managing/accounts/a.css", "/search/a.css", "/account/login/a.js"):
        assert visitor.get(path).status_code == 404


def test_no_cookie_holds_more_than_it_must(visitor):
    answer = visitor.get("/account/login/")

    for name, cookie in answer.cookies.items():
        assert len(cookie.value) < 200, name
        assert cookie["httponly"]
        assert cookie["samesite"] in {"Lax", "Strict"}
        assert name in {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}


def test_only_the_small_list_for_other_sites_may_be_framed(visitor):
    answer = visitor.get("/local-offer/embed/?q=short+break")

    assert answer.status_code == 200
    assert policy_of(answer)["frame-ancestors"] == "*"
    assert policy_of(answer)["script-src"] == "'none'"
    assert policy_of(answer)["form-action"] == "'none'"
    assert "X-Frame-Options" not in answer
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not answer.cookies
    assert answer["Cache-Control"] == "no-store"
    assert [e.prefix for e in ENVELOPES if e.framed] == ["/local-offer/embed/"]


@pytest.mark.parametrize(
    "path", ["/", "/local-offer/", "/local-offer/embed/x/", "/local-offer/my-plan/"]
)
def test_nothing_else_may_be_framed(visitor, path):
    answer = visitor.get(path)

    assert policy_of(answer)["frame-ancestors"] == "'none'"
    assert answer["X-Frame-Options"] == "DENY"


def test_only_the_local_offer_may_ask_a_browser_where_it_is(visitor):
    said = visitor.get("/local-offer/")["Permissions-Policy"]

    assert "geolocation=(self)" in said
    assert "geolocation=()" in visitor.get("/search/")["Permissions-Policy"]
