"""Reading one record of somebody else: what they sent becomes a record of the standard.

Live feeds send whole numbers for ids, numbers as words, `null` for nothing, addresses
without https and tags in words. What can only mean one thing is put right; what cannot
be understood is a fault that names its place. Nothing is invented but ids.
"""

import math
import re
from dataclasses import dataclass, field
from typing import Any

from waymark.localoffer.record import words
from waymark.localoffer.record.faults import Fault, faults_of, path_of
from waymark.localoffer.record.identity import as_text, digest, is_id, stable_id
from waymark.localoffer.record.older import from_version_1, is_version_1
from waymark.localoffer.record.shape import REQUIRED, SHAPES, Field, Type

#: A record longer than this, as JSON, is a mistake or an attack.
LONGEST = 256_000
DEEPEST = 12
OLDEST = 130

_BARE_HOST = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,}(?:[/?#]|$)")
_ACTS = re.compile(r"\s*(?:javascript|data|vbscript|file|blob)\s*:", re.IGNORECASE)
_DAY_OF_A_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T")
_WHOLE = re.compile(r"-?\d{1,15}")
_FRACTION = re.compile(r"-?\d{1,15}\.\d{1,10}")


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: the record, the id its source gives it, and what is wrong.

    `digest` is a fingerprint of what was sent, by which a later import knows it again.
    """

    record: dict[str, Any]
    id_at_source: str
    faults: list[Fault]
    digest: str = ""


def read_service(raw: object, row: int, source: str) -> Read:
    """Read one record of a list, in the shape of version 3.0 or 1.0.

    `source` makes ids that are not UUIDs our own, the same every time.
    """
    if not isinstance(raw, dict):
        return Read({}, "", [Fault(row, "the record", "should be an object")])
    sent = as_text(raw)
    problem = _too_much(sent)
    if problem:
        return Read({}, "", [Fault(row, "the record", problem)])
    shaped = from_version_1(raw) if is_version_1(raw) else raw
    given = _given(shaped.get("id"))
    reader = _Reader(row, source, given)
    record = reader.object("service", shaped, [])
    if not given:
        missing = "is missing; without it a second import would make a second record"
        return Read(record, "", [Fault(row, "id", missing)])
    found = {*reader.faults, *faults_of(record, row), *_nonsense(record, row)}
    return Read(record, given[:200], sorted(found), digest(sent))


def _given(value: object) -> str:
    """The id as its source writes it; a zero is one, nothing and a list are none."""
    if value is None or isinstance(value, (dict, list, bool)):
        return ""
    return str(value).strip()


def _too_much(sent: str) -> str:
    """Why a record is too much to read at all, or an empty text."""
    if not sent:
        return "goes too deep to be read, or holds what JSON cannot"
    if len(sent) > LONGEST:
        return f"is {len(sent) // 1000} kB long; at most {LONGEST // 1000} kB fit"
    return ""


def _nonsense(record: dict[str, Any], row: int) -> list[Fault]:
    """What the standard allows and no family could use."""
    found = []
    ages: dict[str, float] = {
        name: record[name]
        for name in ("minimum_age", "maximum_age")
        if _is_number(record.get(name))
    }
    for name, age in ages.items():
        if not 0 <= age <= OLDEST:
            found.append(Fault(row, name, f"is {age}; ages run from 0 to {OLDEST}"))
    if len(ages) == 2 and ages["minimum_age"] > ages["maximum_age"]:
        low, high = ages.values()
        says = f"is {low}, which is more than maximum_age ({high})"
        found.append(Fault(row, "minimum_age", says))
    if isinstance(record.get("name"), str) and not record["name"].strip():
        found.append(Fault(row, "name", "is empty; give it one"))
    return found


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


@dataclass
class _Reader:
    """Walks one record by the table of shapes."""

    row: int
    source: str
    service: str
    faults: list[Fault] = field(default_factory=list)

    def object(self, kind: str, raw: Any, path: list[str | int]) -> Any:
        """An object of a known kind; anything that is none is left to be a fault."""
        if not isinstance(raw, dict):
            return raw
        shape, found = SHAPES[kind], {}
        for name, value in raw.items():
            about = shape.get(name)
            if value is None or (value == "" and not _may_be_empty(kind, name, about)):
                continue
            here = [*path, str(name)]
            if about:
                found[name] = self.value(about, value, here)
            else:
                found[words.plain(str(name))[:100]] = self.other(value)
        if "id" not in found and path:
            place = f"{self.service}/{path_of(path)}"
            found["id"] = stable_id(self.source, kind, place)
        return found

    def value(self, about: Field, value: Any, path: list[str | int]) -> Any:
        """A field of a known type."""
        if about.type is Type.ONE:
            return self.object(about.of, value, path)
        if about.type is Type.MANY:
            return self.many(about, value, path)
        if about.type is Type.ID:
            return self.id(about, value)
        if about.type is Type.NUMBER:
            return _number(value)
        if isinstance(value, dict):
            value = _only_words_in(value)
        return self.text(about, value, path) if isinstance(value, str) else value

    def many(self, about: Field, value: Any, path: list[str | int]) -> Any:
        """A list of objects. One object alone is taken as a list of one."""
        if isinstance(value, dict):
            value = [value]
        if not isinstance(value, list):
            return value
        return [
            self.object(about.of, inner, [*path, place])
            for place, inner in enumerate(value)
            if inner is not None
        ]

    def id(self, about: Field, value: Any) -> Any:
        """An id, made our own where the source's is no UUID."""
        if is_id(value) or isinstance(value, (dict, list, bool)):
            return value
        return stable_id(self.source, about.of, str(value)[:200])

    def text(self, about: Field, value: str, path: list[str | int]) -> Any:
        """Words of any type, harmless."""
        if about.type is Type.RICH:
            return words.rich(value)
        value = words.plain(value)
        if about.type is Type.CHOICE:
            return _choice(about, value)
        if about.type is Type.DAY:
            return _day(value)
        if about.type is Type.WEB:
            return self.web(value, path)
        return value.strip() if about.type is Type.MAIL else value

    def web(self, value: str, path: list[str | int]) -> str:
        """A web address, with https where only that was left out."""
        value = value.strip()
        if _ACTS.match(value):
            says = (
                "would run something; give a web address, such as https://example.org"
            )
            self.faults.append(Fault(self.row, path_of(path), says))
        return f"https://{value}" if _BARE_HOST.match(value) else value

    def other(self, value: Any, depth: int = 0) -> Any:
        """A field that the standard does not know: kept, harmless, without nothings."""
        if isinstance(value, str):
            return words.rich(value)
        if depth > DEEPEST:
            says = f"goes more than {DEEPEST} levels deep"
            self.faults.append(Fault(self.row, "the record", says))
            return None
        if isinstance(value, dict):
            return {
                words.plain(str(name))[:100]: self.other(inner, depth + 1)
                for name, inner in value.items()
                if inner is not None and inner != ""
            }
        if isinstance(value, list):
            return [
                self.other(inner, depth + 1) for inner in value if inner is not None
            ]
        return value


def _may_be_empty(kind: str, name: str, about: Field | None) -> bool:
    """True for words that the standard wants at all costs: a feed that has none for
    them sends an empty text, and without it the whole record would be refused."""
    words_only = about is not None and about.type in {Type.TEXT, Type.RICH}
    return words_only and name in REQUIRED.get(kind, ())


def _number(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value if abs(value) < 10**15 else str(value)
    if not isinstance(value, str):
        return value
    value = value.strip()
    if _WHOLE.fullmatch(value):
        return int(value)
    return float(value) if _FRACTION.fullmatch(value) else value


def _choice(about: Field, value: str) -> str:
    known = {choice.casefold(): choice for choice in about.choices}
    return known.get(value.strip().casefold().replace("_", " "), value)


def _day(value: str) -> str:
    moment = _DAY_OF_A_MOMENT.match(value)
    return moment.group(1) if moment else value.strip()


def _only_words_in(value: dict[str, Any]) -> Any:
    """The one text inside an object that was sent for words; the object if many."""
    texts = [inner for inner in value.values() if isinstance(inner, str) and inner]
    return texts[0] if len(texts) == 1 else value
