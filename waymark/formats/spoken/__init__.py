"""Words as people say them: dates, times, law, money, numbers, letters and addresses.

Rules are data: a pattern, and what is said there. At each place the first rule that
holds is taken, and what one has said no other touches, so that no digit and no word is
lost. Plain numbers are left to the voice ("the 13th", "20 26"): every voice knows them.
"""

import re

from waymark.formats.spoken import addresses, days, law, numbers, short, signs

_RULES = (
    *addresses.RULES,
    *days.RULES,
    *law.RULES,
    *numbers.RULES,
    *short.RULES,
    *signs.RULES,
)
_ANY = re.compile(
    "|".join(f"(?P<r{n}>{rule.where.pattern})" for n, rule in enumerate(_RULES)),
    re.VERBOSE,
)
#: A voice could read these as a command of its own; nobody says them.
_SILENT = re.compile(r"[\[\]{}<>|\\^~`*_\u2022\x00-\x1f\x7f-\x9f]+")


def say(words: str) -> str:
    """English words as they are said. What no rule knows stays as it stands."""
    return quiet(_ANY.sub(_said, words))


def quiet(words: str) -> str:
    """Words of any language without the signs that a voice could take for commands."""
    return " ".join(_SILENT.sub(" ", words).split())


def _said(found: re.Match[str]) -> str:
    name = found.lastgroup or ""
    rule = _RULES[int(name.removeprefix("r"))]
    alone = rule.where.match(found.string, found.start())
    return rule.says(alone) if alone else found[0]
