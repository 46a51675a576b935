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
    raws = list(rows)
    counted = list(numbers or range(1, len(raws) + 1))
    work = _Import(source, as_draft, dry_run, provenance or {})
    with transaction.atomic(), _nothing_collected():
        for start in range(0, len(raws), AT_ONCE):
            end = start + AT_ONCE
            work.take(list(zip(counted[start:end], raws[start:end], strict=True)))
            progress(min(end, len(raws)), len(raws))
        work.end()
    return work.outcome


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


class _Import:
    """One import while it runs, some hundred records at a time.

    After the first fault nothing more is written, and what was is taken back; but all
    the rest is still read, so that every fault is said.
    """

    def __init__(
        self,
        source: Source,
        as_draft: bool,
        dry_run: bool,
        provenance: dict[str, Provenance],
    ) -> None:
        self.source, self.provenance = source, provenance
        self.as_draft, self.dry_run = as_draft, dry_run
        self.outcome = Outcome()
        self.writer = Writer(ServiceVersion.Why.IMPORTED)
        self.seen: dict[str, int] = {}
        self.written: list[UUID] = []

    def take(self, rows: list[tuple[int, object]]) -> None:
        """Read some records and, unless something is wrong, write them."""
        entries = [pair for row, raw in rows for pair in self._read(row, raw)]
        wanted = self._wanted(entries)
        if self.outcome.faults or self.dry_run or not wanted:
            return
        if self.as_draft:
            self._keep_as_drafts(wanted)
        else:
            self.written += self.writer.write(wanted)

    def end(self) -> None:
        """Tell of what was written, or take it back if anything was wrong."""
        if self.outcome.faults:
            transaction.set_rollback(True)
            self.outcome = Outcome(faults=sorted(self.outcome.faults))
        elif self.written:
            tell_after_commit(self.written)

    def _read(self, row: int, raw: object) -> Iterator[tuple[int, Entry]]:
        """A record as an entry, or none if it has faults, which are noted."""
        read = read_service(raw, row, self.source.key)
        faults = read.faults or _twice(read.record["id"], row, self.seen)
        self.outcome.faults += faults
        if not faults:
            where = self.provenance.get(read.id_at_source, Provenance(""))
            yield (
                row,
                Entry(
                    read.record,
                    read.id_at_source,
                    self.source,
                    read.digest,
                    where.found_in,
                    where.checked_on,
                ),
            )

    def _wanted(self, entries: list[tuple[int, Entry]]) -> list[Entry]:
        """The entries that are new or changed, counted.

        A feed may not change a record that came from elsewhere: that is a fault.
        """
        wanted = []
        known = _known([entry for _, entry in entries])
        for row, entry in entries:
            earlier = known.get(UUID(entry.record["id"]))
            if earlier and _is_anothers(earlier, entry.source):
                self.outcome.faults.append(_not_theirs(earlier, row))
            elif earlier and _says_the_same(earlier, entry):
                self.outcome.same += 1
            else:
                _count(entry, earlier is not None, self.outcome)
                wanted.append(entry)
        return wanted

    def _keep_as_drafts(self, entries: list[Entry]) -> None:
        ids = [entry.record["id"] for entry in entries]
        drafts = Draft.objects.filter(service__in=ids)
        being_written = set(drafts.values_list("service", flat=True))
        for entry in entries:
            if UUID(entry.record["id"]) in being_written:
                self.outcome.left += 1
            else:
                save_draft(
                    entry.record, source=entry.source, id_at_source=entry.id_at_source
                )


def _twice(key: str, row: int, seen: dict[str, int]) -> list[Fault]:
    if key in seen:
        says = f"is that of row {seen[key]} too; leave one of them out"
        return [Fault(row, "id", says)]
    seen[key] = row
    return []


def _count(entry: Entry, known: bool, outcome: Outcome) -> None:
    outcome.changed += known
    outcome.new += not known
    outcome.ended += entry.record["status"] == "defunct"
    if len(outcome.preview) < SHOWN:
        word = "changed" if known else "new"
        outcome.preview.append((word, str(entry.record["name"])))


def _is_anothers(earlier: Service, source: Source) -> bool:
    return source.kind == Source.Kind.FEED and earlier.source_id != source.pk


def _not_theirs(earlier: Service, row: int) -> Fault:
    whose = earlier.source.name
    says = f"is that of a record from {whose}, which this feed may not change"
    return Fault(row, "id", says)


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
    """The services that are here already, those whose mark differs in full.

    Cost: two queries.
    """
    marks = {UUID(entry.record["id"]): entry.source_digest for entry in entries}
    rows = Service.objects.filter(id__in=list(marks))
    brief = rows.only("id", "source", "source_digest").select_related("source")
    found = brief.in_bulk()
    differ = [key for key, each in found.items() if each.source_digest != marks[key]]
    if differ:
        whole = rows.filter(id__in=differ).select_related("source", "organisation")
        found.update(whole.in_bulk())
    return found
