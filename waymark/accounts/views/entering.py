"""Coming in by an invitation, or as a persona of a demonstration."""

from uuid import UUID

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import (
    perform_login,
    record_authentication,
)
from allauth.account.models import Login
from django import forms
from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
)

from waymark.access.guard import public
from waymark.accounts import queries, services
from waymark.accounts.forms import (
    AcceptByCodeForm,
    AcceptInvitationForm,
    AcceptRoleForm,
)
from waymark.accounts.landing import first_page
from waymark.accounts.middleware import SHOWN_TWICE
from waymark.accounts.models import Account
from waymark.accounts.views.leaving import leave
from waymark.organisations import queries as organisations

ACCEPTANCES: dict[queries.Asked, type[forms.Form]] = {
    queries.Asked.NOTHING: AcceptRoleForm,
    queries.Asked.NAME: AcceptByCodeForm,
    queries.Asked.PASSWORD: AcceptInvitationForm,
}
DIRECTORY = "directory"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@public("because the secret in the link is what proves the invitation")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Show the form behind an invitation's link; only the press makes the account."""
    try:
        invited = services.open_invitation(token)
    except services.NotAnInvitation:
        return _invitation_over(request)
    asked = queries.asked_of(invited)
    if asked == queries.Asked.PASSWORD and "directory" in request.POST:
        return _by_directory(request, token)
    form = ACCEPTANCES[asked](request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _accept(request, token, asked, form)
    context = {
        "form": form,
        "invited": invited,
        "asked": asked,
        "directories": settings.DIRECTORIES.values(),
    }
    status = 422 if form.errors else 200
    return render(request, "accounts/invitation.html", context, status=status)


def _by_directory(request: HttpRequest, token: str) -> HttpResponse:
    """The account is opened by the directory that they chose, once they are back."""
    directory = services.directory_of(request.POST["directory"])
    if directory is None:
        raise Http404
    return leave(request, directory, token=token)


def _accept(
    request: HttpRequest, token: str, asked: queries.Asked, form: forms.Form
) -> HttpResponse:
    said = {"name": "", **form.cleaned_data}
    try:
        account = services.accept_invitation(token=token, **said)
    except services.NotAnInvitation:
        return _invitation_over(request)
    if asked == queries.Asked.NOTHING:
        # The link proves an address, which is less than this account is guarded by.
        return redirect("account_login")
    if asked == queries.Asked.NAME:
        return signed_in_by_mail(request, account, "")
    # Nobody is asked again for the password that they chose a moment ago.
    _sign_in(request, account, "password", reauthenticated=True)
    return redirect("mfa_index")


def _invitation_over(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/invitation_over.html", status=410)


def signed_in_by_mail(
    request: HttpRequest, account: Account, next_page: str
) -> HttpResponse:
    """Sign in whoever proved an address; a second factor they chose is still asked."""
    record_authentication(request, account, method="code", email=account.email)
    login = Login(user=account, redirect_url=next_page or None, email=account.email)
    answer: HttpResponse = perform_login(request, login)
    return answer


def signed_in_by_directory(
    request: HttpRequest, account: Account, next_page: str
) -> HttpResponse:
    """Sign in whoever a directory proved once; a second factor of ours is asked."""
    record_authentication(request, account, method=DIRECTORY)
    login = Login(user=account, redirect_url=next_page or None, email=account.email)
    answer: HttpResponse = perform_login(request, login)
    return answer


def sign_in_strongly(
    request: HttpRequest, account: Account, next_page: str
) -> HttpResponse:
    """Sign in whoever a directory proved twice; ours would be a third time."""
    _sign_in(request, account, DIRECTORY)
    request.session[SHOWN_TWICE] = True
    return redirect(next_page or first_page(queries.actor_of(account)))


def own_page(request: HttpRequest) -> str:
    """Where they were going, if that is a page of ours; otherwise nothing."""
    to = request.POST.get("next", "")
    return to if to and get_adapter(request).is_safe_url(to) else ""


@public("because in a demonstration anybody may try being its invented people")
@never_cache
@require_POST
def become_persona(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """Sign in as an invented person by one press, in a demonstration only."""
    authority = organisations.authority()
    try:
        persona = services.persona_to_sign_in(
            account_id,
            is_demonstration=bool(authority and authority.is_demonstration),
        )
    except Account.DoesNotExist as missing:
        raise Http404 from missing
    _sign_in(request, persona, "persona")
    return redirect(first_page(queries.actor_of(persona)))


def _sign_in(request: HttpRequest, account: Account, method: str, **said: bool) -> None:
    login(request, account, backend=BACKEND)
    record_authentication(request, account, method=method, **said)
