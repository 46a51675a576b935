"""The nginx we ship keeps slow and false clients away from the pages."""

import json
import socket
import ssl
import subprocess
import time

import pytest

from tests.house import front
from tests.programs import ROOT

pytestmark = [pytest.mark.real_time, pytest.mark.slow]
CANARY = "canary-2026-01-05"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with front.serving(tmp_path_factory.mktemp("front")) as running:
        yield running


def arrived(served, path="/", **headers: str) -> dict[str, str]:
    _, body = served.ask(path, headers=headers)
    return json.loads(body)


def test_the_configuration_is_good(tmp_path):
    front.write_configuration(tmp_path)
    answer = subprocess.run(
        front.nginx(tmp_path, "-t"), capture_output=True, text=True, check=False
    )

    assert answer.returncode == 0, answer.stderr
    assert "warn" not in answer.stderr


def test_what_a_client_says_of_its_own_address_is_replaced(served):
    told = arrived(
        served,
        **{
            "X-Forwarded-For": "203.0.113.9, 203.0.113.10",
            "X-Forwarded-Proto": "http",
            "X-Forwarded-Host": "evil.example.com",
            "Forwarded": "for=203.0.113.9;host=evil.example.com",
        },
    )

    assert told["HTTP_X_FORWARDED_FOR"] == "127.0.0.1"
    assert told["HTTP_X_FORWARDED_PROTO"] == "https"
    assert not told.get("HTTP_X_FORWARDED_HOST")
    assert not told.get("HTTP_FORWARDED")


@pytest.mark.parametrize(
    ("path", "program"),
    [
        ("/", "web"),
        ("/people/", "web"),
        ("/account/login/", "door"),
        ("/accounts", "web"),
    ],
)
def test_signing_in_has_a_program_of_its_own(served, path, program):
    assert arrived(served, path)["BEHIND"] == program


def test_the_pages_hear_the_name_that_was_asked_for(served):
    assert arrived(served)["HTTP_HOST"] == front.NAME


def test_plain_http_is_sent_to_https_with_its_dates(served):
    answer, _ = served.ask(
        "/routemaps/a/my-dates/?request-received=2026-01-05", secure=False
    )

    assert answer.status == 301
    assert answer.headers["Location"] == (
        f"https://{front.NAME}/routemaps/a/my-dates/?request-received=2026-01-05"
    )


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/", {"Host": "evil.example.com"}),
        ("/%0d%0aSet-Cookie:%20a=b", {}),
        ("//evil.example.com/", {}),
    ],
)
def test_nobody_steers_the_way_to_https(served, path, headers):
    answer, _ = served.ask(path, secure=False, headers=headers)

    assert answer.headers["Location"].startswith(f"https://{front.NAME}/")
    assert "Set-Cookie" not in answer.headers


def test_fifty_slow_clients_do_not_stop_an_ordinary_request(served):
    slow = [half_a_request(served.secure) for _ in range(50)]
    try:
        last_moment = time.monotonic() + 5
        asked = 0
        while asked < 10 and time.monotonic() < last_moment:
            answer, _ = served.ask("/", timeout=5)
            assert answer.status == 200
            asked += 1
    finally:
        for connection in slow:
            connection.close()

    assert asked == 10


def half_a_request(port: int) -> ssl.SSLSocket:
    """A client that says hello and then never finishes its headers."""
    connection = ssl._create_unverified_context().wrap_socket(
        socket.create_connection(("127.0.0.1", port), timeout=5)
    )
    connection.sendall(f"GET / HTTP/1.1\r\nHost: {front.NAME}\r\nX-Slow: ".encode())
    return connection


def test_no_dates_search_words_or_addresses_of_people_are_logged(served):
    served.ask(
        f"/search/?q={CANARY}", headers={"Referer": f"https://a.example/?{CANARY}"}
    )
    served.ask(f"/search/?q={CANARY}", secure=False)
    access = (served.folder / "access.log").read_text()

    assert '"GET /search/"' in access
    assert "127.0.0.1" not in access
    for name in ("access.log", "error.log", "start.log", "front.log"):
        assert CANARY not in (served.folder / name).read_text()


@pytest.mark.parametrize(
    "door", ["/account/invitation/", "/account/password/reset/key/", "/preview/"]
)
def test_what_opens_a_door_is_not_logged(served, door):
    served.ask(f"{door}a-secret-that-opens/")
    log = served.folder / "access.log"
    last_moment = time.monotonic() + 10
    while f'"GET {door}"' not in (written := log.read_text()):
        # A line is written after its answer has gone.
        assert time.monotonic() < last_moment, written
        time.sleep(0.02)

    assert "a-secret-that-opens" not in written


def test_nginx_does_not_say_its_version(served):
    answer, _ = served.ask("/")

    assert answer.headers["Server"] == "nginx"


def test_people_read_what_to_do_while_the_pages_are_restarted(tmp_path):
    with front.serving(tmp_path) as running:
        running.behind.terminate()
        running.behind.wait(timeout=20)
        answer, body = running.ask("/time-limits/")

    assert answer.status == 502
    assert b'href="tel:999"' in body
    assert answer.headers["Cache-Control"] == "no-store"
    assert "'none'" in answer.headers["Content-Security-Policy"]


def test_the_program_behind_is_started_without_an_access_log():
    """gunicorn's own would write the whole address, dates and all."""
    unit = (ROOT / "deploy" / "systemd" / "waymark-web.service").read_text()

    assert "access-log" not in unit
    assert "unix:/run/waymark/web.sock" in unit
