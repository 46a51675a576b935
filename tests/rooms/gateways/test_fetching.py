"""An address that somebody gave us reaches public machines only, and ends in time."""

import ipaddress
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rooms.gateways.servers import anywhere, dripping, send, serving
from waymark.gateways.addresses import is_public
from waymark.gateways.fetching import Limits, NotFetched, fetch

SHORT = Limits(bytes=1000, seconds=0.4, silence=0.3, redirects=3)
pytestmark = pytest.mark.real_time
#: A name and a password, put together here so that no file holds them together.
WHO = ":".join(["ada", "invented"])

NOT_PUBLIC = [
    "127.0.0.1", "127.8.9.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::",
    "fe80::1", "fd00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "2002:7f00:1::", "2002:a9fe:a9fe::", "64:ff9b::7f00:1", "64:ff9b::a00:1",
]  # fmt: skip


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_a_machine_that_is_not_on_the_public_internet_is_never_asked(address):
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_a_public_machine_may_be_asked(address):
    assert is_public(ipaddress.ip_address(address))


@given(st.ip_addresses(network="10.0.0.0/8") | st.ip_addresses(network="fc00::/7"))
def test_no_private_address_at_all_is_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "gopher://example.org/",
        "javascript:alert(1)",
        "https:///services",
        "example.org/services",
        "http://[::1",
        "http://example.org:port/",
        "",
    ],
)
def test_what_is_no_web_address_is_refused(address):
    with pytest.raises(NotFetched, match="not a web address|does not begin with"):
        fetch(address)


def test_a_name_and_a_password_do_not_belong_in_an_address():
    with pytest.raises(NotFetched, match="Leave the name and the password out"):
        fetch(f"https://{WHO}@example.org/")


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8170/",
        "http://localhost/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
    ],
)
def test_this_machine_is_not_asked_however_it_is_written(address):
    with pytest.raises(NotFetched, match="not on the public internet"):
        fetch(address)


def test_a_name_that_leads_to_a_private_machine_is_refused(monkeypatch):
    found = [(socket.AF_INET, 1, 6, "", (ip, 80)) for ip in ("8.8.8.8", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: found)

    with pytest.raises(NotFetched, match="not on the public internet"):
        fetch("http://feed.example.org/")


def test_a_name_that_changes_its_mind_gains_nothing(monkeypatch):
    """The machine is looked up once, and the connection goes to what was found."""
    asked = []
    real = socket.getaddrinfo

    def lookup(host, port, *more, **how):
        asked.append(host)
        return real("127.0.0.1" if "example" in str(host) else host, port, *more, **how)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    with serving(
        lambda handler: send(handler, handler.headers["Host"].encode())
    ) as base:
        port = base.rsplit(":", 1)[1]
        found = fetch(f"http://feed.example.org:{port}/", may_reach=anywhere)

    assert found.content == f"feed.example.org:{port}".encode()
    assert [host for host in asked if "example" in str(host)] == ["feed.example.org"]


def test_a_name_that_nobody_has_is_said(monkeypatch):
    def nobody(*_asked, **_how):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    with pytest.raises(NotFetched, match="No machine is called nobody.example.org"):
        fetch("https://nobody.example.org/")


def test_what_an_address_gives_comes_back():
    with serving(lambda handler: send(handler, b"[]", status=201)) as base:
        found = fetch(f"{base}/services?page=1", may_reach=anywhere)

    assert (found.status, found.content) == (201, b"[]")


def test_a_redirect_is_followed_and_judged_anew():
    def onward(handler):
        send(handler, b"", 302, Location=there)

    with (
        serving(lambda handler: send(handler, b"here")) as there,
        serving(onward) as base,
    ):
        assert fetch(base, may_reach=anywhere).content == b"here"

        answers = iter([True, False])
        with pytest.raises(NotFetched, match="not on the public internet"):
            fetch(base, may_reach=lambda _address: next(answers))


@pytest.mark.parametrize(
    "onward", ["file:///etc/passwd", "ftp://example.org/", f"http://{WHO}@127.0.0.1/"]
)
def test_a_redirect_to_somewhere_else_altogether_is_refused(onward):
    with (
        serving(lambda handler: send(handler, b"", 301, Location=onward)) as base,
        pytest.raises(NotFetched),
    ):
        fetch(base, may_reach=anywhere)


def test_redirects_in_a_ring_end():
    with (
        serving(lambda handler: send(handler, b"", 302, Location="/again")) as base,
        pytest.raises(NotFetched, match="again and again"),
    ):
        fetch(base, limits=SHORT, may_reach=anywhere)


def test_too_much_is_not_taken():
    with (
        serving(lambda handler: send(handler, b"x" * 5000)) as base,
        pytest.raises(NotFetched, match="sends more than"),
    ):
        fetch(base, limits=SHORT, may_reach=anywhere)


def test_an_answer_that_drips_letter_by_letter_ends():
    with dripping() as base, pytest.raises(NotFetched, match="takes too long"):
        fetch(base, limits=SHORT, may_reach=anywhere)


def test_silence_ends():
    listening = socket.create_server(("127.0.0.1", 0))
    with listening, pytest.raises(NotFetched, match="takes too long"):
        fetch(
            f"http://127.0.0.1:{listening.getsockname()[1]}/",
            limits=SHORT,
            may_reach=anywhere,
        )


def test_an_answer_that_stops_in_the_middle_is_said():
    def half(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "500")
        handler.end_headers()
        handler.wfile.write(b"half")

    with serving(half) as base, pytest.raises(NotFetched):
        fetch(base, may_reach=anywhere)


def test_an_answer_that_is_packed_is_refused():
    with (
        serving(lambda h: send(h, b"x", Content_Encoding="gzip")) as base,
        pytest.raises(NotFetched, match="packs its answer"),
    ):
        fetch(base, may_reach=anywhere)


def test_an_answer_that_is_none_is_said():
    with (
        serving(lambda handler: handler.wfile.write(b"hello there\n")) as base,
        pytest.raises(NotFetched, match="does not answer well"),
    ):
        fetch(base, may_reach=anywhere)


def test_odd_letters_in_an_address_reach_nobody():
    with (
        serving(lambda handler: send(handler, b"")) as base,
        pytest.raises(NotFetched, match="odd letters"),
    ):
        fetch(f"{base}/a b", may_reach=anywhere)
