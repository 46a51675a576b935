"""Where one rule may stand on one day."""

from enum import StrEnum


class State(StrEnum):
    """Where one rule stands on one day."""

    NOT_STARTED = "not-started"
    RUNNING = "running"  # in time, or its last day depends on something not known
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met-late"
    NO_LIMIT = "no-limit"  # the law sets no day, or the duty no longer runs
    FLOOR = "floor"  # a window that may not close before its last day
