"""By when somebody who asks for what is held about them has to be answered."""

from datetime import date

from waymark.law.counting import months_later
from waymark.law.holidays import ENGLAND, Holidays

MONTHS, EXTENDED_MONTHS = 1, 3


def answer_access_by(
    clear_on: date, *, extended: bool = False, holidays: Holidays = ENGLAND
) -> date:
    """The last day to answer an access request.

    One month from the day on which the request was there and it was clear who asks, or
    three where it is complex and they were told so within the first (UK GDPR Articles
    12(3) and 12A). A month ends on the corresponding day, or the last of a shorter
    month; where that is no working day, on the next (Information Commissioner's
    guidance on the right of access).

    Raises: HolidaysUnknown.
    """
    months = EXTENDED_MONTHS if extended else MONTHS
    last = months_later(clear_on, months)
    return last if holidays.is_working(last) else holidays.after(last)
