"""Two invented families with everybody around them, so that each view can be tried."""

from datetime import date
from uuid import UUID

from waymark.access.actor import Actor
from waymark.access.roles import Role
from waymark.accounts.models import Account
from waymark.accounts.queries import actor_of
from waymark.organisations import queries as organisations
from waymark.organisations import services as organising
from waymark.organisations.models import Organisation, Team
from waymark.people import services as people
from waymark.people.identifiers import Kind
from waymark.people.models import Adult, Child, Relationship
from waymark.people.services import Bond, Contact, Person

#: Far enough back that everybody is there on any day a demonstration pretends.
LONG_AGO = date(2024, 9, 2)


def invent_families() -> None:
    """Rowan's family and Yusuf's, with the people who work with them."""
    team = _team()
    _posts(team)
    davina = _actor("davina")
    _rowan(davina)
    _yusuf(davina)


def _account(key: str) -> Account:
    return Account.objects.get(email=f"{key}@example.org", is_persona=True)


def _actor(key: str) -> Actor:
    return actor_of(_account(key))


def _team() -> Team:
    efa = _actor("efa")
    service = organising.begin_organisation(
        actor=efa, kind=Organisation.Kind.SERVICE, name="EHC service (invented)"
    )
    return organising.begin_team(
        actor=efa, organisation_id=service.pk, name="Plans east", began_on=LONG_AGO
    )


def _posts(team: Team) -> None:
    school, _name = _a_school()
    service = team.organisation_id
    for key, role, where, of_team in (
        ("davina", Role.COORDINATOR, service, team.pk),
        ("hester", Role.MANAGER, service, team.pk),
        ("teodor", Role.DATA_PROTECTION, service, None),
        ("kezia", Role.PSYCHOLOGIST, service, None),
        ("imran", Role.SENCO, school, None),
        ("jonas", Role.TEACHER, school, None),
    ):
        organising.begin_post(
            actor=_actor("efa"),
            account_id=_account(key).pk,
            role=role,
            organisation_id=where,
            began_on=LONG_AGO,
            team_id=of_team,
        )


def _a_school() -> tuple[UUID, str]:
    """The first school of the area's list; nobody invented is a person of it."""
    return organisations.settings_to_choose()[0]


def _rowan(davina: Actor) -> None:
    rowan = people.record_child(
        actor=davina,
        person=Person(
            forename="Rowan",
            surname="Inventson",
            born_on=date(2016, 3, 14),
            known_as="Ro",
            home_language="English",
            communicates_by="Short sentences, and pictures when it is loud.",
        ),
        numbers={Kind.NHS: "9990000018"},
    )
    leila = _adult(davina, rowan, "leila", "Leila Inventson", Relationship.Kind.MOTHER)
    _adult(davina, rowan, "marcus", "Marcus Fictional", Relationship.Kind.FATHER)
    people.move(
        actor=davina,
        child_id=rowan.pk,
        lines="1 Invented Row\nSouthend-on-Sea",
        postcode="",
        began_on=LONG_AGO,
    )
    people.move(
        actor=davina,
        child_id=rowan.pk,
        relationship_id=leila.pk,
        lines="1 Invented Row\nSouthend-on-Sea",
        postcode="",
        began_on=LONG_AGO,
    )
    _goes_to_school(davina, rowan)
    people.assign(
        actor=davina,
        child_id=rowan.pk,
        account_id=_account("kezia").pk,
        role=Role.PSYCHOLOGIST,
    )
    people.begin_as_child(_account("rowan").pk, f"{people.CHILD}{rowan.pk}")


def _yusuf(davina: Actor) -> None:
    """Seventeen, so that the rights are his own."""
    yusuf = people.record_child(
        actor=davina,
        person=Person(forename="Yusuf", surname="Imaginary", born_on=date(2009, 5, 2)),
    )
    _adult(davina, yusuf, "samira", "Samira Imaginary", Relationship.Kind.MOTHER)
    _goes_to_school(davina, yusuf)
    people.begin_as_child(_account("yusuf").pk, f"{people.CHILD}{yusuf.pk}")


def _adult(
    davina: Actor, child: Child, key: str, name: str, kind: Relationship.Kind
) -> Relationship:
    held = people.know_adult(
        actor=davina,
        child_id=child.pk,
        contact=Contact(
            name=name,
            email=f"{key}@example.org",
            phone="01632 960123",
            channel=Adult.Channel.EMAIL,
        ),
        bond=Bond(
            kind=kind,
            responsibility=Relationship.Responsibility.YES,
            evidence="Birth certificate",
            is_carer=kind is Relationship.Kind.MOTHER,
        ),
        began_on=child.born_on,
    )
    people.begin_as_adult(_account(key).pk, f"{people.ADULT}{held.adult_id}")
    return held


def _goes_to_school(davina: Actor, child: Child) -> None:
    school, _name = _a_school()
    people.begin_at_setting(
        actor=davina, child_id=child.pk, setting_id=school, began_on=LONG_AGO
    )
