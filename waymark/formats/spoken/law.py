"""Where a rule is written: sections, regulations, paragraphs and instruments."""

import re
from collections.abc import Callable

from waymark.formats.spoken.days import year
from waymark.formats.spoken.rule import rule, spelled

#: How a place is written, what it is called, and what its first brackets are called.
_PLACES = (
    (r"ss\.?|sections", "sections", "subsection"),
    (r"s\.?|section|Section", "section", "subsection"),
    (r"regs\.?|[Rr]egulations|Regs\.?", "regulations", "paragraph"),
    (r"reg\.?|Reg\.?|[Rr]egulation", "regulation", "paragraph"),
    (r"paras\.?|Paras\.?|[Pp]aragraphs", "paragraphs", ""),
    (r"para\.?|Para\.?|[Pp]aragraph", "paragraph", ""),
    (r"[Aa]rts\.|[Aa]rticles", "articles", "paragraph"),
    (r"[Aa]rt\.|[Aa]rticle", "article", "paragraph"),
    (r"Sch\.?|Sched\.?|[Ss]chedule", "schedule", "paragraph"),
    (r"[Cc]h\.|[Cc]hapter", "chapter", ""),
)
#: A number in the law, as 36, 36A, 9.45 or 44(1)(b).
_NUMBER = r"\d+[A-Z]{0,2}(?:\.\d+)*(?:\((?:\d+[A-Z]?|[a-z]{1,3}|[A-Z])\))*"
_BETWEEN = r"(?:,\ |\ and\ |\ or\ |\ to\ |,\ and\ |\ ?[–-]\ ?)"


def _place(called: str, inner: str) -> Callable[[re.Match[str]], str]:
    def says(found: re.Match[str]) -> str:
        numbers = re.sub(_NUMBER, lambda each: _number(each[0], inner), found[1])
        numbers = re.sub(r"(?<=\w) ?[–-] ?(?=\d)", " to ", numbers)
        start = called.capitalize() if found[0][0].isupper() else called
        return f"{start} {numbers}"

    return says


def _number(written: str, inner: str) -> str:
    """A number with its brackets: "36, subsection 8, paragraph b"."""
    outer, *brackets = re.findall(r"[^()]+", written)
    said = [_outer(outer)]
    names = iter((inner, "paragraph" if inner == "subsection" else "", ""))
    for bracket in brackets:
        name = next(names, "")
        if name == "subsection" and bracket[0].isalpha():
            name = "paragraph"
        letter = spelled(bracket) if bracket.isalpha() else _outer(bracket)
        said.append(f"{name} {letter}".strip())
    return ", ".join(said)


def _outer(number: str) -> str:
    figures = re.sub(r"(?<=\d)(?=[A-Z])", " ", number).replace(".", " point ")
    return re.sub(r"\bA\b", "ay", figures)


def _instrument(found: re.Match[str]) -> str:
    return f"Statutory Instrument {year(found[1])}, number {found[2]}"


RULES = (
    rule(
        r"\b(Act|Regulations|Rules|Order)\ ((?:1[6-9]|20)\d\d)\b(?!\()",
        lambda m: f"{m[1]} {year(m[2])}",
    ),
    rule(r"\bS\.?I\.?\ (\d{4})/(\d{1,5})\b", _instrument),
    *(
        rule(
            rf"(?<![\w.'’])(?:{where})\ ?({_NUMBER}(?:{_BETWEEN}{_NUMBER})*)",
            _place(called, inner),
        )
        for where, called, inner in _PLACES
    ),
    rule(r"\b\d+[A-Z]?(?:\(\w{1,3}\))+(?!\w)", lambda m: _number(m[0], "")),
    rule(
        r"\b([Ss]ections?|[Pp]arts?)\ A\b(?!\ [a-z]+\ [a-z])",
        lambda m: f"{m[1]} ay",
    ),
)
