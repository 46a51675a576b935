"""`waymark offer …`: the directory from the command line."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from waymark.config import offer_search
from waymark.config.store import open_store

#: Nothing was applied, because of what was given.
REFUSED = 2


def add_to(doings: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and what it can do."""
    offer = doings.add_parser("offer", help="the directory of the Local Offer")
    kinds = offer.add_subparsers(required=True, metavar="WHAT")
    doing = kinds.add_parser("import", help="take in services from a file or a feed")
    doing.add_argument("place", metavar="FILE.json|FILE.csv|URL")
    doing.add_argument(
        "--as-draft", action="store_true", help="keep them for editors to approve"
    )
    doing.add_argument(
        "--dry-run",
        action="store_true",
        help="say what would change, and change nothing",
    )
    doing.add_argument("--licence", default="", help="what their publisher allows")
    doing.set_defaults(do=_do_import)
    offer_search.add_to(kinds)


def _do_import(options: argparse.Namespace) -> int:
    open_store()
    from waymark.gateways.fetching import NotFetched
    from waymark.localoffer.incoming import NotReadable

    try:
        outcome = _import(options)
    except (NotFetched, OSError) as problem:
        return _refused([str(problem)])
    except NotReadable as problem:
        return _refused(problem.faults)
    if outcome.faults:
        return _refused(outcome.faults)
    _report(outcome, dry_run=options.dry_run)
    if not options.dry_run and outcome.new + outcome.changed:
        _bring_search_up_to_date()
    return 0


def _bring_search_up_to_date() -> None:
    """What was taken in is found at once, with or without a worker for jobs."""
    from waymark.finding import services as finding

    finding.rebuild()


def _import(options: argparse.Namespace) -> Any:
    from waymark.localoffer import services

    services.load_lists()
    how: dict[str, Any] = {
        "as_draft": options.as_draft,
        "dry_run": options.dry_run,
        "progress": _Progress(),
    }
    if options.place.startswith(("http://", "https://")):
        return _import_feed(options, how)
    return _import_file(Path(options.place), options.licence, how)


def _import_feed(options: argparse.Namespace, how: dict[str, Any]) -> Any:
    from waymark.gateways.fetching import fetch
    from waymark.localoffer import services
    from waymark.localoffer.feeds import Feed
    from waymark.localoffer.models import Source

    base = options.place.split("?")[0].rstrip("/").removesuffix("/services")
    rows = Feed(options.place, fetch, _say_how_many).read()
    source = services.source_for(
        base, kind=Source.Kind.FEED, address=base, licence=options.licence
    )
    return services.import_rows(rows, source, **how)


def _import_file(file: Path, licence: str, how: dict[str, Any]) -> Any:
    from waymark.localoffer import incoming, services
    from waymark.localoffer.models import Source

    content = file.read_bytes()
    source = services.source_for(
        "sheet", kind=Source.Kind.SHEET, name="Imported from a file", licence=licence
    )
    if file.suffix.lower() == ".csv":
        return services.import_sheet(incoming.sheet_rows(content), source, **how)
    return services.import_rows(incoming.json_rows(content), source, **how)


def _refused(faults: list[Any]) -> int:
    for fault in faults:
        print(fault, file=sys.stderr)
    print("Nothing was applied.", file=sys.stderr)
    return REFUSED


def _report(outcome: Any, *, dry_run: bool) -> None:
    if dry_run:
        for word, name in outcome.preview:
            print(f"  {word}: {name}")
        print("Nothing was applied, as asked. It would be:")
    counts = {
        "new": outcome.new,
        "changed": outcome.changed,
        "the same": outcome.same,
        "ended": outcome.ended,
        "left as drafts somebody is writing": outcome.left,
    }
    print(", ".join(f"{number} {word}" for word, number in counts.items()) + ".")


def _say_how_many(number: int) -> None:
    print(f"  {number:,} records have come", file=sys.stderr)


class _Progress:
    """Says how far a long import is, each time a tenth more is done."""

    #: Fewer records than this are done before anybody could read of it.
    LONG = 1000

    def __init__(self, say: Callable[[str], None] | None = None) -> None:
        self.said = 0
        self.say = say or (lambda words: print(words, file=sys.stderr, flush=True))

    def __call__(self, done: int, of: int) -> None:
        tenth = done * 10 // max(of, 1)
        if of >= self.LONG and tenth > self.said:
            self.said = tenth
            self.say(f"  {tenth * 10} % done")
