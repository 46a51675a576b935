"""Makes formats before anybody asks: when words go out, and once a day for the rest.

Each document is a job of its own, of low priority, so that nothing else waits long.
The work is done in a thread that gives way to whoever serves a page.
"""

import logging
import os
import threading
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction

from waymark.formats.keeping import Busy
from waymark.formats.making import CannotMake, Kind
from waymark.guidance.documents import passing, publications, shelf
from waymark.guidance.documents.publications import Publication
from waymark.jobs import services as jobs
from waymark.today import now

log = logging.getLogger(__name__)

#: How much a job gives way to everything else, as `nice` counts it.
GIVES_WAY = 10
#: How long a result is kept after newer words have replaced it.
KEEP_OLD = timedelta(days=1)


def changed(**_signal: object) -> None:
    """Something went out or was taken away: make formats anew once that is stored."""
    if settings.MAKE_AHEAD and _ask_for_all not in {
        entry[1] for entry in connection.run_on_commit
    }:
        transaction.on_commit(_ask_for_all, robust=True)


def _ask_for_all() -> None:
    from waymark.guidance import tasks

    jobs.enqueue_once(tasks.make_all_ahead)


def ask_for(publication: Publication) -> None:
    """Have a document made in its slow formats soon, before those nobody waits for."""
    from waymark.guidance import tasks

    task = tasks.make_ahead.using(priority=0)
    jobs.enqueue_once(task, publication.address, publication.part, slow=True)


def ask_for_each() -> int:
    """Put every document in the queue, quick formats first. Gives their number.

    Cost: a query or two for each room, and one or two for each document.
    """
    from waymark.guidance import tasks

    if not settings.MAKE_AHEAD:
        return 0
    held = list(publications.every())
    for slow in (False, True):
        for each in held:
            if kinds_of(each, slow=slow):
                jobs.enqueue_once(tasks.make_ahead, each.address, each.part, slow=slow)
    return len(held)


def kinds_of(publication: Publication, *, slow: bool) -> list[Kind]:
    """The slow formats of a document, or the quick ones."""
    kinds = publications.kinds_of(publication.address, publication.part)
    return [kind for kind in kinds if (kind in passing.SLOW) == slow]


def make(address: str, part: str, *, slow: bool) -> int:
    """Make what is not kept yet of a document; the number of formats made.

    Harmless when done twice. A format that fails is logged and holds up no other; one
    that somebody else is making is left to them.

    Cost: the queries of its document.
    """
    publication = publications.at(address, part)
    if publication is None:
        return 0
    html = publication.write()
    missing = [
        kind
        for kind in kinds_of(publication, slow=slow)
        if shelf.find(publication, html, kind) is None
    ]
    return sum(_tried(publication, html, kind) for kind in missing)


def _tried(publication: Publication, html: str, kind: Kind) -> bool:
    try:
        shelf.made(publication, html, kind, wait=shelf.JOB_WAITS, holding=giving_way)
    except CannotMake as problem:
        log.error("format_failed cause=%s", problem)
        return False
    except Busy:
        return False
    return True


def giving_way(work: Callable[[], bytes]) -> bytes:
    """Do the work in a thread, and with programs, that let everything else go first."""
    done: list[bytes] = []
    problems: list[BaseException] = []

    def do() -> None:
        try:
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), GIVES_WAY)
            done.append(work())
        except BaseException as problem:  # noqa: BLE001 (given on to who waits)
            problems.append(problem)

    thread = threading.Thread(target=do, daemon=True)
    thread.start()
    thread.join()
    if problems:
        raise problems[0]
    return done[0]


def tidy() -> int:
    """Delete results that newer words replaced a while ago; their number."""
    return shelf.shelf().tidy(now() - KEEP_OLD)
