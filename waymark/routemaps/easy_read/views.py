"""The page of an Easy Read text: a picture on the left, a few words on the right."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _

from waymark.guidance import pictures
from waymark.guidance import queries as guidance
from waymark.guidance.documents import panel
from waymark.routemaps import queries
from waymark.routemaps.easy_read.document import everything_said
from waymark.routemaps.models import EasyReadPage
from waymark.ui.navigation import Breadcrumbs, Crumb

HOME = Crumb(_("Home"), "/")
ROUTEMAPS = Crumb(_("Routemaps"), "/routemaps/")


def easy_read(request: HttpRequest, page: EasyReadPage) -> HttpResponse:
    """One routemap in Easy Read, whole."""
    crumbs = [HOME, ROUTEMAPS]
    if page.routemap:
        crumbs.append(Crumb(page.routemap.title, queries.address(page.routemap)))
    parts = {
        **everything_said(page, lambda key: static(pictures.file_of(key))),
        "languages": guidance.languages_of(page),
        "crumbs": Breadcrumbs(tuple(crumbs)),
        "take_away": panel.on(request, queries.address(page)),
    }
    return render(request, "routemaps/easy_read.html", parts)
