"""The whole cast: each role, standing to Rowan in each way that somebody can."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from tests.factories.accounts import account_of
from tests.factories.organisations import a_setting, a_team, an_organisation
from tests.factories.people import (
    SEPTEMBER,
    a_relationship,
    an_adult,
    assigned,
    works_as,
)
from tests.people import Persona
from waymark.access.roles import FAMILY, Role
from waymark.access.ties import FOR_A_TIME, WAYS, How
from waymark.organisations.models import Organisation
from waymark.people.models import (
    Attendance,
    Child,
    CourtOrder,
    KeptFrom,
    LegalStatus,
    Relationship,
)

TODAY = date(2026, 1, 13)
SOON = datetime(2026, 6, 1, tzinfo=UTC)
OVER = datetime(2026, 1, 13, 9, tzinfo=UTC)


class Stands(StrEnum):
    """How somebody stands to the child whose record is asked for."""

    TIED = "tied"
    TO_ANOTHER = "to-another-child"
    NO_LONGER = "no-longer"
    KEPT_FROM = "kept-from"


#: Whoever comes to no child in any way has nothing but their role.
WITHOUT_A_WAY = tuple(role for role in Role if not WAYS[role])


@dataclass(frozen=True)
class Actor:
    """One of the cast: a role, and how its holder stands to the child."""

    role: Role
    stands: Stands

    @property
    def persona(self) -> Persona:
        name = f"{self.role.value} {self.stands.value}"
        roles = (self.role,) if self.role in FAMILY | {Role.ADVOCATE} else ()
        email = f"{self.role.value}.{self.stands.value}@example.org"
        return Persona(name, email, roles)

    def __str__(self) -> str:
        return f"{self.role.value}-{self.stands.value}"


CAST = tuple(Actor(role, stands) for role in Role for stands in Stands)


def tie(actor: Actor, child: Child, another: Child) -> None:
    """Have somebody stand to the child as they do, by the rows of the product."""
    account_of(actor.persona)
    to = another if actor.stands is Stands.TO_ANOTHER else child
    over = actor.stands is Stands.NO_LONGER
    if actor.role in WITHOUT_A_WAY:
        works_as(actor.persona, actor.role, an_organisation())
    else:
        _TIES[min(WAYS[actor.role], key=_plainest)](actor, to, over)
    if actor.stands is Stands.KEPT_FROM:
        KeptFrom.objects.create(
            child=child,
            account_id=account_of(actor.persona).pk,
            began_on=SEPTEMBER,
        )


def _plainest(how: How) -> int:
    return list(How).index(how)


def _ended(over: bool) -> dict[str, date]:
    return {"ended_on": TODAY} if over else {}


def _as_parent(actor: Actor, child: Child, over: bool) -> None:
    held = a_relationship(
        child,
        an_adult(actor.persona),
        kind=Relationship.Kind.STEP_PARENT,
        **_ended(over),
    )
    if actor.role is Role.RESTRICTED_PARENT:
        CourtOrder.objects.create(
            relationship=held,
            kind=CourtOrder.Kind.PROHIBITED_STEPS,
            narrows=True,
            seen_on=SEPTEMBER,
            began_on=SEPTEMBER,
        )


def _as_themselves(actor: Actor, child: Child, over: bool) -> None:
    """A young person is old enough; one who no longer is nobody's record's owner."""
    born_on = date(2008, 5, 2) if actor.role is Role.YOUNG_PERSON else child.born_on
    account_id = None if over else account_of(actor.persona).pk
    Child.objects.filter(pk=child.pk).update(account_id=account_id, born_on=born_on)


def _on_roll(actor: Actor, child: Child, over: bool) -> None:
    school = a_setting(f"School of {actor}").organisation
    works_as(actor.persona, actor.role, school)
    Attendance.objects.create(
        child=child, setting=school, is_main=False, began_on=SEPTEMBER, **_ended(over)
    )


def _assigned(actor: Actor, child: Child, over: bool) -> None:
    where = an_organisation(name=f"Work of {actor}")
    works_as(actor.persona, actor.role, where)
    how = min(WAYS[actor.role], key=_plainest)
    ends = {"ends_at": OVER if over else SOON} if how in FOR_A_TIME else _ended(over)
    assigned(child, actor.persona, actor.role, how=how.value, **ends)


def _in_team(actor: Actor, child: Child, over: bool) -> None:
    team = a_team(organisation=an_organisation(name=f"Place of {actor}"))
    works_as(actor.persona, actor.role, team.organisation, team)
    officer = Persona("Officer", f"officer.{actor}@example.org")
    assigned(child, officer, Role.COORDINATOR, team=team, **_ended(over))


def _as_corporate_parent(actor: Actor, child: Child, over: bool) -> None:
    kind = Organisation.Kind.OTHER_AUTHORITY
    council = an_organisation(name=f"Council of {actor}", kind=kind)
    works_as(actor.persona, actor.role, council)
    LegalStatus.objects.create(
        child=child,
        kind=LegalStatus.Kind.LOOKED_AFTER,
        authority=council,
        began_on=SEPTEMBER,
        **_ended(over),
    )


_TIES = {
    How.PARENT: _as_parent,
    How.SELF: _as_themselves,
    How.ON_ROLL: _on_roll,
    How.ASSIGNED: _assigned,
    How.TEAM: _in_team,
    How.PANEL: _assigned,
    How.SAMPLE: _assigned,
    How.INVITED: _assigned,
    How.DELIVERS: _assigned,
    How.CORPORATE: _as_corporate_parent,
    How.ACCESS_REQUEST: _assigned,
}
