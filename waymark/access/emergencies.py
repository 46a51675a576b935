"""Breaking the glass: a record opened because a child may be in danger.

It wants a reason, lasts half an hour, ends by itself, tells those who answer for it at
once, and has lines of its own in the audit.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from django.db import transaction
from django_tasks import task

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.deciding import Ruling
from waymark.access.decision import YES, Decision, no
from waymark.access.guard import require
from waymark.access.models import EmergencyAccess
from waymark.access.record import Part
from waymark.access.roles import Role
from waymark.today import now

LASTS = timedelta(minutes=30)
#: An alarm that failed is sounded again for so long.
TOLD_FOR = timedelta(days=1)
#: Before everything else that waits in the queue.
AT_ONCE = 50
#: Shorter than this is no reason that somebody else could judge.
SHORTEST_REASON = 20
#: Who works with children when offices are closed, or answers for those who do.
MAY_BREAK_THE_GLASS = frozenset(
    {
        Role.COORDINATOR,
        Role.MANAGER,
        Role.SOCIAL_WORKER,
        Role.DESIGNATED_OFFICER,
        Role.CLINICIAN,
    }
)

Alarm = Callable[[EmergencyAccess], None]

_log = logging.getLogger(__name__)

_alarms: list[Alarm] = []


class NoReason(ValueError):
    """Nothing was said by which somebody could judge whether it was right."""


def register_alarm(alarm: Alarm) -> None:
    """Have a room above tell people when a record is opened in an emergency."""
    if alarm not in _alarms:
        _alarms.append(alarm)


def may_break_the_glass(actor: Actor) -> Decision:
    """Whoever holds a post in which children can turn out to be in danger."""
    if not MAY_BREAK_THE_GLASS & {post.role for post in actor.posts}:
        return no("Your post does not include opening records in an emergency.")
    return YES


@transaction.atomic
def break_the_glass(actor: Actor, child_id: UUID, reason: str) -> EmergencyAccess:
    """Open a child's record to the actor for half an hour, and tell those who answer.

    Opening it again while it is open gives what is open.

    Raises: PermissionDenied; NoReason. Cost: one query, two insertions, and the job.
    """
    require(may_break_the_glass(actor))
    reason = " ".join(reason.split())
    if len(reason) < SHORTEST_REASON:
        raise NoReason("Say what you fear and why it cannot wait, in a sentence.")
    held = open_emergency(actor, child_id, now())
    if held is not None:
        return held
    opened = EmergencyAccess.objects.create(
        # Nobody without an account holds a post.
        account_id=cast(UUID, actor.account_id),
        child_id=child_id,
        reason=reason,
        ends_at=now() + LASTS,
    )
    audit.record_read(
        actor,
        child_id,
        Part.PERSON,
        why="Emergency access was opened",
        what=f"emergency {opened.pk}",
        ruling=Ruling(True, in_emergency=True),
    )
    sound_alarms.using(priority=AT_ONCE).enqueue()
    return opened


@task()
def sound_alarms() -> int:
    """Tell everybody who answers for the openings of the last day. How many failed.

    Put into the queue with the opening itself, so that an alarm that fails keeps nobody
    from a child in danger, and again every few minutes, until everybody was told. Each
    alarm is harmless when sounded again.
    """
    failed = 0
    for opened in EmergencyAccess.objects.filter(began_at__gt=now() - TOLD_FOR):
        for alarm in _alarms:
            failed += not _sounded(alarm, opened)
    return failed


def _sounded(alarm: Alarm, opened: EmergencyAccess) -> bool:
    try:
        with transaction.atomic():
            alarm(opened)
    except Exception:
        _log.exception("emergency_alarm_failed emergency=%s", opened.pk)
        return False
    return True


def open_emergency(
    actor: Actor, child_id: UUID, at: datetime
) -> EmergencyAccess | None:
    """The emergency in which the actor may look at the child's record, if there is one.

    Cost: one query.
    """
    if actor.account_id is None:
        return None
    return EmergencyAccess.objects.filter(
        account_id=actor.account_id, child_id=child_id, began_at__lte=at, ends_at__gt=at
    ).first()
