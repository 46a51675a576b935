"""The search of the Local Offer: services, guides and steps in one list."""

from waymark.localoffer.search.searching import search
from waymark.localoffer.search.suggesting import suggestions

__all__ = ["search", "suggestions"]
