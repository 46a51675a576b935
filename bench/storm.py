"""A sign-in storm: wrong passwords from everywhere, and how long other pages take then.

The storm is a program of its own, so that the one who measures is not slowed by it. It
comes from a new address with a new name each time, as attackers do, so that no limit
for one address or one account stops it.
"""

import http.client
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from urllib.parse import urlencode

from argon2 import PasswordHasher

from bench.measuring import Row
from bench.starting import free_port

PAGE = "/routemaps/ehc-needs-assessment/"
LOGIN = "/account/login/"
ROUNDS = 60
STORMERS = 6
AT_MOST = 2.0
AT_LEAST = 0.8


def rows() -> Iterator[Row]:
    """One page without and with a storm at the door, and how many the door lets try.

    The pages and the door are two programs, as the nginx that we ship has them.
    """
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as data:
        _filled(data)
        pages, door = free_port(), free_port()
        programs = [_served(data, pages, 2, 0), _served(data, door, 1, 10)]
        try:
            for port in (pages, door):
                _wait_for(port)
            _seconds(pages, 5)
            calm = _seconds(pages, ROUNDS)
            stormy, a_second = _in_a_storm(pages, door)
        finally:
            for program in programs:
                program.terminate()
                program.wait(timeout=20)
    yield Row(
        "sign-in",
        "a page while passwords are tried at the door",
        ROUNDS,
        stormy,
        "the page in a calm",
        stormy / calm,
        at_most=AT_MOST,
    )
    bare = _bare()
    yield Row(
        "sign-in",
        "passwords looked at in a storm, each",
        1,
        1 / a_second,
        "argon2 alone, as many a second",
        a_second * bare,
        at_least=AT_LEAST,
    )


def _filled(data: str) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "waymark.config.demonstrate", f"--port={free_port()}"],
        env={**os.environ, "DATA": data},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout
    if not any(line.startswith("Ready:") for line in program.stdout):
        raise AssertionError("it stopped before it was ready")
    program.send_signal(signal.SIGTERM)
    program.communicate(timeout=20)


def _served(data: str, port: int, workers: int, nice: int) -> "subprocess.Popen[str]":
    gunicorn = [sys.executable, "-m", "gunicorn", f"--bind=127.0.0.1:{port}"]
    return subprocess.Popen(
        ["nice", f"-n{nice}", *gunicorn, f"--workers={workers}", "waymark.config.wsgi"],
        env={**os.environ, "DATA": data, "WAYMARK_TRUSTED_PROXIES": "1"},
        stderr=subprocess.DEVNULL,
        text=True,
    )


def _wait_for(port: int) -> None:
    last_moment = time.monotonic() + 30
    while time.monotonic() < last_moment:
        with suppress(OSError):
            if _asked(port, "GET", PAGE)[0] == 200:
                return
        time.sleep(0.1)
    raise AssertionError("it did not answer")


def _bare() -> float:
    """The seconds that argon2 itself takes for one password, with our settings."""
    from waymark.accounts.hashing import OneCoreArgon2

    ours = OneCoreArgon2()
    hasher = PasswordHasher(
        time_cost=ours.time_cost,
        memory_cost=ours.memory_cost,
        parallelism=ours.parallelism,
    )
    taken = []
    for _ in range(ROUNDS // 4):
        began = time.perf_counter()
        hasher.hash("four plain words together")
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def _seconds(port: int, rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        status, _, _ = _asked(port, "GET", PAGE)
        taken.append(time.perf_counter() - began)
        if status != 200:
            raise AssertionError(f"the page answered {status}")
        time.sleep(0.02)
    return statistics.median(taken)


def _in_a_storm(pages: int, door: int) -> tuple[float, float]:
    """The median seconds of the page, and how many tries a second were answered."""
    storm = subprocess.Popen(
        [sys.executable, "-m", "bench.storm", str(door)],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        time.sleep(2)
        stormy = _seconds(pages, ROUNDS)
    finally:
        storm.send_signal(signal.SIGTERM)
        said, _ = storm.communicate(timeout=20)
    return stormy, float(said)


def _asked(
    port: int, method: str, path: str, body: str = "", **headers: str
) -> tuple[int, str, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        cookies = answer.headers.get_all("Set-Cookie") or []
    finally:
        connection.close()
    return answer.status, text, "; ".join(c.partition(";")[0] for c in cookies)


def _storm(port: int, tried: "count[int]", stopping: threading.Event) -> None:
    _, shown, cookie = _asked(port, "GET", LOGIN)
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', shown)
    assert found
    while not stopping.is_set():
        number = next(tried)
        body = urlencode(
            {
                "csrfmiddlewaretoken": found.group(1),
                "login": f"nobody.{number}@example.org",
                "password": "four plain words together",
            }
        )
        _asked(
            port,
            "POST",
            LOGIN,
            body,
            **{
                "Cookie": cookie,
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": f"http://127.0.0.1:{port}",
                "X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}."
                f"{number & 255}",
            },
        )


def _storm_until_told(port: int) -> None:
    tried, stopping, began = count(1), threading.Event(), time.monotonic()
    signal.signal(signal.SIGTERM, lambda *_: stopping.set())
    threads = [
        threading.Thread(target=_storm, args=(port, tried, stopping))
        for _ in range(STORMERS)
    ]
    for thread in threads:
        thread.start()
    stopping.wait()
    for thread in threads:
        thread.join()
    print((next(tried) - 1) / (time.monotonic() - began))


if __name__ == "__main__":
    _storm_until_told(int(sys.argv[1]))
