"""The rules as rows of a table, for the public page of time limits and for the docs."""

from dataclasses import dataclass

from waymark.law.process import Process
from waymark.law.processes import PROCESSES
from waymark.law.rule import Party, Remedy, Rule, Strength
from waymark.law.rules import RULES
from waymark.law.words import full_words

__all__ = ["TimeLimitRow", "holder_words", "time_limit_rows"]


@dataclass(frozen=True, slots=True)
class TimeLimitRow:
    """One rule in words. `verify` means that its source is still being checked.

    `counted_from` names the events that start it, or is empty where a fact about
    the case does. `exemptions` holds codes; `remedies` what a family may do.
    """

    id: str
    says: str
    limit: str
    counted_from: str
    holder: str
    strength: str
    source: str
    link: str
    verify: bool
    process: str
    process_title: str
    exemptions: tuple[str, ...]
    remedies: tuple[str, ...]
    note: str


def time_limit_rows() -> list[TimeLimitRow]:
    """Every time limit and duty, in the order of the rules."""
    return [_row(rule) for rule in RULES.values()]


def holder_words(party: Party) -> str:
    """Who must act, as a family would say it, ready to begin a sentence."""
    return _HOLDERS.get(party) or f"The {party}"


def _row(rule: Rule) -> TimeLimitRow:
    process = PROCESSES[rule.process]
    return TimeLimitRow(
        id=rule.id,
        says=rule.says,
        limit=full_words(rule),
        counted_from=_counted_from(rule, process),
        holder=holder_words(rule.holder),
        strength=_STRENGTHS[rule.strength],
        source=f"{rule.source.instrument}, {rule.source.provision}",
        link=rule.source.url,
        verify=rule.verify,
        process=process.key,
        process_title=process.title,
        exemptions=tuple(str(exemption) for exemption in rule.exemptions),
        remedies=tuple(str(remedy) for remedy in _offered(rule)),
        note=rule.note,
    )


def _counted_from(rule: Rule, process: Process) -> str:
    titles = [s.title for s in process.steps if s.kind in rule.starts_with]
    others = [title[0].lower() + title[1:] for title in titles[1:]]
    return ", or ".join([*titles[:1], *others])


def _offered(rule: Rule) -> tuple[Remedy, ...]:
    return tuple(r for r in rule.remedies if r is not Remedy.INTERNAL)


_HOLDERS = {
    Party.LOCAL_AUTHORITY: "The council",
    Party.OLD_AUTHORITY: "The old council",
    Party.NEW_AUTHORITY: "The new council",
    Party.HOME_AUTHORITY: "The home council",
    Party.PARENT: "You, the parent or young person",
    Party.COMMISSIONER: "The NHS integrated care board",
    Party.OLD_COMMISSIONER: "The old NHS integrated care board",
    Party.NEW_COMMISSIONER: "The new NHS integrated care board",
    Party.SOCIAL_CARE: "The council's social care",
    Party.SETTING: "The nursery, school or college",
    Party.EARLY_YEARS_PROVIDER: "The nursery or childminder",
    Party.ADVISER: "Each adviser who is asked",
    Party.ADVICE_BODY: "The health service or other body that is asked",
    Party.ARRANGER: "Whoever arranges the review",
    Party.COUNCIL_OR_COMMISSIONER: "The council and the NHS integrated care board",
    Party.COMMISSIONER_OR_SOCIAL_CARE: (
        "The NHS integrated care board or the council's social care"
    ),
}

_STRENGTHS = {
    Strength.MUST: "Must: it is the law",
    Strength.SHOULD: "Should: statutory guidance",
    Strength.PRACTICE: "Practice: a plan, not the law",
    Strength.LOCAL: "Local promise",
}
