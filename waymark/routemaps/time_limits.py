"""Every time limit of the law in tables, one for each process. Nothing is fetched."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.translation import gettext as _

from waymark.guidance.queries import Place
from waymark.law import PROCESSES, RULES
from waymark.law.rule import Rule
from waymark.routemaps import limits
from waymark.routemaps.presenters import source_link, time_limit
from waymark.ui.component import Words
from waymark.ui.tables import TableOf


@dataclass(frozen=True, slots=True)
class Group:
    """The time limits of one process."""

    key: str
    title: str
    table: TableOf
    number: int


def groups(asked: str, steps: Mapping[str, Place]) -> list[Group]:
    """The limits whose row holds every word asked for, grouped by process.

    `steps` gives for a rule's key the step of a routemap that explains it.
    """
    found = [
        (process.key, process.title, [r for r in _of(process.key) if _has(r, asked)])
        for process in PROCESSES.values()
    ]
    return [
        Group(key, title, _table(title, rules, steps), len(rules))
        for key, title, rules in found
        if rules
    ]


def _of(process: str) -> Iterable[Rule]:
    return (rule for rule in RULES.values() if rule.process == process)


def _has(rule: Rule, asked: str) -> bool:
    process = PROCESSES[rule.process].title
    row = " ".join(
        (
            rule.id,
            rule.says,
            limits.words(rule),
            rule.holder,
            rule.strength,
            rule.source.instrument,
            rule.source.provision,
            process,
        )
    ).lower()
    return all(word in row for word in asked.lower().split())


def _table(title: str, rules: list[Rule], steps: Mapping[str, Place]) -> TableOf:
    return TableOf(
        title,
        (_("What must happen"), _("How long"), _("Who"), _("Where it says so")),
        tuple(_row(rule, steps.get(rule.id)) for rule in rules),
    )


def _row(rule: Rule, step: Place | None) -> tuple[Words, ...]:
    says: Words = rule.says
    if step:
        says = format_html('<a href="{}">{}</a>', step.address, rule.says)
    named = format_html('{} <span class="quiet">{}</span>', says, rule.id)
    return named, time_limit(rule), _(str(rule.holder)), source_link(rule)
