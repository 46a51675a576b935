"""Keeping a file, having it scanned, and taking out what belongs to nobody."""

import logging
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django_tasks import task

from waymark import sealing
from waymark.access.actor import Actor
from waymark.access.record import Part
from waymark.files import queries, sealed
from waymark.files.checking import NotAccepted, looked_into
from waymark.files.models import StoredFile
from waymark.gateways import scanning
from waymark.gateways.scanning import ScannerAway
from waymark.ids import new_id
from waymark.today import now

__all__ = ["NotAccepted", "attach", "keep", "scan_waiting", "sweep", "take_out"]

LONGEST_NAME = 200
#: A file that no row knows after so long belongs to an upload that was cut off.
CUT_OFF_AFTER = timedelta(hours=1)
#: A file that was kept for a form which nobody sent is taken out after so long.
WAITS_FOR_ITS_FORM = timedelta(days=1)

_log = logging.getLogger(__name__)


def keep(
    upload: UploadedFile[bytes],
    *,
    actor: Actor,
    room: str,
    reference: str = "",
    child_id: UUID | None = None,
    part: Part | None = None,
) -> StoredFile:
    """Look into a file and keep it, sealed; it waits for the scanner.

    The content is at rest before the row that names it, so that every file that was
    acknowledged is there. Whoever calls has decided that the actor may.

    Raises: NotAccepted, with a sentence about what to do. Cost: two insertions.
    """
    name = Path(upload.name or "").name[-LONGEST_NAME:]
    file_id = new_id()
    key, sealed_key = sealed.new_key(file_id)
    with looked_into(_file_of(upload), name, upload.size or 0) as (kind, clean):
        size = sealed.put(clean, file_id, key)
    with transaction.atomic():
        row = StoredFile.objects.create(
            id=file_id,
            room=room,
            reference=reference,
            child_id=child_id,
            part=part.value if part else "",
            kept_by=actor.account_id,
            sealed_name=sealing.seal(name, place=f"file:{file_id}:name"),
            kind=kind.key,
            size=size,
            sealed_key=sealed_key,
        )
        scan_waiting.enqueue()
    return row


def _file_of(upload: UploadedFile[bytes]) -> IO[bytes]:
    upload.seek(0)
    return upload.file  # type: ignore[return-value]


@task()
def scan_waiting() -> int:
    """Have every waiting file scanned. How many are still waiting.

    Where the scanner is away they go on waiting, and nobody reads them; the next turn
    asks again. Cost: one query, and one change for each file.
    """
    left = queries.waiting()
    for number, file_id in enumerate(left):
        try:
            _scan(file_id)
        except ScannerAway as problem:
            _log.warning("scan_waits files=%d because=%s", len(left) - number, problem)
            return len(left) - number
    return 0


def _scan(file_id: UUID) -> None:
    file = StoredFile.objects.get(pk=file_id)
    try:
        said = scanning.scan(queries.content(file))
    except (FileNotFoundError, sealed.Broken):
        _log.exception("file_broken file=%s", file_id)
        _judge(file_id, StoredFile.State.REFUSED)
        return
    if not said.is_clean:
        _log.warning("file_refused file=%s found=%s", file_id, said.found)
        sealed.take_out(file_id)
    _judge(
        file_id, StoredFile.State.CLEAN if said.is_clean else StoredFile.State.REFUSED
    )


def _judge(file_id: UUID, state: StoredFile.State) -> None:
    held = StoredFile.objects.filter(pk=file_id, state=StoredFile.State.WAITING)
    held.update(state=state, scanned_at=now())


def attach(file_id: UUID, reference: str) -> None:
    """Say what a kept file belongs to, once that is there. It then stays with it.

    Runs in the transaction of what it belongs to.

    Raises: NotAccepted, for a file that is not there or belongs to something else.
    Cost: one change.
    """
    held = StoredFile.objects.filter(pk=file_id, reference="")
    if not held.update(reference=reference):
        raise NotAccepted("Choose the file again.")


def take_out(file_id: UUID) -> None:
    """Take a file out for good: the row first, so that nobody finds half of it.

    Whoever calls has decided that it may go. Cost: one deletion.
    """
    StoredFile.objects.filter(pk=file_id).delete()
    transaction.on_commit(lambda: sealed.take_out(file_id))


def take_out_all_of(child_id: UUID) -> int:
    """Take out every file of a child's record for good, as it ends. How many.

    Whoever calls has decided that the record may go. Cost: a query, and one deletion
    for each file.
    """
    held = list(
        StoredFile.objects.filter(child_id=child_id).values_list("pk", flat=True)
    )
    for file_id in held:
        take_out(file_id)
    return len(held)


def sweep() -> int:
    """Take out what cut-off uploads left behind: content that no row names, in the
    place where files lie and in the place where they come in.

    Files go too that were kept for a form which nobody sent. How many things went.
    Cost: two queries, and one for each file that goes.
    """
    unsent = StoredFile.objects.filter(
        reference="", kept_at__lt=now() - WAITS_FOR_ITS_FORM
    )
    for file_id in list(unsent.values_list("pk", flat=True)):
        take_out(file_id)
    before = now() - CUT_OFF_AFTER
    old = [path for path in sealed.folder().glob("??/*") if _is_older(path, before)]
    named = {each.hex for each in StoredFile.objects.values_list("pk", flat=True)}
    lost = [path for path in old if path.name not in named]
    incoming = Path(settings.FILE_UPLOAD_TEMP_DIR).iterdir()
    lost += [path for path in incoming if _is_older(path, before)]
    for path in lost:
        path.unlink(missing_ok=True)
    return len(lost)


def _is_older(path: Path, moment: datetime) -> bool:
    try:
        return path.stat().st_mtime < moment.timestamp()
    except FileNotFoundError:
        return False
