"""Every template speaks through gettext, holds no code, and follows the language."""

import ast
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template.base import Lexer, TokenType

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "waymark").glob("*/templates/**/*.html"))
#: Migrations are history, and the gallery's specimens are read by designers alone.
SOURCES = sorted(
    path
    for path in (ROOT / "waymark").rglob("*.py")
    if not {"migrations", "gallery"} & set(path.parts)
)

#: Words that are the same in every language.
SAME_IN_EVERY_LANGUAGE = {"Waymark"}
SPOKEN_ATTRIBUTES = {"alt", "title", "aria-label", "placeholder", "aria-description"}
LETTERS = re.compile(r"[^\W\d_]{2,}")

every_template = pytest.mark.parametrize(
    "path", TEMPLATES, ids=[str(p.relative_to(ROOT / "waymark")) for p in TEMPLATES]
)


class Spoken(HTMLParser):
    """The words a template says by itself, and the code inside it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.code: list[str] = []
        self._in_code = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.words += [said[name] for name in SPOKEN_ATTRIBUTES & said.keys()]
        self.code += [f"{name} on <{tag}>" for name in said if name.startswith("on")]
        if "style" in said or tag == "style":
            self.code.append(f"style at <{tag}>")
        if tag == "script" and "src" not in said and "json" not in said.get("type", ""):
            self.code.append("a script without src")
        if tag in {"script", "style"}:
            self._in_code = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._in_code:
            self._in_code = ""

    def handle_data(self, data: str) -> None:
        if not self._in_code:
            self.words.append(data)


def without_template_language(source: str) -> str:
    """The HTML alone: what gettext or a variable says becomes nothing."""
    html, in_translation = "", False
    for token in Lexer(source).tokenize():
        name = token.contents.split()[0] if token.contents.strip() else ""
        if token.token_type == TokenType.BLOCK and name in {
            "blocktranslate",
            "comment",
        }:
            in_translation = True
        elif token.token_type == TokenType.BLOCK and name.startswith("end"):
            in_translation = in_translation and name not in {
                "endblocktranslate",
                "endcomment",
            }
        elif token.token_type == TokenType.TEXT and not in_translation:
            html += token.contents
    return html


@every_template
def test_every_visible_word_goes_through_gettext(path):
    spoken = Spoken(without_template_language(path.read_text(encoding="utf-8")))
    bare = {
        words.strip()
        for words in spoken.words
        if LETTERS.search(words) and words.strip() not in SAME_IN_EVERY_LANGUAGE
    }

    assert not {w for w in bare if w != "– Waymark"}


@every_template
def test_a_template_holds_no_code_of_its_own(path):
    spoken = Spoken(without_template_language(path.read_text(encoding="utf-8")))

    assert not spoken.code


@every_template
def test_a_template_writes_nothing_unescaped(path):
    """Words that editors wrote are made safe in a presenter, where it is tested."""
    source = path.read_text(encoding="utf-8")

    assert not re.search(r"\|\s*safe\b|\{%\s*autoescape off", source)


@every_template
def test_a_whole_page_says_its_language_and_direction(path):
    source = path.read_text(encoding="utf-8")
    if "<html" in source:
        assert 'lang="{{' in source
        assert 'dir="{%' in source


SAID_TO_PEOPLE = {"label", "help_text", "verbose_name", "verbose_name_plural", "hint"}


def bare_labels(path: Path) -> list[str]:
    """Words for people that a call is given without asking for their translation."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        f"line {keyword.value.lineno}: {keyword.arg}={keyword.value.value!r}"
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        for keyword in call.keywords
        if keyword.arg in SAID_TO_PEOPLE
        and isinstance(keyword.value, ast.Constant)
        and isinstance(keyword.value.value, str)
        and LETTERS.search(keyword.value.value)
    ]


@pytest.mark.parametrize(
    "path", SOURCES, ids=[str(p.relative_to(ROOT / "waymark")) for p in SOURCES]
)
def test_every_label_goes_through_gettext(path):
    assert not bare_labels(path)
