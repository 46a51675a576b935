"""Reads a PDF as assistive technology does: by its structure tree alone."""

import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.rooms.formats.printed import bare


@dataclass
class Element:
    """One element of the structure tree, with the words directly in it."""

    name: str
    attributes: dict[str, object] = field(default_factory=dict)
    kids: "list[Element | str]" = field(default_factory=list)

    def words(self) -> str:
        """Every word in and under it, in the order they are read out."""
        return "".join(k if isinstance(k, str) else k.words() for k in self.kids)

    def all(self, *names: str) -> "list[Element]":
        """Every element of these names, itself included, in reading order."""
        found = [self] if self.name in names else []
        for kid in self.kids:
            if isinstance(kid, Element):
                found += kid.all(*names)
        return found


class Read:
    """A PDF, read."""

    def __init__(self, content: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(content))
        self.root = self.pdf.Root
        self.marked: dict[tuple[int, int], tuple[str, str]] = {}
        for page in self.pdf.pages:
            for number, (words, language) in _marked_content(page).items():
                self.marked[page.obj.objgen[0], number] = (words, language)
        top = self.root.StructTreeRoot.K
        self.tree = self._element(top[0] if isinstance(top, Array) else top, None)

    def _element(self, element, page) -> Element:
        page = element.get("/Pg", page)
        read = Element(str(element.S)[1:], _attributes(element))
        kids = element.get("/K", Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if not isinstance(kid, Dictionary) or "/MCID" in kid:
                where, number = page, kid
                if isinstance(kid, Dictionary):
                    where, number = kid.get("/Pg", page), kid.MCID
                words, language = self.marked[where.objgen[0], int(number)]
                read.kids.append(
                    Element("Words", {"Lang": language}, [words]) if language else words
                )
            elif "/S" in kid:
                read.kids.append(self._element(kid, page))
            elif "/Obj" in kid:
                read.attributes.setdefault("annotations", []).append(kid.Obj)
        return read

    def outline(self) -> list[str]:
        """Every bookmark's words, in order."""
        with self.pdf.open_outline() as outline:
            return list(_titles(outline.root))

    def fonts(self) -> list[Dictionary]:
        """Every font of every page."""
        return [
            font
            for page in self.pdf.pages
            for font in (page.resources.get("/Font") or {}).values()
        ]

    def sizes(self, *, heard_only: bool = False) -> set[float]:
        """The size in points of every word, or of those alone that are read out."""
        found = set()
        for page in self.pdf.pages:
            heard, size = [], 0.0
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                if name in {"BDC", "BMC"}:
                    about = operands[1] if len(operands) > 1 else None
                    heard.append(isinstance(about, Dictionary) and "/MCID" in about)
                elif name == "EMC":
                    heard.pop()
                elif name == "Tf":
                    size = round(float(operands[1]), 2)
                elif name in {"Tj", "TJ"} and (any(heard) or not heard_only):
                    found.add(size)
        return found

    def colours(self) -> set[tuple[float, ...]]:
        """Every colour that the pages are drawn in, greys as one number."""
        found = set()
        for page in self.pdf.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in {"g", "G", "rg", "RG", "sc", "SC", "scn", "SCN"}:
                    values = tuple(round(float(each), 3) for each in operands)
                    found.add(values[:1] if len(set(values)) == 1 else values)
        return found


def _titles(items) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


def _attributes(element) -> dict[str, object]:
    found = {
        key: str(element[f"/{key}"])
        for key in ("Alt", "Lang", "T")
        if f"/{key}" in element
    }
    for owned in element.get("/A", Array()):
        if owned.get("/O") == Name.Table and "/Scope" in owned:
            found["Scope"] = str(owned.Scope)[1:]
        if "/ListNumbering" in owned:
            found["ListNumbering"] = str(owned.ListNumbering)[1:]
    return found


def _marked_content(page) -> dict[int, tuple[str, str]]:
    """The words of each piece of marked content on a page, and its own language."""
    reading = _Marks(page.resources)
    for operands, operator in pikepdf.parse_content_stream(page):
        reading.take(str(operator), operands)
    return {
        number: ("".join(said), reading.language.get(number, ""))
        for number, said in reading.words.items()
    }


class _Marks:
    """Follows a page's drawing and keeps the words of each mark."""

    def __init__(self, resources) -> None:
        fonts = resources.get("/Font") or {}
        self.resources = resources
        self.fonts = {name: _codes(font) for name, font in fonts.items()}
        self.codes: dict[int, str] = {}
        self.words: dict[int, list[str]] = {}
        self.language: dict[int, str] = {}
        #: The mark that is open, and whether its words were given in its place.
        self.open: list[tuple[int | None, bool]] = []

    def take(self, operator: str, operands) -> None:
        if operator in {"BDC", "BMC"}:
            self._begin(operands[1] if len(operands) > 1 else Dictionary())
        elif operator == "EMC":
            self.open.pop()
        elif operator == "Tf":
            self.codes = self.fonts[str(operands[0])]
        elif operator in {"Tj", "TJ"} and self.open:
            number, replaced = self.open[-1]
            if number is not None and not replaced:
                self.words[number].append(_said(operands[0], self.codes))

    def _begin(self, about) -> None:
        if isinstance(about, Name):
            about = self.resources.Properties[about]
        number, replaced = self.open[-1] if self.open else (None, False)
        if "/MCID" in about:
            number = int(about["/MCID"])
            self.words.setdefault(number, [])
        if number is not None and "/Lang" in about:
            self.language[number] = str(about["/Lang"])
        if number is not None and "/ActualText" in about and not replaced:
            self.words[number].append(str(about["/ActualText"]))
            replaced = True
        self.open.append((number, replaced))


def _said(shown, codes: dict[int, str]) -> str:
    runs = shown if isinstance(shown, Array) else [shown]
    glyphs = b"".join(bytes(run) for run in runs if isinstance(run, pikepdf.String))
    pairs = zip(glyphs[::2], glyphs[1::2], strict=True)
    return "".join(codes[high << 8 | low] for high, low in pairs)


def _codes(font) -> dict[int, str]:
    """Which letters each code of a font stands for, from its own table."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    codes: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
        for code, letters in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            codes[int(code, 16)] = bytes.fromhex(letters).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.S):
        for low, high, letters in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            first = int(letters, 16)
            for n in range(int(low, 16), int(high, 16) + 1):
                codes[n] = chr(first + n - int(low, 16))
    return codes


# ---- by poppler, and whole ----------------------------------------------------------


def text_of(content: bytes, *switches: str) -> str:
    """What poppler reads from a PDF."""
    return subprocess.run(
        ["pdftotext", *switches, "-", "-"],
        input=content,
        capture_output=True,
        check=True,
    ).stdout.decode()


def body_of(read: Read) -> str:
    """The words of the structure tree without the signs of lists."""
    for each in read.tree.all("L"):
        if each.attributes["ListNumbering"] != "None":
            for item in each.kids:
                item.kids = [k for k in item.kids if getattr(k, "name", "") != "Lbl"]
    return bare(read.tree.words())


def right_edges(made: bytes) -> list[float]:
    """Where each word on the pages ends, in points from the left."""
    boxes = text_of(made, "-bbox")
    return [float(part.split('"')[0]) for part in boxes.split('xMax="')[1:]]
