"""One press of a button has one effect, however often it arrives.

A form that was sent twice (a double press, a page loaded again, a line that broke after
the answer was on its way) is known by a mark of everything in it, with the token that
each page has of its own. The mark is kept in the transaction of the change, so that
either both are there or neither is.
"""

import hashlib
import hmac
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from waymark.access.models import Press
from waymark.today import now

TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field
#: How long a mark is kept. Nobody presses the same button of the same page after that.
KEEP = timedelta(days=30)
#: How long the second of two presses waits to hear where the first was sent.
PATIENCE, A_MOMENT = 2.0, 0.05


class PressedAlready(Exception):
    """What was sent has had its effect already."""

    def __init__(self, mark: str) -> None:
        super().__init__("This was sent already, and kept once.")
        self.mark = mark


@dataclass
class Answering:
    """The request that is being answered; `is_kept` once a change kept its mark."""

    mark: str = ""
    is_kept: bool = False


_now: ContextVar[Answering | None] = ContextVar("press", default=None)


@contextmanager
def answering() -> Iterator[Answering]:
    """While a request is answered, its first change keeps the mark of the press."""
    held = Answering()
    token = _now.set(held)
    try:
        yield held
    finally:
        _now.reset(token)


def begin(mark: str) -> None:
    """Say which press is being answered; nothing, for what is none."""
    held = _now.get()
    if held is not None:
        held.mark, held.is_kept = mark, False


def keep_mark() -> None:
    """Keep the mark of the press that is being answered, in the caller's transaction.

    Does nothing outside a press, and for the second change of one.

    Raises: PressedAlready. Cost: one insertion and its savepoint, in a press alone.
    """
    held = _now.get()
    if held is None or not held.mark or held.is_kept:
        return
    try:
        with transaction.atomic():
            Press.objects.create(mark=held.mark)
    except IntegrityError as problem:
        raise PressedAlready(held.mark) from problem
    held.is_kept = True


def mark_of(request: HttpRequest) -> str:
    """The mark of what was sent; empty for what is no form of a page of ours.

    Keyed, so that nothing can be guessed from it. Files count by name and size.
    """
    if request.method != "POST" or not request.POST.get(TOKEN):
        return ""
    said = hmac.new(settings.SECRET_KEY.encode(), b"press", hashlib.sha256)
    session = request.session.session_key or ""
    parts = [request.path, session]
    parts += [f"{name}={value}" for name, value in _fields(request)]
    parts += [
        f"{name}:{file.name}:{file.size}"
        for name, files in sorted(request.FILES.lists())
        for file in files
    ]
    for part in parts:
        said.update(f"{len(part)}:{part}".encode())
    return said.hexdigest()


def _fields(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, values in sorted(request.POST.lists()):
        for value in values:
            yield name, str(value)


def answered(mark: str, location: str) -> None:
    """Note where whoever pressed was sent, for a second press. Cost: one query."""
    Press.objects.filter(mark=mark).update(location=location)


def location_of(mark: str) -> str:
    """Where the first press was sent; empty if it is not known in a while."""
    last_moment = time.monotonic() + PATIENCE
    while True:
        found = Press.objects.filter(mark=mark).values_list("location", flat=True)
        location = found.first()
        if location or time.monotonic() > last_moment:
            return location or ""
        time.sleep(A_MOMENT)


def forget() -> int:
    """Delete marks older than `KEEP`. Gives their number."""
    return int(Press.objects.filter(made_at__lt=now() - KEEP).delete()[0])
