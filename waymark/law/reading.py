"""What one rule says on one day."""

from datetime import date
from typing import NamedTuple

from waymark.law.exemptions import ExemptionReading
from waymark.law.holidays import ENGLAND, ONE_DAY, Holidays
from waymark.law.last_days import working_day_by
from waymark.law.rule import Rule
from waymark.law.states import State
from waymark.law.wording import sentence


class Reading(NamedTuple):
    """What one rule says on one day. Every day is a local day in England.

    `started` is the day of the event that started the clock. `due` is the last day
    in time. `days` counts the calendar days the clock has run: from its start to the
    day it was met or ended, else to today. `safe_on` is an earlier day to go by where
    the law leaves a doubt. `ended_on` is the day the duty ceased to run, or on which
    a window was closed.
    """

    rule: Rule
    state: State
    started: date | None = None
    due: date | None = None
    met_on: date | None = None
    days: int | None = None
    exemptions: tuple[ExemptionReading, ...] = ()
    safe_on: date | None = None
    ended_on: date | None = None
    holidays: Holidays = ENGLAND

    @property
    def act_by(self) -> date | None:
        """The last working day on or before the due day; None if it is not known."""
        return working_day_by(self.due, self.holidays)

    @property
    def late_from(self) -> date | None:
        """The day after the due day. A window that stays open is never late."""
        if self.due is None or self.rule.floor:
            return None
        return self.due + ONE_DAY

    @property
    def still_open(self) -> bool:
        """True while the duty may still be done, in time or late."""
        return self.state in (State.RUNNING, State.OVERDUE)

    @property
    def beside(self) -> "Reading | None":
        """The second clock of "as soon as practicable and in any event within".

        It runs from the same start with no day of its own, and is met with the first.
        """
        if not self.rule.also_asap:
            return None
        state = _WITHOUT_A_DAY.get(self.state, self.state)
        return self._replace(state=state, due=None, safe_on=None, exemptions=())

    @property
    def says(self) -> str:
        """The reading in one plain sentence."""
        return sentence(self)


_WITHOUT_A_DAY = {
    State.RUNNING: State.NO_LIMIT,
    State.OVERDUE: State.NO_LIMIT,
    State.MET_LATE: State.MET,
}
