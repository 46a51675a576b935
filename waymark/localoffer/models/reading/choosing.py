"""What editors may choose: our own terms, and services that people can see."""

from collections.abc import Iterable

from django.db.models import Q

from waymark.localoffer.models.service import Service
from waymark.localoffer.taxonomies import BY_KEY
from waymark.today import today


def term_choices(key: str) -> list[tuple[str, str]]:
    """The terms of one of our own lists, in its order."""
    return [(term.key, term.name) for term in BY_KEY[key].terms]


def unknown_terms(key: str, chosen: Iterable[str]) -> list[str]:
    """Those of the terms that the list does not have."""
    known = {term.key for term in BY_KEY[key].terms}
    return [term for term in chosen if term not in known]


def _shown() -> Q:
    """That a service may be seen today, and has not ended."""
    day = today()
    return (
        Q(published_at__isnull=False, status__in=("active", "temporarily closed"))
        & (Q(visible_from=None) | Q(visible_from__lte=day))
        & (Q(visible_until=None) | Q(visible_until__gte=day))
    )


def service_choices() -> list[tuple[str, str]]:
    """Every service that people can see, by name. Cost: one query."""
    rows = Service.objects.filter(_shown()).values_list("id", "name")
    return [(str(key), name) for key, name in rows]


def unknown_services(chosen: Iterable[str]) -> list[str]:
    """Those of the services that nobody can see. Cost: one query, if any is chosen."""
    wanted = list(chosen)
    if not wanted:
        return []
    shown = Service.objects.filter(_shown(), id__in=wanted)
    known = {str(key) for key in shown.values_list("id", flat=True)}
    return [key for key in wanted if key not in known]
