"""`waymark cases`: what makes lists of cases fast, made anew from what happened."""

import argparse

from waymark.config.store import open_store


def add_to(doings: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and what it can do."""
    cases = doings.add_parser("cases", help="the lines that make lists of cases fast")
    kinds = cases.add_subparsers(required=True, metavar="WHAT")
    doing = kinds.add_parser("rebuild", help="make every line anew from what happened")
    doing.set_defaults(do=_do_rebuild)


def _do_rebuild(options: argparse.Namespace) -> int:
    open_store()
    from waymark.casework import services

    number, changed = services.rebuild()
    print(f"{number:,} lines were made anew; {changed:,} were not as they should be.")
    return 0
