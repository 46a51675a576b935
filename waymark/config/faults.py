"""What is said, to people and in the log, when something broke.

A line of the log names the page by its route, what broke by its kind, and where in the
program it was. Never the address, what was typed, nor the words of the fault itself:
each of these may hold somebody's name.
"""

import logging
import secrets
import sys
import traceback
from types import TracebackType
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

log = logging.getLogger("waymark.faults")
#: After this many seconds it is worth while to try again.
RETRY_AFTER = 30
FRAMES_SAID = 4
AWAY = (OperationalError, InterfaceError)


def answer(request: HttpRequest) -> HttpResponse:
    """The page for a fault: 503 where the database is away or busy, otherwise 500.

    It carries a reference that stands in the log, so that whoever rings can say which
    of the faults of a day they met. Nothing is asked of the database.
    """
    problem = sys.exc_info()[1]
    reference = secrets.token_hex(4)
    log.error(in_a_line(request, problem, reference))
    if isinstance(problem, AWAY):
        page = HttpResponse(_page("503.html", reference), status=503)
        page["Retry-After"] = str(RETRY_AFTER)
        return page
    return HttpResponse(_page("500.html", reference), status=500)


class Line(logging.Formatter):
    """A line of the log, with the kind and place of an exception but not its words."""

    def formatException(  # noqa: N802 - the name that logging calls
        self, ei: tuple[Any, ...]
    ) -> str:
        return f"{_kind(ei[1])} at {' < '.join(_places(ei[2]))}"


def in_a_line(
    request: HttpRequest, problem: BaseException | None, reference: str
) -> str:
    """A fault as the log has it."""
    route = request.resolver_match.view_name if request.resolver_match else "no page"
    where = " < ".join(_places(problem.__traceback__ if problem else None))
    return f"fault {reference}: {request.method} {route}: {_kind(problem)} at {where}"


def _kind(problem: BaseException | None) -> str:
    return type(problem).__qualname__


def _places(trace: TracebackType | None) -> list[str]:
    """The innermost lines of ours that the fault went through, the last one first."""
    frames = traceback.extract_tb(trace)
    ours = [frame for frame in frames if "/waymark/" in frame.filename]
    return [
        f"{frame.filename.rpartition('/waymark/')[2]}:{frame.lineno}"
        for frame in reversed(ours[-FRAMES_SAID:])
    ] or ["somewhere else"]


def _page(template: str, reference: str) -> str:
    return render_to_string(template, {"reference": reference})
