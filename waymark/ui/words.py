"""Words of the field explained where they stand, without leaving the page."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waymark.ui.component import Component, Words


@dataclass(frozen=True)
class WordExplained(Component):
    """A word that opens its meaning. `key` is unique on the page.

    The browser opens it without a script; one that cannot leaves the word to the
    `WordList` at the foot of the page.
    """

    template: ClassVar[str] = "ui/word_explained.html"

    word: str
    meaning: Words
    key: str


@dataclass(frozen=True)
class WordMeaning:
    word: str
    meaning: Words
    key: str


@dataclass(frozen=True)
class WordList(Component):
    """Every word a page explains, in a list of its own."""

    template: ClassVar[str] = "ui/word_list.html"

    words: tuple[WordMeaning, ...]
    title: str | Promise = _("Words on this page")
    heading: int = 2
