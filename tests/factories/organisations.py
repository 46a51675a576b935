"""The authority of a test, and organisations, settings, teams and posts."""

from datetime import date
from itertools import count

from waymark.access.roles import Role
from waymark.ids import new_id
from waymark.organisations.models import (
    Authority,
    Helper,
    Organisation,
    Post,
    Register,
    Setting,
    Team,
)

#: The invented authority's three digits. No authority of England has them.
CODE = "999"
_urns = count(900_001)


def an_authority(*, is_demonstration: bool = False) -> Authority:
    """The one authority of an ordinary store."""
    return Authority.objects.create(
        key="marram",
        name="Marram",
        council="Marram Council",
        is_demonstration=is_demonstration,
        organisation=an_organisation(
            kind=Organisation.Kind.AUTHORITY, name="Marram Council", code=CODE
        ),
    )


def an_organisation(**fields) -> Organisation:
    """A service, unless another kind is asked for."""
    named = {"kind": Organisation.Kind.SERVICE, "name": "Marram Therapies"}
    return Organisation.objects.create(**{**named, **fields})


def a_helper(key: str, **fields) -> Helper:
    """Somebody who helps families, called by their key and easy to reach."""
    said = {
        "name": f"Marram {key}",
        "for_what": "Help with a question",
        "phone": "01632 960100",
        "email": f"{key}@example.org",
        "source": "Invented",
        "checked_on": date(2026, 1, 5),
    }
    return Helper.objects.create(key=key, **{**said, **fields})


def a_register(**fields) -> Register:
    """An invented register, the same one each time."""
    said = {
        "name": "An invented register",
        "as_of": "April 2025",
        "as_of_on": date(2025, 4, 1),
    }
    key = fields.pop("key", "invented")
    return Register.objects.get_or_create(key=key, defaults={**said, **fields})[0]


def a_setting(name: str = "Oak School", **fields) -> Setting:
    """An open primary school of the area, with a number of its own."""
    said = {
        "urn": str(next(_urns)),
        "la_code": CODE,
        "sort": "primary",
        "status": "open",
    }
    return Setting.objects.create(
        organisation=an_organisation(kind=Organisation.Kind.SETTING, name=name),
        register=fields.pop("register", None) or a_register(),
        **{**said, **fields},
    )


def a_team(**fields) -> Team:
    """A team that began in September."""
    where = fields.pop("organisation", None) or an_organisation()
    said = {"name": "Plans", "began_on": date(2025, 9, 1)}
    return Team.objects.create(organisation=where, **{**said, **fields})


def a_post(**fields) -> Post:
    """An editor's post that began in September, of an account that is nobody's."""
    said = {
        "account_id": new_id(),
        "role": Role.EDITOR,
        "began_on": date(2025, 9, 1),
    }
    where = fields.pop("organisation", None) or an_organisation()
    return Post.objects.create(organisation=where, **{**said, **fields})
