"""Web and jobs together in the foreground, until somebody stops them."""

import os
import signal
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from types import FrameType
from typing import Any

from waymark.config.store import close_store

HOST = "127.0.0.1"
SECONDS_TO_STOP = 3


class PortTaken(Exception):
    """Another program already listens where Waymark would."""


def require_free(port: int) -> None:
    """Raises PortTaken, with what to do, if the port is not free."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as problem:
            raise PortTaken(
                f"Port {port} is taken by another program. Stop that program, "
                f"or choose another port: make run PORT={port + 1}"
            ) from problem


def serve(*, port: int, words: str) -> int:
    """Serve on the loopback address until TERM or INT; then 0, or 1 if a part fell.

    `words` are printed after the Ready line, when the first page has answered.
    """
    close_store()
    children = {_fork(lambda: _web(port)): "web", _fork(work_off_jobs): "jobs"}
    stopping = threading.Event()
    _stop_on_signals(stopping, list(children))
    threading.Thread(
        target=_announce, args=(port, words, stopping), daemon=True
    ).start()
    fallen = _wait_for_the_first_to_end(children)
    clean = stopping.is_set()
    stopping.set()
    _stop(list(children))
    if not clean:
        print(f"The {fallen} part of Waymark stopped by itself.", file=sys.stderr)
    return 0 if clean else 1


def _fork(work: Callable[[], None]) -> int:
    """Run `work` in a child process, which ends when it returns."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _web(port: int) -> None:
    """gunicorn's own loop over the application that is already loaded."""
    from gunicorn.app.base import BaseApplication

    from waymark.config.wsgi import application

    class Local(BaseApplication):
        def load_config(self) -> None:
            options: dict[str, Any] = {
                "bind": f"{HOST}:{port}",
                "workers": 2,
                "preload_app": True,
                "graceful_timeout": SECONDS_TO_STOP - 1,
                "loglevel": "warning",
                "max_requests": 2000,
                "max_requests_jitter": 200,
                "control_socket_disable": True,
            }
            for name, value in options.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Any:
            return application

    Local().run()


def work_off_jobs() -> None:
    """The worker that does what was put off, until it is told to stop."""
    from waymark.jobs import worker

    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    worker.run(stop)


def _stop_on_signals(stopping: threading.Event, children: list[int]) -> None:
    def stop(number: int, frame: FrameType | None) -> None:
        stopping.set()
        _tell(children, signal.SIGTERM)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)


def _wait_for_the_first_to_end(children: dict[int, str]) -> str:
    while True:
        try:
            ended, _ = os.wait()
        except ChildProcessError:
            return "web"
        if ended in children:
            return children.pop(ended)


def _tell(children: list[int], number: int) -> None:
    for child in children:
        try:
            os.kill(child, number)
        except ProcessLookupError:
            continue


def _stop(children: list[int]) -> None:
    """End the children kindly within the seconds allowed, then firmly."""
    _tell(children, signal.SIGTERM)
    last_moment = time.monotonic() + SECONDS_TO_STOP
    left = set(children)
    while left and time.monotonic() < last_moment:
        left = {child for child in left if not _has_ended(child)}
        time.sleep(0.02)
    _tell(list(left), signal.SIGKILL)


def _has_ended(child: int) -> bool:
    try:
        return os.waitpid(child, os.WNOHANG)[0] == child
    except ChildProcessError:
        return True


def _announce(port: int, words: str, stopping: threading.Event) -> None:
    """Print the Ready line as soon as the first page answers, not before."""
    address = f"http://{HOST}:{port}/"
    while not stopping.is_set():
        if _answers(address):
            print(f"Ready: http://localhost:{port}/\n{words}", flush=True)
            return
        stopping.wait(0.05)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2) as page:  # noqa: S310
            return bool(page.status == 200)
    except (urllib.error.URLError, OSError):
        return False
