"""`waymark files …`: is everything that was uploaded as it was kept?"""

import argparse
import sys

from waymark.config.store import open_store

#: Something is not as it was kept.
BROKEN = 1


def add_to(doings: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and what it can do."""
    files = doings.add_parser("files", help="what people uploaded")
    kinds = files.add_subparsers(required=True, metavar="WHAT")
    doing = kinds.add_parser("verify", help="is every file as it was kept?")
    doing.set_defaults(do=_do_verify)


def _do_verify(options: argparse.Namespace) -> int:
    open_store()
    from waymark.files import queries

    whole, broken = queries.verified()
    for file_id in broken:
        print(f"File {file_id} is not as it was kept.", file=sys.stderr)
    print(f"{whole} files are as they were kept, {len(broken)} are not.")
    return BROKEN if broken else 0
