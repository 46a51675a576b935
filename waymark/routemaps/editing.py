"""The editors' own screens of Easy Read: how each text stands, and the pictures."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.views.decorators.http import require_GET
from wagtail.admin.ui.components import Component

from waymark.access.guard import needs
from waymark.access.roles import Permission
from waymark.guidance import pictures
from waymark.routemaps import queries


@needs(Permission.EDIT_WORDS)
@require_GET
def easy_reads(request: HttpRequest) -> HttpResponse:
    """Every Easy Read text: which full words changed since, and who has tried it."""
    parts = {
        "page_title": _now("Easy Read texts"),
        "header_title": _now("Easy Read texts"),
        "header_icon": "openquote",
        "states": queries.easy_read_states(),
    }
    return render(request, "routemaps/editing/easy_reads.html", parts)


@needs(Permission.EDIT_WORDS)
@require_GET
def library(request: HttpRequest) -> HttpResponse:
    """Every picture of our own, to choose from."""
    shown = [
        (key, static(pictures.file_of(key)), says)
        for key, says in pictures.PICTURES.items()
    ]
    parts = {
        "page_title": _now("Pictures for Easy Read"),
        "header_title": _now("Pictures for Easy Read"),
        "header_icon": "image",
        "pictures": shown,
    }
    return render(request, "routemaps/editing/pictures.html", parts)


class EasyReadWaiting(Component):
    """Easy Read texts whose full words have changed, on the editors' first screen."""

    name = "easy-read-waits"
    template_name = "routemaps/editing/waiting.html"
    order = 60

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "changed": [s for s in queries.easy_read_states() if s.changed],
            "address": reverse("easy_read_texts"),
        }
