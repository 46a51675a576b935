"""Leaving for a directory, and being turned back by it or by us."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from waymark.accounts import limits
from waymark.gateways import directories
from waymark.gateways.directories import Directory
from waymark.today import now

#: Where the session remembers a journey that has not come back yet.
JOURNEY = "directory_journey"
LASTS = 15 * 60


def leave(request: HttpRequest, directory: Directory, **why: str) -> HttpResponse:
    """Send somebody to a directory; `why` says what it is for when they are back.

    By a page and not by a redirect: a form may lead to pages of ours alone.
    """
    if not limits.may(limits.JOURNEYS_BY_VISITOR, limits.visitor(request)):
        return refused(request, directory, "too-many", 429)
    try:
        journey = directories.begin(directory, way_back(request, directory.key))
    except directories.Unreachable:
        return refused(request, directory, "unreachable", 502)
    request.session[JOURNEY] = {
        "directory": directory.key,
        "journey": journey.kept(),
        "at": now().timestamp(),
        "for": why,
    }
    context = {
        "directory": directory,
        "address": journey.address,
        "host": urlsplit(journey.address).hostname,
    }
    answer = render(request, "accounts/directory_leaving.html", context)
    answer["Refresh"] = f"0; url={journey.address}"
    return answer


def way_back(request: HttpRequest, key: str) -> str:
    """The address that a directory sends people back to."""
    return request.build_absolute_uri(reverse("accounts:directory_back", args=[key]))


def refused(
    request: HttpRequest, directory: Directory, why: str, status: int
) -> HttpResponse:
    """The page that says why somebody is not signed in."""
    context = {"directory": directory, "why": why}
    return render(request, "accounts/directory_refused.html", context, status=status)
