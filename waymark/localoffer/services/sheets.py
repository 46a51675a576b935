"""Importing a sheet: each row is laid over the record it names."""

from uuid import UUID

from waymark.localoffer.incoming import Row
from waymark.localoffer.models import Service, Source
from waymark.localoffer.record.identity import is_id, stable_id
from waymark.localoffer.record.parting import joined
from waymark.localoffer.record.sheet import Merged, merged
from waymark.localoffer.services.importing import (
    Outcome,
    Progress,
    import_rows,
    silent,
)

AT_ONCE = 500


def import_sheet(
    rows: list[Row],
    source: Source,
    *,
    as_draft: bool = False,
    dry_run: bool = False,
    progress: Progress = silent,
) -> Outcome:
    """Import the rows of a sheet whose columns are those of our own download.

    A row that says what the record says already changes nothing. Otherwise as
    `import_rows`.
    """
    laid = [pair for part in _parts(rows) for pair in _laid_over(part, source)]
    faults = [fault for _, found in laid for fault in found.faults]
    if faults:
        return Outcome(faults=faults)
    different = [(row, found) for row, found in laid if found.changed]
    outcome = import_rows(
        [found.record for _, found in different],
        source,
        as_draft=as_draft,
        dry_run=dry_run,
        progress=progress,
        numbers=[row.number for row, _ in different],
    )
    outcome.same += len(laid) - len(different)
    return outcome


def _parts(rows: list[Row]) -> list[list[Row]]:
    return [rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE)]


def _laid_over(rows: list[Row], source: Source) -> list[tuple[Row, Merged]]:
    """Each row over its record as it is published."""
    ids = {row.number: _id_of(row, source) for row in rows}
    wanted = [key for key in ids.values() if key]
    services = (
        Service.objects.filter(id__in=wanted, published_at__isnull=False)
        .select_related("organisation")
        .in_bulk()
    )
    found = []
    for row in rows:
        key = ids[row.number]
        service = services.get(UUID(key)) if key else None
        base = None
        if service is not None:
            body = service.organisation.document if service.organisation else None
            base = joined(service.document or {}, body, service.last_modified)
        cells = {**row.cells, "id": str(service.pk)} if service else row.cells
        found.append((row, merged(base, cells, row.number, key)))
    return found


def _id_of(row: Row, source: Source) -> str:
    given = row.cells.get("id", "").strip()
    if not given or is_id(given):
        return given
    return stable_id(source.key, "service", given)
