"""Files of published pages, each made once and kept."""

from functools import partial

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from waymark.access.guard import public
from waymark.formats.keeping import Made
from waymark.formats.making import Format, Kind
from waymark.guidance.documents import (
    addresses,
    ahead,
    answering,
    panel,
    passing,
    publications,
    shelf,
)
from waymark.guidance.documents.publications import Publication

#: A document with more HTML than this takes longer to speak than a reader should wait.
LONG = 25_000


@public("because everybody may take away what everybody may read")
@require_safe
def take_away(
    request: HttpRequest, page: str, name: str, ending: str
) -> HttpResponseBase:
    """The document of a published page in one format."""
    asked = addresses.asked(name)
    publication = publications.at(f"/{page}", asked.part) if asked else None
    if asked is None or publication is None:
        raise Http404
    if asked.format.kind not in publications.kinds_of(f"/{page}", asked.part):
        raise Http404
    if f".{ending}" != asked.format.ending:
        file = addresses.file_of(asked.format, asked.part)
        return redirect(f"/{page}{file}", permanent=True)
    return _answer(request, publication, asked.format)


def _answer(
    request: HttpRequest, publication: Publication, format_: Format
) -> HttpResponseBase:
    html = publication.write()
    key = shelf.key(html, format_.kind)
    name = addresses.file_name(publication.file_name, format_, publication.part)
    headers = {
        **answering.file_headers(format_, name),
        **answering.public_headers(key, publication.address),
    }
    kept = shelf.find(publication, html, format_.kind)
    short = answering.unchanged(request, key)
    if short is not None:
        return short
    if request.method == "HEAD":
        return answering.head(headers, kept)
    try:
        made = kept or _made(request, publication, html, format_.kind)
    except answering.NOT_NOW as why:
        others = panel.of_page(publication.address, without=format_.kind)
        said = answering.why_not(why, format_, publication.address, others)
        return answering.sorry(request, said)
    return answering.file(headers, made)


def _made(
    request: HttpRequest, publication: Publication, html: str, kind: Kind
) -> Made:
    """Make it while the reader waits, or have it made where that takes too long.

    Raises: any of `answering.NOT_NOW`.
    """
    if kind in passing.SLOW and len(html) > LONG:
        ahead.ask_for(publication)
        raise passing.BeingMade
    passing.require_patience(request, kind)
    holding = partial(passing.at_a_desk, kind)
    return shelf.made(publication, html, kind, wait=shelf.WAIT, holding=holding)
