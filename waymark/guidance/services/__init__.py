"""Every change to published words that does not come through the editors' screens."""

from waymark.guidance.services.editing import prepare_editing
from waymark.guidance.services.feedback import forget_old_feedback, give_feedback
from waymark.guidance.services.publishing import publish_due
from waymark.guidance.services.words import (
    add_questions,
    load_words,
    new_to_us,
    put_out,
    settle,
)

__all__ = [
    "add_questions",
    "forget_old_feedback",
    "give_feedback",
    "load_words",
    "new_to_us",
    "prepare_editing",
    "publish_due",
    "put_out",
    "settle",
]
