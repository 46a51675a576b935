"""Word that the settings have changed, for whoever shows or keeps a copy of them."""

from django.db import transaction
from django.dispatch import Signal

#: Sent once a register that changed something is stored.
settings_changed = Signal()


def tell_after_commit() -> None:
    """Tell the listeners when, and only if, this transaction is stored."""
    transaction.on_commit(
        lambda: settings_changed.send_robust(sender=tell_after_commit)
    )
