"""Every change that keeps the directory true."""

from waymark.localoffer.assurance.services.confirming import (
    confirm,
    confirm_by_link,
    note_confirmation,
)
from waymark.localoffer.assurance.services.looking import (
    check_links,
    look_over,
)
from waymark.localoffer.assurance.services.reminding import (
    NotAReminder,
    end_undelivered,
    open_link,
    remind,
)

__all__ = [
    "NotAReminder",
    "check_links",
    "confirm",
    "confirm_by_link",
    "end_undelivered",
    "look_over",
    "note_confirmation",
    "open_link",
    "remind",
]
