"""Counts which pages are read and which formats are taken: the thing, and the day.

Nothing of the visitor is looked at but what says that it is a program.
"""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from waymark.guidance.documents.addresses import FOLDER, asked
from waymark.localoffer.measures import services
from waymark.localoffer.models.measure import Used
from waymark.today import today

#: Addresses under these hold no secret and nothing that was typed.
COUNTED = ("/local-offer/", "/routemaps/", "/guides/", "/time-limits/", "/in/")
_PROGRAM = re.compile(r"bot|crawl|spider|slurp|curl|wget|python|monitor", re.IGNORECASE)


class CountUse:
    """Counts what was read, once the page was made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if _counts(request, answer):
            used = _used(request.path, answer)
            if used:
                services.count_use(*used, today())
        return answer


def _counts(request: HttpRequest, answer: HttpResponse) -> bool:
    """A page that somebody read, and nobody who works on the pages."""
    return (
        request.method == "GET"
        and answer.status_code == 200
        and (request.path == "/" or request.path.startswith(COUNTED))
        # Not the actor: asking who that is would cost a query, and bar every cache.
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "prefetch" not in request.headers.get("Sec-Purpose", "")
        and not _PROGRAM.search(request.headers.get("User-Agent", ""))
    )


def _used(path: str, answer: HttpResponse) -> tuple[Used, str] | None:
    _page, folder, file = path.rpartition(f"/{FOLDER}")
    if folder:
        name = file.rpartition(".")[0]
        return (Used.FORMAT, name) if asked(name) else None
    if answer.get("Content-Type", "").startswith("text/html"):
        return Used.PAGE, path
    return None
