"""Signs between words."""

from waymark.formats.spoken.rule import rule

RULES = (
    rule(r"\b(and)/(or)\b", r"\1 \2"),
    rule(r"\ ?&\ ?", " and "),
    rule(r"(?<=[A-Za-z])/(?=[A-Za-z])", " or "),
    rule(r"\b([A-K])\ ?[–—-]\ ?([A-Z])\b", lambda m: f"{_letter(m[1])} to {m[2]}"),
    rule(r"\b([A-K])\ to\ ([A-Z])\b", lambda m: f"{_letter(m[1])} to {m[2]}"),
    rule(r"(?<=[A-Za-z])–(?=[A-Za-z])", " to "),
    rule(r"\s+[–—-]\s+", ", "),
    rule(r"—", ", "),
    rule(r"\ ?×\ ?", " times "),
    rule(r"\ ?→\ ?", " to "),
    rule(r"\ =\ ", " equals "),
    rule(r"\ \+\ ", " plus "),
    rule(r"°\ ?C\b", " degrees"),
    rule(r"€\ ?(\d[\d,.]*\d|\d)", r"\1 euros"),
    rule(r"\$\ ?(\d[\d,.]*\d|\d)", r"\1 dollars"),
    rule(r"…", "."),
)


def _letter(letter: str) -> str:
    return "ay" if letter == "A" else letter
