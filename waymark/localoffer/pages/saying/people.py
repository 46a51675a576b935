"""Whom to ring or write to: what a record lets everybody see, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from waymark.localoffer.record.words import plain
from waymark.ui.helper_card import telephone

#: More than this is a list that nobody reads, or somebody's mischief.
MOST = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One telephone line: as it is written, as it is rung, and what it is for."""

    number: str
    rings: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to get in touch with: who that is, and the ways to reach them."""

    who: str
    lines: tuple[Line, ...]
    email: str = ""


@dataclass(frozen=True, slots=True)
class InTouch:
    """Every way to get in touch with a service that its record lets everybody see."""

    lines: tuple[Line, ...]
    email: str
    website: str
    people: tuple[Person, ...]

    @property
    def website_name(self) -> str:
        """The site's name alone, short enough for a phone."""
        return urlsplit(self.website).netloc.removeprefix("www.")

    @property
    def every_line(self) -> list[Line]:
        """Its own lines and those of its people, each number once."""
        held = [*self.lines, *(line for each in self.people for line in each.lines)]
        return list({line.rings or line.number: line for line in held}.values())

    @property
    def any_email(self) -> str:
        return self.email or next((p.email for p in self.people if p.email), "")

    def __bool__(self) -> bool:
        return bool(self.lines or self.email or self.website or self.people)


def in_touch(record: dict[str, Any]) -> InTouch:
    """How to reach a service; its organisation's ways where it has none of its own."""
    organisation = record.get("organization") or {}
    lines = tuple(_lines(record))
    people = tuple(_people(record))
    email = mail(record.get("email"))
    if not (lines or people or email):
        lines, people = tuple(_lines(organisation)), tuple(_people(organisation))
        email = mail(organisation.get("email"))
    website = web(record.get("url")) or web(organisation.get("website"))
    return InTouch(lines[:MOST], email, website, people[:MOST])


def _lines(thing: dict[str, Any]) -> Iterator[Line]:
    for phone in thing.get("phones") or ():
        number = plain(str(phone.get("number") or "")).strip()[:60]
        if number:
            extension = phone.get("extension")
            shown = f"{number} ext. {extension:g}" if extension else number
            said = plain(str(phone.get("description") or ""))
            yield Line(shown, telephone(number), said)


def _people(record: dict[str, Any]) -> Iterator[Person]:
    """The contacts of a service and of its places that may be shown."""
    held = [*(record.get("contacts") or ())]
    for place in record.get("service_at_locations") or ():
        held += [*(place.get("contacts") or ())]
        held += [*((place.get("location") or {}).get("contacts") or ())]
    for contact in held:
        person = _person(contact)
        if contact.get("public") is not False and (person.lines or person.email):
            yield person


def _person(contact: dict[str, Any]) -> Person:
    parts = (contact.get(name) for name in ("name", "title", "department"))
    who = ", ".join(plain(str(part)) for part in parts if part)
    return Person(who, tuple(_lines(contact)), mail(contact.get("email")))


def mail(value: Any) -> str:
    """An e-mail address that may stand in a link, or an empty text."""
    said = str(value or "").strip()
    whole = said.count("@") == 1 and not set(said) & set(" <>\"'?&\\\r\n\t")
    return said if whole and len(said) <= 254 else ""


def web(value: Any) -> str:
    """A web address that may stand in a link, or an empty text."""
    said = str(value or "").strip()
    try:
        parts = urlsplit(said)
    except ValueError:
        return ""
    return said if parts.scheme in {"http", "https"} and parts.netloc else ""
