"""The room's addresses. Nothing about a person stands in them."""

from django.urls import path

from waymark.organisations.views import organisations, posts, teams

app_name = "organisations"
_UNDER = "managing/organisations/"
urlpatterns = [
    path(_UNDER, organisations.organisation_list, name="list"),
    path(f"{_UNDER}begin/", organisations.begin, name="begin"),
    path(f"{_UNDER}<uuid:organisation_id>/", organisations.one, name="one"),
    path(
        f"{_UNDER}<uuid:organisation_id>/posts/begin/", posts.begin, name="begin_post"
    ),
    path(
        f"{_UNDER}<uuid:organisation_id>/posts/<uuid:post_id>/end/",
        posts.end,
        name="end_post",
    ),
    path(
        f"{_UNDER}<uuid:organisation_id>/teams/begin/", teams.begin, name="begin_team"
    ),
    path(
        f"{_UNDER}<uuid:organisation_id>/teams/<uuid:team_id>/end/",
        teams.end,
        name="end_team",
    ),
]
