"""Where the pages of the Local Offer lie: for life."""

from uuid import UUID

FIRST = "/local-offer/"
SEARCH = f"{FIRST}search/"
ALL = f"{FIRST}all/"
PLAN = f"{FIRST}my-plan/"
EMBED = f"{FIRST}embed/"
SERVICES = f"{FIRST}services/"


def of_service(service_id: UUID | str) -> str:
    """The page of one service."""
    return f"{SERVICES}{service_id}/"


def of_term(key: str, term: str) -> str:
    """The page of everything that bears one of our own terms."""
    return f"{FIRST}{key}/{term}/"
