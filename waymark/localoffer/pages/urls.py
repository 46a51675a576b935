"""The addresses of the pages of the Local Offer."""

from django.urls import path, re_path

from waymark.localoffer.pages.doors import TITLES
from waymark.localoffer.pages.views import embed, feeds, first, plan, results, service

urlpatterns = [
    path("local-offer/", first.first, name="first"),
    path("local-offer/all/", first.everything, name="all"),
    path("local-offer/search/", results.results, name="search"),
    path("local-offer/search/feed.<slug:kind>", feeds.feed, name="feed"),
    path("local-offer/search/calendar.ics", feeds.calendar, name="calendar"),
    path("local-offer/suggestions/", results.suggestions, name="suggestions"),
    path("local-offer/services/<uuid:service_id>/", service.service, name="service"),
    path("local-offer/my-plan/", plan.my_plan, name="my-plan"),
    re_path(
        r"^local-offer/my-plan/take-away/(?P<name>[a-z0-9-]+)\.(?P<ending>[a-z0-9]+)$",
        plan.take_my_plan,
        name="take-my-plan",
    ),
    path("local-offer/embed/", embed.embed, name="embed"),
    path("local-offer/on-your-site/", embed.embedding, name="embedding"),
    re_path(
        rf"^local-offer/(?P<key>{'|'.join(TITLES)})/(?P<term>[a-z0-9-]+)/$",
        results.door,
        name="door",
    ),
]
