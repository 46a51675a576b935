"""Beginning and ending a post."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waymark.access.guard import needs
from waymark.access.roles import Permission
from waymark.organisations import presenters, queries, services, slots
from waymark.organisations.forms import BeginPostForm, EndForm
from waymark.organisations.views.asking import (
    asked,
    attempted,
    organisation_or_404,
    posted,
    way_back,
)
from waymark.today import today


@needs(Permission.MANAGE_ORGANISATIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """Give somebody a post at an organisation."""
    organisation = organisation_or_404(organisation_id)
    form = BeginPostForm(
        posted(request),
        people=slots.people(),
        teams=queries.teams_of(organisation_id, today()),
    )
    do = partial(
        _begin_or_offer,
        actor=request.actor,  # type: ignore[attr-defined]
        organisation_id=organisation_id,
    )
    if attempted(form, do):
        return redirect("organisations:one", organisation_id)
    return asked(
        request,
        form,
        title=_("Begin a post at %s") % organisation.name,
        crumbs=way_back(organisation),
        button=_("Begin this post"),
    )


def _begin_or_offer(*, account_id: UUID | None, email: str, **post: Any) -> bool:
    """Raises: services.Refused."""
    if account_id is None:
        services.offer_post(email=email, **post)
    else:
        services.begin_post(account_id=account_id, **post)
    return True


@needs(Permission.MANAGE_ORGANISATIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, organisation_id: UUID, post_id: UUID) -> HttpResponse:
    """End a post, today or on a day to come."""
    organisation = organisation_or_404(organisation_id)
    held = queries.posts_at(organisation_id, today())
    row = next((each for each in held if each.id == post_id), None)
    if row is None:
        raise Http404
    form = EndForm(posted(request))
    do = partial(
        services.end_post,
        actor=request.actor,  # type: ignore[attr-defined]
        post_id=post_id,
    )
    if attempted(form, do):
        return redirect("organisations:one", organisation_id)
    return asked(
        request,
        form,
        title=_("End a post at %s") % organisation.name,
        crumbs=way_back(organisation),
        says=presenters.post_in_words(row, slots.people()),
        button=_("End this post"),
        is_ending=True,
    )
