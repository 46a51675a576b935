"""Every change to casework: what happened is written down, and never written over."""

from waymark.casework.services.lines import rebuild
from waymark.casework.services.lists import forget_list, save_list
from waymark.casework.services.steps import (
    ASSESSMENT,
    correct_step,
    record_request,
    record_step,
    require_may,
)
from waymark.casework.services.taking_in import Asked, take_in
from waymark.people.services import Refused

__all__ = [
    "ASSESSMENT",
    "Asked",
    "Refused",
    "correct_step",
    "forget_list",
    "rebuild",
    "save_list",
    "record_request",
    "record_step",
    "require_may",
    "take_in",
]
