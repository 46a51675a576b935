"""A translation made ready: its parts in order, who stands behind it, its document."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from waymark.guidance import linking, pictures, queries
from waymark.guidance.documents.writing import absolute
from waymark.guidance.limits import with_limits
from waymark.guidance.models import Translation
from waymark.guidance.originals import Original
from waymark.guidance.presenters import reading
from waymark.guidance.queries import Place, address_of


@dataclass(frozen=True, slots=True)
class PartSaid:
    """One part of a page in another language, and the picture beside it, if any."""

    kind: str
    words: str | SafeString
    picture: str = ""
    shows: object = ""


def parts(
    translation: Translation, places: Mapping[int, Place], drawn: Any
) -> list[PartSaid]:
    """What the page says, in the order of the English it was made from."""
    held = texts(translation)
    shown = reading({name: words for name, (_part, words) in held.items()}, places, ())
    return [
        _said(part, shown[name] if part.kind == "words" else words, drawn)
        for name, (part, words) in held.items()
    ]


def _said(part: Original, words: str, drawn: Any) -> PartSaid:
    if part.picture not in pictures.PICTURES:
        return PartSaid(part.kind, words)
    return PartSaid(
        part.kind, words, drawn(part.picture), pictures.PICTURES[part.picture]
    )


def texts(translation: Translation) -> dict[str, tuple[Original, str]]:
    """Each part with its words; the law's numbers stand in them."""
    return {
        part.name: (part, with_limits(translation.texts.get(part.name, "")))
        for part in translation.originals
    }


def title(translation: Translation) -> str:
    """The name of the page in its own language."""
    return with_limits(translation.texts.get("title", "")) or translation.page.title


def address_in(translation: Translation) -> str:
    """Where the page lies in its language."""
    return f"/in/{translation.language}{address_of(translation.page.url_path)}"


def stands_behind(translation: Translation) -> str:
    """Who made it, when, who checked it, and whether a machine began it."""
    made = {
        "who": translation.translated_by,
        "day": _day(translation.translated_on),
        "checker": translation.checked_by,
        "checked": _day(translation.checked_on),
    }
    if translation.by_machine:
        says = _(
            "A machine made the first version of this translation. %(who)s mended it "
            "on %(day)s, and %(checker)s checked it on %(checked)s."
        )
    else:
        says = _(
            "Translated by %(who)s on %(day)s. Checked by %(checker)s on %(checked)s."
        )
    return says % made


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day else ""


def everything_said(translation: Translation, drawn: Any) -> dict[str, Any]:
    """What the page and the document both say.

    Cost: the page's English, its links and the area's languages: at most five queries.
    """
    linked: Iterable[str] = (words for _part, words in texts(translation).values())
    return {
        "title": title(translation),
        "page_language": translation.spoken,
        "parts": parts(translation, queries.places(linking.numbers(linked)), drawn),
        "changed": bool(translation.changed),
        "notes": translation.texts,
        "stands_behind": stands_behind(translation),
        "english": address_of(translation.page.url_path),
        "address": address_in(translation),
    }


def translation_html(translation: Translation) -> str:
    """The translation as a document in the vocabulary that `formats` reads.

    Cost: at most six queries.
    """
    said = everything_said(translation, pictures.data_address)
    easy = any(part.picture for part in said["parts"])
    more = {"website": settings.WEBSITE, "easy_read": easy}
    html = render_to_string("guidance/translated_document.html", {**said, **more})
    return absolute(html, {})
