"""Small servers on this machine that behave as other people's do, and worse."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Answering = Callable[[BaseHTTPRequestHandler], None]


def anywhere(_address: object) -> bool:
    """The one allowance that tests make: this machine may be asked."""
    return True


@contextmanager
def serving(answering: Answering) -> Iterator[str]:
    """A server until the end of the block; its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # noqa: N802 - the library's name
            try:
                answering(self)
            except (BrokenPipeError, ConnectionResetError):
                return

        def log_message(self, *_words: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def send(
    handler: BaseHTTPRequestHandler, content: bytes, status: int = 200, **headers: str
) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(content)))
    handler.end_headers()
    handler.wfile.write(content)


def send_json(handler: BaseHTTPRequestHandler, value: Any, status: int = 200) -> None:
    send(handler, json.dumps(value).encode(), status, Content_Type="application/json")


def question(handler: BaseHTTPRequestHandler) -> tuple[str, dict[str, str]]:
    """The path that was asked for, and what was asked."""
    there = urlsplit(handler.path)
    return there.path, {k: v[0] for k, v in parse_qs(there.query).items()}


@contextmanager
def dripping() -> Iterator[str]:
    """A server that sends one letter of its answer at a time and never ends."""
    listening = socket.create_server(("127.0.0.1", 0))
    ended = threading.Event()

    def drip() -> None:
        line, _ = listening.accept()
        with line:
            try:
                line.recv(4096)
                line.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
                while not ended.is_set():
                    line.sendall(b"a")
                    time.sleep(0.02)
            except OSError:
                return

    thread = threading.Thread(target=drip, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        ended.set()
        thread.join()
        listening.close()
