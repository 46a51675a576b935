"""A child at two devices, over plain HTTP: draws and writes until the plug is pulled."""

import re
import threading
import time
import urllib.error
import urllib.request
from http.client import HTTPException

from tests.programs import Store
from tests.rooms.config.editor import Editor
from tests.rooms.files.samples import picture

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


class Sending(threading.Thread):
    """Sends one thing after another until the plug is pulled."""

    #: The question that each is an answer to, so that each can be found again.
    about = ""

    def __init__(self, child: Editor, page: str, round_: int) -> None:
        super().__init__()
        self.child, self.page, self.round = child, page, round_
        self.acknowledged: list[str] = []

    def run(self) -> None:
        try:
            shown = self.child.get(self.page)
            token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', shown)
            for number in range(1_000):
                question = f"round {self.round} {self.about} {number}"
                if self.send({"csrfmiddlewaretoken": token.group(1)}, question) != 302:
                    return
                self.acknowledged.append(question)
        except PLUG_PULLED:
            return

    def send(self, fields: dict[str, str], question: str) -> int:
        raise NotImplementedError

    def wait_for_the_first(self) -> None:
        last_moment = time.monotonic() + 30
        while not self.acknowledged and time.monotonic() < last_moment:
            assert self.is_alive(), f"no {self.about} was taken at all"
            time.sleep(0.005)


class Drawing(Sending):
    about = "drawing"
    content = picture("PNG", (600, 600))

    def send(self, fields: dict[str, str], question: str) -> int:
        said = {**fields, "medium": "drawing", "words": "A boat.", "asked": question}
        kind = f"multipart/form-data; boundary={EDGE}"
        return self.child.post(self.page, form_of(said, self.content), kind)


class Saying(Sending):
    about = "words"

    def send(self, fields: dict[str, str], question: str) -> int:
        said = {**fields, "medium": "typed", "words": "I like it.", "asked": question}
        return self.child.send(self.page, list(said.items()), self.page)


def page_of_the_child(child: Editor) -> str:
    child.sign_in_as("Rowan")
    found = re.search(r'href="(/people/[0-9a-f-]{36}/)"', child.get("/my/"))
    assert found
    return found.group(1)


def both_sending(child: Editor, record: str, round_: int) -> list[Sending]:
    """The same child at two devices: one draws, the other writes."""
    sending: list[Sending] = [
        Drawing(child, f"{record}voice/show/", round_),
        Saying(child, f"{record}voice/words/", round_),
    ]
    return sending


def kept_of(store: Store) -> list[str]:
    """What is kept whole: words, and drawings whose file is theirs."""
    said = store.rows(
        "SELECT v.asked FROM people_voiceitem v LEFT JOIN files_storedfile f "
        "ON f.id = v.file_id WHERE v.asked LIKE 'round %' "
        "AND (v.medium = 'typed' OR f.reference <> '')",
    )
    return [asked for (asked,) in said]


def written_down(store: Store) -> int:
    """How many additions the audit knows of."""
    ((number,),) = store.rows(
        "SELECT count(*) FROM access_auditentry "
        "WHERE act = 'wrote' AND what LIKE 'voice %'",
    )
    return int(number)
