"""The room's addresses."""

from django.urls import path

from waymark.accounts.views import codes, entering, managing

app_name = "accounts"
urlpatterns = [
    path("account/code/", codes.ask, name="ask_for_code"),
    path("account/code/enter/", codes.enter, name="enter_code"),
    path("account/invitation/<str:token>/", entering.invitation, name="invitation"),
    path(
        "account/persona/<uuid:account_id>/",
        entering.become_persona,
        name="become_persona",
    ),
    path("managing/accounts/", managing.account_list, name="account_list"),
    path("managing/accounts/invite/", managing.invite, name="invite"),
    path(
        "managing/accounts/invitations/<uuid:invitation_id>/again/",
        managing.invite_again,
        name="invite_again",
    ),
    path(
        "managing/accounts/invitations/<uuid:invitation_id>/take-back/",
        managing.take_back,
        name="take_back",
    ),
    path(
        "managing/accounts/<uuid:account_id>/end/",
        managing.end_account,
        name="end_account",
    ),
    path(
        "managing/accounts/<uuid:account_id>/end/<str:role>/",
        managing.end_role,
        name="end_role",
    ),
]
