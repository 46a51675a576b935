"""Every change to casework: what happened is written down, and never written over."""

from waymark.casework.services.steps import (
    ASSESSMENT,
    Refused,
    correct_step,
    record_request,
    record_step,
    require_may,
)
from waymark.casework.services.taking_in import Asked, take_in

__all__ = [
    "ASSESSMENT",
    "Asked",
    "Refused",
    "correct_step",
    "record_request",
    "record_step",
    "require_may",
    "take_in",
]
