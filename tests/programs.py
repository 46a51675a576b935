"""Runs the real `waymark` programs, each in a store of its own, as people run them."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass
class Store:
    """A data folder, and on PostgreSQL a database, that nobody else uses."""

    data: Path
    database: str = field(default_factory=lambda: f"waymark_{uuid.uuid4().hex[:12]}")

    def __post_init__(self) -> None:
        if os.environ.get("WAYMARK_DATABASE") == "postgresql":
            _sql(f'CREATE DATABASE "{self.database}"')

    @property
    def environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith("DJANGO_")}
        kept.pop("WAYMARK_TODAY", None)
        kept.pop("WAYMARK_STATIC", None)
        return {**kept, "DATA": str(self.data), "PGDATABASE": self.database}

    def waymark(self, *words: str, today: str = "") -> subprocess.CompletedProcess[str]:
        """Run the `waymark` command to its end."""
        pretended = {"WAYMARK_TODAY": today} if today else {}
        return subprocess.run(
            [sys.executable, "-m", "waymark", *words],
            cwd=ROOT,
            env={**self.environment, **pretended},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    @contextmanager
    def serving(self, module: str, *words: str) -> Iterator["Served"]:
        """Serve until the end of the block, then stop by TERM."""
        port = free_port()
        program = subprocess.Popen(
            [sys.executable, "-m", module, *words, f"--port={port}"],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        served = Served(program, port)
        try:
            served.wait_until_ready()
            yield served
        finally:
            served.end()


@dataclass
class Served:
    """A running Waymark."""

    program: subprocess.Popen[str]
    port: int
    said: str = ""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def wait_until_ready(self) -> None:
        assert self.program.stdout
        for line in self.program.stdout:
            self.said += line
            if line.startswith("Ready:"):
                return
        raise AssertionError(f"it stopped before it was ready: {self.said}")

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, float]:
        """Tell it to stop; its exit code and how many seconds it took."""
        began = time.monotonic()
        self.program.send_signal(number)
        rest, _ = self.program.communicate(timeout=20)
        self.said += rest
        return self.program.returncode, time.monotonic() - began

    def kill(self) -> None:
        """Pull the plug on every process of it at once."""
        os.killpg(self.program.pid, signal.SIGKILL)
        self.program.communicate(timeout=20)

    def end(self) -> None:
        if self.program.poll() is None:
            self.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def link_in(words: str) -> str:
    """The path of the address that a program printed."""
    found = re.search(r"https?://[^/\s]+(/\S+)", words)
    assert found, words
    return found.group(1)


def _sql(statement: str) -> None:
    import psycopg

    with psycopg.connect(dbname="postgres", autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[call-overload]
