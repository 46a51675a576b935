"""Who is at the keyboard, for how long, and whether that was shown twice."""

from collections.abc import Callable
from datetime import timedelta

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from waymark.access.roles import SIGN_IN_BY_CODE, Permission
from waymark.accounts import queries
from waymark.today import now

Answer = Callable[[HttpRequest], HttpResponse]

#: However busy: nobody stays signed in for longer than a working day.
LONGEST = timedelta(hours=12)
SEEN_EVERY = timedelta(minutes=1)
#: Where a session says that a directory of theirs saw two proofs already.
SHOWN_TWICE = "shown_twice"


class ActorMiddleware:
    """Builds the actor of each request, and only when somebody asks for it."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(  # type: ignore[attr-defined]
            lambda: queries.actor_of(request.user)
        )
        return self.get_response(request)


class IdleMiddleware:
    """Ends a session that nobody used for a while, or that is older than a day's work.

    How long a while is, the table of envelopes says for each prefix.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        idle = request.envelope.idle  # type: ignore[attr-defined]
        if idle is not None and request.user.is_authenticated:
            self._check(request, idle)
        return self.get_response(request)

    def _check(self, request: HttpRequest, idle: timedelta) -> None:
        moment = now().timestamp()
        seen = request.session.get("seen_at", moment)
        began = request.session.setdefault("began_at", moment)
        if moment - seen > idle.total_seconds() or (
            moment - began > LONGEST.total_seconds()
        ):
            logout(request)
        elif (
            moment - seen >= SEEN_EVERY.total_seconds()
            or "seen_at" not in request.session
        ):
            request.session["seen_at"] = moment


class SecondFactorMiddleware:
    """Sends people whose rights are strong to set up a second factor first.

    A persona of a demonstration is the one exception: it has no password either,
    and `services.sign_in_as_persona` exists only in a demonstration's store.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not self._wants_two(request) or self._showed_two(request):
            return self.get_response(request)
        return redirect("mfa_index")

    def _showed_two(self, request: HttpRequest) -> bool:
        user = request.user
        if not user.is_authenticated:
            return False
        elsewhere = request.session.get(SHOWN_TWICE, False)
        return user.is_persona or bool(elsewhere) or is_mfa_enabled(user)

    def _wants_two(self, request: HttpRequest) -> bool:
        """Asks who it is only where it matters, so that public pages set no cookie."""
        envelope = request.envelope  # type: ignore[attr-defined]
        if not (envelope.strong or envelope.strong_at_work):
            return False
        if not request.user.is_authenticated:
            return False
        held = request.actor.every_role  # type: ignore[attr-defined]
        return bool(envelope.strong) or not held <= SIGN_IN_BY_CODE


class EditorsMiddleware:
    """Tells somebody who is signed in and no editor so, once and plainly.

    Wagtail would send them to sign in again, and sign-in would send them back.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/editing/") and request.user.is_authenticated:
            self._check(request)
        return self.get_response(request)

    def _check(self, request: HttpRequest) -> None:
        actor = request.actor  # type: ignore[attr-defined]
        if not actor.has(Permission.EDIT_WORDS):
            raise PermissionDenied(Permission.EDIT_WORDS)
