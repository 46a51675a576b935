"""Every read of organisations and teams."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from waymark.access.actor import Actor
from waymark.access.guard import require
from waymark.organisations import policies
from waymark.organisations.models import Organisation, Team

#: So many stand on one page of the list.
ON_A_PAGE = 50


def authority_codes() -> QuerySet[Organisation, str]:
    """The three digits of the area's own authority, to be asked for inside a query."""
    own = Organisation.objects.filter(kind=Organisation.Kind.AUTHORITY).order_by()
    return own.values_list("code", flat=True)


def is_authority_known() -> bool:
    """Whether the own authority's three digits are held. Cost: one query."""
    return authority_codes().exclude(code="").exists()


def organisation(organisation_id: UUID) -> Organisation | None:
    """One organisation with its register entry, if it has one. Cost: one query."""
    return (
        Organisation.objects.select_related("setting__register", "part_of")
        .filter(pk=organisation_id)
        .first()
    )


def authorities_to_choose() -> list[tuple[UUID, str]]:
    """The area's own authority and every other that is known. Cost: one query."""
    kinds = (Organisation.Kind.AUTHORITY, Organisation.Kind.OTHER_AUTHORITY)
    found = Organisation.objects.filter(kind__in=kinds).order_by("kind", "name")
    return [(each.pk, each.name) for each in found]


def is_setting(organisation_id: UUID) -> bool:
    """Whether an organisation is one where children learn. Cost: one query."""
    kind = Organisation.Kind.SETTING
    return Organisation.objects.filter(pk=organisation_id, kind=kind).exists()


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the list of organisations, of how many, and how many were found."""

    rows: list[Organisation]
    number: int
    of: int
    found: int


def listed(actor: Actor, *, kind: str = "", words: str = "", number: int = 1) -> Page:
    """Organisations by name, perhaps of one kind, and with these words or this number.

    Where nothing is asked for, those of this area: its own settings, and everything
    that is no setting. `words` are looked for in the name; a number is also taken for
    a URN, an establishment number with its authority, or a code. A page that is not
    there gives the nearest that is.

    Raises: PermissionDenied. Cost: two queries.
    """
    require(policies.may_manage_organisations(actor))
    found = Organisation.objects.order_by("name", "id")
    if kind:
        found = found.filter(kind=kind)
    elif not words.strip():
        found = found.filter(_of_this_area())
    for word in words.split():
        found = found.filter(Q(name__icontains=word) | _numbered(word))
    count = found.count()
    of = max(1, -(-count // ON_A_PAGE))
    at = min(max(1, number), of)
    rows = found.select_related("setting")[(at - 1) * ON_A_PAGE : at * ON_A_PAGE]
    return Page(list(rows), at, of, count)


def _of_this_area() -> Q:
    own = Q(setting__la_code__in=authority_codes())
    return own | ~Q(kind=Organisation.Kind.SETTING)


def _numbered(word: str) -> Q:
    same = Q(setting__urn=word) | Q(code=word) | Q(setting__ukprn=word)
    laestab = word.replace("/", "")
    if len(laestab) == 7:
        same |= Q(
            setting__la_code=laestab[:3], setting__establishment_number=laestab[3:]
        )
    return same


def teams_of(organisation_id: UUID, on: date) -> list[Team]:
    """The teams of an organisation that have not ended by a day. Cost: one query."""
    return list(
        Team.objects.filter(organisation_id=organisation_id).filter(
            Q(ended_on=None) | Q(ended_on__gt=on)
        )
    )
