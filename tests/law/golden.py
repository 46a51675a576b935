"""The whole vocabulary of the law as text, so that a change of it can be reviewed.

Renew the files with `python -m tests.law.golden` and read the difference.
"""

from pathlib import Path

from waymark.law.limits import (
    Branch,
    EarlierOf,
    FirstGiven,
    FixedDay,
    LaterOf,
    Limit,
    Period,
    TimesPerSchoolYear,
)
from waymark.law.rule import Rule
from waymark.law.rules import RULES
from waymark.law.words import full_words, rule_words

FOLDER = Path(__file__).parent.parent / "golden" / "law"


def limits_text() -> str:
    return "".join(
        f"{rule.id}  {rule_words(rule)}\n     {full_words(rule)}\n     {code(rule.limit)}\n"
        for rule in RULES.values()
    )


def rules_text() -> str:
    return "\n".join(block(rule) for rule in RULES.values())


def block(rule: Rule) -> str:
    source = rule.source
    lines = {
        "says": rule.says,
        "process": rule.process,
        "starts": kinds(rule.starts_with),
        "from fact": rule.counts_from,
        "applies if": "; ".join(
            f"{given.fact} is {', '.join(sorted(given.values))}"
            for given in rule.applies_if
        ),
        "met by": kinds(rule.met_by),
        "ended by": kinds(rule.ended_by),
        "revived by": kinds(rule.revived_by),
        "limit": full_words(rule),
        "floor": "yes" if rule.floor else "",
        "restarts": "yes" if rule.restarts else "",
        "holder": rule.holder,
        "tell": ", ".join(rule.tell),
        "contents": ", ".join(rule.contents),
        "exemptions": ", ".join(rule.exemptions),
        "remedies": "; ".join(rule.remedies),
        "strength": rule.strength,
        "source": f"{source.instrument}, {source.provision}",
        "link": source.url,
        "tier": f"{source.tier}{' (verify)' if rule.verify else ''}",
        "in force": f"from {rule.in_force_from.isoformat()}",
        "note": rule.note,
    }
    said = "".join(f"  {name}: {text}\n" for name, text in lines.items() if text)
    return f"{rule.id}\n{said}"


def kinds(members: frozenset[str]) -> str:
    return ", ".join(sorted(members))


def code(limit: Limit) -> str:
    """The limit as the counting sees it, such as `6 W`."""
    if isinstance(limit, Period):
        return f"{limit.amount} {limit.mode}"
    if isinstance(limit, FixedDay):
        return f"B {limit.month}/{limit.day}"
    if isinstance(limit, TimesPerSchoolYear):
        return f"{limit.times} a school year"
    if not isinstance(limit, EarlierOf | LaterOf | FirstGiven):
        return type(limit).__name__
    then = limit.then if isinstance(limit, LaterOf) else None
    parts = " | ".join(branch_code(branch) for branch in limit.branches)
    return f"{type(limit).__name__}({parts})" + (f" then {code(then)}" if then else "")


def branch_code(branch: Branch) -> str:
    last = "the last " if branch.latest else ""
    start = last + (kinds(branch.starts_with) or "the facts")
    return f"{code(branch.limit)} from {start}"


def renew() -> None:
    (FOLDER / "limits.txt").write_text(limits_text(), encoding="utf-8")
    (FOLDER / "rules.txt").write_text(rules_text(), encoding="utf-8")


if __name__ == "__main__":
    renew()
