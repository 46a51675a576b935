"""Invitations, personas and the administrator's list of accounts."""

from uuid import UUID

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from waymark.access.guard import needs, public
from waymark.access.roles import Permission, Role
from waymark.accounts import queries, services
from waymark.accounts.forms import ROLE_WORDS, AcceptInvitationForm, InviteForm
from waymark.accounts.landing import first_page
from waymark.accounts.models import Account
from waymark.organisations import queries as organisations

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@public("because the secret in the link is what proves the invitation")
@never_cache
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Show the form behind an invitation's link, and make the account."""
    try:
        invited = services.open_invitation(token)
    except services.NotAnInvitation:
        return render(request, "accounts/invitation_over.html", status=410)
    form = AcceptInvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        account = services.accept_invitation(token=token, **form.cleaned_data)
        # Nobody is asked again for the password that they chose a moment ago.
        _sign_in(request, account, "password", reauthenticated=True)
        return redirect("mfa_index")
    return render(
        request, "accounts/invitation.html", {"form": form, "email": invited.email}
    )


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


@needs(Permission.MANAGE_ACCOUNTS)
@require_safe
def account_list(request: HttpRequest) -> HttpResponse:
    """Every account and its roles, for an administrator."""
    return _account_list(request, InviteForm())


def _account_list(
    request: HttpRequest, form: InviteForm, *, link: str = "", status: int = 200
) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    context = {
        "rows": [
            (row, [(role, ROLE_WORDS[role]) for role in row.roles])
            for row in queries.accounts(actor)
        ],
        "waiting": [
            (one, ROLE_WORDS[one.role]) for one in queries.waiting_invitations(actor)
        ],
        "form": form,
        "link": link,
    }
    return render(request, "accounts/account_list.html", context, status=status)


@needs(Permission.MANAGE_ACCOUNTS)
@require_POST
def invite(request: HttpRequest) -> HttpResponse:
    """Make an invitation and show its link, once."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _account_list(request, form, status=422)
    link = services.invite(
        actor=request.actor,  # type: ignore[attr-defined]
        **form.cleaned_data,
    )
    return _account_list(request, InviteForm(), link=link)


@needs(Permission.MANAGE_ACCOUNTS)
@require_POST
def end_role(request: HttpRequest, account_id: UUID, role: str) -> HttpResponse:
    """End one role of one account."""
    try:
        services.end_role(
            actor=request.actor,  # type: ignore[attr-defined]
            account_id=account_id,
            role=Role(role),
        )
    except (Account.DoesNotExist, ValueError) as missing:
        raise Http404 from missing
    return redirect("accounts:account_list")
