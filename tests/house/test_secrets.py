"""No secret is in the repository, and none can slip in unseen."""

import math
import re
import subprocess
from collections import Counter

import pytest

from tests.programs import ROOT

TRACKED = subprocess.run(
    ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
).stdout.splitlines()
#: Long random words that are no secrets: hashes of packages, made files, law texts.
NOT_READ = (
    "requirements/",
    "package-lock.json",
    "waymark/ui/static/",
    "tests/rooms/ui/govuk_fixtures/",
)
BINARY = {".woff2", ".png", ".ico", ".gz", ".jar", ".mo"}

SHAPES = {
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE KEY-----",
    "a key of a cloud": r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
    "a token of a forge": r"\b(?:gh[pousr]_[A-Za-z0-9]{30,}|glpat-[\w-]{20,})\b",
    "a token of a package index": r"\b(?:py"
    + r"pi-[A-Za-z0-9_-]{30,}|npm_[A-Za-z0-9]{30,})\b",
    "a key of GOV.UK Notify": r"\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}-[0-9a-f]{8}-",
    "a web token": r"\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}",
    "a password in an address": r"\b[a-z+]+://[^/\s:@{}<>\"']+:[^/\s:@{}<>\"']+@[\w.-]+",
}
GIVEN = re.compile(
    r"""(?i)\b(?:secret(?:_key)?|password|passwd|api_?key|token)\b["']?\s*[:=]\s*"""
    r"""["']([^"'\s{}<>]{16,})["']"""
)
RANDOM_ENOUGH = 3.8


def text(name: str) -> str:
    path = ROOT / name
    if name.startswith(NOT_READ) or path.suffix in BINARY or not path.is_file():
        return ""
    return path.read_text(encoding="utf-8", errors="ignore")


def randomness(word: str) -> float:
    """Bits for each letter: plain words have about three, random ones over four."""
    shares = [number / len(word) for number in Counter(word).values()]
    return -sum(share * math.log2(share) for share in shares)


@pytest.mark.parametrize("what", SHAPES)
def test_no_committed_file_holds(what):
    shape = re.compile(SHAPES[what])
    holding = [name for name in TRACKED if shape.search(text(name))]

    assert [n for n in holding if n != "tests/house/test_secrets.py"] == []


def test_no_committed_file_gives_a_secret_a_random_value():
    given = {
        name: word
        for name in TRACKED
        for word in GIVEN.findall(text(name))
        if randomness(word) > RANDOM_ENOUGH
    }

    assert not given


def test_no_key_store_or_data_is_committed():
    kept = re.compile(
        r"(^|/)(\.env|id_rsa|.*\.(pem|key|p12|pfx|sqlite3|dump)|secret)$|^data/"
    )

    assert [name for name in TRACKED if kept.search(name)] == []


def test_the_scan_sees_a_planted_secret():
    planted = 'SECRET_KEY = "' + "kJ8sQ2vX9zL4mT7wB1nR5yC3" + '"'
    (word,) = GIVEN.findall(planted)

    assert randomness(word) > RANDOM_ENOUGH
