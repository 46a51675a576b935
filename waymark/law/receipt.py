"""One rule for the day a request counts as received, when only its sending is known.

The Regulations start the clock when the council *receives* the request and say
nothing about post. This is our published estimate; a day the council itself gives, or
one on a proof of delivery, replaces it. See the decision record "When a request
counts as received".
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from waymark.law.holidays import ENGLAND, Holidays


class SentBy(StrEnum):
    """The ways a family may have sent a request."""

    HAND = "hand"
    EMAIL = "email"
    ONLINE_FORM = "online-form"
    FIRST_CLASS = "first-class-post"
    SIGNED_FOR = "signed-for-post"
    SECOND_CLASS = "second-class-post"
    NOT_SURE = "not-sure"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The day a request counts as received: always an estimate, always to be checked.

    `working_days` is how many working days after sending that is.
    """

    on: date
    working_days: int
    estimate: bool = True
    verify: bool = True


#: Working days from sending to receipt. Not sure counts as the slowest, so that
#: nobody is told that the council is late before it is.
WORKING_DAYS: dict[SentBy, int] = {
    SentBy.HAND: 0,
    SentBy.EMAIL: 0,
    SentBy.ONLINE_FORM: 0,
    SentBy.FIRST_CLASS: 1,
    SentBy.SIGNED_FOR: 1,
    SentBy.SECOND_CLASS: 3,
    SentBy.NOT_SURE: 3,
}


def received(sent_on: date, by: SentBy, holidays: Holidays = ENGLAND) -> Receipt:
    """The day a request sent on `sent_on` counts as received.

    Raises: HolidaysUnknown.
    Source: none in the Regulations; Interpretation Act 1978 s7 (ordinary course of
            post) and IPSEA's working guide, to be checked.
    """
    on = sent_on
    for _ in range(WORKING_DAYS[by]):
        on = holidays.after(on)
    return Receipt(on, WORKING_DAYS[by])
