"""The pages of a child's requests and assessments."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from waymark.access.guard import of_record
from waymark.access.record import Ability, Part
from waymark.casework import queries, services
from waymark.casework.forms.cases import CorrectForm, RequestForm, StepForm
from waymark.casework.models import Happening
from waymark.casework.presenters import cases as presenters
from waymark.casework.presenters.decisions import ClaimCard, DecisionCard
from waymark.casework.presenters.letters import letters_table
from waymark.casework.views.around import (
    METHODS,
    asked,
    case_or_404,
    on_case,
    to_cases,
    to_record,
)
from waymark.people.views.asking import actor_of, attempted, posted
from waymark.ui.navigation import Breadcrumbs


@of_record(Part.REQUEST, Ability.READ)
@require_safe
def of_child(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """What was asked for about a child, and how far each has come."""
    standing, views = queries.episodes_of(actor_of(request), child_id)
    context = {
        "crumbs": Breadcrumbs((to_record(child_id),)),
        "table": presenters.cases_table(child_id, views),
        "may_record": bool(standing.may(Part.REQUEST, Ability.WRITE)),
        "child_id": child_id,
    }
    return render(request, "casework/of_child.html", context)


@of_record(Part.REQUEST, Ability.WRITE)
@require_http_methods(METHODS)
def request_received(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Write down that an assessment was asked for."""
    standing, _views = queries.episodes_of(actor_of(request), child_id)
    form = RequestForm(posted(request))
    do = partial(services.record_request, actor=actor_of(request), child_id=child_id)
    made = attempted(form, do)
    if made:
        return redirect("casework:case", child_id, made.pk)
    services.require_may(standing, Part.REQUEST, Ability.WRITE)
    return asked(
        request,
        form,
        crumbs=Breadcrumbs((to_record(child_id), to_cases(child_id))),
        title=_("An assessment was asked for"),
        says=_("In whatever form it came: a request is a request."),
        button=_("Write it down"),
    )


@of_record(Part.REQUEST, Ability.READ)
@require_safe
def one(request: HttpRequest, child_id: UUID, episode_id: UUID) -> HttpResponse:
    """One request or assessment: its route, its clocks, and what was written down."""
    view = case_or_404(request, child_id, episode_id)
    context = {
        "view": view,
        "title": presenters.title_of(view.episode),
        "crumbs": Breadcrumbs((to_record(child_id), to_cases(child_id))),
        "facts": presenters.facts(view),
        "route": presenters.route(view),
        "clocks": presenters.clocks_table(view),
        "history": presenters.history_table(view),
        "letters": letters_table(child_id, view.letters, view.lost),
        "decisions": [
            DecisionCard(each, each.pk in view.told) for each in view.decisions
        ],
        "claims": [ClaimCard(each, view.works_on_it) for each in view.claims],
        "to_do": presenters.to_do(view),
        "child_id": child_id,
    }
    return render(request, "casework/one.html", context)


@of_record(Part.CASEWORK, Ability.WRITE)
@require_http_methods(METHODS)
def step(request: HttpRequest, child_id: UUID, episode_id: UUID) -> HttpResponse:
    """Write down what happened next."""
    view = case_or_404(request, child_id, episode_id)
    services.require_may(view.standing, Part.CASEWORK, Ability.WRITE)
    form = StepForm(posted(request), steps=presenters.steps_to_take(view))
    return on_case(
        request,
        view,
        form,
        services.record_step,
        title=_("Write down what happened"),
        says=_("Every day that follows from it is worked out. You compute nothing."),
        button=_("Write it down"),
    )


@of_record(Part.CASEWORK, Ability.WRITE)
@require_http_methods(METHODS)
def correct(
    request: HttpRequest, child_id: UUID, episode_id: UUID, happening_id: UUID
) -> HttpResponse:
    """Put the day of a step right; what stood there stays to be seen."""
    view = case_or_404(request, child_id, episode_id)
    services.require_may(view.standing, Part.CASEWORK, Ability.WRITE)
    form = CorrectForm(posted(request))
    do = partial(services.correct_step, happening_id=happening_id)
    try:
        return on_case(
            request,
            view,
            form,
            do,
            title=_("Correct the day of a step"),
            says=_("Every day that follows from it is worked out anew."),
            button=_("Correct it"),
        )
    except Happening.DoesNotExist as missing:
        raise Http404 from missing
