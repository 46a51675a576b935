"""Which way a language runs, and what is spoken where."""

import re

from waymark.formats.document import Direction, Language
from waymark.formats.reading.names import names
from waymark.formats.reading.nodes import Node

#: Languages written from right to left, and the scripts that say so by themselves.
RIGHT_TO_LEFT = names("ar arc ckb dv fa he ks ku ps sd syr ug ur yi")
_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo"})
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def direction_of(tag: str) -> Direction:
    """How a language is written when nobody says."""
    first, *rest = tag.lower().split("-")
    scripts = [part for part in rest if len(part) == 4]
    if scripts:
        return "rtl" if scripts[0] in _SCRIPTS else "ltr"
    return "rtl" if first in RIGHT_TO_LEFT else "ltr"


def spoken_in(node: Node, around: Language) -> Language:
    """The language of an element, given the one around it."""
    tag = node.said.get("lang", "").strip()
    said = node.said.get("dir", "").strip().lower()
    if not _TAG.fullmatch(tag):
        tag = ""
    way: Direction = direction_of(tag) if tag else around.direction
    if said in {"ltr", "rtl"}:
        way = "rtl" if said == "rtl" else "ltr"
    return Language(tag or around.tag, way)


def is_language(tag: str) -> bool:
    """Whether a tag is spelled as BCP 47 spells them."""
    return bool(_TAG.fullmatch(tag.strip()))
