"""What the whole reading shares: faults found so far, pictures, days, the level."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urljoin, urlsplit

from waymark.formats.document import Dated, Language, Picture
from waymark.formats.reading.faults import Fault
from waymark.formats.reading.languages import spoken_in
from waymark.formats.reading.names import names
from waymark.formats.reading.nodes import Node
from waymark.formats.reading.pictures import NotAPicture, Pictures

MOST_PICTURE_BYTES = 40_000_000
#: Where a link may lead. Everything else is left out and its words stay.
SCHEMES = frozenset({"http", "https", "mailto", "tel"})

#: Elements that are left out with everything inside: they run, fetch or ask.
LEFT_OUT = names(
    "script style template noscript iframe frame frameset object embed applet param "
    "audio video source track canvas map area link meta base title head input button "
    "select option optgroup textarea datalist progress meter output dialog math svg "
    "portal slot"
)


@dataclass(slots=True)
class Sense:
    """The state of one reading."""

    pictures: Pictures
    language: Language
    address: str = ""
    faults: list[Fault] = field(default_factory=list)
    dates: list[Dated] = field(default_factory=list)
    level: int = 0
    picture_bytes: int = 0

    def fault(self, node: Node, says: str) -> None:
        self.faults.append(Fault(node.line, says))

    @contextmanager
    def inside(self, node: Node) -> Iterator[Language | None]:
        """Read what is inside an element; gives its language if that is another one."""
        before = self.language
        here = spoken_in(node, before)
        self.language = here
        try:
            yield here if here != before else None
        finally:
            self.language = before

    def picture(self, node: Node) -> Picture | None:
        """The picture of an <img>; nothing for decoration or where a fault is."""
        words = node.said.get("alt")
        if words is None:
            self.fault(
                node,
                "The picture has no text. Say in alt what it shows, or write "
                'alt="" if it is decoration.',
            )
            return None
        if not words.strip():
            return None
        try:
            content, media_type = self.pictures.read(node.said.get("src", "").strip())
        except NotAPicture as problem:
            self.fault(node, str(problem))
            return None
        self.picture_bytes += len(content)
        if self.picture_bytes > MOST_PICTURE_BYTES:
            self.fault(node, "The pictures together are larger than 40 MB. Divide it.")
            return None
        return Picture(content, media_type, " ".join(words.split()))

    def leads_to(self, address: str) -> str:
        """Where a link leads, whole; empty where it may lead nowhere."""
        given = "".join(sign for sign in address if sign > " " and sign != "\x7f")
        if given.startswith("#") or not given:
            return given if len(given) > 1 else ""
        try:
            whole = urljoin(self.address, given) if self.address else given
            parts = urlsplit(whole)
        except ValueError:
            return ""
        if parts.scheme.lower() not in SCHEMES:
            return ""
        return (
            whole if parts.netloc or parts.scheme.lower() in {"mailto", "tel"} else ""
        )

    def note_day(self, node: Node) -> None:
        """Remember the day of an element that is marked as dated."""
        said = node.said
        on = day(said.get("data-on", "") or said.get("content", ""))
        if on is None:
            self.fault(node, "The day of this entry is not a day. Write 2026-01-13.")
            return
        self.dates.append(
            Dated(
                uid=said.get("data-uid", "") or f"{on.isoformat()}-{len(self.dates)}",
                on=on,
                says=said.get("data-says", "") or node.words(),
                more=said.get("data-more", ""),
                address=said.get("data-address", ""),
            )
        )


def day(text: str) -> date | None:
    """The day that is written as 2026-01-13; nothing for any other writing."""
    try:
        return date.fromisoformat(text.strip()) if len(text.strip()) == 10 else None
    except ValueError:
        return None
