"""Every address says whom it is for, or the build fails."""

from collections.abc import Callable, Iterator

import pytest
from django.urls import URLPattern, get_resolver

#: Whole rooms of other people's views, each behind a door of its own.
BEHIND_ANOTHER_DOOR = {
    "editing/": "Wagtail's screens, behind the editors' middleware",
    "account/": "allauth's sign-in screens, which guard themselves",
}


def routes(patterns=None, prefix="") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns or get_resolver().url_patterns:
        whole = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern.url_patterns, whole)
        else:
            yield whole, pattern


def is_ours(route: str, view: Callable[..., object]) -> bool:
    """Ours, or somebody else's that stands outside every door they have."""
    return view.__module__.startswith("waymark") or not route.startswith(
        tuple(BEHIND_ANOTHER_DOOR)
    )


OURS = [
    pytest.param(pattern.callback, id=route or "/")
    for route, pattern in routes()
    if is_ours(route, pattern.callback)
]


@pytest.mark.parametrize("view", OURS)
def test_every_route_says_who_it_is_for(view):
    assert getattr(view, "access", None), "add @needs(...) or @public('because ...')"
