"""The web addresses of a record, and what is wrong with one that was asked."""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from waymark.gateways.fetching import Fetched, Limits, MayReach, NotFetched, fetch

#: Fields that hold an address a family would press.
FIELDS = frozenset({"url", "website", "uri", "schedule_link", "logo"})
#: A page need not come whole to be there.
LIMITS = Limits(bytes=3_000_000, seconds=20, silence=10)
#: Asked for too often, or only for people: the page is there all the same.
THERE = frozenset({401, 403, 405, 406, 429})

_IN_WORDS = re.compile(r'href="(https?://[^"]+)"')


def links_in(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Each address of a record with its place, also those inside words.

    What a term of a list links to is the list's affair and left out.
    """
    if isinstance(value, list):
        for at, inner in enumerate(value):
            yield from links_in(inner, f"{path}[{at}]")
    elif isinstance(value, dict):
        for name, inner in value.items():
            here = f"{path}.{name}" if path else str(name)
            if name == "attributes":
                continue
            if isinstance(inner, str):
                yield from ((here, link) for link in _links_of(name, inner))
            else:
                yield from links_in(inner, here)


def _links_of(name: str, text: str) -> Iterator[str]:
    if name in FIELDS and text.startswith(("http://", "https://")):
        yield text
    else:
        yield from _IN_WORDS.findall(text)


def problem_with(address: str, *, may_reach: MayReach | None = None) -> str:
    """Why an address gives nothing, as a sentence; empty if something is there.

    Asks the address, by the room's one careful way out. Cost: a visit, no query.
    """
    try:
        answer: Fetched = fetch(address, limits=LIMITS, may_reach=may_reach)
    except NotFetched as problem:
        if "MB at once" in str(problem):
            return ""
        return str(problem)
    if answer.status < 400 or answer.status in THERE:
        return ""
    if answer.status in (404, 410):
        return _("The page is not there any more.")
    return _("The page answers with the error %(status)s.") % {"status": answer.status}
