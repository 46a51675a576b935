"""Fetching what another server publishes, with every care.

Only http and https; only public machines, looked up once and then held to; redirects
are followed a few times and judged anew each time; what comes may not be too much and
may not take too long, however slowly it drips.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from waymark.gateways import addresses
from waymark.gateways.addresses import Address

MayReach = Callable[[Address], bool]

AGENT = "Waymark (Local Offer; https://openreferraluk.org)"
PORTS = {"http": 80, "https": 443}
AT_A_TIME = 65_536


class NotFetched(Exception):
    """The address gave nothing that may be used; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one fetch may take: bytes, seconds in all, seconds of silence."""

    bytes: int = 64_000_000
    seconds: float = 60.0
    silence: float = 15.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: the status, the content and the address that gave it in the end."""

    status: int
    content: bytes
    address: str


def fetch(
    address: str, *, limits: Limits | None = None, may_reach: MayReach | None = None
) -> Fetched:
    """Get what an address gives.

    `may_reach` says which machines may be asked; only a test gives another answer
    than the public internet.

    Raises: NotFetched, with a sentence, for anything that goes wrong on the way. An
    answer with an error status is an answer.
    """
    limits = limits or Limits()
    end = time.monotonic() + limits.seconds
    for _ in range(limits.redirects + 1):
        there = _judged(address)
        answer = _ask(there, _machine(there, may_reach), limits, end)
        if answer.moved_to is None:
            return Fetched(answer.status, answer.content, address)
        address = _followed(address, answer.moved_to)
    raise NotFetched(f"{address} sends us on again and again.")


def _judged(address: str) -> SplitResult:
    try:
        there = urlsplit(address)
        there.port  # noqa: B018 - a port that is none is found out here
    except ValueError:
        raise NotFetched(f"{address!r} is not a web address.") from None
    if there.scheme not in PORTS or not there.hostname:
        raise NotFetched(f"{address!r} does not begin with https:// or http://.")
    if there.username or there.password:
        raise NotFetched("Leave the name and the password out of the address.")
    return there


def _followed(address: str, moved_to: str) -> str:
    onward = urljoin(address, moved_to)
    if address.startswith("https:") and not onward.startswith("https:"):
        raise NotFetched(f"{address} sends us on to a place without https.")
    return onward


def _machine(there: SplitResult, may_reach: MayReach | None) -> tuple[str, int]:
    """The machine to connect to. Every address of the name must be one we may reach.

    It is looked up once, and the connection is made to what was found: a name that
    answers otherwise a moment later gains nothing.
    """
    allowed = may_reach or addresses.is_public
    port = there.port or PORTS[there.scheme]
    try:
        found = socket.getaddrinfo(there.hostname, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NotFetched(f"No machine is called {there.hostname}.") from None
    machines = [str(entry[4][0]).split("%")[0] for entry in found]
    if not machines or not all(allowed(ipaddress.ip_address(m)) for m in machines):
        raise NotFetched(f"{there.hostname} is not on the public internet.")
    return machines[0], port


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    content: bytes
    moved_to: str | None


def _ask(
    there: SplitResult, machine: tuple[str, int], limits: Limits, end: float
) -> _Answer:
    left = end - time.monotonic()
    if left <= 0:
        raise NotFetched(f"{there.hostname} takes too long.")
    connection = _Connection(there, machine, min(limits.silence, left))
    # A line that drips letter by letter is never silent: this cuts it off.
    cutting = threading.Timer(left, connection.cut)
    cutting.daemon = True
    cutting.start()
    try:
        return _answered(connection, there, limits)
    except (OSError, http.client.HTTPException, ssl.SSLError) as problem:
        said = "takes too long" if _is_late(problem, end) else "does not answer well"
        raise NotFetched(f"{there.hostname} {said}.") from problem
    finally:
        cutting.cancel()
        connection.close()


def _is_late(problem: BaseException, end: float) -> bool:
    return isinstance(problem, TimeoutError) or time.monotonic() >= end - 0.05


def _answered(connection: "_Connection", there: SplitResult, limits: Limits) -> _Answer:
    path = there.path or "/"
    target = f"{path}?{there.query}" if there.query else path
    headers = {
        "Accept": "application/json",
        "Accept-Encoding": "identity",
        "User-Agent": AGENT,
    }
    try:
        connection.request("GET", target, headers=headers)
    except (ValueError, http.client.InvalidURL):
        raise NotFetched(f"{there.hostname}: the address holds odd letters.") from None
    answer = connection.getresponse()
    moved_to = answer.getheader("Location")
    if answer.status in {301, 302, 303, 307, 308} and moved_to:
        return _Answer(answer.status, b"", moved_to)
    if answer.getheader("Content-Encoding", "identity") != "identity":
        raise NotFetched(
            f"{there.hostname} packs its answer, which we did not ask for."
        )
    return _Answer(answer.status, _content(answer, there, limits, connection), None)


def _content(
    answer: http.client.HTTPResponse,
    there: SplitResult,
    limits: Limits,
    connection: "_Connection",
) -> bytes:
    parts, length = [], 0
    while part := answer.read1(AT_A_TIME):
        length += len(part)
        if length > limits.bytes:
            most = limits.bytes // 1_000_000
            raise NotFetched(f"{there.hostname} sends more than {most} MB at once.")
        parts.append(part)
    if connection.was_cut:
        raise TimeoutError
    if answer.length:
        raise NotFetched(f"{there.hostname} stopped in the middle of its answer.")
    return b"".join(parts)


class _Connection(http.client.HTTPConnection):
    """A connection to the machine that was looked up, under the name that was asked."""

    def __init__(
        self, there: SplitResult, machine: tuple[str, int], silence: float
    ) -> None:
        super().__init__(str(there.hostname), there.port, timeout=silence)
        if there.scheme == "https" and there.port is None:
            self.default_port = self.port = PORTS["https"]
        self._machine, self._silence = machine, silence
        self._secure = there.scheme == "https"
        self.was_cut = False

    def connect(self) -> None:
        """Connect, with TLS under the name that was asked for."""
        self.sock = socket.create_connection(self._machine, self._silence)
        if self._secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)

    def cut(self) -> None:
        """End the connection under whoever reads from it."""
        self.was_cut = True
        line = self.sock
        if line is not None:
            try:
                line.shutdown(socket.SHUT_RDWR)
            except OSError:
                return
