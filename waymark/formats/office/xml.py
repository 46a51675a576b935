"""Elements and words as XML writes them."""

from xml.sax.saxutils import escape

from waymark.formats.office.lines import clean


def tag(element: str, inside: str = "", **said: str) -> str:
    """An element; its attributes are spelled as Python lets us, the prefix first.

    What is empty is not said.
    """
    parts = "".join(
        f' {_name(key)}="{escape(clean(value), QUOTES)}"'
        for key, value in said.items()
        if value
    )
    return (
        f"<{element}{parts}>{inside}</{element}>" if inside else f"<{element}{parts}/>"
    )


QUOTES = {'"': "&quot;"}


def written(words: str) -> str:
    """Words as XML writes them, without what no XML may hold."""
    return escape(clean(words))


def _name(key: str) -> str:
    prefix, _, name = key.partition("_")
    return f"{prefix}:{name.replace('_', '-')}"
