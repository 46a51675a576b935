"""Signing in by a code. Every address is answered alike."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from waymark.access.guard import public
from waymark.accounts import limits, services
from waymark.accounts.forms import AskForCodeForm, EnterCodeForm
from waymark.accounts.views.entering import own_page, signed_in_by_mail

#: What the browser that asked is known by. The code works in no other.
ASKED = "sign_in_by_code"


@public("because whoever signs in has not signed in yet")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for a code. Whether the address has an account, the answer never says."""
    form = AskForCodeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _asking(request, form, 422 if form.errors else 200)
    email = form.cleaned_data["email"].lower()
    if not _may_ask(request, email):
        form.add_error(None, _("Too many codes were asked for. Wait 15 minutes."))
        return _asking(request, form, 429)
    request.session[ASKED] = {
        "id": str(services.ask_for_code(email)),
        "email": email,
        "next": own_page(request),
    }
    return redirect("accounts:enter_code")


@public("because whoever signs in has not signed in yet")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Type the code, in the browser that asked for it."""
    asked = request.session.get(ASKED)
    if asked is None:
        return redirect("accounts:ask_for_code")
    form = EnterCodeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _entering(request, form, asked, 422 if form.errors else 200)
    if not limits.may(limits.GUESSES_BY_VISITOR, limits.visitor(request)):
        form.add_error(None, _("Too many codes were tried. Wait 15 minutes."))
        return _entering(request, form, asked, 429)
    return _redeem(request, form, asked)


def _redeem(
    request: HttpRequest, form: EnterCodeForm, asked: dict[str, str]
) -> HttpResponse:
    try:
        account = services.redeem_code(UUID(asked["id"]), form.cleaned_data["code"])
    except services.NotTheCode:
        form.add_error("code", _("That is not the code. Look at the newest e-mail."))
        return _entering(request, form, asked, 422)
    except services.CodeIsOver:
        request.session.pop(ASKED, None)
        again = AskForCodeForm(initial={"email": asked["email"]})
        return _asking(request, again, 422, is_over=True)
    request.session.pop(ASKED, None)
    return signed_in_by_mail(request, account, asked["next"])


def _may_ask(request: HttpRequest, email: str) -> bool:
    """Within all three limits. The first that is used up is the last one touched."""
    visitor = limits.visitor(request)
    return (
        limits.may(limits.CODES_BY_VISITOR, visitor)
        and limits.may(limits.CODES_FOR_ADDRESS_BY_VISITOR, f"{visitor} {email}")
        and limits.may(limits.CODES_FOR_ADDRESS, email)
    )


def _asking(
    request: HttpRequest, form: forms.Form, status: int, *, is_over: bool = False
) -> HttpResponse:
    to = request.POST.get("next") or request.GET.get("next", "")
    context = {"form": form, "next": to, "is_over": is_over}
    return render(request, "accounts/ask_for_code.html", context, status=status)


def _entering(
    request: HttpRequest, form: EnterCodeForm, asked: dict[str, str], status: int
) -> HttpResponse:
    context = {"form": form, "email": asked["email"]}
    return render(request, "accounts/enter_code.html", context, status=status)
