"""What every screen of a child's record begins with."""

from collections.abc import Callable
from typing import Any, NoReturn, TypeVar
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.deciding import Ruling
from waymark.access.decision import Decision, no
from waymark.access.record import Part
from waymark.people.presenters.record import address_of
from waymark.people.queries import AdultRow, Record, record_of
from waymark.people.services import ChangedMeanwhile, Refused
from waymark.ui.navigation import Breadcrumbs, Crumb

Made = TypeVar("Made")


def actor_of(request: HttpRequest) -> Actor:
    """Who asks."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, or None where a page was only opened."""
    return request.POST if request.method == "POST" else None


def record_to_write(request: HttpRequest, child_id: UUID) -> Record:
    """The record behind a form that only its keepers fill in; the look is written down.

    Raises: access.audit.TurnedAway or NotHere.
    """
    return _to_write(request, child_id, lambda record: record.may_write)


def record_of_own(
    request: HttpRequest, child_id: UUID, relationship_id: UUID
) -> Record:
    """The record behind a form about one adult: for its keepers, and for them.

    Raises: access.audit.TurnedAway or NotHere; Http404, for an adult who is not there.
    """
    record = _to_write(request, child_id, lambda record: record.may_write_own)
    row = adult_or_404(record, relationship_id)
    if not (record.may_write or row.is_reader):
        _turn_away(request, record)
    return record


def adult_or_404(record: Record, relationship_id: UUID) -> AdultRow:
    """One adult of a record. Raises: Http404."""
    found = [row for row in record.adults if row.relationship_id == relationship_id]
    if not found:
        raise Http404
    return found[0]


def _to_write(
    request: HttpRequest, child_id: UUID, may: Callable[[Record], bool]
) -> Record:
    record = record_of(
        actor_of(request), child_id, why="Opened a form to change details"
    )
    if not may(record):
        _turn_away(request, record)
    return record


def _turn_away(request: HttpRequest, record: Record) -> NoReturn:
    refused = no("Only those who keep the record change this.")
    refuse(request, record.child.pk, Part.PERSON, refused)


def require_of(
    request: HttpRequest, child_id: UUID, part: Part, decision: Decision
) -> None:
    """Turn somebody away who may know of the child, unless the decision is a yes.

    Raises: access.audit.TurnedAway.
    """
    if not decision:
        refuse(request, child_id, part, decision)


def refuse(
    request: HttpRequest, child_id: UUID, part: Part, decision: Decision
) -> NoReturn:
    """Turn somebody away who may know of the child. Raises: access.audit.TurnedAway."""
    refused = Ruling(False, decision.reason)
    audit.turn_away(actor_of(request), child_id, part, refused, knows_child=True)


def way_back(record: Record) -> Breadcrumbs:
    """The record whose part the page is."""
    child = record.child
    return Breadcrumbs((Crumb(child.name, address_of(child.pk)),))


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
    except ChangedMeanwhile as problem:
        _show_theirs(form, problem)
    return None


def _show_theirs(form: Any, problem: ChangedMeanwhile) -> None:
    """Say at each field what the other person left, and keep what was typed."""
    form.add_error(
        None,
        _(
            "Somebody else changed this while you were writing. Nothing is lost: what "
            "they left is said below. Save again to keep what you wrote."
        ),
    )
    for field, value in problem.theirs.items():
        said = value if value not in ("", None) else _("nothing")
        form.add_error(field, _("They left: %s") % said)


def asked(request: HttpRequest, form: Any, **context: Any) -> HttpResponse:
    """A page with one form, with what was typed and what is to be put right."""
    status = 422 if form.is_bound and form.errors else 200
    parts = {"form": form, "crumbs": _crumbs(context), **context}
    return render(request, "people/form.html", parts, status=status)


def _crumbs(context: dict[str, Any]) -> Breadcrumbs | str:
    record = context.get("record")
    return way_back(record) if record else ""


SAVE = gettext_lazy("Save")
