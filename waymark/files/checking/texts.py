"""Plain text is text to its end."""

import codecs
from typing import IO

from django.utils.translation import gettext as _

from waymark.files.checking.content import NotAccepted
from waymark.files.kinds import Kind

AT_A_TIME = 65_536


def check_text(file: IO[bytes], kind: Kind) -> None:
    """Raises: NotAccepted, for what is not text in UTF-8 all through."""
    read = codecs.getincrementaldecoder("utf-8")()
    try:
        while piece := file.read(AT_A_TIME):
            if b"\0" in piece:
                raise NotAccepted(_not_text())
            read.decode(piece)
        read.decode(b"", final=True)
    except UnicodeDecodeError as problem:
        raise NotAccepted(_not_text()) from problem


def _not_text() -> str:
    return _("This text is not written in UTF-8. Save it again as plain text in UTF-8.")
