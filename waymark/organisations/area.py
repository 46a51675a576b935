"""What every page may say about its area."""

from django.http import HttpRequest

from waymark.organisations import queries


def in_templates(request: HttpRequest) -> dict[str, object]:
    """The area and whether this is a demonstration, for every template."""
    authority = queries.authority()
    return {
        "area": authority,
        "is_demonstration": bool(authority and authority.is_demonstration),
    }
