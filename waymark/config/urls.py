"""Where every address leads. The room decides the content; this joins the rooms."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("waymark.accounts.urls")),
    path("account/", include("allauth.urls")),
    path("editing/", include(wagtailadmin_urls)),
    path("", include("waymark.ui.urls")),
    path("", include("waymark.finding.urls")),
    path("", include(wagtail_urls)),
]
