"""Taking in the register's links between settings."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from waymark.organisations import changes
from waymark.organisations.models import Setting, Succession
from waymark.organisations.registers.faults import Fault
from waymark.organisations.registers.links import Link, read_links


@dataclass(slots=True)
class LinkOutcome:
    """What a reading of links did. With a fault that was not let pass, nothing.

    `unknown` name a setting that is not held, and `passed_over` are of kinds that are
    no succession.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    unknown: int = 0
    passed_over: int = 0
    left_out: int = 0
    faults: list[Fault] = field(default_factory=list)


def import_links(
    content: bytes, *, dry_run: bool = False, lenient: bool = False
) -> LinkOutcome:
    """Take in the register's file of links in one transaction.

    A link that is held already is not written. With any fault nothing is done; if
    `lenient`, the rows with faults are left out and all others are taken in.

    Raises: NotARegister, if no row can be read. Cost: two queries, and two more where
    something is new or changed.
    """
    links = read_links(content)
    faults = sorted(links.faults)
    if faults and not lenient:
        return LinkOutcome(faults=faults)
    outcome = LinkOutcome(
        passed_over=links.passed_over,
        faults=faults,
        left_out=len({fault.row for fault in faults}),
    )
    with transaction.atomic():
        new, changed = _compared(links.found.values(), outcome)
        if not dry_run and (new or changed):
            Succession.objects.bulk_create(new, batch_size=1000)
            Succession.objects.bulk_update(changed, ["how", "on"], batch_size=500)
            changes.tell_after_commit()
    return outcome


def _compared(
    found: Iterable[Link], outcome: LinkOutcome
) -> tuple[list[Succession], list[Succession]]:
    ids = dict(Setting.objects.order_by().values_list("urn", "organisation_id"))
    held = {(each.before_id, each.after_id): each for each in Succession.objects.all()}
    new, changed = [], []
    for link in found:
        before, after = ids.get(link.before), ids.get(link.after)
        if before is None or after is None:
            outcome.unknown += 1
            continue
        known = held.get((before, after))
        if known is None:
            new.append(
                Succession(before_id=before, after_id=after, how=link.how, on=link.on)
            )
        elif (known.how, known.on) != (link.how, link.on):
            known.how, known.on = link.how, link.on
            changed.append(known)
        else:
            outcome.same += 1
    outcome.new, outcome.changed = len(new), len(changed)
    return new, changed
