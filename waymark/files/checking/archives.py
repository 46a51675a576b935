"""Word and OpenDocument files: archives that may hold a bomb, a program or a link."""

import re
import stat
import zipfile
from pathlib import PurePosixPath
from typing import IO

from django.utils.translation import gettext as _

from waymark.files.checking.content import NotAccepted
from waymark.files.kinds import MEGABYTE, Kind

MOST_PARTS = 1_000
MOST_BYTES = 200 * MEGABYTE
#: Text shrinks to a tenth, a bomb to a thousandth. Small parts are left out of it.
MOST_TIMES = 100
FROM_BYTES = MEGABYTE
AT_A_TIME = 65_536

#: Parts in which programs or other files stand.
_PROGRAMS = re.compile(
    r"vbaproject|vbadata|activex|/embeddings/|^basic/|^scripts/|^object ",
    re.IGNORECASE,
)
#: Relationships of Word that fetch something or hand over to a program.
_OUTSIDE = re.compile(
    rb"<Relationship\b[^>]*(attachedTemplate|oleObject|frame|subDocument|"
    rb"externalLink)[^>]*TargetMode\s*=\s*[\"']External",
    re.IGNORECASE,
)
_ALSO_OUTSIDE = re.compile(
    rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*"
    rb"(attachedTemplate|oleObject|frame|subDocument|externalLink)",
    re.IGNORECASE,
)
_FIELDS = re.compile(rb"\bDDE(AUTO)?\b\s", re.IGNORECASE)
#: In these, a link outside or a field that starts something could stand.
_READ = re.compile(r"\.rels$|^word/[a-z]+\d*\.xml$|^content\.xml$|^styles\.xml$")


def check_document(file: IO[bytes], kind: Kind) -> None:
    """Raises: NotAccepted, for whatever is more than a document."""
    _require_nothing_around(file)
    try:
        with zipfile.ZipFile(file) as archive:
            _require_small(archive.infolist())
            for part in archive.infolist():
                _require_plain(part)
                _read(archive, part)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as problem:
        raise NotAccepted(
            _("This %s file is broken or has a password. Save it again without one.")
            % kind.title
        ) from problem


def _require_nothing_around(file: IO[bytes]) -> None:
    """Nothing hides before the archive or behind its end."""
    file.seek(0)
    first = file.read(4)
    file.seek(0, 2)
    length = file.tell()
    file.seek(max(0, length - 22))
    end = file.read(22)
    if (
        first != b"PK\x03\x04"
        or not end.startswith(b"PK\x05\x06")
        or end[20:] != b"\0\0"
    ):
        raise NotAccepted(
            _("Something else hides in this document. Open it, and save it again.")
        )


def _require_small(parts: list[zipfile.ZipInfo]) -> None:
    whole = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or whole > MOST_BYTES or any(map(_swells, parts)):
        raise _too_much()


def _swells(part: zipfile.ZipInfo) -> bool:
    if part.file_size < FROM_BYTES:
        return False
    return part.file_size > MOST_TIMES * max(1, part.compress_size)


def _too_much() -> NotAccepted:
    return NotAccepted(
        _("This document unpacks to far more than it is. Save it again, or as PDF.")
    )


def _require_plain(part: zipfile.ZipInfo) -> None:
    path = PurePosixPath(part.filename.replace("\\", "/"))
    is_link = stat.S_ISLNK(part.external_attr >> 16)
    if path.is_absolute() or ".." in path.parts or is_link:
        raise NotAccepted(
            _("This document is not made as documents are. Save it again.")
        )
    if _PROGRAMS.search(part.filename):
        raise NotAccepted(
            _(
                "This document holds a program (a macro) or another file. Save it as "
                "PDF, or without macros, and choose that."
            )
        )


def _read(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unpack a part, counting, since what it says of its size may be a lie."""
    held, kept = 0, bytearray()
    keeps = bool(_READ.search(part.filename))
    with archive.open(part) as inside:
        while piece := inside.read(AT_A_TIME):
            held += len(piece)
            if held > part.file_size or held > MOST_BYTES:
                raise _too_much()
            if keeps:
                kept += piece
    if keeps and _reaches_out(bytes(kept)):
        raise NotAccepted(
            _(
                "This document fetches something from elsewhere when it is opened. "
                "Save it as PDF, and choose that."
            )
        )


def _reaches_out(words: bytes) -> bool:
    return bool(
        _OUTSIDE.search(words) or _ALSO_OUTSIDE.search(words) or _FIELDS.search(words)
    )
