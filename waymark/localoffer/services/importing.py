"""Importing many records: every fault first, then everything or nothing."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction

from waymark.localoffer.changes import tell_after_commit
from waymark.localoffer.models import Draft, Service, ServiceVersion, Source
from waymark.localoffer.record.faults import Fault
from waymark.localoffer.record.parting import joined
from waymark.localoffer.record.reading import read_service
from waymark.localoffer.services.drafts import save_draft
from waymark.localoffer.services.writing import Entry, Writer

#: So many records are written together: enough to be quick, few enough for memory.
AT_ONCE = 500

#: Called with how many of how many are done.
Progress = Callable[[int, int], None]


def silent(_done: int, _of: int) -> None:
    """Progress that nobody is told of."""


@dataclass
class Outcome:
    """What an import did, or would do: counts, names and every fault.

    With a fault nothing was applied. `left` counts records whose draft somebody is
    writing, which an import of drafts does not touch.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    ended: int = 0
    left: int = 0
    faults: list[Fault] = field(default_factory=list)
    #: The first of those that are new or changed, to be looked over.
    preview: list[tuple[str, str]] = field(default_factory=list)

    @property
    def applied(self) -> bool:
        """True if there was nothing wrong."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one record was read, by its id."""

    found_in: str
    checked_on: date | None = None


SHOWN = 20


def import_rows(
    rows: Iterable[object],
    source: Source,
    *,
    as_draft: bool = False,
    dry_run: bool = False,
    progress: Progress = silent,
    provenance: dict[str, Provenance] | None = None,
    numbers: Sequence[int] | None = None,
) -> Outcome:
    """Import a list of records of version 3.0 or 1.0 in one transaction.

    `numbers` are those of the rows where they are not simply counted from one.

    Matched by the id at the source: a record that has not changed since its last
    import is passed over. With any fault nothing is applied. Records are published
    as they are, one that is defunct as ended; or kept as drafts.

    Cost: about ten queries for each 500 records.
    """
    outcome = Outcome()
    with transaction.atomic(), _nothing_collected():
        raws = list(rows)
        counted = list(numbers or range(1, len(raws) + 1))
        pairs = list(zip(counted, raws, strict=True))
        entries = _read(pairs, source, outcome, progress, provenance or {})
        if outcome.faults:
            return outcome
        wanted = _wanted(entries, outcome)
        if dry_run or not wanted:
            return outcome
        if as_draft:
            _keep_as_drafts(wanted, outcome)
        else:
            _publish(wanted, progress)
        return outcome


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Leave the search for rings of garbage until the end.

    Records hold no rings, and among millions of their parts each search in vain takes
    a third of the time of the whole import.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(
    rows: list[tuple[int, object]],
    source: Source,
    outcome: Outcome,
    progress: Progress,
    provenance: dict[str, Provenance],
) -> list[Entry]:
    """Every record as an entry, with all faults noted in the outcome."""
    entries: list[Entry] = []
    seen: dict[str, int] = {}
    for done, (row, raw) in enumerate(rows, start=1):
        read = read_service(raw, row, source.key)
        outcome.faults += read.faults
        if not read.faults:
            outcome.faults += _twice(read.record["id"], row, seen)
            where = provenance.get(read.id_at_source, Provenance(""))
            entries.append(
                Entry(
                    read.record,
                    read.id_at_source,
                    source,
                    read.digest,
                    where.found_in,
                    where.checked_on,
                )
            )
        if done % AT_ONCE == 0:
            progress(done, len(rows) * 2)
    return entries


def _twice(key: str, row: int, seen: dict[str, int]) -> list[Fault]:
    if key in seen:
        says = f"is that of row {seen[key]} too; leave one of them out"
        return [Fault(row, "id", says)]
    seen[key] = row
    return []


def _wanted(entries: list[Entry], outcome: Outcome) -> list[Entry]:
    """The entries that are new or changed, counted in the outcome.

    A feed may not change a record that came from elsewhere: that is a fault.
    """
    wanted = []
    known = _known(entries)
    for row, entry in enumerate(entries, start=1):
        earlier = known.get(UUID(entry.record["id"]))
        if earlier and _is_anothers(earlier, entry.source):
            whose = earlier.source.name
            says = f"is that of a record from {whose}, which this feed may not change"
            outcome.faults.append(Fault(row, "id", says))
        elif earlier and _says_the_same(earlier, entry):
            outcome.same += 1
        else:
            _count(entry, earlier is not None, outcome)
            wanted.append(entry)
    return [] if outcome.faults else wanted


def _count(entry: Entry, known: bool, outcome: Outcome) -> None:
    outcome.changed += known
    outcome.new += not known
    outcome.ended += entry.record["status"] == "defunct"
    if len(outcome.preview) < SHOWN:
        word = "changed" if known else "new"
        outcome.preview.append((word, str(entry.record["name"])))


def _is_anothers(earlier: Service, source: Source) -> bool:
    return source.kind == Source.Kind.FEED and earlier.source_id != source.pk


def _says_the_same(earlier: Service, entry: Entry) -> bool:
    """True for the record of the last import, and for what we ourselves give away."""
    if earlier.source_digest == entry.source_digest:
        return True
    if earlier.document is None:
        return False
    organisation = earlier.organisation.document if earlier.organisation else None
    ours = joined(earlier.document, organisation, earlier.last_modified)
    return ours == entry.record


def _known(entries: list[Entry]) -> dict[UUID, Service]:
    """The services that are here already. Costs one query for each 500 records."""
    found: dict[UUID, Service] = {}
    for part in _parts(entries):
        ids = [entry.record["id"] for entry in part]
        rows = Service.objects.filter(id__in=ids)
        found.update(rows.select_related("source", "organisation").in_bulk())
    return found


def _parts(entries: list[Entry]) -> Iterator[list[Entry]]:
    for start in range(0, len(entries), AT_ONCE):
        yield entries[start : start + AT_ONCE]


def _publish(entries: list[Entry], progress: Progress) -> None:
    writer = Writer(ServiceVersion.Why.IMPORTED)
    written: list[UUID] = []
    for part in _parts(entries):
        written += writer.write(part)
        progress(len(entries) + len(written), len(entries) * 2)
    tell_after_commit(written)


def _keep_as_drafts(entries: list[Entry], outcome: Outcome) -> None:
    being_written = set(Draft.objects.values_list("service", flat=True))
    for entry in entries:
        if UUID(entry.record["id"]) in being_written:
            outcome.left += 1
            continue
        save_draft(entry.record, source=entry.source, id_at_source=entry.id_at_source)
