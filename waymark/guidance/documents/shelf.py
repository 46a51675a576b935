"""Makes formats of published documents and keeps them in the data folder.

Only what everybody may read comes here. Whatever holds somebody's own days goes
through `passing.made_for_one`, which keeps nothing.
"""

import logging
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from waymark.formats import makers, making, reading
from waymark.formats.keeping import Made, Shelf
from waymark.formats.making import CannotMake, Kind
from waymark.guidance.documents.publications import Publication
from waymark.guidance.documents.writing import dated
from waymark.today import today

log = logging.getLogger(__name__)

#: How long a reader waits, in seconds, for what somebody else is making.
WAIT = 10.0
#: How long a job waits: whoever makes it will soon be done.
JOB_WAITS = 120.0


def shelf() -> Shelf:
    """Where results lie. Deleting the folder is safe."""
    return Shelf(Path(settings.DATA) / "formats")


def key(html: str, kind: Kind) -> str:
    """The name of a result of this undated document."""
    return makers.key(html, kind.value)


def find(publication: Publication, html: str, kind: Kind) -> Made | None:
    """What is kept of this document, if it is as new as its words."""
    return shelf().find(key(html, kind))


def made(
    publication: Publication,
    html: str,
    kind: Kind,
    *,
    wait: float,
    anew: bool = False,
    holding: "Callable[[Callable[[], bytes]], bytes] | None" = None,
) -> Made:
    """The document in this format, made once and kept.

    `html` is what `publication.write()` gave. `holding` does the work itself, in its
    own way, such as at one of a few desks.

    Raises: CannotMake; keeping.Busy where another takes too long with it.
    """

    def work() -> bytes:
        return converted(dated(html, today()), kind)

    found = shelf().make_once(
        key(html, kind),
        (lambda: holding(work)) if holding else work,
        wait=wait,
        anew=anew,
    )
    _note(publication, kind, found)
    return found


def _note(publication: Publication, kind: Kind, found: Made) -> None:
    known = shelf().noted(publication.name).get(kind.value)
    if known is None or known.key != found.key:
        shelf().note(publication.name, kind.value, found)


def converted(html: str, kind: Kind) -> bytes:
    """A document as bytes of this format; nothing of it is kept.

    Raises: CannotMake, with the cause in plain words.
    """
    try:
        return making.make(reading.read(html), kind)
    except reading.Unreadable as problem:
        # A fault of a template of ours: whoever reads the log can mend it.
        log.exception("document_unreadable kind=%s", kind.value)
        raise CannotMake(kind, problem) from problem
