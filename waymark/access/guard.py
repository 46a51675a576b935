"""The two ways a view may declare itself. A view with neither fails the build."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from waymark.access.decision import Decision
from waymark.access.roles import Permission

View = TypeVar("View", bound=Callable[..., Any])


def public(why: str) -> Callable[[View], View]:
    """Declare that anybody may open the view, and why that is right."""

    def mark(view: View) -> View:
        view.access = f"public, {why}"  # type: ignore[attr-defined]
        return view

    return mark


def needs(permission: Permission) -> Callable[[View], Callable[..., HttpResponseBase]]:
    """Turn away everybody whose roles do not grant the permission."""

    def guard(view: View) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def guarded(
            request: HttpRequest, *args: object, **kwargs: object
        ) -> HttpResponseBase:
            actor = request.actor  # type: ignore[attr-defined]
            if not actor.has(permission):
                raise PermissionDenied(permission)
            answer: HttpResponseBase = view(request, *args, **kwargs)
            return answer

        guarded.access = permission  # type: ignore[attr-defined]
        return guarded

    return guard


def require(decision: Decision) -> None:
    """Stop with the policy's own reason when it says no."""
    if not decision:
        raise PermissionDenied(decision.reason)
