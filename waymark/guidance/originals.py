"""The words of a page, part by part, and their version, which ties a copy. Pure."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise

#: `title`, `lead`, `heading` and `note` are plain words; `words` are simple HTML.
Kind = Literal["title", "lead", "heading", "words", "note"]


@dataclass(frozen=True, slots=True)
class Original:
    """One part of a page as its editors wrote it; keys of law still in brackets.

    `name` stays the same while the part keeps its place. `picture` is the key of
    the picture beside it, if it is an idea of an Easy Read text.
    """

    name: str
    label: str | Promise
    words: str
    kind: Kind = "words"
    picture: str = ""


def version(originals: Iterable[Original]) -> str:
    """A fingerprint of the words: the same for the same words, and for no others."""
    held = hashlib.sha256()
    for original in originals:
        for part in (original.name, original.words):
            held.update(len(part).to_bytes(4, "big") + part.encode())
    return held.hexdigest()
