"""What every screen of entries begins with."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from waymark.localoffer.models import Service
from waymark.localoffer.providing import queries
from waymark.localoffer.services import Unfit

View = Callable[..., HttpResponseBase]


def by_code_first(view: View) -> View:
    """Send somebody who is not signed in for a code, and then back to this page."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method in {"GET", "HEAD"} and not request.user.is_authenticated:
            back = urlencode({"next": request.path})
            return redirect(f"{reverse('accounts:ask_for_code')}?{back}")
        return view(request, *args, **kwargs)

    return asked


def of_entry(view: View) -> View:
    """Give a view the entry of its address, or answer that there is none.

    It comes before the check of the method, so that an entry of somebody else is not
    found however it is asked for.
    """

    @wraps(view)
    def found(
        request: HttpRequest, service_id: UUID, **kwargs: Any
    ) -> HttpResponseBase:
        return view(request, entry_or_404(request, service_id), **kwargs)

    return found


def entry_or_404(request: HttpRequest, service_id: UUID) -> Service:
    """The entry, if the actor may see it. Raises: Http404, also where there is none."""
    found = queries.entry(request.actor, service_id)  # type: ignore[attr-defined]
    if found is None:
        raise Http404
    return found


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, or None where a page was only opened."""
    return request.POST if request.method == "POST" else None


def status_of(form: Any) -> int:
    """422 for a form with something to put right."""
    return 422 if form.errors else 200


def said_by(problem: Unfit) -> str:
    """The faults of a record in one sentence each, for above a form."""
    return " ".join(f"{fault.field} {fault.says}." for fault in problem.faults)
