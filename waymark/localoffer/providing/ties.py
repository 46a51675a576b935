"""Tying an account to the organisation whose entries it keeps.

`accounts` hands an invitation's reference back here when it is accepted.
"""

from uuid import UUID

from waymark.accounts.slots import Tie
from waymark.localoffer.models import Organisation, Provider
from waymark.today import now

PREFIX = "organisation:"


def reference_of(organisation_id: UUID) -> str:
    """What an invitation carries for an organisation."""
    return f"{PREFIX}{organisation_id}"


def says(reference: str) -> str:
    """The name of the organisation behind a reference. One query.

    Raises: LookupError for one that there is not.
    """
    return _organisation(reference).name


def begin(account_id: UUID, reference: str) -> None:
    """Have an account keep an organisation; twice is once.

    Raises: LookupError.
    """
    Provider.objects.get_or_create(
        account_id=account_id, organisation=_organisation(reference), ended_at=None
    )


def end(account_id: UUID) -> None:
    """Have an account keep nothing any more."""
    Provider.objects.filter(account=account_id, ended_at=None).update(ended_at=now())


def _organisation(reference: str) -> Organisation:
    key = reference.removeprefix(PREFIX)
    try:
        return Organisation.objects.get(id=UUID(key))
    except (ValueError, Organisation.DoesNotExist) as problem:
        raise LookupError("There is no such organisation.") from problem


TIE = Tie(says, begin, end)
