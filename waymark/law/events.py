"""The facts the law cares about. A kind is never renamed once data uses it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """Something that happened, in the past tense. Values are kebab-case."""

    REQUEST_RECEIVED = "request-received"
    BROUGHT_TO_NOTICE = "brought-to-notice"
    DECIDED_TO_ASSESS = "decided-to-assess"
    DECIDED_NOT_TO_ASSESS = "decided-not-to-assess"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened on one day.

    `arranged_for` is the day an event sets for the future (a review meeting, a
    move, an order's own date). `id` names the event so that a later one may
    correct it by `replaces`; the replaced event is then as if it had never been.
    """

    kind: Kind
    on: date
    arranged_for: date | None = None
    id: str | None = None
    replaces: str | None = None
