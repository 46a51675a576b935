"""Keeps the search up with what is published."""

from typing import Any

from waymark.finding import services as finding
from waymark.jobs.services import enqueue_once
from waymark.localoffer.models import Service
from waymark.localoffer.search import tasks

#: Up to so many services the index is built again at once, in less than a second.
AT_ONCE = 1000


def changed(ids: tuple[Any, ...] | None = None, **_signal: object) -> None:
    """Services were published, changed or ended: build the index again.

    At once where that is quick, so that whoever approved sees it; by a job where
    there are many. What is shown of a service and whether it is shown at all is read
    from its row, so a page is right even before. Called when the change is stored.
    """
    if Service.objects.order_by()[AT_ONCE : AT_ONCE + 1].exists():
        enqueue_once(tasks.rebuild_search)
    else:
        finding.rebuild()
