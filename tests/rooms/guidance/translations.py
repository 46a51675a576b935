"""Two short invented translations: of a guide into Urdu, of a step into Polish."""

from datetime import date

from wagtail.models import Page

from waymark.guidance.models import Translation
from waymark.guidance.models.translation import english_of

URDU = {
    "title": "منصوبہ پڑھنا",
    "summary": "منصوبے میں کیا لکھا ہے۔",
    "body": "<p>یہ منصوبہ آپ کے بچے کے بارے میں ہے۔</p>",
    "note_changed": "انگریزی متن بدل گیا ہے۔",
    "note_english": "یہ صفحہ انگریزی میں پڑھیں",
}


def polish_of(page):
    """Polish enough for a test: every part says its place, and the law its number."""
    texts = {}
    for number, row in enumerate(english_of(page), start=1):
        words = "Część " + "abcdefghijklmnopqrstuvwxyz"[number % 26]
        if "[[A03]]" in row["words"]:
            words += " w ciągu [[A03 number]] tygodni"
        texts[row["name"]] = f"<p>{words}</p>" if row["kind"] == "words" else words
    return texts


def translation_of(slug, language="ur", texts=None, **changes):
    """A translation that may go out, saved and not yet published."""
    page = Page.objects.get(slug=slug)
    held = Translation(
        page=page,
        language=language,
        texts=URDU if texts is None else texts,
        english=english_of(page),
        live=False,
        **{
            "translated_by": "Parveen, an invented translator",
            "translated_on": date(2026, 1, 5),
            "checked_by": "Imran, an invented reader",
            "checked_on": date(2026, 1, 9),
            **changes,
        },
    )
    held.save()
    return held


def published(slug, language="ur", texts=None, **changes):
    """The same, published."""
    held = translation_of(slug, language, texts, **changes)
    held.save_revision().publish()
    held.refresh_from_db()
    return held
