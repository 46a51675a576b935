"""The record as a document that a family takes away, in every format."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from waymark.access.guard import of_record
from waymark.access.record import Ability, Part
from waymark.formats import making
from waymark.formats.document import Document
from waymark.formats.making import CannotMake, Format, Kind
from waymark.formats.reading import read
from waymark.people import policies, queries
from waymark.people.presenters.pack import Pack, pack
from waymark.people.presenters.record import address_of
from waymark.people.queries import Record
from waymark.people.views.asking import actor_of
from waymark.today import today
from waymark.ui.navigation import Breadcrumbs, Crumb
from waymark.ui.take_away import FormGroup, OtherForm, TakeAway

#: A record has no dates for a calendar, and its web page is the page itself.
LEFT_OUT = frozenset({Kind.ICS})


@of_record(Part.PERSON, Ability.READ)
@require_safe
def take_away(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """In which formats the record can be taken away."""
    record = queries.record_of(actor_of(request), child_id, why="Took a copy away")
    forms = tuple(
        OtherForm(
            each.title, f"{address_of(child_id, 'take_away')}{each.kind}/", each.hint
        )
        for each in offered()
    )
    context = {
        "forms": TakeAway((FormGroup(_("The record"), forms),)),
        "crumbs": Breadcrumbs((Crumb(record.child.name, address_of(child_id)),)),
    }
    return render(request, "people/take_away.html", context)


@of_record(Part.PERSON, Ability.READ)
@require_safe
def taken(request: HttpRequest, child_id: UUID, kind: str) -> HttpResponse:
    """The record in one format, made now and kept by nobody."""
    why = "Took a copy away"
    record = queries.record_of(actor_of(request), child_id, why=why)
    back = Crumb(_("Other formats"), address_of(child_id, "take_away"))
    return handed_over(request, pack_of(request, record, why=why), kind, back)


def offered() -> list[Format]:
    """The formats that a record can be taken away in."""
    return [each for each in making.FORMATS.values() if each.kind not in LEFT_OUT]


def handed_over(
    request: HttpRequest, held: Pack, kind: str, back: Crumb
) -> HttpResponse:
    """A pack as a file of one kind, or a page that says why it cannot be made now.

    Raises: Http404, for a kind that is not offered.
    """
    return as_file(request, _document(held), kind, back, name="record")


def as_file(
    request: HttpRequest, document: Document, kind: str, back: Crumb, *, name: str
) -> HttpResponse:
    """A document as a file of one kind, or a page that says why not now.

    `name` is the file's, and names nobody. Raises: Http404, for a kind that is not
    offered.
    """
    chosen = next((each for each in offered() if each.kind == kind), None)
    if chosen is None:
        raise Http404
    try:
        made = making.make(document, chosen.kind)
    except CannotMake as problem:
        context = {
            "title": _("This format cannot be made just now"),
            "cause": str(problem),
            "crumbs": Breadcrumbs((back,)),
        }
        return render(request, "people/not_made.html", context, status=503)
    answer = HttpResponse(made, content_type=chosen.media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}{chosen.ending}"'
    return answer


def pack_of(request: HttpRequest, record: Record, *, why: str) -> Pack:
    """Everything of a record that whoever asks may see; each look is written down."""
    actor, child_id, standing = actor_of(request), record.child.pk, record.standing
    reads_story = bool(standing.may(Part.STORY, Ability.READ))
    may_look = bool(policies.may_look_who_looked(standing.ties, standing.at))
    return pack(
        record,
        queries.story_of(actor, child_id, why=why) if reads_story else None,
        queries.voice_of(actor, child_id, why=why) if reads_story else None,
        queries.who_looked_at(actor, child_id) if may_look else (),
        today(),
    )


def _document(held: Pack) -> Document:
    context = {"pack": held, "website": settings.WEBSITE}
    return read(render_to_string("people/pack.html", context))
