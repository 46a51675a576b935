"""A family's whole day is walked through, and the log is searched for them in vain."""

import re
import urllib.error
import urllib.request

import pytest

from tests.programs import DEMONSTRATE, a_demonstration
from tests.rooms.config.editor import Editor, Forms

pytestmark = [pytest.mark.real_time, pytest.mark.slow]
WALKERS = ("Leila", "Rowan", "Davina", "Imran")
#: Of Rowan, Leila and whoever else stands in their record.
SAID = (
    "Inventson",
    "Ro ",
    "Rowan",
    "Leila",
    "Marcus",
    "14 March 2016",
    "2016-03-14",
    "999 000 0018",
    "9990000018",
    "example.org",
    "a-secret-thing-that-leila-wrote",
)


def linked_from(html: str) -> set[str]:
    return {
        link
        for link in re.findall(r'href="(/(?:people|my|files)/[^"#]*)"', html)
        if "emergency" not in link
    }


def walk_everywhere(person: Editor) -> set[str]:
    """Open every page of people's records that leads on from one's own first page."""
    to_see, seen = {"/my/", "/people/"}, set()
    while to_see:
        path = to_see.pop()
        seen.add(path)
        try:
            to_see |= linked_from(person.get(path)) - seen
        except (urllib.error.HTTPError, UnicodeDecodeError):
            continue
    return seen


def press_everything(person: Editor, paths: set[str]) -> int:
    """Send every form of these pages with words of Leila's in each field."""
    pressed = 0
    for path in sorted(paths):
        try:
            forms = Forms(person.get(path)).forms
        except (urllib.error.HTTPError, UnicodeDecodeError):
            continue
        for action, fields, _ in forms:
            if action.startswith(("/account/", "/search/", "/feedback/")):
                continue
            said = [
                (name, value or "a-secret-thing-that-leila-wrote")
                for name, value in fields
            ]
            person.send(action or path, said, path)
            pressed += 1
    return pressed


def miss(person: Editor, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError):
        person.get(path)


def test_a_whole_day_of_a_family_leaves_no_word_of_theirs_in_the_log(tmp_path):
    store = a_demonstration(tmp_path)
    with store.serving(DEMONSTRATE) as served:
        seen = 0
        for name in WALKERS:
            person = Editor(served.address)
            person.sign_in_as(name)
            paths = walk_everywhere(person)
            seen += len(paths)
            if name == "Leila":
                assert press_everything(person, paths) > 10
            miss(person, "/people/Rowan-Inventson-14-March-2016/")
            miss(person, "/my/leila@example.org/?born=14+March+2016")
    log = served.said.partition("Stop with Ctrl-C.")[2]

    assert seen > 60
    for word in SAID:
        assert word not in log, f"the log says a word about somebody: {word!r}"
