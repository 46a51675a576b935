"""Pulling the plug while people work loses nothing that was acknowledged."""

import json
import os
import random
import threading
import time
import urllib.error
from dataclasses import dataclass, field
from http.client import HTTPException

import pytest

from tests.programs import DEMONSTRATE, ON_POSTGRESQL, Served, Store, a_demonstration
from tests.rooms.config.editor import Editor
from tests.rooms.people.sending import (
    Sending,
    both_sending,
    kept_of,
    page_of_the_child,
    written_down,
)

pytestmark = [pytest.mark.real_time, pytest.mark.slow]
#: The promise is the embedded database's; PostgreSQL keeps its own.
ROUNDS = int(os.environ.get("WAYMARK_KILL_ROUNDS") or (2 if ON_POSTGRESQL else 20))
PLUG_PULLED = (urllib.error.URLError, HTTPException, OSError)


def page_to_edit(store: Store) -> int:
    ((number,),) = store.rows(
        "SELECT p.id FROM wagtailcore_page p JOIN wagtailcore_page r "
        "ON p.path LIKE r.path || '%' AND p.depth = r.depth + 1 "
        "WHERE r.slug = 'ehc-needs-assessment' AND p.slug = 'ask'",
    )
    return number


def titles_kept(store: Store, page: int) -> list[str]:
    """The title in each revision of the page, oldest first."""
    held = store.rows(
        "SELECT r.content FROM wagtailcore_revision r JOIN django_content_type c "
        "ON c.id = r.content_type_id AND c.model = 'steppage' "
        f"WHERE r.object_id = '{page}' ORDER BY r.id",
    )
    contents = [json.loads(c) if isinstance(c, str) else c for (c,) in held]
    return [content["title"] for content in contents]


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


@dataclass
class People:
    """An editor and a child at work, who come back after each time."""

    store: Store
    editor: Editor = field(default_factory=lambda: Editor(""))
    child: Editor = field(default_factory=lambda: Editor(""))
    page: int = 0
    record: str = ""

    def come_in(self, address: str) -> None:
        self.editor.address = self.child.address = address
        if not self.page:
            self.editor.sign_in_as("Oona")
            self.page = page_to_edit(self.store)
            self.record = page_of_the_child(self.child)

    def begin(self, round_: int) -> tuple[Saving, list[Sending]]:
        """Everybody at once; when each has been told that something is kept."""
        saving = Saving(self.editor, self.page, round_)
        sending = both_sending(self.child, self.record, round_)
        for each in (saving, *sending):
            each.start()
        for each in (saving, *sending):
            each.wait_for_the_first()
        return saving, sending


def work_until_killed(
    served: Served, people: People, round_: int
) -> tuple[Saving, list[Sending]]:
    """One round: everybody works, and at some moment everything is killed at once."""
    people.come_in(served.address)
    saving, sending = people.begin(round_)
    time.sleep(random.Random(round_).uniform(0, 0.4))
    served.kill()
    for each in (saving, *sending):
        each.join(timeout=30)
        assert not each.is_alive()
    return saving, sending


def test_kill_rounds_lose_nothing_that_was_acknowledged_and_keep_nothing_twice(
    tmp_path,
):
    """Drafts of an editor, words of a child, and drawings with their files."""
    store = a_demonstration(tmp_path)
    people, already = People(store), written_down(store)
    saved: list[str] = []
    sent: list[str] = []
    for round_ in range(1, ROUNDS + 1):
        with store.serving(DEMONSTRATE) as served:
            saving, sending = work_until_killed(served, people, round_)
        titles = titles_kept(store, people.page)
        if saved:
            before = titles[: titles.index(saving.acknowledged[0])]
            assert saving.shown == before[-1], "the editor saw an older draft"
        saved += saving.acknowledged
        assert [title for title in saved if title not in titles] == []

        sent += [each for one in sending for each in one.acknowledged]
        kept = kept_of(store)
        assert set(sent) <= set(kept)
        assert len(kept) == len(set(kept)), "something was kept twice"
        assert written_down(store) - already == len(kept), "half an act"
        assert store.soundness() == [("ok",)]

    with store.serving(DEMONSTRATE) as served:
        people.editor.address = served.address
        form = dict(people.editor.form_of(people.page))
        assert form["title"] == titles_kept(store, people.page)[-1]
    for proved in (store.waymark("files", "verify"), store.waymark("audit", "verify")):
        assert proved.returncode == 0, proved.stderr
    assert len(saved) >= ROUNDS
    assert len(sent) >= 2 * ROUNDS
