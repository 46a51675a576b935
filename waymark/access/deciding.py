"""May this person do this with this part of this child's record, at this moment?

Role, tie, class, time and restrictions answer together. Pure and total: everything is
handed in, nothing is fetched or remembered, and what nobody allows is refused.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from waymark.access.actor import Actor
from waymark.access.decision import Decision
from waymark.access.record import (
    CLASSES,
    WITHOUT_A_CHILD,
    Ability,
    InformationClass,
    Part,
    Reach,
)
from waymark.access.rights import RIGHTS
from waymark.access.roles import FAMILY, Role
from waymark.access.ties import WITH_THE_TIE, How, Restriction, Tie

NOT_YOURS = "This record is not open to you."
KEPT_BACK = "This part of the record is not open to you."
NOT_THIS = "Your part in this child's support does not include this."
NOT_YOUR_WORK = "Your work does not include this."

#: What an emergency opens, to read and nothing more.
IN_AN_EMERGENCY = frozenset(
    {Part.PERSON, Part.STORY, Part.SUPPORT, Part.PLAN, Part.SAFEGUARDING}
)

_NARROWEST_FIRST = tuple(Reach)


class Emergency(Protocol):
    """That somebody broke the glass: who, for which child, and until when."""

    @property
    def account_id(self) -> UUID: ...

    @property
    def child_id(self) -> UUID: ...

    def holds(self, at: datetime) -> bool: ...


@dataclass(frozen=True, slots=True)
class Ruling(Decision):
    """The answer, how far it reaches, and in which role. Truthy when allowed.

    `in_emergency` says that nothing but an emergency opened it.
    """

    reach: Reach | None = None
    role: Role | None = None
    in_emergency: bool = False


def decide(
    actor: Actor,
    child_id: UUID,
    part: Part,
    ability: Ability,
    *,
    ties: Iterable[Tie],
    restrictions: Iterable[Restriction],
    at: datetime,
    kind: InformationClass | None = None,
    emergency: Emergency | None = None,
) -> Ruling:
    """Whether the actor may, with the reason that they may read when not.

    A restriction beats everything, an emergency too. `kind` is the class of the piece
    in question, where it is more guarded than the part around it.
    """
    if actor.account_id is None:
        return Ruling(False, NOT_YOURS)
    if _is_barred(actor, child_id, part, kind, restrictions, at):
        return Ruling(False, KEPT_BACK)
    held = [tie for tie in ties if _counts(tie, actor, child_id, at)]
    given = [(_reach(tie, part, ability, kind), tie.role) for tie in held]
    allowed = [(reach, role) for reach, role in given if reach is not None]
    if allowed:
        reach, role = max(allowed, key=lambda pair: _NARROWEST_FIRST.index(pair[0]))
        return Ruling(True, reach=reach, role=role)
    if _is_emergency(emergency, actor, child_id, part, ability, kind, at):
        return Ruling(True, reach=Reach.WHOLE, in_emergency=True)
    return Ruling(False, NOT_THIS if held else NOT_YOURS)


def decide_without_child(actor: Actor, part: Part, ability: Ability) -> Ruling:
    """Whether a role alone allows it: figures, keeping the site, what names nobody.

    The one place where no tie is asked for, and no child can be reached through it.
    """
    given = [
        (reach, role)
        for role in actor.every_role
        if (reach := _cell_reach(role, part, ability)) is not None
        and (part in WITHOUT_A_CHILD or reach is Reach.DEIDENTIFIED)
    ]
    if not given:
        return Ruling(False, NOT_YOUR_WORK)
    reach, role = max(given, key=lambda pair: _NARROWEST_FIRST.index(pair[0]))
    return Ruling(True, reach=reach, role=role)


def _is_barred(
    actor: Actor,
    child_id: UUID,
    part: Part,
    kind: InformationClass | None,
    restrictions: Iterable[Restriction],
    at: datetime,
) -> bool:
    return any(
        each.bars(part, kind, at)
        for each in restrictions
        if each.account_id == actor.account_id and each.child_id == child_id
    )


def _counts(tie: Tie, actor: Actor, child_id: UUID, at: datetime) -> bool:
    """A tie of this person to this child, lawful and in time, in a role still held."""
    return (
        tie.account_id == actor.account_id
        and tie.child_id == child_id
        and tie.is_lawful
        and tie.holds(at)
        and (tie.role in WITH_THE_TIE or tie.role in actor.every_role)
    )


def _reach(
    tie: Tie, part: Part, ability: Ability, kind: InformationClass | None
) -> Reach | None:
    """How far one tie goes. What is de-identified is never reached through a child."""
    reach = _cell_reach(tie.role, part, ability)
    if part in WITHOUT_A_CHILD or reach is Reach.DEIDENTIFIED:
        return None
    if kind is None or reach is None:
        return reach
    return _narrowed(reach, tie, part, kind)


def _narrowed(
    reach: Reach, tie: Tie, part: Part, kind: InformationClass
) -> Reach | None:
    """The same for a guarded piece of the part."""
    if kind not in CLASSES[part]:
        return None
    if kind is InformationClass.CHILDS_OWN:
        return reach if tie.how is How.SELF else None
    if kind is InformationClass.ONE_PARENT:
        return _of_one_parent(reach, tie)
    return reach


def _of_one_parent(reach: Reach, tie: Tie) -> Reach | None:
    """To a family their own; to others only where the whole part is open to them."""
    if tie.role in FAMILY:
        return Reach.OWN
    return reach if reach is Reach.WHOLE else None


def _is_emergency(
    emergency: Emergency | None,
    actor: Actor,
    child_id: UUID,
    part: Part,
    ability: Ability,
    kind: InformationClass | None,
    at: datetime,
) -> bool:
    return (
        emergency is not None
        and emergency.account_id == actor.account_id
        and emergency.child_id == child_id
        and emergency.holds(at)
        and ability is Ability.READ
        and part in IN_AN_EMERGENCY
        and kind is not InformationClass.CHILDS_OWN
    )


def _cell_reach(role: Role, part: Part, ability: Ability) -> Reach | None:
    cell = RIGHTS[role].get(part)
    return cell.reach(ability) if cell else None
