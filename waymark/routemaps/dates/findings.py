"""From answers to what matters: late, refused, next, still open, lifted. Pure.

Nobody is called late on a guess. A duty is late only if its last day has passed, it
binds by law or guidance, the family could have told us that it was done, and nothing
that came later shows that it was.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from waymark.law import (
    PROCESSES,
    Event,
    Kind,
    Mode,
    Period,
    Process,
    Reading,
    Rule,
    State,
    Step,
    readings,
)
from waymark.law.rule import Party, Strength
from waymark.routemaps.dates.answers import Answers

#: Duties that exist only once the council has decided to change the plan.
ONLY_IF_CHANGING = frozenset({"R09", "R12"})
_CHANGING = {Kind.DECIDED_TO_AMEND, Kind.AMENDMENT_NOTICE_SENT}

_APPEAL = "mediation-and-appeal"
#: The rules that open for a family when a decision is sent.
OPENED_BY_A_DECISION = ("D01", "D08")
#: How hard a rule must bind before anybody can be late with it.
BINDING = (Strength.MUST, Strength.SHOULD)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a decision opens: mediation and appeal, counted from the day it was sent.

    `is_no` is False for a plan: then it opens only for those who do not agree.
    """

    step: Step
    on: date
    is_no: bool
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Findings:
    """What the law says today about what somebody told us."""

    answers: Answers
    today: date

    @cached_property
    def events(self) -> list[Event]:
        return self.answers.events(self.today)

    @cached_property
    def readings(self) -> list[Reading]:
        """Every rule of the process, and of the second one once it has begun."""
        found: dict[str, Reading] = {}
        for key in self._processes:
            for reading in _read(key, self):
                known = found.get(reading.rule.id)
                if known is None or known.state is State.NOT_STARTED:
                    found[reading.rule.id] = reading
        return list(found.values())

    @cached_property
    def _processes(self) -> tuple[str, ...]:
        asked = self.answers.asked
        if not asked.then:
            return (asked.process,)
        opens = {step.kind for step in PROCESSES[asked.then].steps if not step.follows}
        new = opens - {step.kind for step in PROCESSES[asked.process].steps}
        begun = any(event.kind in new for event in self.events)
        return (asked.process, asked.then) if begun else (asked.process,)

    @cached_property
    def late(self) -> list[Reading]:
        """Duties of others that are late for certain, the longest late first."""
        found = [r for r in self._overdue if self._is_certain(r)]
        return sorted(found, key=_by_due)

    @cached_property
    def done_late(self) -> list[Reading]:
        """What others did after its last day, where the law or guidance set one."""
        return [
            reading
            for reading in self.readings
            if reading.state is State.MET_LATE
            and reading.rule.strength in BINDING
            and reading.rule.holder is not Party.PARENT
        ]

    @cached_property
    def to_check(self) -> list[Reading]:
        """Duties whose last day has passed, of which we cannot know whether done."""
        return [
            reading
            for reading in self._overdue
            if not self._is_certain(reading) and self._may_be_late(reading)
        ]

    @cached_property
    def _overdue(self) -> list[Reading]:
        return [
            reading
            for reading in self.readings
            if reading.state is State.OVERDUE
            and reading.rule.strength in BINDING
            and reading.rule.holder is not Party.PARENT
            and not self._is_only_an_ending(reading.rule)
            and not self.was_passed(reading)
        ]

    def _is_certain(self, reading: Reading) -> bool:
        asked = bool(reading.rule.met_by & self.answers.asked.kinds)
        return asked and not self._is_past_its_meeting(reading)

    def _may_be_late(self, reading: Reading) -> bool:
        return bool(reading.rule.remedies)

    def _is_past_its_meeting(self, reading: Reading) -> bool:
        """Notice of a meeting, once the meeting was held: only the family knows."""
        limit = reading.rule.limit
        before = isinstance(limit, Period) and limit.mode is Mode.WEEKS_BEFORE
        return before and self._happened({Kind.REVIEW_MEETING_HELD})

    def _is_only_an_ending(self, rule: Rule) -> bool:
        if rule.id in ONLY_IF_CHANGING:
            return not self._happened(_CHANGING)
        return rule.one_ending

    def _happened(self, kinds: Collection[Kind]) -> bool:
        return any(event.kind in kinds for event in self.events)

    def was_passed(self, reading: Reading) -> bool:
        """Something later shows that it was done, on a day we were not told."""
        return any(
            event.on >= (reading.started or event.on)
            and event.kind in _kinds(reading.rule.process)
            and shows(reading.rule.process, event.kind, reading.rule.met_by)
            for event in self.events
        )

    @cached_property
    def passed(self) -> list[Reading]:
        """Duties still open on paper that something later shows to be done."""
        return [r for r in self.readings if r.still_open and self.was_passed(r)]

    @cached_property
    def coming(self) -> list[Reading]:
        """What others must do next, with its day, soonest first."""
        found = [
            reading
            for reading in self._running
            if reading.rule.holder is not Party.PARENT
            and not self._is_only_an_ending(reading.rule)
        ]
        return sorted(found, key=_by_due)

    @cached_property
    def own(self) -> list[Reading]:
        """What the family itself may do, with its last day; past ones too."""
        found = [
            reading
            for reading in self.readings
            if reading.rule.holder is Party.PARENT
            and reading.still_open
            and reading.due
            and not self.was_passed(reading)
            and not self._happened(_SETTLED)
        ]
        return sorted(found, key=_by_due)

    @cached_property
    def awaits_certificate(self) -> bool:
        """True while mediation may still give a family longer to appeal."""
        certified = self._happened({Kind.MEDIATION_CERTIFICATE_ISSUED})
        return self._happened(_MEDIATION) and not certified

    @cached_property
    def _running(self) -> list[Reading]:
        return [
            reading
            for reading in self.readings
            if reading.state is State.RUNNING
            and reading.due
            and not self.was_passed(reading)
        ]

    @cached_property
    def endings(self) -> list[Reading]:
        """The ways it may still end, each with its last lawful day."""
        found = [
            reading
            for reading in self.readings
            if reading.still_open
            and reading.due
            and reading.rule.strength in BINDING
            and reading.rule.holder is not Party.PARENT
            and reading.rule.met_by & _ends(reading.rule.process)
            and not self.was_passed(reading)
        ]
        return sorted(found, key=_by_due)

    @cached_property
    def floors(self) -> list[Reading]:
        """Time that must be left open: still open today, or closed too soon."""
        return [
            reading
            for reading in self.readings
            if reading.rule.floor and reading.due and self._still_matters(reading)
        ]

    def _still_matters(self, reading: Reading) -> bool:
        if closed_too_soon(reading):
            return True
        is_open = reading.state is State.FLOOR and reading.ended_on is None
        return bool(is_open and reading.due and reading.due >= self.today)

    @cached_property
    def dayless(self) -> list[Reading]:
        """Duties that run with no day in law, or whose day depends on one not given."""
        return [
            reading
            for reading in self.readings
            if reading.due is None
            and reading.started is not None
            and reading.state in (State.NO_LIMIT, State.RUNNING, State.FLOOR)
            and reading.ended_on is None
            and not self.was_passed(reading)
        ]

    @cached_property
    def lifted(self) -> list[Reading]:
        """Time limits, open or missed, that an exemption of the law may lift."""
        return [
            reading
            for reading in self.readings
            if reading.exemptions
            and (reading.still_open or reading.state is State.MET_LATE)
            and reading.due
            and not self.was_passed(reading)
        ]

    @cached_property
    def opened(self) -> list[Opened]:
        """What each decision opens, unless something better came after it."""
        found = [
            Opened(step, event.on, event.kind in NOES, self._appeal(event))
            for event in self.events
            for step in _steps(self.answers.asked.process, event.kind)
            if _APPEAL in step.if_no and not self._was_overtaken(event)
        ]
        return sorted(found, key=lambda opened: opened.on)

    def _appeal(self, event: Event) -> tuple[Reading, ...]:
        """The family's own days, as though this were the decision (which it is)."""
        sent = Event(Kind.DECISION_SENT, event.on)
        read = readings(_APPEAL, [sent], self.answers.read_on(self.today))
        return tuple(r for r in read if r.rule.id in OPENED_BY_A_DECISION)

    def _was_overtaken(self, event: Event) -> bool:
        """A no that the council took back, or a later plan or decision."""
        return any(
            other.on > event.on and other.kind in _OVERTAKES.get(event.kind, ())
            for other in self.events
        )

    @cached_property
    def too_early(self) -> bool:
        """True when a day is given from before the law that this page reads."""
        return any(event.on < date(2014, 9, 1) for event in self.events)


#: The decisions that are a no.
NOES = frozenset(
    {
        Kind.DECIDED_NOT_TO_ASSESS,
        Kind.DECIDED_NOT_TO_ISSUE,
        Kind.DECIDED_TO_KEEP,
        Kind.DECIDED_TO_CEASE,
        Kind.DECIDED_NOT_TO_AMEND,
    }
)
_YES_AFTER_NO = frozenset(
    {
        Kind.REFUSAL_CONCEDED,
        Kind.DECIDED_TO_ASSESS,
        Kind.DECIDED_TO_ISSUE,
        Kind.DECIDED_NOT_TO_ISSUE,
        Kind.DRAFT_PLAN_SERVED,
        Kind.FINAL_PLAN_SENT,
    }
)
_OVERTAKES = {
    Kind.DECIDED_NOT_TO_ASSESS: _YES_AFTER_NO,
    Kind.DECIDED_NOT_TO_ISSUE: _YES_AFTER_NO - {Kind.DECIDED_NOT_TO_ISSUE},
    Kind.DECIDED_TO_KEEP: _CHANGING | {Kind.AMENDED_PLAN_SENT},
    Kind.DECIDED_NOT_TO_AMEND: {Kind.AMENDED_PLAN_SENT},
}


_MEDIATION = frozenset(
    {
        Kind.MEDIATION_ADVISER_CONTACTED,
        Kind.MEDIATION_DECLINED,
        Kind.MEDIATION_WANTED,
        Kind.MIXED_MEDIATION_WANTED,
        Kind.HEALTH_MEDIATION_WANTED,
    }
)
#: Once the council agreed, gave way or was ordered, nobody needs to appeal in time.
_SETTLED = frozenset(
    kind
    for kind in Kind
    if kind.value.startswith(("agreed-to-", "ordered-to-", "conceded-"))
)
_CHANGED = frozenset({Kind.DECIDED_TO_AMEND, Kind.AMENDMENT_NOTICE_SENT})
_WILL_ASSESS = frozenset({Kind.TOLD_WILL_ASSESS})
#: What is known to have been done, though a process would also allow a shorter way.
_GOES_WITH = {
    **dict.fromkeys(_MEDIATION, frozenset({Kind.MEDIATION_ADVISER_CONTACTED})),
    Kind.AMENDMENT_NOTICE_SENT: frozenset({Kind.DECIDED_TO_AMEND}),
    Kind.AMENDED_PLAN_SENT: _CHANGED,
    Kind.DECIDED_NOT_TO_AMEND: _CHANGED,
    Kind.DRAFT_PLAN_SERVED: _WILL_ASSESS,
    Kind.DECIDED_NOT_TO_ISSUE: _WILL_ASSESS,
    Kind.FINAL_PLAN_SENT: _WILL_ASSESS,
    Kind.APPEAL_RECEIVED: frozenset(
        {Kind.MEDIATION_CERTIFICATE_ISSUED, Kind.MEDIATION_ADVISER_CONTACTED}
    ),
}


def closed_too_soon(reading: Reading) -> bool:
    """True where the time to comment was cut short."""
    closed, due = reading.ended_on or reading.met_on, reading.due
    return bool(reading.rule.floor and closed and due and closed < due)


def _by_due(reading: Reading) -> tuple[date, str]:
    return reading.due or date.max, reading.rule.id


def _read(key: str, findings: Findings) -> list[Reading]:
    events = [event for event in findings.events if event.kind in _kinds(key)]
    answers = findings.answers
    return readings(key, events, answers.read_on(findings.today), answers.facts())


def _steps(key: str, kind: Kind) -> Iterable[Step]:
    return (step for step in PROCESSES[key].steps if step.kind is kind)


@cache
def _kinds(key: str) -> frozenset[Kind]:
    return frozenset(step.kind for step in PROCESSES[key].steps)


@cache
def _ends(key: str) -> frozenset[Kind]:
    return frozenset(step.kind for step in PROCESSES[key].steps if step.ends)


@cache
def shows(key: str, kind: Kind, done: frozenset[Kind]) -> bool:
    """True when an event cannot have come about unless one of `done` had.

    Either we know that it goes with it, or the process leaves no other way: without
    those steps the event cannot be reached from any step that opens the process.
    """
    if kind in done or done & _GOES_WITH.get(kind, frozenset()):
        return kind not in done
    return kind not in _reached(PROCESSES[key], done)


def _reached(process: Process, without: frozenset[Kind]) -> set[Kind]:
    reached: set[Kind] = set()
    before = -1
    while before < len(reached):
        before = len(reached)
        reached |= {
            step.kind
            for step in process.steps
            if step.kind not in without and (not step.follows or step.follows & reached)
        }
    return reached
