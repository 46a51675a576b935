"""The pages of a decision and of an exemption: proposed by one, answered by another."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waymark.access.guard import of_record
from waymark.access.record import Ability, Part
from waymark.casework import policies, services
from waymark.casework.forms.claims import ClaimForm
from waymark.casework.forms.decisions import DecisionForm, ReturnForm
from waymark.casework.presenters import decisions as presenters
from waymark.casework.queries import CaseView
from waymark.casework.views.around import METHODS, case_or_404, on_case, way_back
from waymark.people.forms.person import NothingToFill
from waymark.people.rights import age_on
from waymark.people.views.asking import actor_of, attempted, posted
from waymark.today import today


@of_record(Part.DECISION, Ability.WRITE)
@require_http_methods(METHODS)
def propose(request: HttpRequest, child_id: UUID, episode_id: UUID) -> HttpResponse:
    """Propose what to decide on a request, each limb of the test with its evidence."""
    view = case_or_404(request, child_id, episode_id)
    services.require_may(view.standing, Part.DECISION, Ability.WRITE)
    of_age = age_on(view.episode.child.born_on, today()) >= services.REGARD_TO_AGE
    form = DecisionForm(posted(request), of_age=of_age)

    def do(**said: Any) -> Any:
        for name in form.fields:
            said.pop(name, None)
        return services.propose_decision(limbs=form.limbs(), **said)

    return on_case(
        request,
        view,
        form,
        do,
        title=_("Propose whether to assess"),
        says=_(
            "The law asks two things and no more. If the answer to both is yes, we "
            "must assess. Somebody else has to agree."
        ),
        button=_("Propose it"),
    )


@of_record(Part.DECISION, Ability.APPROVE)
@require_http_methods(METHODS)
def answer_decision(
    request: HttpRequest, child_id: UUID, episode_id: UUID, decision_id: UUID
) -> HttpResponse:
    """Agree to a decision that somebody else proposed, or give it back."""
    view = case_or_404(request, child_id, episode_id)
    services.require_may(view.standing, Part.DECISION, Ability.APPROVE)
    row = next((each for each in view.decisions if each.pk == decision_id), None)
    if row is None:
        raise Http404
    return _answered(
        request,
        view,
        row,
        partial(services.agree_to_decision, decision_id=decision_id),
        partial(services.return_decision, decision_id=decision_id),
        card=presenters.DecisionCard(row, is_told=False),
        title=_("A decision that waits for you"),
    )


@of_record(Part.CASEWORK, Ability.WRITE)
@require_http_methods(METHODS)
def claim(request: HttpRequest, child_id: UUID, episode_id: UUID) -> HttpResponse:
    """Claim that an exemption lifts the limit of one step."""
    view = case_or_404(request, child_id, episode_id)
    services.require_may(view.standing, Part.CASEWORK, Ability.WRITE)
    form = ClaimForm(posted(request), duties=presenters.duties_to_lift(view.coming))

    def do(**said: Any) -> Any:
        for name in form.fields:
            said.pop(name, None)
        return services.claim_exemption(ground=form.ground(), **said)

    return on_case(
        request,
        view,
        form,
        do,
        title=_("Claim an exemption"),
        says=_(
            "It lifts the limit of one step, and moves no day. The duty stays. Each "
            "condition of the law is checked, and somebody else has to agree."
        ),
        button=_("Claim it"),
    )


@of_record(Part.DECISION, Ability.APPROVE)
@require_http_methods(METHODS)
def answer_claim(
    request: HttpRequest, child_id: UUID, episode_id: UUID, claim_id: UUID
) -> HttpResponse:
    """Agree to an exemption that somebody else claimed, or give it back."""
    view = case_or_404(request, child_id, episode_id)
    services.require_may(view.standing, Part.DECISION, Ability.APPROVE)
    row = next((each for each in view.claims if each.pk == claim_id), None)
    if row is None:
        raise Http404
    return _answered(
        request,
        view,
        row,
        partial(services.agree_to_claim, claim_id=claim_id),
        partial(services.return_claim, claim_id=claim_id),
        card=presenters.ClaimCard(row, may_read_evidence=True),
        title=_("An exemption that waits for you"),
    )


def _answered(
    request: HttpRequest,
    view: CaseView,
    row: policies.Proposal,
    agree: Any,
    give_back: Any,
    **context: Any,
) -> HttpResponse:
    """One proposal with two answers; `back` in what was sent says which was meant."""
    is_back = "back" in request.POST
    yes = NothingToFill(None if is_back else posted(request))
    no = ReturnForm(posted(request) if is_back else None)
    episode = view.episode
    said = {
        "actor": actor_of(request),
        "child_id": episode.child_id,
        "episode_id": episode.pk,
    }
    if attempted(no, partial(give_back, **said)) or attempted(
        yes, partial(agree, **said)
    ):
        return redirect("casework:case", episode.child_id, episode.pk)
    may = policies.may_answer(row, actor_of(request).account_id)
    context |= {"yes": yes, "no": no, "may": may, "crumbs": way_back(view)}
    wrong = yes.errors if yes.is_bound else no.errors
    status = 422 if wrong else 200
    return render(request, "casework/answer.html", context, status=status)
