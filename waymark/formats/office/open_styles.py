"""The styles that one OpenDocument text needs beside those of our look."""

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from waymark.formats.document import Language
from waymark.formats.office.xml import tag

LOOK = Path(__file__).with_name("look") / "open_document"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
#: Between the margins, in centimetres.
PAPER = 16.6
#: A grid of lines around cells, a stronger one under headers, and rows kept whole.
EDGE = "0.5pt solid #78838c"
FIXED = (
    tag(
        "style:style",
        tag("style:table-row-properties", fo_keep_together="always"),
        style_name="Row",
        style_family="table-row",
    )
    + tag(
        "style:style",
        tag(
            "style:table-cell-properties",
            fo_padding="0.12cm",
            fo_border=EDGE,
            style_vertical_align="top",
        ),
        style_name="Cell",
        style_family="table-cell",
    )
    + tag(
        "style:style",
        tag(
            "style:table-cell-properties",
            fo_padding="0.12cm",
            fo_border=EDGE,
            fo_border_bottom="1.5pt solid #0b5270",
            fo_background_color="#e8f1f4",
            style_vertical_align="bottom",
        ),
        style_name="Head",
        style_family="table-cell",
    )
    + tag(
        "style:style",
        tag(
            "style:graphic-properties",
            style_vertical_pos="bottom",
            style_vertical_rel="baseline",
            fo_border="none",
        ),
        style_name="Picture",
        style_family="graphic",
        style_parent_style_name="Graphics",
    )
)


class Styles:
    """Names a style for each part, and makes those that the look does not have."""

    def __init__(self, language: Language) -> None:
        self.of_document = language
        self.language = language
        self.kept = False
        self._made: dict[str, str] = {}
        self._names: dict[tuple[str, ...], str] = {}

    @contextmanager
    def speaking(self, language: Language) -> Iterator[None]:
        """What is styled meanwhile is in this language."""
        before, self.language = self.language, language
        try:
            yield
        finally:
            self.language = before

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """What is styled meanwhile stays on one page with what follows."""
        before, self.kept = self.kept, True
        try:
            yield
        finally:
            self.kept = before

    def paragraph(self, name: str) -> str:
        """A paragraph style of our look, as it is here."""
        return self._paragraph(coded(name), {})

    def heading(self, level: int, look: str = "") -> str:
        """A heading style; inside a callout it wears the look of the callout."""
        return self._paragraph(coded(f"Heading {level}"), _box(look) if look else {})

    def words(self, language: Language) -> str:
        """The style of a few words in another language."""
        name = self._named("T", language.tag)
        self._made[name] = tag(
            "style:style",
            tag("style:text-properties", **spoken(language)),
            style_name=name,
            style_family="text",
        )
        return name

    def table(self, name: str) -> str:
        """The style of a table as wide as the paper."""
        mode = "rl-tb" if self.language.direction == "rtl" else "lr-tb"
        properties = tag(
            "style:table-properties",
            style_width=f"{PAPER}cm",
            table_align="margins",
            style_writing_mode=mode,
            fo_margin_bottom="0.4cm",
        )
        self._made[coded(name)] = tag(
            "style:style", properties, style_name=coded(name), style_family="table"
        )
        return coded(name)

    def columns(self, table: str, shares: tuple[float, ...]) -> Iterator[str]:
        """The style of each column, which takes its share of the table."""
        for number, share in enumerate(shares, 1):
            name = f"{coded(table)}.{number}"
            width = tag(
                "style:table-column-properties",
                style_column_width=f"{share * PAPER:.3f}cm",
                style_rel_column_width=f"{round(share * 65535)}*",
            )
            self._made[name] = tag(
                "style:style", width, style_name=name, style_family="table-column"
            )
            yield name

    def automatic(self) -> str:
        """All the styles made, for `office:automatic-styles`."""
        return FIXED + "".join(self._made[name] for name in sorted(self._made))

    def _paragraph(self, parent: str, more: dict[str, str]) -> str:
        layout = dict(more)
        if self.kept:
            layout["fo_keep_with_next"] = "always"
        foreign = self.language != self.of_document
        if foreign:
            rtl = self.language.direction == "rtl"
            layout["style_writing_mode"] = "rl-tb" if rtl else "lr-tb"
            layout["fo_text_align"] = "right" if rtl else "left"
        if not layout:
            return parent
        words = spoken(self.language) if foreign else {}
        name = self._named("P", parent, *layout.values(), *words.values())
        self._made[name] = tag(
            "style:style",
            tag("style:paragraph-properties", **layout)
            + (tag("style:text-properties", **words) if words else ""),
            style_name=name,
            style_family="paragraph",
            style_parent_style_name=parent,
        )
        return name

    def _named(self, letter: str, *key: str) -> str:
        return self._names.setdefault((letter, *key), f"{letter}{len(self._names) + 1}")


def coded(name: str) -> str:
    """The name of a style as OpenDocument spells it."""
    return name.replace(" ", "_20_")


def spoken(language: Language) -> dict[str, str]:
    """A language for each kind of script, for the words say which of them counts."""
    first, *others = language.tag.split("-")
    country = next((each.upper() for each in others if len(each) == 2), "none")
    said = {
        f"{prefix}_{part}{script}": value
        for part, value in (("language", first), ("country", country))
        for prefix, script in (("fo", ""), ("style", "_asian"), ("style", "_complex"))
    }
    if len(others) > 1 or (others and country == "none"):
        said["style_rfc_language_tag"] = language.tag
    return said


@functools.cache
def _box(look: str) -> dict[str, str]:
    """The edges and the colour of a callout, from the style of its paragraphs."""
    root = etree.parse(LOOK / "styles.xml")
    for style in root.iter(f"{STYLE}style"):
        if style.get(f"{STYLE}name") == coded(look):
            found = style.find(f"{STYLE}paragraph-properties")
            return {
                "fo_" + key.removeprefix(FO).replace("-", "_"): value
                for key, value in (found.attrib.items() if found is not None else ())
                if key.removeprefix(FO).startswith(("border", "padding", "background"))
            }
    return {}
