"""Where a child learns, and what is true of it in law."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waymark.access.guard import of_record
from waymark.access.record import Ability, Part, Reach
from waymark.organisations import queries as organisations
from waymark.people import services
from waymark.people.forms.person import EndForm, SettingForm, StatusForm
from waymark.people.views.asking import (
    SAVE,
    actor_of,
    asked,
    attempted,
    posted,
    record_to_write,
)

_METHODS = ["GET", "HEAD", "POST"]


@of_record(Part.PERSON, Ability.WRITE, reach=Reach.WHOLE)
@require_http_methods(_METHODS)
def begin_at_setting(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Put a child on the roll of a setting."""
    record = record_to_write(request, child_id)
    form = SettingForm(posted(request), settings=organisations.settings_to_choose())
    do = partial(services.begin_at_setting, actor=actor_of(request), child_id=child_id)
    if attempted(form, do):
        return redirect("people:one", child_id)
    return asked(
        request,
        form,
        record=record,
        title=_("Add a setting"),
        says=_("The people of the setting who may see the record see it from then on."),
        button=SAVE,
    )


@of_record(Part.PERSON, Ability.WRITE, reach=Reach.WHOLE)
@require_http_methods(_METHODS)
def leave_setting(
    request: HttpRequest, child_id: UUID, attendance_id: UUID
) -> HttpResponse:
    """Take a child off the roll of a setting."""
    record = record_to_write(request, child_id)
    held = [each for each in record.settings if each.pk == attendance_id]
    if not held:
        raise Http404
    form = EndForm(posted(request))
    do = partial(
        services.leave_setting,
        actor=actor_of(request),
        child_id=child_id,
        attendance_id=attendance_id,
    )
    if attempted(form, do):
        return redirect("people:one", child_id)
    return asked(
        request,
        form,
        record=record,
        title=_("Leave %s") % held[0].setting.name,
        button=_("Leave"),
        is_ending=True,
    )


@of_record(Part.PERSON, Ability.WRITE, reach=Reach.WHOLE)
@require_http_methods(_METHODS)
def begin_status(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Write down something that is true of a child in law."""
    record = record_to_write(request, child_id)
    form = StatusForm(
        posted(request), authorities=organisations.authorities_to_choose()
    )
    do = partial(services.begin_status, actor=actor_of(request), child_id=child_id)
    if attempted(form, do):
        return redirect("people:one", child_id)
    return asked(
        request, form, record=record, title=_("Add a legal status"), button=SAVE
    )


@of_record(Part.PERSON, Ability.WRITE, reach=Reach.WHOLE)
@require_http_methods(_METHODS)
def end_status(request: HttpRequest, child_id: UUID, status_id: UUID) -> HttpResponse:
    """End a legal status."""
    record = record_to_write(request, child_id)
    held = [each for each in record.statuses if each.pk == status_id]
    if not held:
        raise Http404
    form = EndForm(posted(request))
    do = partial(
        services.end_status,
        actor=actor_of(request),
        child_id=child_id,
        status_id=status_id,
    )
    if attempted(form, do):
        return redirect("people:one", child_id)
    return asked(
        request,
        form,
        record=record,
        title=_("End: %s") % held[0].get_kind_display(),
        button=_("End it"),
        is_ending=True,
    )
