"""Words whose day has come."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

from wagtail.models import Page, Revision

from waymark.guidance.models import Letter, Question, Translation, Word
from waymark.guidance.publishing import Refused
from waymark.today import now

log = logging.getLogger(__name__)


def publish_due() -> int:
    """Publish or take down what editors scheduled for now or earlier; say how many.

    A rule may say no by then (a page it leads to has gone): those words stay as they
    are, their schedule is taken away so that an editor sees that nothing happened,
    and all the others still go.
    """
    return sum(_tried(action, undo) for action, undo in [*_to_publish(), *_to_end()])


Action = Callable[[], Any]


def _to_publish() -> Iterable[tuple[Action, Action]]:
    due = Revision.objects.filter(approved_go_live_at__lte=now())
    for revision in due.order_by("approved_go_live_at"):
        same = Revision.objects.filter(pk=revision.pk)

        def undo(same: Any = same) -> None:
            same.update(approved_go_live_at=None)

        yield revision.publish, undo


def _to_end() -> Iterable[tuple[Action, Action]]:
    for model in (Page, Word, Question, Letter, Translation):
        for words in model.objects.filter(live=True, expire_at__lte=now()):
            held = words.specific if isinstance(words, Page) else words

            def end(held: Any = held) -> None:
                held.unpublish(set_expired=True)

            def undo(model: Any = model, pk: Any = held.pk) -> None:
                model.objects.filter(pk=pk).update(expire_at=None)

            yield end, undo


def _tried(action: Action, undo: Action) -> bool:
    try:
        action()
    except Refused as problem:
        undo()
        log.warning("Scheduled words were left as they are: %s", problem)
        return False
    return True
