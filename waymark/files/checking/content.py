"""What a file is, by its first bytes and never by its name alone."""

import zipfile
from pathlib import PurePath
from typing import IO

from django.utils.translation import gettext as _

from waymark.files.kinds import BY_KEY, GROUPS, LARGEST, MEGABYTE, Group, Kind

HEAD = 4096
#: How the brand of an MP4 file says that it holds sound alone, or is QuickTime's.
_BRANDS = {b"M4A ": "m4a", b"M4B ": "m4a", b"qt  ": "mov"}


class NotAccepted(ValueError):
    """The file is not kept. Says what to do, and never holds its name."""


def kind_of(file: IO[bytes]) -> Kind:
    """The kind of a file. Raises: NotAccepted, where it is none of those taken."""
    file.seek(0)
    head = file.read(HEAD)
    if not head:
        raise NotAccepted(_("This file is empty. Choose another."))
    key = _by_signature(head) or _of_an_archive(file, head) or _of_text(head)
    if key is None:
        kinds = "; ".join(str(GROUPS[group]) for group in Group)
        raise NotAccepted(
            _("This kind of file is not taken. Choose one of these: %s.") % kinds
        )
    return BY_KEY[key]


def _by_signature(head: bytes) -> str | None:
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith(b"OggS"):
        return "ogg"
    if head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head[:64]:
        return "webm"
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return "wav"
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "mp4")
    is_frame = head[0] == 0xFF and head[1:2] and head[1] & 0xE6 == 0xE2  # noqa: PLR2004
    return "mp3" if head.startswith(b"ID3") or is_frame else None


def _of_an_archive(file: IO[bytes], head: bytes) -> str | None:
    """Word and OpenDocument are archives; which of them, their parts say."""
    if not head.startswith(b"PK\x03\x04"):
        return None
    try:
        file.seek(0)
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return None
    if "word/document.xml" in names and "[Content_Types].xml" in names:
        return "docx"
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return "odt"
    return None


def _of_text(head: bytes) -> str | None:
    """Text has no control characters, and is nothing that a browser would run."""
    if any(byte < 9 or 13 < byte < 32 for byte in head):  # noqa: PLR2004
        return None
    start = head.lstrip(b"\xef\xbb\xbf").lstrip().lower()
    return None if start.startswith((b"<", b"{\\rtf", b"#!")) else "text"


def require_ending(kind: Kind, name: str) -> None:
    """Raises: NotAccepted, where the name says something else than the content."""
    ending = PurePath(name).suffix.lower().lstrip(".")
    if ending not in kind.endings:
        raise NotAccepted(
            _("This file is %(kind)s, but its name ends in .%(ending)s. Save it again.")
            % {"kind": kind.title, "ending": ending[:8]}
        )


def require_size(kind: Kind, size: int) -> None:
    """Raises: NotAccepted, where it is too large for its kind."""
    most = LARGEST[kind.group]
    if size > most:
        raise NotAccepted(
            _("This file is too large. It may have %d megabytes at most.")
            % (most // MEGABYTE)
        )
