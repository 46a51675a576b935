"""A letter as one document, from which every format is made."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from waymark.casework.letters.kinds import LetterKind
from waymark.casework.letters.standing import Ground, Piece
from waymark.casework.models import Letter
from waymark.formats.document import Document
from waymark.formats.plain_text import text
from waymark.formats.reading import read
from waymark.formats.semantic import blocks
from waymark.law import RULES


def html_of(
    letter: Letter,
    kind: LetterKind,
    made_of: Iterable[Piece],
    ground: Ground,
    sent_on: date,
) -> str:
    """The whole letter as it goes out on a day, as semantic HTML."""
    rule = RULES.get(kind.rule)
    context = {
        "title": str(kind.title),
        "name": ground.name,
        "council": ground.council,
        "reference": letter.episode.reference,
        "sent_on": sent_on,
        "pieces": [piece for piece in made_of if piece.paragraphs],
        "source": f"{rule.source.instrument}, {rule.source.provision}" if rule else "",
        "website": settings.WEBSITE,
    }
    return render_to_string("casework/letter_document.html", context)


def document_of(html: str) -> Document:
    """The letter, ready for every format. Raises: formats.reading.Unreadable."""
    return read(html)


def text_of(html: str) -> str:
    """The letter as plain text, for the post."""
    return text(document_of(html)).decode()


def shown(html: str) -> SafeString:
    """The letter as part of a page of ours, from its first heading on."""
    # The reader of formats keeps nothing but words and structure, each escaped.
    return mark_safe(blocks(document_of(html).blocks))  # noqa: S308
