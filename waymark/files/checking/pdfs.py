"""PDF: refused where it does something by itself, else written anew."""

from collections.abc import Iterator
from typing import IO, Any, BinaryIO, cast

import pikepdf
from django.utils.translation import gettext as _

from waymark.files.checking.content import NotAccepted
from waymark.files.kinds import Kind

#: What a PDF can do by itself, as its dictionaries call it.
_ACTIONS = (
    "/JavaScript",
    "/Launch",
    "/ImportData",
    "/SubmitForm",
    "/GoToE",
    "/Rendition",
)


def write_pdf_anew(file: IO[bytes], kind: Kind, anew: IO[bytes]) -> None:
    """Write the PDF again, so that nothing stays in it that it does not use.

    Raises: NotAccepted, for one that has a password, runs something, or holds files.
    """
    try:
        with pikepdf.open(cast(BinaryIO, file)) as pdf:
            _require_quiet(pdf)
            pdf.save(cast(BinaryIO, anew))
    except pikepdf.PasswordError as problem:
        raise _has_a_password() from problem
    except (pikepdf.PdfError, RuntimeError) as problem:
        raise NotAccepted(
            _("This PDF is broken. Open it, print it to a new PDF, and choose that.")
        ) from problem


def _has_a_password() -> NotAccepted:
    return NotAccepted(
        _("This PDF has a password. Save it without one, and choose that.")
    )


def _require_quiet(pdf: pikepdf.Pdf) -> None:
    if pdf.is_encrypted:
        raise _has_a_password()
    if len(pdf.attachments) or any(map(_acts, _dictionaries(pdf))):
        raise NotAccepted(
            _(
                "This PDF runs something or holds another file. Print it to a new PDF, "
                "and choose that."
            )
        )


#: No file of use nests deeper than this within one object.
_DEEPEST = 20


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary of the file, also those inside others."""
    for held in pdf.objects:
        yield from _inside(held, 0)


def _inside(held: Any, depth: int) -> Iterator[Any]:
    if isinstance(held, pikepdf.Stream):
        held = held.stream_dict
    if isinstance(held, pikepdf.Dictionary):
        yield held
    if depth < _DEEPEST:
        for value in _values(held):
            yield from _inside(value, depth + 1)


def _values(held: Any) -> list[Any]:
    """What stands in it itself; the rest comes by its own number."""
    if isinstance(held, pikepdf.Dictionary):
        found = list(held.values())
    elif isinstance(held, pikepdf.Array):
        found = list(held)
    else:
        return []
    return [value for value in found if not getattr(value, "is_indirect", False)]


def _acts(held: Any) -> bool:
    """Whether a dictionary is an action that does something by itself."""
    kind = str(held.get("/S", ""))
    if kind in _ACTIONS or "/JS" in held:
        return True
    if held.get("/Type", None) == pikepdf.Name.EmbeddedFile:
        return True
    return str(held.get("/Subtype", "")) in {"/RichMedia", "/Movie", "/Screen"}
