"""A shortlist that its address carries: no account, no cookie, nothing kept here."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from waymark.localoffer.pages import addresses

#: The name of the plan in an address, and what stands between its services.
NAME = "plan"
BETWEEN = "."
#: So many services fit in an address that every browser and mail program takes.
MOST = 40


@dataclass(frozen=True, slots=True)
class Plan:
    """The services that somebody has put together, in their order."""

    ids: tuple[UUID, ...] = ()

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, service_id: object) -> bool:
        return service_id in self.ids

    @property
    def query(self) -> str:
        """The plan as part of an address; an empty text for an empty plan."""
        return urlencode({NAME: self.value}) if self.ids else ""

    @property
    def value(self) -> str:
        return BETWEEN.join(each.hex for each in self.ids)

    @property
    def address(self) -> str:
        """The page of this plan."""
        return self.carried(addresses.PLAN)

    @property
    def is_full(self) -> bool:
        return len(self.ids) >= MOST

    def plus(self, service_id: UUID) -> "Plan":
        """With one more at its end, unless it is there already or the plan is full."""
        if service_id in self or self.is_full:
            return self
        return Plan((*self.ids, service_id))

    def minus(self, service_id: UUID) -> "Plan":
        return Plan(tuple(each for each in self.ids if each != service_id))

    def carried(self, address: str) -> str:
        """An address of the Local Offer that brings the plan along."""
        if not self.ids:
            return address
        path, mark, place = address.partition("#")
        joint = "&" if "?" in path else "?"
        return f"{path}{joint}{self.query}{mark}{place}"


def from_query(params: QueryDict) -> Plan:
    """The plan of an address. Total: what is no id is passed over, as is what is twice.

    Whether a service of that id is there is for the page to see.
    """
    given = (params.get(NAME) or "")[: MOST * 40].split(BETWEEN)
    known = (_id(part) for part in given)
    return Plan(tuple(dict.fromkeys(each for each in known if each))[:MOST])


def _id(text: str) -> UUID | None:
    try:
        return UUID(hex=text.strip())
    except ValueError:
        return None
