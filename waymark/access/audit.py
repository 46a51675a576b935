"""Who looked at a child's record, who changed it, and who was turned away.

Every room that holds a part of the record says so here, with the purpose. Entries are
added and never changed; `sealing_up` closes them in batches that prove it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NoReturn
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from waymark.access import presses
from waymark.access.actor import NOBODY, Actor
from waymark.access.deciding import Ruling
from waymark.access.models import Act, AuditEntry
from waymark.access.record import Part
from waymark.access.roles import Role
from waymark.today import LONDON


def record_read(
    actor: Actor,
    child_id: UUID,
    part: Part,
    *,
    why: str,
    what: str = "",
    ruling: Ruling | None = None,
) -> None:
    """Write down that the actor looks at a part, before it is shown.

    `why` is the purpose, `what` a kind of thing and its id, `ruling` what opened it.
    Cost: one insertion.
    """
    emergency = ruling is not None and ruling.in_emergency
    act = Act.EMERGENCY if emergency else Act.READ
    _write(actor, child_id, part, act, why, what, ruling)


def record_listed(
    actor: Actor, child_ids: Iterable[UUID], part: Part, *, why: str
) -> None:
    """Write down that the actor sees a line about each of these children in a list.

    Cost: one insertion for all of them.
    """
    AuditEntry.objects.bulk_create(
        _entry(actor, child_id, part, Act.READ, why, "list", None)
        for child_id in child_ids
    )


def record_taken_in(child_ids: Iterable[UUID], part: Part, *, why: str) -> None:
    """Write down that the program itself took in a part of many records at once.

    Cost: one insertion for each 500 of them.
    """
    AuditEntry.objects.bulk_create(
        (
            _entry(NOBODY, each, part, Act.WROTE, why, "taken in", None)
            for each in child_ids
        ),
        batch_size=500,
    )


def record_write(
    actor: Actor,
    child_id: UUID,
    part: Part,
    *,
    why: str,
    what: str = "",
    ruling: Ruling | None = None,
) -> None:
    """Write down that the actor changes a part, in the transaction of the change.

    Raises: presses.PressedAlready, for the second arrival of one form. Cost: one
    insertion, and one more with its savepoint in a press.
    """
    presses.keep_mark()
    _write(actor, child_id, part, Act.WROTE, why, what, ruling)


def record_refusal(
    actor: Actor, child_id: UUID, part: Part, *, why: str, what: str = ""
) -> None:
    """Write down that the actor was turned away. Call it outside the transaction.

    In a request, raise with `turn_away` instead: the middleware writes it down after
    the transaction was undone, so that the entry stays.
    """
    _write(actor, child_id, part, Act.REFUSED, why, what, None)


def _write(
    actor: Actor,
    child_id: UUID,
    part: Part,
    act: Act,
    why: str,
    what: str,
    ruling: Ruling | None,
) -> None:
    _entry(actor, child_id, part, act, why, what, ruling).save(force_insert=True)


def _entry(
    actor: Actor,
    child_id: UUID,
    part: Part,
    act: Act,
    why: str,
    what: str,
    ruling: Ruling | None,
) -> AuditEntry:
    role = ruling.role if ruling else None
    return AuditEntry(
        account_id=actor.account_id,
        role=role.value if role else "",
        child_id=child_id,
        part=part.value,
        act=act.value,
        why=why,
        what=what,
    )


# ---- refusals ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Refusal:
    """Whom what was refused, to be written down once everything else is undone."""

    actor: Actor
    child_id: UUID
    part: Part
    why: str


class TurnedAway(PermissionDenied):
    """Somebody who may know of the child may not do this. Answered as forbidden."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.why)
        self.refusal = refusal


class NotHere(Http404):
    """Somebody who may not know of the child asked. Answered as if there were none."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__()
        self.refusal = refusal


def turn_away(
    actor: Actor, child_id: UUID, part: Part, ruling: Ruling, *, knows_child: bool
) -> NoReturn:
    """Refuse, so that it is written down and the answer betrays nothing.

    Raises: TurnedAway for somebody who may know of the child, NotHere for others.
    """
    refusal = Refusal(actor, child_id, part, ruling.reason)
    raise (TurnedAway if knows_child else NotHere)(refusal)


# ---- who looked ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Looked:
    """That somebody did something with a part on a day, and how often.

    `account_id` is None for somebody who was not signed in.
    """

    on: date
    account_id: UUID | None
    role: Role | None
    part: Part
    act: Act
    why: str
    times: int
    last_at: datetime


def who_looked(child_id: UUID, *, since: datetime | None = None) -> list[Looked]:
    """What was done with a child's record, a line for each day, person and purpose.

    The newest day first. Whether somebody may read it, the caller has asked.
    Cost: one query.
    """
    found = AuditEntry.objects.filter(child_id=child_id)
    if since is not None:
        found = found.filter(at__gte=since)
    alike: dict[tuple[object, ...], list[AuditEntry]] = defaultdict(list)
    for each in found:
        day = each.at.astimezone(LONDON).date()
        key = (day, each.account_id, each.role, each.part, each.act, each.why)
        alike[key].append(each)
    lines = [_looked(entries) for entries in alike.values()]
    return sorted(lines, key=lambda line: line.last_at, reverse=True)


def _looked(alike: list[AuditEntry]) -> Looked:
    last = alike[-1]
    return Looked(
        on=last.at.astimezone(LONDON).date(),
        account_id=last.account_id,
        role=Role(last.role) if last.role else None,
        part=Part(last.part),
        act=Act(last.act),
        why=last.why,
        times=len(alike),
        last_at=last.at,
    )
