"""Telephone numbers, money, shares, ranges and postcodes."""

import re

from waymark.formats.spoken.rule import rule, spelled

_NAMES = "oh one two three four five six seven eight nine"
_FIGURES = dict(zip("0123456789", _NAMES.split(), strict=True))


def figures(number: str) -> str:
    """Figures one by one, a nought as "oh"."""
    return " ".join(_FIGURES[figure] for figure in number)


def telephone(number: str) -> str:
    """A telephone number in its groups; a long group is parted as people part it."""
    plus = "plus " if number.startswith("+") else ""
    groups = re.findall(r"\d+", number)
    return plus + ", ".join(_group(part) for group in groups for part in _parted(group))


def _parted(group: str) -> list[str]:
    """Figures in threes; the first group of an area has up to five."""
    if len(group) <= 5:
        return [group]
    if len(group) in {10, 11}:
        return [group[:5], *_parted(group[5:])]
    return [group[start : start + 3] for start in range(0, len(group), 3)]


def _group(group: str) -> str:
    if re.fullmatch(r"0[1-9]00", group):
        return f"oh {_FIGURES[group[1]]} hundred"
    return figures(group)


def _money(found: re.Match[str]) -> str:
    """Pounds and pence; "pound" for one."""
    whole, pence, size = found.groups()
    whole = whole.replace(",", "")
    if whole == "0" and pence and not size:
        return f"{pence[1:]} pence"
    name = {"k": "thousand", "m": "million", "bn": "billion"}.get(size or "", size)
    if name:
        part = f" point {pence[1:]}" if pence else ""
        return f"{whole}{part} {name} pounds"
    pounds = f"{whole} pound" if whole == "1" else f"{whole} pounds"
    return f"{pounds} {pence[1:]}" if pence and pence != ".00" else pounds


def _range(found: re.Match[str]) -> str:
    first, last = found.groups()
    return f"{'nought' if first == '0' else first} to {last}"


RULES = (
    rule(
        r"""(?<![\w£.,/])(?:\+44\ ?(?:\(0\)\ ?)?\d{2,4}|\(?0\d{2,4}\)?)
        (?:[\ -]?\d{3,4}){1,3}(?!\w|[./-]\d)""",
        lambda m: telephone(m[0]),
    ),
    rule(r"(?<![\w£.,/])0\d{9,10}(?!\w|[./-]\d)", lambda m: telephone(m[0])),
    rule(
        r"\b([Cc]all|[Rr]ing|[Dd]ial|[Tt]ext|NHS|[Oo]n)\ (1\d\d|999)\b(?![\d.,/:%-]\w)",
        lambda m: f"{spelled(m[1]) if m[1] == 'NHS' else m[1]} {figures(m[2])}",
    ),
    rule(r"(?<=\d)\ ?[–-]\ ?(?=£\d)", " to "),
    rule(r"£(\d[\d,]*)(\.\d{1,2})?(?:\ ?(k|m|bn|thousand|million|billion)\b)?", _money),
    rule(r"\b(\d{1,2})p\b", r"\1 pence"),
    rule(r"\b(\d+(?:\.\d+)?)\ ?[–-]\ ?(\d+(?:\.\d+)?)\ ?%", r"\1 to \2 percent"),
    rule(r"\b(\d+(?:\.\d+)?)\ ?%", r"\1 percent"),
    rule(
        r"\b([A-Z]{1,2}\d[A-Z\d]?)\ (\d[A-Z]{2})\b",
        lambda m: f"{spelled(m[1])}, {spelled(m[2])}",
    ),
    rule(
        r"(?<![\w.,/-])(\d+(?:\.\d+)?)\ ?[–—-]\ ?(\d+(?:\.\d+)?)(?![\w/]|-\d)", _range
    ),
    rule(r"(?<![\w.,/£-])0\ to\ (\d+)\b", r"nought to \1"),
    rule(r"\b(\d{1,2})[:-](?:to-)?(\d{1,2})\b(?![\d:-])", r"\1 to \2"),
    rule(r"\b24/7\b", "24 7"),
    rule(r"(?<![\d/])\b(\d{1,2})/(\d{1,3})\b(?![\d/])", r"\1 over \2"),
    rule(r"(?<![\d,.])(\d{1,3}(?:,\d{3})+)(?![\d,])", lambda m: m[1].replace(",", "")),
    rule(r"\b(\d+)\+(?!\w)", r"\1 plus"),
    rule(r"(?<=\d)\ ?½", " and a half"),
    rule(r"½(?=\ an?\b)", "half"),
    rule(r"½", "a half"),
    rule(r"(?<=\d)\ ?¼", " and a quarter"),
    rule(r"¼", "a quarter"),
    rule(r"(?<=\d)\ ?¾", " and three quarters"),
    rule(r"¾", "three quarters"),
)
