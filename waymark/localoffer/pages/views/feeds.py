"""A search to follow: as a feed, and its dates in a calendar."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from waymark.access.guard import public
from waymark.localoffer import search as finder
from waymark.localoffer.pages import feeds
from waymark.localoffer.pages.around import WHY
from waymark.localoffer.pages.queries import services_in_order
from waymark.localoffer.search.asked import from_query
from waymark.localoffer.search.found import Found
from waymark.today import today


@public(WHY)
@require_safe
def feed(request: HttpRequest, kind: str) -> HttpResponse:
    """The first page of a search, as Atom or RSS."""
    if kind not in feeds.KINDS:
        raise Http404
    found = _found(request)
    changed = {each.pk: each.last_modified for each in _services(found)}
    media_type = "application/atom+xml" if kind == "atom" else "application/rss+xml"
    return HttpResponse(
        feeds.feed(kind, found, changed), content_type=f"{media_type}; charset=utf-8"
    )


@public(WHY)
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """The dated things among the first page of a search, as iCalendar."""
    file = feeds.calendar(_services(_found(request)), _("Local Offer"))
    headers = {"Content-Disposition": 'attachment; filename="local-offer.ics"'}
    return HttpResponse(
        file, content_type="text/calendar; charset=utf-8", headers=headers
    )


def _found(request: HttpRequest) -> Found:
    return finder.search(from_query(request.GET).but(), today())


def _services(found: Found) -> list:  # type: ignore[type-arg]
    return services_in_order(hit.service.id for hit in found.hits if hit.service)
