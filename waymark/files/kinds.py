"""The kinds of file that are taken, as data: what they are, and how large at most."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MEGABYTE = 1_000_000


class Group(StrEnum):
    """What a file is to those who choose one."""

    DOCUMENT = "document"
    PICTURE = "picture"
    SOUND = "sound"
    FILM = "film"


GROUPS: Mapping[Group, str | Promise] = {
    Group.DOCUMENT: _("a document (PDF, Word, OpenDocument or plain text)"),
    Group.PICTURE: _("a picture (JPEG or PNG)"),
    Group.SOUND: _("a sound recording (MP3, M4A, WAV or Ogg)"),
    Group.FILM: _("a film (MP4, MOV or WebM)"),
}

#: In bytes. A phone's film of five minutes fits.
LARGEST: Mapping[Group, int] = {
    Group.DOCUMENT: 25 * MEGABYTE,
    Group.PICTURE: 25 * MEGABYTE,
    Group.SOUND: 100 * MEGABYTE,
    Group.FILM: 500 * MEGABYTE,
}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file. Its endings are those that its name may have."""

    key: str
    title: str | Promise
    media_type: str
    endings: tuple[str, ...]
    group: Group


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS: tuple[Kind, ...] = (
    Kind("pdf", "PDF", "application/pdf", ("pdf",), Group.DOCUMENT),
    Kind("docx", "Word", _WORD, ("docx",), Group.DOCUMENT),
    Kind(
        "odt",
        "OpenDocument",
        "application/vnd.oasis.opendocument.text",
        ("odt",),
        Group.DOCUMENT,
    ),
    Kind("text", _("plain text"), "text/plain", ("txt",), Group.DOCUMENT),
    Kind("jpeg", "JPEG", "image/jpeg", ("jpg", "jpeg"), Group.PICTURE),
    Kind("png", "PNG", "image/png", ("png",), Group.PICTURE),
    Kind("mp3", "MP3", "audio/mpeg", ("mp3",), Group.SOUND),
    Kind("m4a", "M4A", "audio/mp4", ("m4a",), Group.SOUND),
    Kind("wav", "WAV", "audio/wav", ("wav",), Group.SOUND),
    Kind("ogg", "Ogg", "audio/ogg", ("ogg", "oga", "opus"), Group.SOUND),
    Kind("mp4", "MP4", "video/mp4", ("mp4", "m4v"), Group.FILM),
    Kind("mov", "MOV", "video/quicktime", ("mov",), Group.FILM),
    Kind("webm", "WebM", "video/webm", ("webm",), Group.FILM),
)
BY_KEY: Mapping[str, Kind] = {kind.key: kind for kind in KINDS}
