"""The database goes away and comes back: people are told, and nothing is started anew."""

import sqlite3
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.programs import DEMONSTRATE, ON_POSTGRESQL, Store, a_demonstration
from tests.proxy import Door
from tests.rooms.config.editor import Editor

pytestmark = [pytest.mark.real_time, pytest.mark.slow]


@contextmanager
def locked(store: Store):
    """Keep every writer and reader out of an embedded database."""
    holder = sqlite3.connect(store.data / "waymark.sqlite3", isolation_level=None)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    yield
    holder.execute("ROLLBACK")
    holder.close()


@contextmanager
def shut(door: Door):
    door.shut()
    yield
    door.open()


def words_page(person: Editor) -> str:
    import re

    person.sign_in_as("Rowan")
    found = re.search(r'href="(/people/[0-9a-f-]{36}/)"', person.get("/my/"))
    assert found
    return f"{found.group(1)}voice/words/"


def say(person: Editor, page: str, words: str) -> int:
    from tests.rooms.config.editor import Forms

    fields = next(
        fields
        for _, fields, _ in Forms(person.get(page)).forms
        if ("words", "") in fields
    )
    told = [(name, value) for name, value in fields if name != "words"]
    return person.send(page, [*told, ("medium", "typed"), ("words", words)], page)


def test_the_next_request_works_after_the_database_was_away(tmp_path, monkeypatch):
    store = a_demonstration(tmp_path / "store")
    door = None
    if ON_POSTGRESQL:
        (tmp_path / "door").mkdir()
        door = Door(tmp_path / "door")
        door.open()
        monkeypatch.setenv("PGHOST", str(Path(door.folder)))
    with store.serving(DEMONSTRATE) as served:
        person = Editor(served.address)
        page = words_page(person)
        assert say(person, page, "Before.") == 302
        form = person.get(page)
        with shut(door) if door else locked(store):
            began = time.monotonic()
            status = person.send(page, [("words", "While it was away.")], page)
            took = time.monotonic() - began
        assert status == 503, served.said
        assert took < (1.5 if ON_POSTGRESQL else 15)
        assert "While it was away." not in form
        assert say(person, page, "After.") == 302
        kept = person.get(page.replace("words/", ""))
    assert "Before." in kept
    assert "After." in kept
    assert "While it was away." not in kept
    assert "fault" in served.said or ON_POSTGRESQL
