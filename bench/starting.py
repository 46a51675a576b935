"""How long `make run` takes until its first page has answered."""

import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

from bench.measuring import Row

ROUNDS = 5
WITHIN = 5.0


def rows() -> Iterator[Row]:
    """The first run, which loads the worked example, and every run after it."""
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as data:
        yield Row("starting", "the first run", 1, _until_ready(data))
        again = [_until_ready(data) for _ in range(ROUNDS)]
        yield Row("starting", "a later run", 1, statistics.median(again), within=WITHIN)


def _until_ready(data: str) -> float:
    began = time.perf_counter()
    program = subprocess.Popen(
        [sys.executable, "-m", "waymark.config.demonstrate", f"--port={free_port()}"],
        env={**os.environ, "DATA": data},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert program.stdout
        if not any(line.startswith("Ready:") for line in program.stdout):
            raise AssertionError("it stopped before it was ready")
        return time.perf_counter() - began
    finally:
        program.send_signal(signal.SIGTERM)
        program.communicate(timeout=20)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
