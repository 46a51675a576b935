"""Runs the real `waymark` programs, each in a store of its own, as people run them."""

import fcntl
import hashlib
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ON_POSTGRESQL = os.environ.get("WAYMARK_DATABASE") == "postgresql"
DEMONSTRATE = "waymark.config.demonstrate"


@dataclass
class Store:
    """A data folder, and on PostgreSQL a database, that nobody else uses."""

    data: Path
    database: str = field(default_factory=lambda: f"waymark_{uuid.uuid4().hex[:12]}")
    copied_from: str = "template1"

    def __post_init__(self) -> None:
        if ON_POSTGRESQL:
            _sql(f'CREATE DATABASE "{self.database}" TEMPLATE "{self.copied_from}"')

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

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        """What the store itself says, past every part of Waymark."""
        if ON_POSTGRESQL:
            import psycopg

            with psycopg.connect(dbname=self.database) as connection:
                return connection.execute(question).fetchall()
        with closing(sqlite3.connect(self.data / "waymark.sqlite3")) as embedded:
            return embedded.execute(question).fetchall()

    def soundness(self) -> list[tuple[Any, ...]]:
        """What an embedded database says of itself; PostgreSQL keeps itself sound."""
        return [("ok",)] if ON_POSTGRESQL else self.rows("PRAGMA integrity_check")

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
        assert self.program.stdout
        # Not communicate(): it passes over what the loop above has read ahead.
        self.said += self.program.stdout.read()
        self.program.stdout.close()
        return self.program.wait(timeout=20), time.monotonic() - began

    def kill(self) -> None:
        """Pull the plug on every process of it at once."""
        os.killpg(self.program.pid, signal.SIGKILL)
        self.program.communicate(timeout=20)

    def end(self) -> None:
        if self.program.poll() is None:
            self.stop()


#: What was put off is done at once, so that no copy begins with a thousand jobs.
FILL = {
    "empty": "from waymark.config import store; store.open_store()",
    "demonstration": """
from waymark.config import demonstrate, settings, store
settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
store.open_store()
demonstrate._load_once()
""",
}


def an_empty_store(folder: Path) -> Store:
    """A store of its own whose tables are made, and in which nothing is yet."""
    return _cast("empty", folder)


def a_demonstration(folder: Path) -> Store:
    """A store of its own that holds the worked example."""
    return _cast("demonstration", folder)


def _cast(kind: str, folder: Path) -> Store:
    """A copy of a mould, which takes many seconds to make.

    So it is made once for each state of the code and copied from then on.
    """
    moulds = ROOT / "build" / "moulds" / kind
    moulds.mkdir(parents=True, exist_ok=True)
    mould = moulds / _fingerprint()
    with (moulds / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not mould.exists():
            _forget_old(moulds)
            _fill(kind, mould)
    shutil.copytree(mould, folder, dirs_exist_ok=True)
    return Store(folder, copied_from=_mould_database(kind) if ON_POSTGRESQL else "")


def _fill(kind: str, mould: Path) -> None:
    making = mould.with_suffix(".making")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir()
    store = Store(making, database=_mould_database(kind))
    loaded = subprocess.run(
        [sys.executable, "-c", FILL[kind]],
        cwd=ROOT,
        env=store.environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert loaded.returncode == 0, loaded.stderr
    making.rename(mould)


def _fingerprint() -> str:
    """Changes when anything changes that the worked example is loaded with or from."""
    read = hashlib.sha256(
        os.environ.get("PGHOST", "").encode() if ON_POSTGRESQL else b""
    )
    for folder in ("waymark", "areas", "requirements"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".toml", ".txt", ".csv", ".json"}:
                read.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return read.hexdigest()[:16]


def _mould_database(kind: str) -> str:
    return f"waymark_{kind}_{_fingerprint()}"


def _forget_old(moulds: Path) -> None:
    """Keep the two newest: one for each kind of database."""
    held = sorted(moulds.glob("[0-9a-f]*"), key=lambda path: path.stat().st_mtime)
    for path in held[:-1]:
        shutil.rmtree(path, ignore_errors=True)


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
