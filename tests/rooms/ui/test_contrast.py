"""Every pair of colours that meets on a page can be told apart, by day and by night."""

import re
from pathlib import Path

import pytest

CSS = Path("waymark/ui/static/ui/waymark.css").read_text(encoding="utf-8")

#: Words on what lies behind them: at least 4.5 to 1.
READ = [
    (words, behind)
    for behind in ("paper", "card", "sand", "wash", "sun", "late-wash", "good-wash")
    for words in ("ink", "soft-ink", "estuary", "deep-estuary", "visited", "late")
] + [
    ("on-estuary", "estuary"),
    ("on-estuary", "deep-estuary"),
    ("on-yellow", "yellow"),
    ("paper", "late"),
    ("paper", "ink"),
    ("good", "paper"),
    ("good", "good-wash"),
]
#: Lines and shapes that mean something: at least 3 to 1.
SEEN = [
    ("estuary", "paper"),
    ("line", "paper"),
    ("line", "card"),
    ("late", "paper"),
    ("good", "good-wash"),
    ("late", "late-wash"),
    ("estuary", "wash"),
    ("on-yellow", "yellow"),
]


def tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{3,6})\b", block))


def themes() -> dict[str, dict[str, str]]:
    light = tokens(CSS[CSS.index("--paper") :].split("}", 1)[0])
    night = CSS[CSS.index("prefers-color-scheme") :]
    dark = tokens(night[night.index("--paper") :].split("}", 1)[0])
    return {"day": light, "night": {**light, **dark}}


THEMES = themes()


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_21_to_1():
    assert contrast("#000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("words", "behind"), READ)
def test_words_can_be_read(theme, words, behind):
    colours = THEMES[theme]
    assert contrast(colours[words], colours[behind]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("line", "behind"), SEEN)
def test_lines_and_shapes_can_be_seen(theme, line, behind):
    colours = THEMES[theme]
    assert contrast(colours[line], colours[behind]) >= 3


def test_the_night_changes_every_colour_of_the_page():
    same = {n for n, c in THEMES["day"].items() if THEMES["night"][n] == c}
    assert same == {"on-yellow", "govuk-print-text-colour"}
