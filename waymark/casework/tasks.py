"""What is done again and again."""

import logging

from django_tasks import task

from waymark.casework import services

_log = logging.getLogger(__name__)


@task()
def rebuild_lines() -> int:
    """Make every line of every list anew; how many were not as they should be.

    There are none but after an update that reads the law anew, or for cases that are
    older than the lists.
    """
    number, changed = services.rebuild()
    if changed:
        _log.warning("case_lines_were_wrong lines=%d of=%d", changed, number)
    return changed
