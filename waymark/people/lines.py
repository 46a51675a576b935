"""Who sees which details of a person where their right is to a part of it.

The table of rights says "in part" for this part of the record; here stands which part.
Whoever has the whole sees everything.
"""

from collections.abc import Mapping
from enum import StrEnum

from waymark.access.deciding import Ruling
from waymark.access.record import Reach
from waymark.access.roles import Role


class Detail(StrEnum):
    """A kind of detail about a child and those around it."""

    IDENTITY = "identity"
    BACKGROUND = "background"
    NUMBERS = "numbers"
    LEGAL_STATUS = "legal-status"
    SETTINGS = "settings"
    HOME = "home"
    ADULTS = "adults"
    CONTACTS = "contacts"
    ORDERS = "orders"
    TEAM = "team"


_D = Detail
_EVERYTHING = frozenset(Detail)
_NAMED = frozenset({_D.IDENTITY, _D.SETTINGS})
_WORKING = _NAMED | {_D.BACKGROUND, _D.ADULTS, _D.CONTACTS, _D.TEAM, _D.HOME}
_FAMILY = _NAMED | {
    _D.BACKGROUND,
    _D.NUMBERS,
    _D.LEGAL_STATUS,
    _D.HOME,
    _D.ADULTS,
    _D.TEAM,
}
_PAPERS = _NAMED | {_D.BACKGROUND}

#: What each role sees in part. Contacts are how to reach adults, where they live too;
#: an address that is kept back is in none of these.
IN_PART: Mapping[Role, frozenset[Detail]] = {
    **{role: frozenset() for role in Role},
    Role.PARENT: _FAMILY,
    Role.RESTRICTED_PARENT: _NAMED,
    Role.YOUNG_PERSON: _FAMILY,
    Role.CHILD: _NAMED | {_D.TEAM},
    Role.SENCO: _WORKING | {_D.NUMBERS, _D.LEGAL_STATUS},
    Role.TEACHER: _PAPERS,
    Role.PANEL_MEMBER: _PAPERS,
    Role.PSYCHOLOGIST: _WORKING,
    Role.DESIGNATED_OFFICER: _WORKING | {_D.NUMBERS},
    Role.CLINICIAN: _WORKING | {_D.NUMBERS},
    Role.SOCIAL_WORKER: _WORKING | {_D.NUMBERS, _D.LEGAL_STATUS},
    Role.VIRTUAL_HEAD: _WORKING | {_D.NUMBERS, _D.LEGAL_STATUS},
    Role.ADVOCATE: _NAMED | {_D.BACKGROUND, _D.TEAM},
    Role.AUDITOR: _PAPERS,
    Role.PROVIDER: _NAMED,
    Role.COMPLAINTS: _WORKING,
    Role.LAWYER: _WORKING | {_D.LEGAL_STATUS, _D.ORDERS},
    Role.DATA_PROTECTION: _NAMED,
    Role.INSPECTOR: _PAPERS,
}


def details_for(ruling: Ruling) -> frozenset[Detail]:
    """The details that a ruling opens: all with the whole, else by the role."""
    if not ruling:
        return frozenset()
    if ruling.reach is Reach.WHOLE:
        return _EVERYTHING
    return IN_PART[ruling.role] if ruling.role else frozenset()
