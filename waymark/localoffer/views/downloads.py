"""All published services in one file, under an open licence."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse

from waymark.access.guard import public
from waymark.localoffer.presenters import download

WHY = "because the Local Offer is published for anybody to use"


@public(WHY)
def services_csv(request: HttpRequest) -> HttpResponseBase:
    """Every published service, one a row."""
    return _file(download.sheet(), "text/csv; charset=utf-8", "local-offer.csv")


@public(WHY)
def services_json(request: HttpRequest) -> HttpResponseBase:
    """Every published service, as one page of the Open Referral UK API."""
    return _file(download.page(), "application/json", "local-offer.json")


def _file(parts: Iterator[bytes], kind: str, name: str) -> HttpResponseBase:
    answer = StreamingHttpResponse(parts, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Link"] = f'<{download.LICENCE_ADDRESS}>; rel="license"'
    return answer
