"""What every page must be, checked before the test that fetched it may look."""

from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

FIELDS = {"input", "select", "textarea"}
NEEDS_NO_LABEL = {"hidden", "submit", "button", "image"}


class Page(HTMLParser):
    """The parts of a page that its faults are read from."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.language = ""
        self.title = ""
        self.headings: list[int] = []
        self.ids: Counter[str] = Counter()
        self.labelled: set[str] = set()
        self.fields: list[dict[str, str | None]] = []
        self.landmarks: Counter[str] = Counter()
        self.inline: list[str] = []
        self.pictures_without_words = 0
        self.outside: list[str] = []
        self._in_title = False
        self._depth_of_svg = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self._read_identity(tag, said)
        self._read_form_parts(tag, said)
        self._read_what_runs(tag, said)

    def _read_identity(self, tag: str, said: dict[str, str | None]) -> None:
        if tag == "svg":
            self._depth_of_svg += 1
        if tag == "html":
            self.language = said.get("lang") or ""
        if tag == "title" and not self._depth_of_svg:
            self._in_title = True
        if tag in {"h1", "h2", "h3", "h4", "h5"}:
            self.headings.append(int(tag[1]))
        if tag in {"main", "header", "footer"}:
            self.landmarks[tag] += 1
        if said.get("id"):
            self.ids[str(said["id"])] += 1

    def _read_form_parts(self, tag: str, said: dict[str, str | None]) -> None:
        if tag == "label" and said.get("for"):
            self.labelled.add(str(said["for"]))
        if tag in FIELDS and said.get("type") not in NEEDS_NO_LABEL:
            self.fields.append(said)
        if tag == "img" and "alt" not in said:
            self.pictures_without_words += 1

    def _read_what_runs(self, tag: str, said: dict[str, str | None]) -> None:
        if "style" in said or tag == "style":
            self.inline.append(f"style on <{tag}>")
        if tag == "script" and "src" not in said and said.get("type") is None:
            self.inline.append("a script without src")
        self.inline += [f"{name} on <{tag}>" for name in said if name.startswith("on")]
        if tag in {"script", "img", "link", "iframe", "source"}:
            address = said.get("src") or said.get("href") or ""
            if address.startswith(("http:", "https:", "//")) and tag != "link":
                self.outside.append(address)

    def handle_endtag(self, tag: str) -> None:
        if tag == "svg":
            self._depth_of_svg -= 1
        if tag == "title":
            self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data

    def faults(self) -> list[str]:
        """Everything wrong, each as a phrase; none for a good page."""
        unlabelled = [
            field.get("name") or "?"
            for field in self.fields
            if field.get("id") not in self.labelled
            and not {"aria-label", "aria-labelledby"} & field.keys()
        ]
        found = {
            "no lang on <html>": not self.language,
            "no title, or one without the name of the site": " – " not in self.title,
            f"{self.headings.count(1)} h1 headings": self.headings.count(1) != 1,
            f"a heading level is skipped in {self.headings}": any(
                after > before + 1 for before, after in pairwise(self.headings)
            ),
            f"ids used twice: {[i for i, n in self.ids.items() if n > 1]}": any(
                number > 1 for number in self.ids.values()
            ),
            f"fields without a label: {unlabelled}": bool(unlabelled),
            f"{self.landmarks['main']} main landmarks": self.landmarks["main"] != 1,
            f"inline: {self.inline}": bool(self.inline),
            "a picture without alt": self.pictures_without_words > 0,
            f"something from another site: {self.outside}": bool(self.outside),
        }
        return [fault for fault, there in found.items() if there]
