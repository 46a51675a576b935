"""Every change that providers and the team make to entries."""

from waymark.localoffer.providing.services.moderating import (
    SentAnew,
    approve,
    give_back,
    publish_due,
    restore,
    show_between,
)
from waymark.localoffer.providing.services.organisations import (
    end_keeping,
    give_trust,
    invite_provider,
    take_trust,
)
from waymark.localoffer.providing.services.writing import (
    begin_entry,
    discard,
    publish_at_once,
    save,
    send,
)

__all__ = [
    "SentAnew",
    "approve",
    "begin_entry",
    "discard",
    "end_keeping",
    "give_back",
    "give_trust",
    "invite_provider",
    "publish_at_once",
    "publish_due",
    "restore",
    "save",
    "send",
    "show_between",
    "take_trust",
]
