"""Findings as a page shows them. Nothing is fetched here."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.utils.formats import date_format
from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext

from waymark.law import RULES, Reading, Rule, State
from waymark.routemaps.dates import duties, remedies
from waymark.routemaps.dates.findings import (
    BINDING,
    Findings,
    Opened,
    closed_too_soon,
)
from waymark.routemaps.dates.letters import Letter, Writer
from waymark.routemaps.dates.phrases import ENDINGS, OPENED, OWN, refused_by, strength
from waymark.routemaps.dates.remedies import Way
from waymark.routemaps.dates.words import Who, capital, party, said
from waymark.ui.letter_box import LetterBox
from waymark.ui.source_of_law import SourceOfLaw
from waymark.ui.time_limits import ClockTag, DateTag


def weekday(day: date | None) -> str:
    """A day as people plan by it: Monday 5 January 2026."""
    return date_format(day, "l j F Y") if day else ""


def plain(day: date | None) -> str:
    return date_format(day, "j F Y") if day else ""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on the page: its heading, how it stands, and what may be done."""

    key: str
    title: str
    tag: ClockTag | DateTag | None = None
    words: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    letter: LetterBox | None = None
    link: str = ""
    link_words: str = ""
    letter_words: str = ""  # where set, the letter is folded under these words


@dataclass(frozen=True)
class Shown:
    """Every part of the answer page, in the order it stands there."""

    findings: Findings
    writer: Writer
    appeal_address: str = ""
    _used: set[str] = field(default_factory=set)

    @cached_property
    def who(self) -> Who:
        return self.findings.answers.who

    def say(self, text: str) -> str:
        return said(text, self.who)

    @cached_property
    def late(self) -> list[Item]:
        """What is late, since when, and what to do about it."""
        return [self._late(reading) for reading in self.findings.late]

    def _late(self, reading: Reading) -> Item:
        letter = self._box(self.writer.about(reading, "late"))
        return Item(
            reading.rule.id,
            self._title(_("%(Who)s is late: %(what)s"), reading.rule),
            ClockTag.of(reading),
            (self._since(reading), self._law_says(reading.rule)),
            tuple(remedies.ways(reading, self.who, letter=letter is not None)),
            letter,
        )

    def _title(self, words: str, rule: Rule) -> str:
        holder = party(rule.holder, self.who)
        what = self.say(duties.name(rule))
        return self.say(words) % {"Who": capital(holder), "what": what}

    def _since(self, reading: Reading) -> str:
        late = (self.findings.today - reading.due).days if reading.due else 0
        days = ngettext("%d day", "%d days", late) % late
        words = _(
            "The last day was %(due)s. It has been late since %(late)s: %(days)s."
        )
        return self.say(words) % {
            "due": weekday(reading.due),
            "late": weekday(reading.late_from),
            "days": days,
        }

    def _law_says(self, rule: Rule) -> str:
        return f"{self.say(strength(rule))} {self.say(rule.says)}"

    def _box(self, letter: Letter | None, heading: int = 4) -> LetterBox | None:
        """A letter once on the page: the same one would only confuse."""
        if letter is None or letter.key in self._used:
            return None
        self._used.add(letter.key)
        return LetterBox(
            letter.key, letter.title, letter.body, letter.subject, heading=heading
        )

    @cached_property
    def done_late(self) -> list[Item]:
        """What came after its last day."""
        return [self._done_late(reading) for reading in self.findings.done_late]

    def _done_late(self, reading: Reading) -> Item:
        words = self.say(_("The last day was %s.")) % weekday(reading.due)
        title = self._title(_("%(Who)s: %(what)s"), reading.rule)
        return Item(reading.rule.id, title, ClockTag.of(reading), (words,))

    @cached_property
    def opened(self) -> list[Item]:
        """What each no opens, and each plan for those who do not agree with it."""
        return [self._opened(opened) for opened in self.findings.opened]

    def _opened(self, opened: Opened) -> Item:
        kind = opened.step.kind
        title = f"{self.say(OPENED[kind])} ({plain(opened.on)})"
        links = ("", "")
        if self.appeal_address:
            query = f"?who={self.who.value}&decision-sent={opened.on.isoformat()}"
            words = self.say(_("Follow mediation and appeal from this day"))
            links = (f"{self.appeal_address}my-dates/{query}", words)
        return Item(
            kind.value,
            title,
            None,
            tuple(self._days_to_act(opened)),
            (),
            self._box(self.writer.answering(kind, refused_by(kind)), heading=4)
            if opened.is_no
            else None,
            *links,
        )

    def _days_to_act(self, opened: Opened) -> list[str]:
        if not opened.is_no:
            yes = _("If you agree with it, you need do nothing here.")
            return [self.say(yes), *self._own_days(opened.readings)]
        return self._own_days(opened.readings)

    def _own_days(self, readings: Iterable[Reading]) -> list[str]:
        return [self._own_day(reading) for reading in readings if reading.due]

    def _own_day(self, reading: Reading) -> str:
        state = self._own_state(reading)
        words = OWN.get((reading.rule.id, state)) or OWN["any", state]
        found = self.say(words) % {"due": weekday(reading.due)}
        safe = reading.safe_on or reading.act_by or reading.due
        if state != "open" or safe == reading.due:
            return found
        safer = self.say(_("To be safe, let it be done by %s.")) % weekday(safe)
        return f"{found} {safer}"

    @cached_property
    def own(self) -> list[Item]:
        """The family's own last days: to contact the adviser, to appeal."""
        return [self._own(reading) for reading in self.findings.own]

    def _own_state(self, reading: Reading) -> str:
        if not reading.due or reading.due >= self.findings.today:
            return "open"
        is_appeal = reading.rule.id == "D08"
        return "waits" if is_appeal and self.findings.awaits_certificate else "over"

    def _own(self, reading: Reading) -> Item:
        over = self._own_state(reading) == "over"
        return Item(
            reading.rule.id,
            capital(self.say(duties.name(reading.rule))),
            ClockTag.of(reading) if reading.state is State.RUNNING else None,
            (self._own_day(reading), self._law_says(reading.rule)),
            (),
            self._box(self.writer.about(reading, "late")) if over else None,
        )

    @cached_property
    def coming(self) -> list[Item]:
        """What must come next, and from whom."""
        return [self._coming(reading) for reading in self.findings.coming]

    def _coming(self, reading: Reading) -> Item:
        words = [self._by(reading), self._law_says(reading.rule)]
        return Item(
            reading.rule.id,
            capital(self.say(duties.name(reading.rule))),
            ClockTag.of(reading, self._note(reading.rule)),
            tuple(words),
        )

    def _note(self, rule: Rule) -> str:
        binds = rule.strength in BINDING
        return "" if binds else self.say(_("good practice, not law"))

    def _by(self, reading: Reading) -> str:
        words = _("From %(who)s, by %(due)s at the latest.")
        if reading.act_by and reading.act_by != reading.due:
            words = _(
                "From %(who)s, by %(due)s at the latest. That is no working day, so "
                "%(who)s needs to act by %(act_by)s."
            )
        return self.say(words) % {
            "who": party(reading.rule.holder, self.who),
            "due": weekday(reading.due),
            "act_by": weekday(reading.act_by),
        }

    @cached_property
    def endings(self) -> list[Item]:
        """The last lawful day of each way it may still end."""
        return [self._ending(reading) for reading in self.findings.endings]

    def _ending(self, reading: Reading) -> Item:
        over = reading.state is State.OVERDUE
        words = _("The last lawful day was {day}") if over else _("By {day}")
        tag = DateTag(self.say(words), reading.due) if reading.due else None
        title = self.say(ENDINGS.get(reading.rule.id, duties.name(reading.rule)))
        return Item(reading.rule.id, capital(title), tag)

    @cached_property
    def floors(self) -> list[Item]:
        """Time that must be left open."""
        return [self._floor(reading) for reading in self.findings.floors]

    def _floor(self, reading: Reading) -> Item:
        soon = closed_too_soon(reading)
        words = _("This must stay open until at least %(due)s.")
        if soon:
            words = _(
                "This had to stay open until at least %(due)s. It was closed too soon, "
                "on %(closed)s."
            )
        closed = reading.ended_on or reading.met_on
        days = {"due": weekday(reading.due), "closed": weekday(closed)}
        return Item(
            reading.rule.id,
            capital(self.say(duties.name(reading.rule))),
            None,
            (self.say(words) % days, self._law_says(reading.rule)),
            (),
            self._box(self.writer.about(reading, "floor")) if soon else None,
        )

    @cached_property
    def to_check(self) -> list[Item]:
        """Things that should be in place by now; only the family knows."""
        return [self._check(reading) for reading in self.findings.to_check]

    def _check(self, reading: Reading) -> Item:
        words = _("If not, %(who)s has been late since %(late)s.")
        days = {
            "who": party(reading.rule.holder, self.who),
            "late": weekday(reading.late_from),
        }
        return Item(
            reading.rule.id,
            capital(self.say(duties.name(reading.rule))),
            None,
            (self._law_says(reading.rule), self.say(words) % days),
            (),
            self._box(self.writer.about(reading, "late")),
            letter_words=self.say(_("A letter, if it is not so")),
        )

    @cached_property
    def dayless(self) -> list[Item]:
        """What has no day in law, or none that can be known yet."""
        return [self._dayless(reading) for reading in self.findings.dayless]

    def _dayless(self, reading: Reading) -> Item:
        return Item(
            reading.rule.id,
            capital(self.say(duties.name(reading.rule))),
            None,
            (self._law_says(reading.rule), *self._gone(reading)),
            (),
            self._box(self._letter_for(reading)),
            letter_words=self.say(_("A letter, if it takes too long")),
        )

    def _letter_for(self, reading: Reading) -> Letter | None:
        """Only where the family could have told us that it was done."""
        asked = reading.rule.met_by & self.findings.answers.asked.kinds
        return self.writer.about(reading, "late") if asked else None

    def _gone(self, reading: Reading) -> list[str]:
        """How long it has run, where the family would have told us of its end."""
        asked = reading.rule.met_by & self.findings.answers.asked.kinds
        if not asked or not reading.days or reading.state is not State.NO_LIMIT:
            return []
        words = ngettext(
            "%d day has gone by so far.", "%d days have gone by so far.", reading.days
        )
        return [words % reading.days]

    @cached_property
    def estimate(self) -> str:
        """The day a request counts as received, where we had to work it out."""
        receipt = self.findings.answers.receipt
        if receipt is None:
            return ""
        words = _(
            "We count the request as received on %(day)s. This is an estimate. If the "
            "council gives another day, change your answers and use that one."
        )
        return self.say(words) % {"day": weekday(receipt.on)}

    @cached_property
    def sources(self) -> SourceOfLaw | None:
        """The law behind everything on the page, each source once."""
        shown = (
            *self.findings.late,
            *self.findings.done_late,
            *self.findings.own,
            *self.findings.coming,
            *self.findings.endings,
            *self.findings.floors,
            *self.findings.to_check,
            *self.findings.dayless,
            *(r for opened in self.findings.opened for r in opened.readings),
        )
        sources = tuple(dict.fromkeys(reading.rule.source for reading in shown))
        summary = self.say(_("The law behind these dates"))
        return SourceOfLaw(sources, summary) if sources else None

    @cached_property
    def told_of_exemption(self) -> str:
        """What the council owes a family when it says that an exemption applies."""
        return self._law_says(RULES["A19"])
