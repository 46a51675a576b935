"""Building regulations: what may stand in this repository, and how."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TRACKED = subprocess.run(
    ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
).stdout.splitlines()
PYTHON = [
    name for name in TRACKED if name.startswith("waymark/") and name.endswith(".py")
]
READABLE = {
    ".py",
    ".txt",
    ".md",
    ".toml",
    ".json",
    ".in",
    ".sh",
    ".html",
    ".css",
    ".yml",
    ".conf",
    "",
}


def text(name: str) -> str:
    path = ROOT / name
    if path.suffix not in READABLE or not path.is_file():
        return ""
    return path.read_text(encoding="utf-8", errors="ignore")


def test_no_committed_file_names_a_package_registry():
    hosts = re.compile(
        "|".join(
            [
                "files.python" + "hosted",
                "pypi" + r"\.org",
                "registry.npm" + "js",
                "deb." + "debian",
            ]
        )
    )
    naming = [name for name in TRACKED if hosts.search(text(name))]
    assert not naming


def test_no_committed_file_reads_the_notes_beside_the_repository():
    reading = [
        name
        for name in TRACKED
        if re.search(r"\.\./shared|(?<!adulthood)/work/", text(name))
    ]
    assert [name for name in reading if name != "tests/house/test_tree.py"] == []


def test_only_one_file_asks_the_wall_clock():
    asking = re.compile(
        r"date\.today\(|datetime\.now\(|datetime\.utcnow\(|timezone\.now\(|localdate\("
    )
    places = [n for n in PYTHON if asking.search(text(n)) and n != "waymark/today.py"]
    assert not places


def test_there_is_no_room_for_odds_and_ends():
    odds = {"core", "common", "utils", "helpers", "lib", "misc", "base"}
    parts = {part for name in PYTHON for part in Path(name).with_suffix("").parts}
    assert not parts & odds


def test_nothing_is_left_to_do_later():
    later = re.compile(
        r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|lorem ip" + r"sum)\b", re.IGNORECASE
    )
    places = [
        name
        for name in TRACKED
        if name.endswith((".py", ".html", ".toml")) and later.search(text(name))
    ]
    assert not places


def test_assert_is_for_tests():
    places = [
        name for name in PYTHON if re.search(r"^\s+assert ", text(name), re.MULTILINE)
    ]
    assert not places


DECISIONS = sorted(name for name in TRACKED if name.startswith("docs/decisions/"))


def test_decisions_have_numbers_of_their_own():
    numbers = [Path(name).name[:4] for name in DECISIONS]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("name", DECISIONS)
def test_a_decision_has_the_number_of_its_file_and_says_what_lost(name):
    words = text(name)
    assert words.startswith(f"# {int(Path(name).name[:4])}. ")
    for part in ("## Context", "## Options", "## Decision", "## Consequences"):
        assert part in words


def test_the_name_southend_stands_in_its_own_area_only():
    allowed = (
        "areas/southend/",
        "tests/",
        "docs/",
        "README.md",
        "CHANGELOG.md",
        "Makefile",
        "waymark/config/demonstrate.py",
        "waymark/demonstration/",
        "bench/",
        "scripts/screenshots",
    )
    places = [
        name
        for name in TRACKED
        if not name.startswith(allowed)
        and re.search("southend", text(name), re.IGNORECASE)
    ]
    assert not places


def test_every_picture_in_the_readme_is_there_and_small():
    names = re.findall(r"\]\((docs/screenshots/[^)]+)\)", text("README.md"))

    assert names
    assert all((ROOT / name).stat().st_size < 250_000 for name in names)
