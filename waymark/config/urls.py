"""Where every address leads. The room decides the content; this joins the rooms."""

from django.urls import URLPattern, URLResolver, include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.urls import serve_pattern

from waymark.guidance.views import page

handler500 = "waymark.config.faults.answer"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("waymark.accounts.urls")),
    path("account/", include("allauth.urls")),
    path("editing/", include(wagtailadmin_urls)),
    path("", include("waymark.files.urls")),
    path("", include("waymark.messages.urls")),
    path("", include("waymark.organisations.urls")),
    path("", include("waymark.people.urls")),
    path("", include("waymark.casework.urls")),
    path("", include("waymark.ui.urls")),
    path("", include("waymark.finding.urls")),
    path("", include("waymark.guidance.urls")),
    path("", include("waymark.routemaps.urls")),
    path("", include("waymark.localoffer.urls")),
    # Before the last, so that no page of the tree can hide a page's own files.
    path("", include("waymark.guidance.documents.urls")),
    # Last, because it holds every page that editors publish.
    re_path(serve_pattern, page, name="wagtail_serve"),
]
