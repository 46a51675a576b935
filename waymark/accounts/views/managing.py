"""The administrator's list: who can sign in, who is invited, who leaves."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from waymark.access.guard import needs
from waymark.access.roles import Permission, Role
from waymark.access.words import ROLES
from waymark.accounts import queries, services
from waymark.accounts.forms import ROLE_WORDS, InviteForm
from waymark.accounts.models import Account, Invitation
from waymark.messages import carriers


@needs(Permission.MANAGE_ACCOUNTS)
@require_safe
def account_list(request: HttpRequest) -> HttpResponse:
    """Every account and its roles, for an administrator."""
    return _account_list(request, InviteForm())


def _account_list(
    request: HttpRequest, form: InviteForm, *, link: str = "", status: int = 200
) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    rows = queries.accounts(actor)
    context = {
        "rows": [(row, _in_words(row)) for row in rows if row.is_active],
        "ended": [row for row in rows if not row.is_active],
        "waiting": [
            (one, _role_in_words(one.role))
            for one in queries.waiting_invitations(actor)
        ],
        "form": form,
        # Where mail reaches people, nobody else needs to see what opens their account.
        "link": "" if carriers.reaches_people() else link,
        "is_sent": bool(link),
    }
    return render(request, "accounts/account_list.html", context, status=status)


def _in_words(row: queries.AccountRow) -> list[tuple[Role, object]]:
    return [(role, _role_in_words(role)) for role in row.roles]


def _role_in_words(role: Role) -> object:
    """What whoever invites is told of a role; of others, what it is called."""
    return ROLE_WORDS.get(role, ROLES[role])


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
def invite_again(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    """Put a new link in the place of one that was not used."""
    try:
        link = services.invite_again(
            actor=request.actor,  # type: ignore[attr-defined]
            invitation_id=invitation_id,
        )
    except Invitation.DoesNotExist as missing:
        raise Http404 from missing
    return _account_list(request, InviteForm(), link=link)


@needs(Permission.MANAGE_ACCOUNTS)
@require_POST
def take_back(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    """End an invitation before it is used."""
    try:
        services.take_back(
            actor=request.actor,  # type: ignore[attr-defined]
            invitation_id=invitation_id,
        )
    except Invitation.DoesNotExist as missing:
        raise Http404 from missing
    return redirect("accounts:account_list")


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


@needs(Permission.MANAGE_ACCOUNTS)
@require_http_methods(["GET", "HEAD", "POST"])
def end_account(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """Say what ending an account means, and end it at the press."""
    actor = request.actor  # type: ignore[attr-defined]
    try:
        row = queries.account_row(actor, account_id)
        if request.method == "POST":
            services.end_account(actor=actor, account_id=account_id)
            return redirect("accounts:account_list")
    except Account.DoesNotExist as missing:
        raise Http404 from missing
    return render(request, "accounts/end_account.html", {"row": row})
