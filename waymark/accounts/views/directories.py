"""Going to the directory of one's council, NHS trust or school, and coming back."""

from functools import partial
from uuid import UUID

from allauth.account.decorators import reauthentication_required
from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST, require_safe

from waymark.access.guard import public
from waymark.accounts import queries, services
from waymark.accounts.models import Account, DirectoryTie
from waymark.accounts.views.entering import (
    own_page,
    sign_in_strongly,
    signed_in_by_directory,
)
from waymark.accounts.views.leaving import JOURNEY, LASTS, leave, refused, way_back
from waymark.gateways import directories
from waymark.gateways.directories import Directory, Identity, Journey
from waymark.today import now

ITS_OWN = "because each account sees and changes its own ways of signing in alone"


@public("because whoever signs in has not signed in yet")
@never_cache
@require_POST
def sign_in(request: HttpRequest, key: str) -> HttpResponse:
    """Go to a directory in order to sign in."""
    return leave(request, _directory(key), next=own_page(request))


@public("because only the browser that left, within its time, can come back")
@never_cache
@require_GET
def back(request: HttpRequest, key: str) -> HttpResponse:
    """Come back from a directory, with its word on who it is."""
    directory = _directory(key)
    kept = request.session.pop(JOURNEY, None)
    if not _is_of_now(kept, key):
        return refused(request, directory, "over", 410)
    try:
        identity = directories.finish(
            directory,
            way_back(request, key),
            Journey.of(kept["journey"]),
            request.GET.dict(),
        )
    except directories.Cancelled:
        return refused(request, directory, "cancelled", 403)
    except directories.NotProved:
        return refused(request, directory, "not-proved", 403)
    except directories.Unreachable:
        return refused(request, directory, "unreachable", 502)
    return _arrive(request, directory, identity, kept["for"])


@public(ITS_OWN)
@login_required
@never_cache
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The directories there are, and which of them open this account."""
    context = {"rows": queries.directories_of(_account(request))}
    return render(request, "accounts/directories.html", context)


@public(ITS_OWN)
@login_required
@never_cache
@require_POST
@reauthentication_required
def connect(request: HttpRequest, key: str) -> HttpResponse:
    """Go to a directory in order to open this account by it from now on."""
    account = _account(request)
    return leave(request, _directory(key), account=str(account.pk))


@public(ITS_OWN)
@login_required
@never_cache
@require_POST
@reauthentication_required
def disconnect(request: HttpRequest, tie_id: UUID) -> HttpResponse:
    """Open this account by a directory no more."""
    try:
        services.untie(_account(request), tie_id)
    except DirectoryTie.DoesNotExist as missing:
        raise Http404 from missing
    except services.NoOtherWay:
        notices.error(
            request,
            _("This is the only way into your account. Choose a password first."),
        )
    return redirect("accounts:directories")


def _is_of_now(kept: dict[str, object] | None, key: str) -> bool:
    if kept is None or kept["directory"] != key:
        return False
    at = kept["at"]
    return isinstance(at, float) and 0 <= now().timestamp() - at <= LASTS


def _arrive(
    request: HttpRequest, directory: Directory, identity: Identity, why: dict[str, str]
) -> HttpResponse:
    turned_back = partial(refused, request, directory)
    try:
        if "account" in why:
            return _connected(request, identity, why["account"])
        if "token" in why:
            account = services.accept_by_directory(
                token=why["token"], identity=identity
            )
        else:
            account = services.account_behind(identity)
    except services.TiedElsewhere:
        return turned_back("tied-elsewhere", 409)
    except services.NobodyHere:
        return turned_back("nobody", 403)
    except services.NotAnInvitation:
        return render(request, "accounts/invitation_over.html", status=410)
    if identity.is_strong:
        return sign_in_strongly(request, account, why.get("next", ""))
    return signed_in_by_directory(request, account, why.get("next", ""))


def _connected(request: HttpRequest, identity: Identity, account: str) -> HttpResponse:
    """Raises: services.TiedElsewhere; Http404, if somebody else is signed in now."""
    if str(request.user.pk) != account:
        raise Http404
    services.tie(_account(request), identity)
    return redirect("accounts:directories")


def _account(request: HttpRequest) -> Account:
    """Whoever is signed in. Raises: PermissionDenied, for nobody."""
    account = request.user
    if not isinstance(account, Account):
        raise PermissionDenied
    return account


def _directory(key: str) -> Directory:
    found = services.directory_of(key)
    if found is None:
        raise Http404
    return found
