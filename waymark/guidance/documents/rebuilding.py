"""Makes every format of every document anew, and says how each went."""

import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from waymark.formats.keeping import Busy
from waymark.formats.making import CannotMake, Kind
from waymark.guidance.documents import publications, shelf
from waymark.guidance.documents.publications import Publication, kinds_of


@dataclass(frozen=True, slots=True)
class Done:
    """One document: which of how many, how long its formats took, and what failed."""

    number: int
    of: int
    name: str
    seconds: float
    failures: tuple[str, ...]


def rebuild(kinds: Collection[Kind]) -> Iterator[Done]:
    """Make these formats of every published document anew, one document after another.

    Safe beside the site: readers are served what is kept until each new file stands
    in its place, whole. A failure is told and holds up nothing.
    """
    held = list(publications.every())
    for number, publication in enumerate(held, start=1):
        began = time.monotonic()
        failures = tuple(_failures(publication, kinds))
        seconds = time.monotonic() - began
        yield Done(number, len(held), publication.name, seconds, failures)


def _failures(publication: Publication, kinds: Collection[Kind]) -> Iterator[str]:
    html = publication.write()
    for kind in kinds_of(publication.address, publication.part):
        if kind in kinds:
            try:
                wait = shelf.JOB_WAITS
                shelf.made(publication, html, kind, wait=wait, anew=True)
            except CannotMake as problem:
                yield f"{publication.name}: {problem}"
            except Busy:
                yield f"{publication.name}: {kind} is being made by somebody else"
