"""Numbers that cannot ring and links that lead nowhere are found by a job."""

import http.server
import threading
from contextlib import contextmanager
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator

from tests.factories.accounts import account_of, actor_of
from tests.factories.keeping import an_entry
from tests.factories.localoffer import an_id
from tests.factories.organisations import an_authority
from tests.people import OONA
from waymark.localoffer import services as offering
from waymark.localoffer.assurance import links, phones, queries, services
from waymark.localoffer.models import CheckedLink, RecordFault, Service


@pytest.mark.parametrize(
    "number",
    [
        "01702 215000",
        "020 7946 0123",
        "+44 (0)1702 215000",
        "0300 123 4567",
        "0800 1111",
        "116 123",
        "999",
        "119",
        "85258",
        "01702 215000 option 2",
        "01702 215000 ext 3",
    ],
)
def test_a_number_that_can_ring_is_right(number):
    assert phones.problem_with(number) == ""


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("01702 21500", "Check each digit"),
        ("01702 2150000", "too many or too few"),
        ("0999 123 4567", "Check each digit"),
        ("ring us", "not a telephone number"),
        ("", "not a telephone number"),
    ],
)
def test_a_number_that_cannot_is_not(number, says):
    assert says in phones.problem_with(number)


def test_numbers_are_found_wherever_they_stand():
    record = {
        "phones": [{"number": "1"}, {"number": " "}, "odd"],
        "contacts": [{"phones": [{"number": "2"}]}],
        "service_at_locations": [{"location": {"phones": [{"number": "3"}]}}],
    }

    assert list(phones.numbers_in(record)) == [
        ("phones[0].number", "1"),
        ("contacts[0].phones[0].number", "2"),
        ("service_at_locations[0].location.phones[0].number", "3"),
    ]


def test_links_are_found_in_fields_and_in_words_but_not_in_terms():
    record = {
        "url": "https://a.example.org",
        "email": "https://not.example.org",
        "description": '<a href="https://b.example.org/x">here</a>',
        "attributes": [{"taxonomy_term": {"term_uri": "x", "url": "https://c.org"}}],
        "organization": {"website": "https://d.example.org"},
    }

    assert [link for _, link in links.links_in(record)] == [
        "https://a.example.org",
        "https://b.example.org/x",
        "https://d.example.org",
    ]


# ---- asking, on this machine alone ----------------------------------------------------


class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        status = int(self.path.strip("/") or 200)
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        """Say nothing."""


@contextmanager
def a_site():
    with http.server.HTTPServer(("127.0.0.1", 0), Pages) as server:
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            serving.join()


@pytest.mark.real_time
@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/200", ""),
        ("/403", ""),
        ("/429", ""),
        ("/404", "The page is not there any more."),
        ("/410", "The page is not there any more."),
        ("/500", "The page answers with the error 500."),
    ],
)
def test_an_address_is_asked(path, says):
    with a_site() as site:
        assert links.problem_with(site + path, may_reach=lambda _: True) == says


def test_an_address_of_this_network_is_never_asked():
    assert "not on the public internet" in links.problem_with("http://127.0.0.1/")


def test_a_page_too_long_to_read_is_there_all_the_same(monkeypatch):
    def long(address, **_more):
        raise links.NotFetched("a.example.org sends more than 3 MB at once.")

    monkeypatch.setattr(links, "fetch", long)

    assert links.problem_with("https://a.example.org") == ""


# ---- the job --------------------------------------------------------------------------

GOOD, BAD = "https://good.example.org", "https://bad.example.org"


def ask(address: str) -> str:
    return "The page is not there any more." if address == BAD else ""


@pytest.fixture
def choir(db):
    an_authority()
    return an_entry("Gull Choir", url=BAD)


def faults():
    return [(f.service.name, f.kind, f.value) for f in queries.faults(actor_of(OONA))]


def test_a_link_that_fails_twice_is_a_fault_and_goes_when_it_answers(
    choir, an_ordinary_tuesday_in_term
):
    services.look_over()
    assert services.check_links(ask=ask) == 1
    services.look_over()
    assert faults() == []
    assert services.check_links(ask=ask) == 0

    an_ordinary_tuesday_in_term.shift(timedelta(days=8))
    services.check_links(ask=ask)
    services.look_over()
    assert faults() == [("Gull Choir", "link", BAD)]

    an_ordinary_tuesday_in_term.shift(timedelta(days=8))
    services.check_links(ask=lambda address: "")
    services.look_over()
    assert faults() == []


def test_a_fault_keeps_the_day_it_was_found(choir, an_ordinary_tuesday_in_term):
    phone = [{"id": an_id("x"), "number": "01702 21"}]
    key = an_entry("Dead Line", "Lines")
    record = {**Service.objects.get(pk=key).document, "phones": phone}
    offering.publish_record(record)
    services.look_over()
    an_ordinary_tuesday_in_term.shift(timedelta(days=8))
    services.look_over()
    [fault] = RecordFault.objects.all()

    assert str(fault.found_on) == "2026-01-13"
    assert fault.field == "phones[0].number"


def test_what_no_entry_links_to_any_more_is_forgotten(choir):
    services.look_over()
    assert CheckedLink.objects.get().address == BAD
    record = {**Service.objects.get(pk=choir).document, "url": GOOD}
    offering.publish_record(record)
    services.look_over()

    assert CheckedLink.objects.get().address == GOOD


def test_what_is_not_shown_any_more_has_no_faults(choir):
    Service.objects.filter(pk=choir).update(status="active")
    RecordFault.objects.create(
        service_id=choir,
        kind="link",
        field="url",
        value=BAD,
        says="x",
        found_on="2026-01-13",
    )
    Service.objects.filter(pk=choir).update(status="defunct")

    assert services.look_over() == 0


def test_the_team_sees_the_faults_and_confirms_in_bulk(
    client, choir, an_ordinary_tuesday_in_term
):
    RecordFault.objects.create(
        service_id=choir,
        kind="link",
        field="url",
        value=BAD,
        says="Gone.",
        found_on="2026-01-13",
    )
    account = account_of(OONA)
    Authenticator.objects.create(
        user=account, type=Authenticator.Type.TOTP, data={"secret": "x"}
    )
    an_ordinary_tuesday_in_term.shift(timedelta(days=200))
    client.force_login(account)
    here = "/managing/local-offer/"
    RecordFault.objects.create(
        service_id=choir,
        kind="phone",
        field="phones[0].number",
        value="0116 4",
        says="is no number.",
        found_on="2026-01-13",
    )
    faults = client.get(f"{here}faults/").content.decode()
    assert f"{BAD}: Gone." in faults
    assert "0116 4 is no number." in faults
    assert "Gone." in client.get(f"{here}entries/{choir}/").content.decode()
    listed = f"{here}confirming/sinking/"
    assert "Gull Choir" in client.get(listed).content.decode()
    assert client.post(listed, {}).status_code == 422
    client.post(listed, {"services": str(choir)})

    assert (
        "every entry of this kind is confirmed" in client.get(listed).content.decode()
    )
    assert client.get(f"{here}confirming/current/").status_code == 404
    client.post(f"{here}entries/{choir}/confirm/")
    page = client.get(f"{here}entries/{choir}/").content.decode()
    assert "by the team of the Local Offer" in page
