"""What the pages of one case begin with, and the way back from them."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from waymark.casework import queries
from waymark.casework.models import Episode
from waymark.casework.presenters import cases as presenters
from waymark.casework.queries import CaseView
from waymark.people.presenters.record import address_of as record_address
from waymark.people.views.asking import actor_of, attempted
from waymark.ui.navigation import Breadcrumbs, Crumb

METHODS = ["GET", "HEAD", "POST"]


def case_or_404(request: HttpRequest, child_id: UUID, episode_id: UUID) -> CaseView:
    """One case. Raises: access.audit.TurnedAway or NotHere; Http404."""
    try:
        return queries.case_of(actor_of(request), child_id, episode_id)
    except Episode.DoesNotExist as missing:
        raise Http404 from missing


def on_case(
    request: HttpRequest, view: CaseView, form: Any, do: Callable[..., Any], **page: Any
) -> HttpResponse:
    """A page with one form about a case; what it does leads back to the case."""
    episode = view.episode
    doing = partial(
        do, actor=actor_of(request), child_id=episode.child_id, episode_id=episode.pk
    )
    if attempted(form, doing):
        return redirect("casework:case", episode.child_id, episode.pk)
    return asked(request, form, crumbs=way_back(view), **page)


def asked(request: HttpRequest, form: Any, **context: Any) -> HttpResponse:
    """A page with one form, with what was typed and what is to be put right."""
    status = 422 if form.is_bound and form.errors else 200
    parts = {"form": form, **context}
    return render(request, "casework/form.html", parts, status=status)


def to_record(child_id: UUID) -> Crumb:
    """The way back to a child's record."""
    return Crumb(_("The record"), record_address(child_id))


def to_cases(child_id: UUID) -> Crumb:
    """The way back to what was asked for about a child."""
    return Crumb(_("Requests and assessments"), presenters.address_of(child_id))


def way_back(view: CaseView) -> Breadcrumbs:
    """From a page of a case: the record, the cases, the case."""
    episode = view.episode
    address = presenters.address_of(episode.child_id, "case", episode_id=episode.pk)
    here = Crumb(presenters.title_of(episode), address)
    return Breadcrumbs((to_record(episode.child_id), to_cases(episode.child_id), here))
