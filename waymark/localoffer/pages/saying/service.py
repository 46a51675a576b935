"""Everything that the page and the documents of a service say, in their order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from waymark.localoffer import queries as localoffer
from waymark.localoffer.assurance import saying
from waymark.localoffer.assurance.queries import Assured
from waymark.localoffer.models import Service, ServicePlace, Status
from waymark.localoffer.pages import addresses
from waymark.localoffer.pages.queries import Borne
from waymark.localoffer.pages.saying.ages import ages
from waymark.localoffer.pages.saying.answers import Answer, answers
from waymark.localoffer.pages.saying.money import cost_lines
from waymark.localoffer.pages.saying.people import InTouch, in_touch
from waymark.localoffer.pages.saying.places import Where, places, safe
from waymark.localoffer.pages.saying.times import time_lines
from waymark.localoffer.queries.records import LISTED
from waymark.localoffer.record.facts import schedules
from waymark.localoffer.record.words import plain
from waymark.today import today


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that families ask of every service. No words: it is not known."""

    key: str
    title: str | Promise
    words: SafeString = SafeString("")


@dataclass(frozen=True, slots=True)
class Trust:
    """How we know: where it was read and when, who confirmed it and when.

    `confirmed` is empty if nobody ever did.
    """

    source: str
    licence: str
    found_in: str
    checked_on: date | None
    confirmed: SafeString


@dataclass(frozen=True, slots=True)
class ServiceShown:
    """One service in full."""

    service: Service
    record: dict[str, Any]
    description: SafeString
    state: str
    warning: str
    alert: SafeString
    facts: Sequence[Fact]
    where: Sequence[Where]
    in_touch: InTouch
    answers: Sequence[Answer]
    terms: Sequence[Borne]
    trust: Trust

    @property
    def id(self) -> str:
        return str(self.service.pk)

    @property
    def name(self) -> str:
        return self.service.name

    @property
    def address(self) -> str:
        return addresses.of_service(self.service.pk)

    @property
    def known(self) -> list[Fact]:
        """The facts that the record gives."""
        return [fact for fact in self.facts if fact.words]

    @property
    def not_known(self) -> list[str]:
        """What families ask of everything and this record does not say."""
        return [str(fact.title) for fact in self.facts if not fact.words]

    @property
    def organisation(self) -> str:
        return self.service.organisation.name if self.service.organisation else ""

    @property
    def like_this(self) -> list[tuple[str, str]]:
        """Pages of everything of the same kind, or for the same need."""
        return [
            (term.name, addresses.of_term(term.list, term.key))
            for term in self.terms
            if term.list in {"kind", "need"}
        ]


#: What is said first of a service that does not simply run.
STATES: dict[str, Promise] = {
    Status.DEFUNCT: _later("This service has ended. We keep its page as a record."),
    Status.INACTIVE: _later("This service is not running now."),
    Status.TEMPORARILY_CLOSED: _later("This service is closed for a while."),
}


def shown(
    service: Service,
    terms: Sequence[Borne],
    known: list[ServicePlace],
    assured: Assured,
) -> ServiceShown:
    """A service ready to be shown. Cost: none; its organisation was read with it."""
    record = localoffer.whole(service)
    where = places(record, known)
    run_by = service.organisation.name if service.organisation else ""
    return ServiceShown(
        service=service,
        record=record,
        description=safe(record.get("description")),
        state=str(STATES.get(service.status, "")),
        warning=saying.warning(assured) if service.status in LISTED else "",
        alert=safe(record.get("alert")),
        facts=tuple(_facts(record, terms, where)),
        where=tuple(where),
        in_touch=in_touch(record),
        answers=answers(record, terms),
        terms=tuple(terms),
        trust=Trust(
            service.source.name,
            service.source.licence,
            service.found_in,
            service.checked_on,
            saying.confirmed(assured, run_by),
        ),
    )


def _facts(
    record: dict[str, Any], terms: Sequence[Borne], where: Sequence[Where]
) -> Iterator[Fact]:
    """Each fact in the order of the page. Those named first are said also when not
    known, because families ask them of everything; the rest only where known.
    """
    named = partial(_named, terms)
    yield Fact("ages", _later("Ages"), _words([_ages(record)]))
    who = _join(named("need"), safe(record.get("eligibility_description")))
    yield Fact("who", _later("Who it helps"), who)
    yield Fact("start", _later("How to start"), _start(record, terms))
    yield Fact("diagnosis", _later("Diagnosis"), named("diagnosis"))
    yield Fact("plan", _later("EHC plan"), named("plan"))
    yield Fact("cost", _later("What it costs"), _cost(record))
    yield Fact("when", _later("When"), _words(time_lines(schedules(record))))
    yield Fact("reach", _later("Where it happens"), _reach(record, terms, where))
    yield Fact("access", _later("Accessibility"), _access(terms, where))
    yield from (fact for fact in _more(record, named) if fact.words)


def _more(record: dict[str, Any], named: Any) -> Iterator[Fact]:
    yield Fact("stage", _later("Stage"), named("stage"))
    yield Fact("wait", _later("How long you may wait"), safe(record.get("wait_time")))
    documents = [
        plain(str(each.get("document") or ""))
        for each in record.get("required_documents") or ()
    ]
    yield Fact("bring", _later("What to bring"), _words(documents))
    yield Fact("languages", _later("Languages"), _languages(record))
    paid = [safe(each.get("source")) for each in record.get("funding") or ()]
    yield Fact("funding", _later("Who pays for it"), _join(*paid))
    checked = _join(safe(record.get("accreditations")), safe(record.get("licenses")))
    yield Fact("accredited", _later("Checked and approved by"), checked)


def _ages(record: dict[str, Any]) -> str:
    low, high = record.get("minimum_age"), record.get("maximum_age")
    return ages(_number(low), _number(high))


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, (int, float)) else None


def _named(terms: Sequence[Borne], key: str) -> SafeString:
    return _words([term.name for term in terms if term.list == key])


def _start(record: dict[str, Any], terms: Sequence[Borne]) -> SafeString:
    return _join(_named(terms, "referral"), safe(record.get("application_process")))


def _cost(record: dict[str, Any]) -> SafeString:
    """The lines of cost, and what is said beside them unless it says the same."""
    lines = cost_lines(record, today())
    said = plain(str(record.get("fees") or ""))
    more = safe(record.get("fees_description"))
    same = said.strip(" .").casefold() == "free" and any(
        _("Free") in line for line in lines
    )
    return _join(
        _words(lines), SafeString("") if same else safe(record.get("fees")), more
    )


def _reach(
    record: dict[str, Any], terms: Sequence[Borne], where: Sequence[Where]
) -> SafeString:
    """Where a family meets it; the places themselves stand apart, with a map."""
    named = _named(terms, "reach")
    if not named and where:
        named = _words([_("At a place you go to")])
    areas = [
        plain(str(each.get("name") or "")) for each in record.get("service_areas") or ()
    ]
    covered = [_("For people in %s") % area for area in areas[:12] if area]
    return _join(named, _words(covered))


def _access(terms: Sequence[Borne], where: Sequence[Where]) -> SafeString:
    said = [words for place in where for words in place.access]
    return _join(_named(terms, "access"), *said)


def _languages(record: dict[str, Any]) -> SafeString:
    names = [
        plain(str(each.get("name") or each.get("code") or ""))
        for each in record.get("languages") or ()
    ]
    return _join(_words(names), safe(record.get("interpretation_services")))


def _words(lines: Sequence[str]) -> SafeString:
    """One line as a paragraph, several as a list; nothing for none."""
    said = [line for line in lines if line]
    if len(said) < 2:
        return format_html("<p>{}</p>", said[0]) if said else SafeString("")
    items = format_html_join("", "<li>{}</li>", ((line,) for line in said))
    return format_html("<ul>{}</ul>", items)


def _join(*parts: SafeString) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts if part))
