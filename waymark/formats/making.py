"""Every format there is, and the one door through which each is made.

A maker is named by its place and loaded when it is first called: the page that offers
the formats, and every other format, work where one of them cannot be loaded.
"""

import functools
import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waymark.formats.confined import ToolFailed, ToolMissing
from waymark.formats.document import Document
from waymark.formats.reading import Unreadable

Make = Callable[[Document], bytes]


class Kind(StrEnum):
    """What a document can be made into. The values stand in addresses: never change."""

    HTML = "html"
    PDF = "pdf"
    LARGE_PRINT_18 = "large-print-18"
    LARGE_PRINT_24 = "large-print-24"
    DOCX = "docx"
    ODT = "odt"
    EPUB = "epub"
    BRF = "brf"
    BRF_UNCONTRACTED = "brf-uncontracted"
    AUDIO = "audio"
    TRANSCRIPT = "transcript"
    TEXT = "text"
    MARKDOWN = "markdown"
    ICS = "ics"


class CannotMake(Exception):
    """One format could not be made; names it and the cause, and never the words."""

    def __init__(self, kind: Kind, cause: Exception) -> None:
        self.kind, self.cause = kind, cause
        super().__init__(f"{kind} could not be made: {_why(cause)}")


class Refused(Exception):
    """A document that a format cannot hold. It says why and what to do, and quotes
    nothing of the document."""


class NothingToSay(Refused):
    """A document has nothing that this format could hold; says what is missing."""


class TooLong(Refused):
    """A document has more words than one file of this format holds; says how many."""


def _why(cause: Exception) -> str:
    """What went wrong. An unforeseen fault may quote the document, so it may not."""
    if isinstance(cause, ToolFailed | ToolMissing | Refused):
        return str(cause)
    if isinstance(cause, Unreadable):
        lines = ", ".join(str(fault.line) for fault in cause.faults[:5])
        return f"the document has faults that must be mended first, in lines {lines}"
    if isinstance(cause, OSError) and cause.strerror:
        return f"the machine did not let it be made: {cause.strerror}"
    return f"something unforeseen went wrong ({type(cause).__name__})"


@dataclass(frozen=True, slots=True)
class Format:
    """One format, as a family is offered it.

    `title` names it, `hint` says whom it helps, `ending` is the end of its file name
    with the dot.
    """

    kind: Kind
    title: str | Promise
    hint: str | Promise
    media_type: str
    ending: str
    make: Make
    offered_when: Callable[[Document], bool]


def _by(place: str, *given: int) -> Make:
    """A maker at "module:function" of this room, loaded when it is called."""
    module, _colon, name = place.partition(":")

    def make(document: Document) -> bytes:
        there = importlib.import_module(f"waymark.formats.{module}")
        made: bytes = getattr(there, name)(document, *given)
        return made

    return functools.update_wrapper(make, _by, assigned=())


def _always(document: Document) -> bool:
    return True


def _has_dates(document: Document) -> bool:
    return bool(document.dates)


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WRITER = "application/vnd.oasis.opendocument.text"

_ALL = (
    Format(
        Kind.HTML,
        _("Web page"),
        _("One file for any browser. It opens without the internet."),
        "text/html",
        ".html",
        _by("whole_page:page"),
        _always,
    ),
    Format(
        Kind.PDF,
        _("PDF"),
        _("To print or to send. Screen readers can read it."),
        "application/pdf",
        ".pdf",
        _by("pdf:pdf"),
        _always,
    ),
    Format(
        Kind.LARGE_PRINT_18,
        _("Large print"),
        _("A PDF with letters of 18 points, to print."),
        "application/pdf",
        ".pdf",
        _by("pdf:large_print", 18),
        _always,
    ),
    Format(
        Kind.LARGE_PRINT_24,
        _("Very large print"),
        _("A PDF with letters of 24 points, to print."),
        "application/pdf",
        ".pdf",
        _by("pdf:large_print", 24),
        _always,
    ),
    Format(
        Kind.DOCX,
        _("Word document"),
        _("To change the words, the letters or the colours in Word."),
        _WORD,
        ".docx",
        _by("office:docx"),
        _always,
    ),
    Format(
        Kind.ODT,
        _("OpenDocument"),
        _("The same for LibreOffice, which is free."),
        _WRITER,
        ".odt",
        _by("office:odt"),
        _always,
    ),
    Format(
        Kind.EPUB,
        _("E-book"),
        _("For a phone, a tablet or an e-reader. You choose the size of the letters."),
        "application/epub+zip",
        ".epub",
        _by("office:epub"),
        _always,
    ),
    Format(
        Kind.BRF,
        _("Braille, contracted"),
        _("A BRF file for a Braille display or embosser. Grade 2."),
        "application/x-brf",
        ".brf",
        _by("braille:brf", 2),
        _always,
    ),
    Format(
        Kind.BRF_UNCONTRACTED,
        _("Braille, uncontracted"),
        _("The same, spelled out letter by letter. Grade 1."),
        "application/x-brf",
        ".brf",
        _by("braille:brf", 1),
        _always,
    ),
    Format(
        Kind.AUDIO,
        _("Audio"),
        _("Read aloud by a computer voice, with chapters."),
        "audio/mpeg",
        ".mp3",
        _by("audio:audio"),
        _always,
    ),
    Format(
        Kind.TRANSCRIPT,
        _("Words of the audio"),
        _("What the voice says, to read along."),
        "text/plain",
        ".txt",
        _by("audio:transcript"),
        _always,
    ),
    Format(
        Kind.TEXT,
        _("Plain text"),
        _("Only words, in lines of one width. It opens everywhere."),
        "text/plain",
        ".txt",
        _by("plain_text:text"),
        _always,
    ),
    Format(
        Kind.MARKDOWN,
        _("Markdown"),
        _("Plain text with marks for headings and links."),
        "text/markdown",
        ".md",
        _by("office:markdown"),
        _always,
    ),
    Format(
        Kind.ICS,
        _("Calendar"),
        _("Puts the dates into the calendar of your phone or computer."),
        "text/calendar",
        ".ics",
        _by("calendar:ics"),
        _has_dates,
    ),
)

#: Every format by its kind, in the order in which they are offered.
FORMATS: Mapping[Kind, Format] = {each.kind: each for each in _ALL}


def make(document: Document, kind: Kind) -> bytes:
    """A document in one format.

    Raises: CannotMake, with the cause, whatever it was: the others still work.
    """
    try:
        return FORMATS[kind].make(document)
    except Exception as cause:
        raise CannotMake(kind, cause) from cause
