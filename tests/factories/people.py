"""Children, the adults around them, and a family whose story many tests tell."""

from dataclasses import dataclass
from datetime import date

from tests.factories.accounts import account_of
from tests.factories.organisations import a_post, a_setting, a_team, an_organisation
from tests.people import (
    DAVINA,
    HESTER,
    IMRAN,
    JONAS,
    KEZIA,
    LEILA,
    MARCUS,
    ROWAN,
    Persona,
)
from waymark.access.actor import Actor
from waymark.access.roles import Role
from waymark.access.ties import How
from waymark.accounts import queries as accounts
from waymark.organisations.models import Organisation, Post, Team
from waymark.people import sealed
from waymark.people.models import (
    Address,
    Adult,
    Assignment,
    Attendance,
    Child,
    Relationship,
)

SEPTEMBER = date(2025, 9, 1)


def a_child(persona: Persona | None = None, **fields) -> Child:
    """A child of ten; with an account of their own, where a persona is named."""
    said = {
        "forename": persona.name if persona else "Robin",
        "surname": "Quayside",
        "born_on": date(2015, 10, 5),
    }
    if persona:
        said["account_id"] = account_of(persona).pk
    return Child.objects.create(**{**said, **fields})


def an_adult(persona: Persona | None = None, **fields) -> Adult:
    """A grown-up, who can sign in where a persona is named."""
    said = {"name": f"{persona.name} Quayside" if persona else "Robyn Quayside"}
    if persona:
        said["account_id"] = account_of(persona).pk
    adult = Adult(**{**said, **fields})
    sealed.put(adult, "sealed_email", persona.email if persona else "")
    sealed.put(adult, "sealed_phone", "01632 960123")
    adult.save()
    return adult


def a_relationship(child: Child, adult: Adult, **fields) -> Relationship:
    """A mother with parental responsibility who cares for the child."""
    said = {
        "kind": Relationship.Kind.MOTHER,
        "responsibility": Relationship.Responsibility.YES,
        "is_carer": True,
        "began_on": child.born_on,
    }
    return Relationship.objects.create(child=child, adult=adult, **{**said, **fields})


def an_address(*, lines: str = "1 Invented Row", **fields) -> Address:
    """Where somebody lives since September; `child` or `adult` says who."""
    row = Address(began_on=fields.pop("began_on", SEPTEMBER), **fields)
    sealed.put(row, "sealed_lines", lines)
    sealed.put(row, "sealed_postcode", "ZZ1 1ZZ")
    row.save()
    return row


def works_as(
    persona: Persona, role: Role, where: Organisation, team: Team | None = None
) -> Post:
    """The post that says what somebody does where, since September."""
    return a_post(
        account_id=account_of(persona).pk,
        role=role.value,
        organisation=where,
        team=team,
        began_on=SEPTEMBER,
    )


def assigned(child: Child, persona: Persona, role: Role, **fields) -> Assignment:
    """That somebody works with a child since September."""
    said = {"how": How.ASSIGNED.value, "began_on": SEPTEMBER}
    return Assignment.objects.create(
        child=child,
        account_id=account_of(persona).pk,
        role=role.value,
        **{**said, **fields},
    )


def acting(persona: Persona) -> Actor:
    """The persona as policies see them at this moment."""
    return accounts.actor_of(account_of(persona))


@dataclass(frozen=True)
class Family:
    """Rowan's record with everybody around it."""

    child: Child
    mother: Relationship
    father: Relationship
    school: Organisation
    team: Team
    officer: Assignment
    psychologist: Assignment
    attendance: Attendance


def rowans_family() -> Family:
    """Rowan, both parents, the school and those who work with Rowan."""
    child = a_child(ROWAN)
    mother = a_relationship(child, an_adult(LEILA))
    father = a_relationship(
        child, an_adult(MARCUS), kind=Relationship.Kind.FATHER, is_carer=False
    )
    school = a_setting("Oak School").organisation
    council = an_organisation(name="Marram SEND", kind=Organisation.Kind.SERVICE)
    team = a_team(organisation=council, name="Plans east")
    works_as(IMRAN, Role.SENCO, school)
    works_as(JONAS, Role.TEACHER, school)
    works_as(DAVINA, Role.COORDINATOR, council, team)
    works_as(HESTER, Role.MANAGER, council, team)
    works_as(KEZIA, Role.PSYCHOLOGIST, council)
    an_address(child=child)
    an_address(adult=mother.adult)
    an_address(adult=father.adult, lines="9 Elsewhere Close", is_restricted=True)
    return Family(
        child=child,
        mother=mother,
        father=father,
        school=school,
        team=team,
        officer=assigned(child, DAVINA, Role.COORDINATOR, team=team),
        psychologist=assigned(child, KEZIA, Role.PSYCHOLOGIST),
        attendance=Attendance.objects.create(
            child=child, setting=school, began_on=SEPTEMBER
        ),
    )
