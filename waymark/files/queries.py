"""Every read of files."""

from collections.abc import Iterator
from uuid import UUID

from waymark import sealing
from waymark.files import sealed
from waymark.files.models import StoredFile


def file_of(file_id: UUID) -> StoredFile | None:
    """What is known of a file; None where there is none. Cost: one query."""
    return StoredFile.objects.filter(pk=file_id).first()


def name_of(file: StoredFile) -> str:
    """The name that the file was uploaded with. Cost: nothing."""
    return sealing.opened(file.sealed_name, place=f"file:{file.pk}:name")


def content(file: StoredFile) -> Iterator[bytes]:
    """The content of a file, a piece at a time, whatever its state.

    Raises: FileNotFoundError; sealed.Broken, at the piece that is not as it was kept.
    """
    return sealed.read(file.pk, sealed.key_of(file.pk, file.sealed_key))


def verified() -> tuple[int, list[UUID]]:
    """How many files are as they were kept, and which are not.

    Those that were refused lie nowhere. Cost: one query, and every file is read.
    """
    whole, broken = 0, []
    held = StoredFile.objects.exclude(state=StoredFile.State.REFUSED)
    for file in held.iterator():
        if _is_whole(file):
            whole += 1
        else:
            broken.append(file.pk)
    return whole, broken


def _is_whole(file: StoredFile) -> bool:
    try:
        return sum(len(piece) for piece in content(file)) == file.size
    except (FileNotFoundError, sealed.Broken, sealing.CannotOpen):
        return False


def waiting() -> list[UUID]:
    """The files that no scanner has judged, the oldest first. Cost: one query."""
    held = StoredFile.objects.filter(state=StoredFile.State.WAITING)
    return list(held.values_list("pk", flat=True))
