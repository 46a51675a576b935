"""Files are downloads, and nothing else."""

from uuid import UUID

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.deciding import Ruling
from waymark.access.guard import of_record
from waymark.access.record import Ability, Part
from waymark.files import queries, slots
from waymark.files.kinds import BY_KEY
from waymark.files.models import StoredFile


@of_record(
    Part.PERSON, Ability.READ, child="", when="as the room says that keeps the file"
)
@require_safe
def download(request: HttpRequest, file_id: UUID) -> HttpResponseBase:
    """One file, once it was found clean. Every download is written down."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    file = queries.file_of(file_id)
    if file is None:
        raise Http404
    ruling = slots.may_read(actor, file)
    if not ruling:
        _turn_away(actor, file, ruling)
    if file.state != StoredFile.State.CLEAN:
        return _not_yet(request, file)
    if file.child_id is not None:
        audit.record_read(
            actor,
            file.child_id,
            Part(file.part),
            why="Opened a file",
            what=f"file {file.pk}",
            ruling=ruling,
        )
    return _as_a_download(file)


def _turn_away(actor: Actor, file: StoredFile, ruling: Ruling) -> None:
    if file.child_id is None:
        raise Http404
    audit.turn_away(actor, file.child_id, Part(file.part), ruling, knows_child=False)


def _not_yet(request: HttpRequest, file: StoredFile) -> HttpResponse:
    is_refused = file.state == StoredFile.State.REFUSED
    context = {"is_refused": is_refused}
    status = 410 if is_refused else 409
    return render(request, "files/not_yet.html", context, status=status)


def _as_a_download(file: StoredFile) -> StreamingHttpResponse:
    kind = BY_KEY[file.kind]
    answer = StreamingHttpResponse(queries.content(file), content_type=kind.media_type)
    name = queries.name_of(file)
    answer["Content-Disposition"] = content_disposition_header(True, name) or ""
    answer["Content-Length"] = str(file.size)
    return answer
