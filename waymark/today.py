"""The only place that asks the wall clock what day or moment it is."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

#: The demonstration alone may live on another day; the command checks that it is one.
PRETENDED = "WAYMARK_TODAY"


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Today's date in England, or the day the demonstration pretends it is."""
    pretended = os.environ.get(PRETENDED)
    if pretended:
        return date.fromisoformat(pretended)
    return now().astimezone(LONDON).date()
