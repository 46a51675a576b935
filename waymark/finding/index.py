"""The index of everything published: built whole, swapped in one step, reopened."""

import dataclasses
import json
import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

import tantivy

from waymark.finding import beside, ranking, sources, store, synonyms, words
from waymark.finding.likeness import phrases
from waymark.finding.sources import Record
from waymark.finding.synonyms import Group, Synonyms
from waymark.finding.vocabulary import Vocabulary

Answer = TypeVar("Answer")

#: The parts of a record, in the order in which the index keeps them.
PARTS = tuple(part.name for part in fields(Record) if part.name != "about")

#: What one build may hold in memory before it writes, in bytes.
_MEMORY = 64_000_000


class OutOfOrder(Exception):
    """The index cannot be read. Build it again."""


@dataclass(frozen=True, slots=True)
class Opened:
    """One build, ready to be searched."""

    build: Path
    schema: tantivy.Schema
    searcher: tantivy.Searcher
    vocabulary: Vocabulary
    synonyms: Synonyms
    _beside: dict[str, Any] = dataclasses.field(default_factory=dict)

    def beside(self, name: str) -> Any:
        """What a room keeps beside this build, read once; None if it keeps nothing.

        Raises: OutOfOrder if it cannot be read.
        """
        if name not in self._beside:
            self._beside[name] = guarded(lambda: beside.read(self.build, name))
        return self._beside[name]


def build(records: Iterable[Record], groups: Iterable[Group]) -> int:
    """Make a new index of exactly these records, live at once. Gives their number."""
    with store.one_writer():
        return _build(list(records), list(groups))


def live() -> Opened:
    """The live index; opened again when another process has made a newer one.

    Raises: OutOfOrder if there is none or it cannot be read.
    """
    path = store.live()
    if path is None:
        raise OutOfOrder("No index has been built.")
    with _turn:
        if _kept and _kept[0].build == path:
            return _kept[0]
        _kept[:] = [_opened(path)]
        return _kept[0]


def mended(broken: Path | None = None) -> Opened:
    """Build the index again from the sources, unless somebody just did, and open it.

    `broken` is the build that failed while it was searched.
    Raises: OutOfOrder if that is of no use; what a source raised is logged.
    """
    with store.one_writer():
        path = store.live()
        if path is None or path == broken or not _can_be_opened(path):
            _build_from_sources()
    return live()


def guarded(work: Callable[[], Answer]) -> Answer:
    """Do something with the engine; any failure of it becomes OutOfOrder.

    The engine is written in another language and reports broken files as a panic,
    which Python does not count among its exceptions.
    """
    try:
        return work()
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as problem:
        raise OutOfOrder(str(problem)) from problem


def forget() -> None:
    """Let go of the index that this process holds open."""
    with _turn:
        _kept.clear()


_log = logging.getLogger(__name__)
_turn = threading.Lock()
_kept: list[Opened] = []


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for field in ranking.FIELDS:
        builder.add_text_field(field, tokenizer_name="stemmed")
    builder.add_text_field("written", tokenizer_name="whitespace", index_option="basic")
    builder.add_bytes_field("record", stored=True)
    builder.add_bytes_field("phrases", stored=True)
    builder.add_unsigned_field("place", indexed=True, fast=True)
    builder.add_unsigned_field("local", fast=True)
    builder.add_float_field("standing", fast=True)
    return builder.build()


def _build_from_sources() -> None:
    try:
        _build(sources.records(), synonyms.groups())
    except Exception as problem:
        _log.exception("index_not_mended")
        raise OutOfOrder(str(problem)) from problem


def _build(records: list[Record], groups: list[Group]) -> int:
    path = store.new_build()
    (path / "synonyms.json").write_text(json.dumps(groups), encoding="utf-8")
    guarded(lambda: _write(path, records))
    beside.write(path, records)
    store.make_live(path)
    return len(records)


def _write(path: Path, records: list[Record]) -> None:
    schema = _schema()
    index = _with_tokenizers(tantivy.Index(schema, str(path)))
    # One thread keeps the records in one segment and in the order they came.
    writer = index.writer(_MEMORY, 1)
    for place, record in enumerate(records):
        row = _row(place, record)
        writer.add_document(tantivy.Document.from_dict(row, schema))
    writer.commit()
    writer.wait_merging_threads()


def _row(place: int, record: Record) -> dict[str, object]:
    """A record as the index keeps it. Telephone numbers are found however spaced."""
    said = {
        "name": words.plain_words(record.name),
        "lay": words.plain_words(" ".join(record.lay_words)),
        "topics": words.plain_words(" ".join(record.topics)),
        "summary": words.plain_words(record.summary),
        "text": words.plain_words(record.text) + words.telephone_numbers(record.text),
    }
    for part in ("name", "lay", "topics", "summary"):
        said["text"] += said[part]
    return {
        **{field: " ".join(found) for field, found in said.items()},
        "written": " ".join(said["text"]),
        "record": json.dumps([getattr(record, part) for part in PARTS]).encode(),
        "phrases": json.dumps(phrases([record.name, *record.lay_words])).encode(),
        "place": place,
        "local": int(record.local),
        "standing": ranking.KINDS.get(record.kind, 1.0) * record.standing,
    }


def _opened(path: Path) -> Opened:
    return guarded(lambda: _open(path))


def _open(path: Path) -> Opened:
    index = _with_tokenizers(tantivy.Index.open(str(path)))
    index.config_reader("manual")
    searcher = index.searcher()
    groups = json.loads((path / "synonyms.json").read_text(encoding="utf-8"))
    known = Synonyms(tuple(group) for group in groups)
    counts = dict(searcher.terms_with_prefix("written", ""))
    also = known.words() | words.STOP_WORDS
    vocabulary = Vocabulary(counts, also, records=searcher.num_docs)
    return Opened(path, index.schema, searcher, vocabulary, known)


def _can_be_opened(path: Path) -> bool:
    try:
        _opened(path)
    except OutOfOrder:
        return False
    return True


def _with_tokenizers(index: tantivy.Index) -> tantivy.Index:
    index.register_tokenizer("stemmed", words.analyzer())
    return index
