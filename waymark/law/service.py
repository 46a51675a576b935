"""One rule for the day a letter of the council counts as served, by how it is sent.

Limits of the council end on the day it sends; a window of the family, such as the 15
days on a draft, opens on the day the letter is served on each of them. The Regulations
do not say how long post takes, so this is our published estimate, the same as for
requests. A day that is proved replaces it. See the decision record "When a letter
counts as served".
"""

from datetime import date
from enum import StrEnum

from waymark.law.holidays import ENGLAND, Holidays


class ServedBy(StrEnum):
    """The ways in which the council serves a letter."""

    PORTAL = "portal"
    EMAIL = "email"
    TEXT = "text"
    POST = "first-class-post"
    HAND = "hand"


#: Working days from sending to service. What is read on this website is served when a
#: message says that it is there.
WORKING_DAYS: dict[ServedBy, int] = {
    ServedBy.PORTAL: 0,
    ServedBy.EMAIL: 0,
    ServedBy.TEXT: 0,
    ServedBy.HAND: 0,
    ServedBy.POST: 1,
}


def served(sent_on: date, by: ServedBy, holidays: Holidays = ENGLAND) -> date:
    """The day a letter sent on `sent_on` counts as served.

    Raises: HolidaysUnknown.
    Source: Interpretation Act 1978 s7 (ordinary course of post), read as IPSEA's
            working guide does, to be checked.
    """
    on = sent_on
    for _ in range(WORKING_DAYS[by]):
        on = holidays.after(on)
    return on
