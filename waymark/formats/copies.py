"""What a copy says of itself in words: the day it was made."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from waymark.formats.document import Document


def day_in_words(day: date) -> str:
    """A day as people write it: 13 January 2026."""
    return date_format(day, "j F Y")


def made_on(document: Document) -> str:
    """The day a document was made, for its edges; nothing where it is not known."""
    if document.made_on is None:
        return ""
    return gettext("Made on %(day)s") % {"day": day_in_words(document.made_on)}


def copy_made_on(day: date) -> str:
    """The same as a sentence, for those who hold a copy and not the page."""
    return gettext("This copy was made on %s.") % day_in_words(day)
