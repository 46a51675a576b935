"""Pulling the plug while an editor saves loses nothing that was acknowledged."""

import json
import os
import random
import sqlite3
import threading
import time
import urllib.error
from http.client import HTTPException

import pytest

from tests.programs import DEMONSTRATE, ON_POSTGRESQL, Served, Store, a_demonstration
from tests.rooms.config.editor import Editor

pytestmark = [pytest.mark.real_time, pytest.mark.slow]
#: The promise is the embedded database's; PostgreSQL keeps its own.
ROUNDS = int(os.environ.get("WAYMARK_KILL_ROUNDS") or (2 if ON_POSTGRESQL else 20))
PLUG_PULLED = (urllib.error.URLError, HTTPException, OSError)


def rows(store: Store, question: str) -> list[tuple]:
    """What the store itself says, past every part of Waymark."""
    if ON_POSTGRESQL:
        import psycopg

        with psycopg.connect(dbname=store.database) as connection:
            return connection.execute(question).fetchall()
    connection = sqlite3.connect(store.data / "waymark.sqlite3")
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


def page_to_edit(store: Store) -> int:
    ((number,),) = rows(
        store,
        "SELECT p.id FROM wagtailcore_page p JOIN wagtailcore_page r "
        "ON p.path LIKE r.path || '%' AND p.depth = r.depth + 1 "
        "WHERE r.slug = 'ehc-needs-assessment' AND p.slug = 'ask'",
    )
    return number


def titles_kept(store: Store, page: int) -> list[str]:
    """The title in each revision of the page, oldest first."""
    held = rows(
        store,
        "SELECT r.content FROM wagtailcore_revision r JOIN django_content_type c "
        "ON c.id = r.content_type_id AND c.model = 'steppage' "
        f"WHERE r.object_id = '{page}' ORDER BY r.id",
    )
    contents = [json.loads(c) if isinstance(c, str) else c for (c,) in held]
    return [content["title"] for content in contents]


def soundness(store: Store) -> list[tuple]:
    return [("ok",)] if ON_POSTGRESQL else rows(store, "PRAGMA integrity_check")


class Saving(threading.Thread):
    """Saves one draft after another until the plug is pulled."""

    def __init__(self, editor: Editor, page: int, round_: int) -> None:
        super().__init__()
        self.editor, self.page, self.round = editor, page, round_
        self.acknowledged: list[str] = []
        self.tried = 0
        self.shown = ""

    def run(self) -> None:
        try:
            form = self.editor.form_of(self.page)
            self.shown = dict(form)["title"]
            while True:
                self.tried += 1
                title = f"Ask the council, round {self.round}, draft {self.tried}"
                if not self.editor.save(self.page, form, title=title):
                    return
                self.acknowledged.append(title)
        except PLUG_PULLED:
            return

    def wait_for_the_first(self) -> None:
        last_moment = time.monotonic() + 30
        while not self.acknowledged and time.monotonic() < last_moment:
            assert self.is_alive(), "the editor could not save at all"
            time.sleep(0.005)


def save_until_killed(served: Served, editor: Editor, page: int, round_: int) -> Saving:
    """One round: drafts are saved, and at some moment everything is killed at once."""
    editor.address = served.address
    saving = Saving(editor, page, round_)
    saving.start()
    saving.wait_for_the_first()
    time.sleep(random.Random(round_).uniform(0, 0.4))
    served.kill()
    saving.join(timeout=30)
    assert not saving.is_alive()
    return saving


def test_kill_rounds_lose_no_acknowledged_save(tmp_path):
    store = a_demonstration(tmp_path)
    editor = Editor("")
    acknowledged: list[str] = []
    for round_ in range(1, ROUNDS + 1):
        with store.serving(DEMONSTRATE) as served:
            if round_ == 1:
                editor.address = served.address
                editor.sign_in_as("Oona")
                page = page_to_edit(store)
            saving = save_until_killed(served, editor, page, round_)
        kept = titles_kept(store, page)

        if acknowledged:
            before = kept[: kept.index(saving.acknowledged[0])]
            assert saving.shown == before[-1], "the editor saw an older draft"
        acknowledged += saving.acknowledged
        assert [title for title in acknowledged if title not in kept] == []
        assert soundness(store) == [("ok",)]

    with store.serving(DEMONSTRATE) as served:
        editor.address = served.address
        assert dict(editor.form_of(page))["title"] == titles_kept(store, page)[-1]
    assert len(acknowledged) >= ROUNDS
