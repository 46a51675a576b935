"""The pages of a child's requests and assessments."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from waymark.access.guard import of_record
from waymark.access.record import Ability, Part
from waymark.casework import queries, services
from waymark.casework.forms.cases import CorrectForm, RequestForm, StepForm
from waymark.casework.models import Episode, Happening
from waymark.casework.presenters import cases as presenters
from waymark.casework.queries import CaseView
from waymark.people.presenters.record import address_of as record_address
from waymark.people.views.asking import actor_of, attempted, posted
from waymark.ui.navigation import Breadcrumbs, Crumb

_METHODS = ["GET", "HEAD", "POST"]


@of_record(Part.REQUEST, Ability.READ)
@require_safe
def of_child(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """What was asked for about a child, and how far each has come."""
    standing, views = queries.episodes_of(actor_of(request), child_id)
    context = {
        "crumbs": Breadcrumbs((_record(child_id),)),
        "table": presenters.cases_table(child_id, views),
        "may_record": bool(standing.may(Part.REQUEST, Ability.WRITE)),
        "child_id": child_id,
    }
    return render(request, "casework/of_child.html", context)


@of_record(Part.REQUEST, Ability.WRITE)
@require_http_methods(_METHODS)
def request_received(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Write down that an assessment was asked for."""
    standing, _views = queries.episodes_of(actor_of(request), child_id)
    form = RequestForm(posted(request))
    do = partial(services.record_request, actor=actor_of(request), child_id=child_id)
    made = attempted(form, do)
    if made:
        return redirect("casework:case", child_id, made.pk)
    services.require_may(standing, Part.REQUEST, Ability.WRITE)
    return _asked(
        request,
        form,
        crumbs=Breadcrumbs((_record(child_id), _cases(child_id))),
        title=_("An assessment was asked for"),
        says=_("In whatever form it came: a request is a request."),
        button=_("Write it down"),
    )


@of_record(Part.REQUEST, Ability.READ)
@require_safe
def one(request: HttpRequest, child_id: UUID, episode_id: UUID) -> HttpResponse:
    """One request or assessment: its route, its clocks, and what was written down."""
    view = _case(request, child_id, episode_id)
    context = {
        "view": view,
        "title": presenters.title_of(view.episode),
        "crumbs": Breadcrumbs((_record(child_id), _cases(child_id))),
        "facts": presenters.facts(view),
        "route": presenters.route(view),
        "clocks": presenters.clocks_table(view),
        "history": presenters.history_table(view),
        "child_id": child_id,
    }
    return render(request, "casework/one.html", context)


@of_record(Part.CASEWORK, Ability.WRITE)
@require_http_methods(_METHODS)
def step(request: HttpRequest, child_id: UUID, episode_id: UUID) -> HttpResponse:
    """Write down what happened next."""
    view = _case(request, child_id, episode_id)
    services.require_may(view.standing, Part.CASEWORK, Ability.WRITE)
    form = StepForm(posted(request), steps=presenters.steps_to_take(view))
    return _on_case(
        request,
        view,
        form,
        services.record_step,
        title=_("Write down what happened"),
        says=_("Every day that follows from it is worked out. You compute nothing."),
        button=_("Write it down"),
    )


@of_record(Part.CASEWORK, Ability.WRITE)
@require_http_methods(_METHODS)
def correct(
    request: HttpRequest, child_id: UUID, episode_id: UUID, happening_id: UUID
) -> HttpResponse:
    """Put the day of a step right; what stood there stays to be seen."""
    view = _case(request, child_id, episode_id)
    services.require_may(view.standing, Part.CASEWORK, Ability.WRITE)
    form = CorrectForm(posted(request))
    return _on_case(
        request,
        view,
        form,
        partial(services.correct_step, happening_id=happening_id),
        title=_("Correct the day of a step"),
        says=_("Every day that follows from it is worked out anew."),
        button=_("Correct it"),
    )


def _on_case(
    request: HttpRequest,
    view: CaseView,
    form: Any,
    do: Callable[..., object],
    **page: Any,
) -> HttpResponse:
    episode = view.episode
    doing = partial(
        do,
        actor=actor_of(request),
        child_id=episode.child_id,
        episode_id=episode.pk,
    )
    try:
        if attempted(form, doing):
            return redirect("casework:case", episode.child_id, episode.pk)
    except Happening.DoesNotExist as missing:
        raise Http404 from missing
    crumbs = Breadcrumbs((_record(episode.child_id), _cases(episode.child_id)))
    return _asked(request, form, crumbs=crumbs, **page)


def _case(request: HttpRequest, child_id: UUID, episode_id: UUID) -> CaseView:
    """Raises: access.audit.TurnedAway or NotHere; Http404."""
    try:
        return queries.case_of(actor_of(request), child_id, episode_id)
    except Episode.DoesNotExist as missing:
        raise Http404 from missing


def _asked(request: HttpRequest, form: Any, **context: Any) -> HttpResponse:
    status = 422 if form.is_bound and form.errors else 200
    parts = {"form": form, **context}
    return render(request, "casework/form.html", parts, status=status)


def _record(child_id: UUID) -> Crumb:
    return Crumb(_("The record"), record_address(child_id))


def _cases(child_id: UUID) -> Crumb:
    return Crumb(_("Requests and assessments"), presenters.address_of(child_id))
