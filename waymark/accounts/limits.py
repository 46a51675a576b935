"""How often something may be tried, counted for all processes together.

A place is taken in the shared cache by one atomic step, so two processes never take
the same one. Who it was is kept as a keyed hash only, and ends with the window.
"""

import hashlib
import hmac
from dataclasses import dataclass

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many within so many seconds from the first."""

    name: str
    at_most: int
    seconds: int = 15 * 60


#: For one address from one visitor, so that a stranger does not use up its owner's.
CODES_FOR_ADDRESS_BY_VISITOR = Limit("codes-here", 5)
#: For one address from everywhere, so that nobody's letter box is flooded.
CODES_FOR_ADDRESS = Limit("codes", 20)
#: From one visitor for all addresses; a school or office shares one.
CODES_BY_VISITOR = Limit("codes-by", 40)
JOURNEYS_BY_VISITOR = Limit("journeys-by", 40)
GUESSES_BY_VISITOR = Limit("guesses-by", 60)


def may(limit: Limit, who: str) -> bool:
    """Take a place within the limit; false if there is none left.

    Cost: one query for each place that is taken already, and two more.
    """
    marked = hmac.new(
        settings.SECRET_KEY.encode(), f"{limit.name}:{who}".encode(), hashlib.sha256
    ).hexdigest()[:40]
    return any(
        cache.add(f"limit:{marked}:{place}", 1, timeout=limit.seconds)
        for place in range(limit.at_most)
    )


def visitor(request: HttpRequest) -> str:
    """Whose request it is, as far as limits go: the address our own proxy saw."""
    return str(get_adapter(request).get_client_ip(request))
