"""`waymark records`: what has ended stays ended, also after a restore."""

import argparse
import json
import sys
from pathlib import Path

from waymark.config.store import ready

#: What was given is no list of certificates.
REFUSED = 2


def add_to(doings: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and what it can do."""
    records = doings.add_parser("records", help="what became of records that ended")
    kinds = records.add_subparsers(required=True, metavar="WHAT")
    ended = kinds.add_parser(
        "ended", help="a line of JSON for each record that ended, to keep elsewhere"
    )
    ended.set_defaults(do=_ended)
    again = kinds.add_parser(
        "end-again", help="after a restore: end again what those lines say had ended"
    )
    again.add_argument("file", type=Path, metavar="FILE")
    again.set_defaults(do=_end_again)


def _ended(options: argparse.Namespace) -> int:
    ready()
    from waymark.people import services

    for certificate in services.certificates():
        print(json.dumps(certificate))
    return 0


def _end_again(options: argparse.Namespace) -> int:
    ready()
    from waymark.people import services

    try:
        lines = options.file.read_text(encoding="utf-8").splitlines()
        kept = [json.loads(line) for line in lines if line.strip()]
        ended = services.end_again(kept)
    except OSError as problem:
        print(f"{options.file} cannot be read: {problem.strerror}.", file=sys.stderr)
        return REFUSED
    except (KeyError, TypeError, ValueError):
        print(
            f"{options.file} is not what `waymark records ended` writes. Nothing was "
            "ended. Give the file as it was kept.",
            file=sys.stderr,
        )
        return REFUSED
    print(f"{ended} records were here again and have ended again.")
    return 0
