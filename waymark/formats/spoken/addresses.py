"""Web and e-mail addresses: said sign by sign."""

import re

from waymark.formats.spoken.rule import rule, spelled

_SIGNS = {
    ".": "dot",
    "/": "slash",
    "@": "at",
    "-": "dash",
    "_": "underscore",
    "?": "question mark",
    "=": "equals",
    "&": "and",
    "#": "hash",
    "%": "percent",
    "~": "tilde",
    ":": "colon",
    "+": "plus",
}
#: Parts of addresses that are said letter by letter.
_SPELLED = {"www", "uk", "nhs", "eu", "ehc", "pdf", "html", "htm", "sen", "php"}


def said(address: str) -> str:
    """An address as people say it; nobody says "https"."""
    bare = re.sub(r"^(?:https?://|mailto:|tel:)", "", address).rstrip("/")
    parts = re.findall(r"[^\W_]+|.", bare)
    return " ".join(
        spelled(part) if part.lower() in _SPELLED else _SIGNS.get(part, part)
        for part in parts
    )


def _whole(found: re.Match[str]) -> str:
    address = found[0].rstrip(".,;:!?)’”'\"")
    return said(address) + found[0][len(address) :]


RULES = (
    rule(r"\b(?:https?://|www\.)[^\s<>\[\]]{1,2000}", _whole),
    rule(r"\bmailto:[^\s<>\[\]]{1,300}", _whole),
    rule(r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}\b", _whole),
    rule(
        r"""\b[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}
        \.(?:uk|org|com|net|wales|scot|info|eu)\b(?:/[^\s<>\[\]]{0,2000})?""",
        _whole,
    ),
)
