"""What the rooms hand over to be found: plain records of published things."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Record:
    """One published thing with a page of its own.

    `text` and `summary` are plain words, not HTML. `lay_words` are words and
    phrases that families use for it and the page itself may not. `topics` are the
    lists it is sorted into. `local` is False for what is run for the whole country,
    which comes after what is near; `standing` weighs it against its like. `about` is
    for the room's own copies beside the index (see `beside`); search keeps none of it.

    Raises: ValueError if a part is missing, because a reader could not open it.
    """

    id: str
    kind: str
    name: str
    text: str
    address: str
    lay_words: tuple[str, ...] = ()
    local: bool = True
    summary: str = ""
    topics: tuple[str, ...] = ()
    standing: float = 1.0
    about: Any = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        if not (self.id and self.kind and self.name):
            raise ValueError(f"Give the record an id, a kind and a name: {self.id!r}.")
        if not self.address.startswith(("/", "https://")):
            raise ValueError(f"The address of {self.id} must start with / or https://.")


Source = Callable[[], Iterable[Record]]
LayWords = Callable[[], Iterable[tuple[str, Iterable[str]]]]

_sources: dict[str, Source] = {}
_lay_words: dict[str, LayWords] = {}
_kinds: dict[str, object] = {}


def register(
    name: str, source: Source, *, kinds: dict[str, object] | None = None
) -> None:
    """Hand over everything a room publishes; `kinds` says what each kind is called.

    Called when the room starts. Registering a name again replaces it. The words of
    a kind may be lazily translated.
    """
    _sources[name] = source
    _kinds.update(kinds or {})


def register_lay_words(name: str, source: LayWords) -> None:
    """Add words of families to records, by id or address of the record.

    This is how curated answers and editors' additions reach a record without its
    room knowing of them. A target that no record has is passed over.
    """
    _lay_words[name] = source


def records() -> list[Record]:
    """Every record of every source, with the lay words given to it.

    Raises: ValueError if two records share an id.
    """
    found: dict[str, Record] = {}
    for name, source in _sources.items():
        for record in source():
            if record.id in found:
                raise ValueError(f"{name} hands over {record.id} a second time.")
            found[record.id] = record
    return _with_lay_words(list(found.values()))


def words_of_kind(kind: str) -> str:
    """What a kind is called on the page."""
    return str(_kinds.get(kind) or kind.replace("-", " ").capitalize())


def _with_lay_words(plain: list[Record]) -> list[Record]:
    added: dict[str, tuple[str, ...]] = {}
    for source in _lay_words.values():
        for target, words in source():
            added[target] = (*added.get(target, ()), *words)
    return [_enriched(record, added) for record in plain] if added else plain


def _enriched(record: Record, added: dict[str, tuple[str, ...]]) -> Record:
    more = (*added.get(record.id, ()), *added.get(record.address, ()))
    return replace(record, lay_words=(*record.lay_words, *more)) if more else record
