"""Every private page that each of the invented people can open is clean for axe."""

import re
from urllib.parse import urldefrag

import pytest

from tests.journeys.conftest import Walk
from tests.journeys.test_records import be

pytestmark = pytest.mark.journey
PRIVATE = (
    *("/my/", "/people/", "/cases/", "/managing/"),
    *("/account/2fa/", "/account/directories/"),
)
NUMBER = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
#: What is a file, and what a press away changes something.
NOT_A_PAGE = re.compile(r"/take-away/.+|/copy/.+|/emergency/")
WHO = (
    *("Leila", "Marcus", "Rowan", "Yusuf", "Samira"),
    *("Imran", "Jonas", "Kezia"),
    *("Davina", "Hester", "Teodor", "Efa", "Quill"),
)


def leads_to(walk: Walk) -> set[str]:
    """The private pages of ours that this page leads on to."""
    links = walk.page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
    paths = {urldefrag(link)[0].removeprefix(walk.site) for link in links}
    return {
        path
        for path in paths
        if path.startswith(PRIVATE) and not NOT_A_PAGE.search(path)
    }


def walk_everywhere(walk: Walk) -> int:
    """Open one page of each kind; how many there were."""
    to_see, seen = ["/my/"], set()
    while to_see:
        path = to_see.pop()
        kind = NUMBER.sub("one", path.partition("?")[0])
        if kind in seen:
            continue
        seen.add(kind)
        walk.open(path)
        to_see += sorted(leads_to(walk))
    return len(seen)


@pytest.mark.parametrize("walk", [(320, True)], indirect=True, ids=["narrow"])
@pytest.mark.parametrize("name", WHO)
def test_every_page_of_a_role_is_clean_and_narrow(walk: Walk, name: str) -> None:
    be(walk, name)

    assert walk_everywhere(walk) >= (1 if name == "Quill" else 3)
