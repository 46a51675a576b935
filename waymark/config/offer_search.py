"""`waymark offer search`: the search of the Local Offer from the command line."""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from waymark.config.store import open_store

if TYPE_CHECKING:
    from waymark.localoffer.search.found import Found, Hit

#: So many are shown unless more or fewer are asked for, and at most.
USUALLY, AT_MOST = 10, 1000


def add_to(kinds: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    doing = kinds.add_parser("search", help="the same search as the page")
    doing.add_argument("words", nargs="+", metavar="WORDS")
    doing.add_argument("--near", default="", metavar="POSTCODE")
    doing.add_argument("--age", type=_age, metavar="N", help="only what takes this age")
    doing.add_argument("--limit", type=_limit, default=USUALLY, metavar="N")
    doing.add_argument("--format", choices=("table", "json"), default="table")
    doing.set_defaults(do=_do_search)


def _age(typed: str) -> int:
    return _between(typed, 0, 25, "The age is a whole number from 0 to 25.")


def _limit(typed: str) -> int:
    return _between(typed, 1, AT_MOST, f"The limit is from 1 to {AT_MOST}.")


def _between(typed: str, least: int, most: int, says: str) -> int:
    if not (typed.isascii() and typed.isdigit() and least <= int(typed) <= most):
        raise argparse.ArgumentTypeError(says)
    return int(typed)


def _do_search(options: argparse.Namespace) -> int:
    open_store()
    from waymark.localoffer.search.asked import Asked
    from waymark.today import today

    asked = Asked(
        words=" ".join(options.words).replace("\x00", ""),
        near=options.near,
        age=options.age,
    )
    answer = _answer(asked, options.limit, today())
    for warning in answer.warnings:
        print(warning, file=sys.stderr)
    if answer.asleep:
        print("The search cannot be read and could not be rebuilt.", file=sys.stderr)
        return 1
    show = _as_json if options.format == "json" else _as_table
    print(show(answer.hits))
    return 0


def _answer(asked: Any, limit: int, day: Any) -> "Found":
    """The first page with as many more behind it as are asked for."""
    from dataclasses import replace

    from waymark.localoffer.search import search

    first = search(asked, day)
    hits = list(first.hits)
    for number in range(2, first.pages + 1):
        if len(hits) >= limit:
            break
        hits += search(replace(asked, page=number), day).hits
    return replace(first, hits=tuple(hits[:limit]))


def _as_json(hits: tuple["Hit", ...]) -> str:
    rows = [
        {
            "id": hit.id,
            "name": hit.name,
            "kind": hit.kind,
            "score": hit.score,
            "why": _why(hit),
        }
        for hit in hits
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _as_table(hits: tuple["Hit", ...]) -> str:
    if not hits:
        return "Nothing was found."
    return "\n".join(line for hit in hits for line in _lines(hit))


def _lines(hit: "Hit") -> Iterator[str]:
    miles = "" if hit.metres is None else f"  {hit.metres / 1609.344:.1f} miles"
    yield f"{hit.score:8.2f}  {hit.kind:<13}  {hit.name}{miles}"
    if why := _why(hit):
        yield f"{'':25}{why}"


def _why(hit: "Hit") -> str:
    """The words it says itself, then the others by which it was found."""
    said = [f"says “{'”, “'.join(hit.said)}”"] if hit.said else []
    return "; ".join([*said, *hit.why])
