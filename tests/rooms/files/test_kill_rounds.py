"""Pulling the plug while a child's drawings come in loses none that was acknowledged."""

import os
import random
import re
import threading
import time
import urllib.error
import urllib.request
from http.client import HTTPException

import pytest

from tests.programs import DEMONSTRATE, ON_POSTGRESQL, a_demonstration
from tests.rooms.config.editor import Editor
from tests.rooms.config.test_kill_rounds import rows, soundness
from tests.rooms.files.samples import picture

pytestmark = [pytest.mark.real_time, pytest.mark.slow]
#: The promise is the same on both, and the files lie beside either.
ROUNDS = int(os.environ.get("WAYMARK_KILL_ROUNDS") or (2 if ON_POSTGRESQL else 20))
PLUG_PULLED = (urllib.error.URLError, HTTPException, OSError)
EDGE = "invented-edge"


def form_of(fields: dict[str, str], content: bytes) -> bytes:
    """What a browser sends from a form with a file in it."""
    parts = [
        f'--{EDGE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    head = (
        f'--{EDGE}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n'
        "Content-Type: image/png\r\n\r\n"
    )
    return (
        "".join(parts).encode()
        + head.encode()
        + content
        + f"\r\n--{EDGE}--\r\n".encode()
    )


class Drawing(threading.Thread):
    """Sends one drawing after another until the plug is pulled."""

    def __init__(self, child: Editor, page: str, round_: int) -> None:
        super().__init__()
        self.child, self.page, self.round = child, page, round_
        self.acknowledged: list[str] = []

    def run(self) -> None:
        content = picture("PNG", (600, 600))
        try:
            shown = self.child.get(self.page)
            token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', shown)
            for number in range(1_000):
                question = f"round {self.round} drawing {number}"
                if self._send(token.group(1), question, content) != 302:
                    return
                self.acknowledged.append(question)
        except PLUG_PULLED:
            return

    def _send(self, token: str, question: str, content: bytes) -> int:
        fields = {
            "csrfmiddlewaretoken": token,
            "medium": "drawing",
            "words": "A boat.",
            "asked": question,
        }
        kind = f"multipart/form-data; boundary={EDGE}"
        return self.child.post(self.page, form_of(fields, content), kind)

    def wait_for_the_first(self) -> None:
        last_moment = time.monotonic() + 30
        while not self.acknowledged and time.monotonic() < last_moment:
            assert self.is_alive(), "no drawing was taken at all"
            time.sleep(0.005)


def page_of_the_child(child: Editor) -> str:
    child.sign_in_as("Rowan")
    found = re.search(r'href="(/people/[0-9a-f-]{36}/)"', child.get("/my/"))
    assert found
    return f"{found.group(1)}voice/show/"


def test_kill_rounds_lose_no_acknowledged_drawing(tmp_path):
    store = a_demonstration(tmp_path)
    child, acknowledged, page = Editor(""), [], ""
    for round_ in range(1, ROUNDS + 1):
        with store.serving(DEMONSTRATE) as served:
            child.address = served.address
            page = page or page_of_the_child(child)
            drawing = Drawing(child, page, round_)
            drawing.start()
            drawing.wait_for_the_first()
            time.sleep(random.Random(round_).uniform(0, 0.3))
            served.kill()
            drawing.join(timeout=30)
            assert not drawing.is_alive()
        acknowledged += drawing.acknowledged
        kept = [
            asked
            for (asked,) in rows(
                store,
                "SELECT v.asked FROM people_voiceitem v JOIN files_storedfile f "
                "ON f.id = v.file_id AND f.reference <> ''",
            )
        ]
        assert set(acknowledged) <= set(kept)
        assert len(kept) == len(set(kept)), "a drawing was kept twice"
        assert soundness(store) == [("ok",)]
    said = store.waymark("files", "verify")
    assert said.returncode == 0, said.stderr
    assert len(acknowledged) >= ROUNDS
