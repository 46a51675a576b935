"""The room's addresses."""

from django.urls import path

from waymark.accounts import views

app_name = "accounts"
urlpatterns = [
    path("account/invitation/<str:token>/", views.invitation, name="invitation"),
    path(
        "account/persona/<uuid:account_id>/",
        views.become_persona,
        name="become_persona",
    ),
    path("managing/accounts/", views.account_list, name="account_list"),
    path("managing/accounts/invite/", views.invite, name="invite"),
    path(
        "managing/accounts/<uuid:account_id>/end/<str:role>/",
        views.end_role,
        name="end_role",
    ),
]
