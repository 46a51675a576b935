"""Making provider's words harmless: an allow-list of tags, and no odd characters."""

import re
from html import escape, unescape

import nh3

#: Everything else goes, with what only a browser would read inside it.
TAGS = {"p", "br", "ul", "ol", "li", "strong", "b", "em", "i", "a"}
ATTRIBUTES = {"a": {"href"}}
SCHEMES = {"http", "https", "mailto", "tel"}

_TAG = re.compile(r"<[A-Za-z/!?]")
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[0-9A-Fa-f]{1,6});")
#: Control characters, half characters and marks that turn the reading direction.
_ODD_LETTERS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
    "\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
)
_ODD = re.compile(f"[{_ODD_LETTERS}]")
#: Without any of these a text is harmless as it stands, as nearly all are.
_MAY_HARM = re.compile(f"[<&{_ODD_LETTERS}]")
_BLANKS = re.compile(r"[ \t\r\f\v]*\n[ \t\r\f\v]*")
_BLOCK_END = re.compile(r"</(?:p|li|ul|ol|div|h[1-6]|tr)>|<br\s*/?>", re.IGNORECASE)
#: How often a text is unwrapped that was wrapped several times over.
_WRAPPED_AT_MOST = 5


def plain(text: str) -> str:
    """The words alone. Harmless words come back as they were.

    Tags are taken out, entities become letters, and characters that no reader sees
    but that upset a program are left out.
    """
    if not _MAY_HARM.search(text):
        return text
    text = _ODD.sub("", text)
    for _ in range(_WRAPPED_AT_MOST):
        if not (_TAG.search(text) or _ENTITY.search(text)):
            return text
        spaced = _BLOCK_END.sub("\n", text) if _TAG.search(text) else text
        bare = nh3.clean(spaced, tags=set()) if _TAG.search(spaced) else spaced
        text = _BLANKS.sub("\n", unescape(bare)).strip()
    return text.replace("<", "").replace("&", "")


def rich(text: str) -> str:
    """The words with the few tags we allow. Words without tags come back as they were.

    A text whose tags were written as entities is read as the tags it meant.
    """
    if not _MAY_HARM.search(text):
        return text
    text = _ODD.sub("", text)
    for _ in range(_WRAPPED_AT_MOST):
        if _TAG.search(text):
            cleaned = _cleaned(text)
            if _TAG.search(cleaned):
                return cleaned
            text = unescape(cleaned)
        elif _ENTITY.search(text):
            text = unescape(text)
        else:
            return text
    return text.replace("<", "").replace("&", "")


def _cleaned(text: str) -> str:
    return nh3.clean(text, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES)


def as_html(text: str) -> str:
    """Words of a rich field as HTML that a page may show, whatever they hold.

    Plain words become paragraphs. What is stored was cleaned when it came in; it is
    cleaned again here, because a page must not rest on that.
    """
    if _TAG.search(text):
        return _cleaned(text)
    paragraphs = [part for part in re.split(r"\n\s*\n", text.strip()) if part]
    return "".join(
        f"<p>{escape(part).replace(chr(10), '<br>')}</p>" for part in paragraphs
    )
