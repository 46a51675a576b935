"""The room's addresses."""

from django.urls import path

from waymark.accounts.views import codes, directories, entering, managing

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
    path("account/directories/", directories.mine, name="directories"),
    path(
        "account/directories/<uuid:tie_id>/disconnect/",
        directories.disconnect,
        name="directory_disconnect",
    ),
    path(
        "account/directory/<slug:key>/", directories.sign_in, name="directory_sign_in"
    ),
    path("account/directory/<slug:key>/back/", directories.back, name="directory_back"),
    path(
        "account/directory/<slug:key>/connect/",
        directories.connect,
        name="directory_connect",
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
