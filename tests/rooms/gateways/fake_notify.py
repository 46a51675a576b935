"""A GOV.UK Notify of our own on this machine, which remembers what it was given."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

#: In the shape that their client takes apart, and put together here: no real key.
KEY = "-".join(["invented", str(UUID(int=1)), str(UUID(int=2))])


@dataclass
class FakeNotify:
    """What arrived, and how it answers: `status` other than 0 refuses everything."""

    taken: list[dict[str, Any]] = field(default_factory=list)
    outcomes: dict[str, str] = field(default_factory=dict)
    refuses: int = 0
    slow: float = 0.0
    address: str = ""

    def take(self, channel: str, said: dict[str, Any]) -> dict[str, Any]:
        number = f"00000000-0000-0000-0000-{len(self.taken):012}"
        self.taken.append({**said, "id": number, "channel": channel})
        time.sleep(self.slow)
        return {"id": number}

    def asked(self, path: str) -> dict[str, Any]:
        parts = urlsplit(path)
        if parts.path == "/v2/notifications":
            (wanted,) = parse_qs(parts.query)["reference"]
            held = [one for one in self.taken if one["reference"] == wanted]
            return {"notifications": held}
        number = parts.path.rpartition("/")[2]
        return {"id": number, "status": self.outcomes.get(number, "sending")}


@contextmanager
def a_notify() -> Iterator[FakeNotify]:
    """One that answers on this machine until the end of the block."""
    fake = FakeNotify()

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            said = json.loads(self.rfile.read(length))
            self._answer(lambda: fake.take(self.path.rpartition("/")[2], said))

        def do_GET(self) -> None:
            self._answer(lambda: fake.asked(self.path))

        def _answer(self, make) -> None:
            said = {"errors": [{"message": "no: sefton@example.org"}]}
            status = fake.refuses or 200
            body = json.dumps(said if fake.refuses else make()).encode()
            try:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                return  # whoever asked was killed meanwhile

        def log_message(self, *words: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    fake.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
