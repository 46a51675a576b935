"""Word that what is published has changed, for whoever keeps a copy of it."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.dispatch import Signal

#: Sent once the change is stored, with `ids` (a tuple of services, or None for many).
published_changed = Signal()

#: More than so many at once are "many": whoever listens reads everything again.
MANY = 500


def tell_after_commit(ids: Iterable[UUID]) -> None:
    """Tell the listeners when, and only if, this transaction is stored."""
    changed = tuple(ids)
    told = changed if len(changed) <= MANY else None
    transaction.on_commit(
        lambda: published_changed.send_robust(sender=tell_after_commit, ids=told)
    )
