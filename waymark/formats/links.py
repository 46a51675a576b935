"""Where the links of a document lead, for formats that nobody can press on."""

from collections.abc import Iterator

from waymark.formats.document import (
    Block,
    Inline,
    Link,
    every_block,
    lines_of,
    plain,
)


def addresses(blocks: tuple[Block, ...]) -> list[tuple[tuple[Inline, ...], str]]:
    """The words of links and where they lead, as people write it, each address once.

    Places inside the document have no address, and an address that its own words
    already say is left out.
    """
    known = dict[str, tuple[Inline, ...]]()
    for link in links(blocks):
        shown, said = plain(link.inside).strip(), written(link.address)
        if said and said != shown:
            known.setdefault(said, link.inside)
    return [(inside, said) for said, inside in known.items()]


def written(address: str) -> str:
    """An address as people write it; a place inside the document has none."""
    if address.startswith("#"):
        return ""
    return address.removeprefix("mailto:").removeprefix("tel:")


def links(blocks: tuple[Block, ...]) -> Iterator[Link]:
    """Every link, in reading order."""
    for block in every_block(blocks):
        for line in lines_of(block):
            yield from _links_in(line)


def _links_in(inside: tuple[Inline, ...]) -> Iterator[Link]:
    for part in inside:
        if isinstance(part, Link):
            yield part
        elif hasattr(part, "inside"):
            yield from _links_in(part.inside)
