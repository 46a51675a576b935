"""Looking into a file before it is kept. What may do harm is refused."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO

from django.conf import settings

from waymark.files.checking.archives import check_document
from waymark.files.checking.content import (
    NotAccepted,
    kind_of,
    require_ending,
    require_size,
)
from waymark.files.checking.pdfs import write_pdf_anew
from waymark.files.checking.pictures import draw_anew
from waymark.files.checking.texts import check_text
from waymark.files.kinds import Kind

__all__ = ["NotAccepted", "looked_into"]


@contextmanager
def looked_into(
    file: IO[bytes], name: str, size: int
) -> Iterator[tuple[Kind, IO[bytes]]]:
    """What kind of file it is, and the file as it may be kept, while it is read.

    Pictures and PDF are written anew, so that nothing but what is seen stays in them;
    a picture loses the place where it was taken. The kind follows from the content;
    its name has to agree.

    Raises: NotAccepted, with a sentence about what to do.
    """
    kind = kind_of(file)
    require_ending(kind, name)
    require_size(kind, size)
    file.seek(0)
    write = _ANEW.get(kind.key)
    if write is None:
        _CHECKS.get(kind.key, _nothing_more)(file, kind)
        file.seek(0)
        yield kind, file
        return
    with TemporaryFile(dir=settings.FILE_UPLOAD_TEMP_DIR) as anew:
        write(file, kind, anew)
        anew.seek(0)
        yield kind, anew


def _nothing_more(file: IO[bytes], kind: Kind) -> None:
    """Sound and film are served as a download alone, which runs nothing."""


#: The kinds that are written anew, and by what.
_ANEW: Mapping[str, Callable[[IO[bytes], Kind, IO[bytes]], None]] = {
    "pdf": write_pdf_anew,
    "jpeg": draw_anew,
    "png": draw_anew,
}
_CHECKS: Mapping[str, Callable[[IO[bytes], Kind], None]] = {
    "docx": check_document,
    "odt": check_document,
    "text": check_text,
}
