"""What every screen of organisations begins with."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.organisations import queries
from waymark.organisations.models import Organisation
from waymark.organisations.presenters import address_of
from waymark.organisations.services import Refused
from waymark.ui.navigation import Breadcrumbs, Crumb

Made = TypeVar("Made")


def organisation_or_404(organisation_id: UUID) -> Organisation:
    """The organisation of an address. Raises: Http404. Cost: one query."""
    found = queries.organisation(organisation_id)
    if found is None:
        raise Http404
    return found


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, or None where a page was only opened."""
    return request.POST if request.method == "POST" else None


def way_back(*organisations: Organisation) -> Breadcrumbs:
    """The list, and an organisation whose part the page is."""
    first = Crumb(_("Organisations"), reverse("organisations:list"))
    more = (Crumb(each.name, address_of(each.pk)) for each in organisations)
    return Breadcrumbs((first, *more))


def attempted(form: Any, do: Callable[..., Made]) -> Made | None:
    """What doing it with what was typed makes, or None with what is to be put right.

    `do` is a service that takes the fields of the form by their names.
    """
    if not form.is_valid():
        return None
    try:
        return do(**form.cleaned_data)
    except Refused as problem:
        field = problem.field if problem.field in form.fields else None
        form.add_error(field, problem.says)
        return None


def asked(request: HttpRequest, form: Any, **context: Any) -> HttpResponse:
    """A page with one form, with what was typed and what is to be put right."""
    status = 422 if form.is_bound and form.errors else 200
    parts = {"form": form, **context}
    return render(request, "organisations/form.html", parts, status=status)
