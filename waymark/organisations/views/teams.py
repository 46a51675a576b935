"""Beginning and ending a team."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waymark.access.guard import needs
from waymark.access.roles import Permission
from waymark.organisations import services
from waymark.organisations.forms import BeginTeamForm, EndForm
from waymark.organisations.views.asking import (
    asked,
    attempted,
    organisation_or_404,
    posted,
    way_back,
)


@needs(Permission.MANAGE_ORGANISATIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """Begin a team of an organisation."""
    organisation = organisation_or_404(organisation_id)
    form = BeginTeamForm(posted(request))
    do = partial(
        services.begin_team,
        actor=request.actor,  # type: ignore[attr-defined]
        organisation_id=organisation_id,
    )
    if attempted(form, do):
        return redirect("organisations:one", organisation_id)
    return asked(
        request,
        form,
        title=_("Begin a team of %s") % organisation.name,
        crumbs=way_back(organisation),
        button=_("Begin this team"),
    )


@needs(Permission.MANAGE_ORGANISATIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, organisation_id: UUID, team_id: UUID) -> HttpResponse:
    """End a team with every post in it, today or on a day to come."""
    organisation = organisation_or_404(organisation_id)
    team = organisation.teams.filter(pk=team_id).first()
    if team is None:
        raise Http404
    form = EndForm(posted(request))
    do = partial(
        services.end_team,
        actor=request.actor,  # type: ignore[attr-defined]
        team_id=team_id,
    )
    if attempted(form, do):
        return redirect("organisations:one", organisation_id)
    return asked(
        request,
        form,
        title=_("End the team %s") % team.name,
        crumbs=way_back(organisation),
        says=_("Every post in the team ends with it."),
        button=_("End this team"),
        is_ending=True,
    )
