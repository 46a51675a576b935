"""The gallery: every component in every state, on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from waymark.access.guard import public
from waymark.ui.gallery.form import GalleryForm
from waymark.ui.gallery.page import groups


@public("because the gallery shows only the look")
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component; with `?errors` its form comes back with things to put right."""
    form = GalleryForm(request.GET) if "errors" in request.GET else GalleryForm()
    page = {"form": form, "groups": groups(), "swatches": SWATCHES}
    return render(request, "ui/gallery.html", page)


SWATCHES = (
    "paper",
    "card",
    "sand",
    "wash",
    "sun",
    "ink",
    "soft-ink",
    "estuary",
    "deep-estuary",
    "yellow",
    "visited",
    "late",
    "good",
    "line",
    "hair",
)
