"""The three ways a view may declare itself. A view with none fails the build."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from waymark.access.decision import Decision
from waymark.access.record import Ability, Part, Reach
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


@dataclass(frozen=True, slots=True)
class OfRecord:
    """That a view does something with a part of a child's record.

    `reach` is how far somebody's ability must go; any will do where it is None.
    `child` names the part of the address that holds the child's id; it is empty where
    a view shows those children whom somebody may see, perhaps none. `when` says more
    than the table of rights can, for whoever reads which views there are.
    """

    part: Part
    ability: Ability
    reach: Reach | None = None
    child: str = "child_id"
    when: str = ""

    def __str__(self) -> str:
        return f"whoever may {self.ability} {self.part}{self.when and ', '}{self.when}"


def of_record(
    part: Part,
    ability: Ability,
    *,
    reach: Reach | None = None,
    child: str = "child_id",
    when: str = "",
) -> Callable[[View], Callable[..., HttpResponseBase]]:
    """Declare that the view does this with this part of a child's record.

    Whoever is not signed in is sent to sign in. What somebody who is may do, the
    queries and services decide for the child in question, and write it down.
    """

    def guard(view: View) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def guarded(
            request: HttpRequest, *args: object, **kwargs: object
        ) -> HttpResponseBase:
            if request.actor.account_id is None:  # type: ignore[attr-defined]
                return redirect_to_login(request.path)
            answer: HttpResponseBase = view(request, *args, **kwargs)
            return answer

        guarded.access = OfRecord(part, ability, reach, child, when)  # type: ignore[attr-defined]
        return guarded

    return guard


def require(decision: Decision) -> None:
    """Stop with the policy's own reason when it says no."""
    if not decision:
        raise PermissionDenied(decision.reason)
