"""`waymark register …`: the national register of schools from the command line."""

import argparse
import re
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from waymark.config.store import open_store

#: Nothing was applied, because of what was given.
REFUSED = 2
#: The day stands in the names of the files as they are downloaded.
_DAY = re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)")
HELP = (
    "take in the register's file of establishments, or its file of links between "
    "them, as downloaded from Get Information About Schools"
)


def add_to(doings: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and what it can do."""
    register = doings.add_parser("register", help="schools and other settings")
    kinds = register.add_subparsers(required=True, metavar="WHAT")
    doing = kinds.add_parser("import", help=HELP)
    doing.add_argument("file", type=Path, metavar="FILE.csv")
    doing.add_argument(
        "--as-of",
        default="",
        metavar="2026-01-13",
        help="the day the file was downloaded, if its name does not say",
    )
    doing.add_argument(
        "--authority",
        default="",
        metavar="882",
        help="the three digits of this area's own authority, if its folder did not say",
    )
    doing.add_argument(
        "--dry-run",
        action="store_true",
        help="say what would change, and change nothing",
    )
    doing.add_argument(
        "--leave-out-faulty",
        action="store_true",
        help="take in every row without a fault, and leave the others as they were",
    )
    doing.set_defaults(do=_do_import)


def _do_import(options: argparse.Namespace) -> int:
    open_store()
    from waymark.organisations.registers.links import is_links
    from waymark.organisations.services import NotARegister, OlderRegister, Refused

    try:
        content = options.file.read_bytes()
        _know_authority(options)
        do = _links if is_links(content) else _settings
        return do(content, options)
    except OSError as problem:
        return _refused([f"{options.file} cannot be read: {problem.strerror}."])
    except NotARegister as problem:
        return _refused(problem.faults)
    except (_NoDay, OlderRegister, Refused) as problem:
        return _refused([problem])


def _know_authority(options: argparse.Namespace) -> None:
    from waymark.organisations import queries, services

    if options.authority and not options.dry_run:
        services.know_authority_by(options.authority)
    elif not queries.is_authority_known():
        _said(
            [
                "Nothing says which authority is this area's own, so no school is "
                "listed as one of its schools. Say it with --authority, such as "
                "--authority 882."
            ]
        )


class _NoDay(ValueError):
    """Nothing says which day a file speaks of."""


def _settings(content: bytes, options: argparse.Namespace) -> int:
    from waymark.organisations import services

    origin = services.Origin(
        services.NATIONAL,
        services.NATIONAL_NAME,
        _day_of(options.as_of, options.file.name),
    )
    outcome = services.import_register(
        content, origin, dry_run=options.dry_run, lenient=options.leave_out_faulty
    )
    if outcome.faults and not options.leave_out_faulty:
        return _refused(outcome.faults)
    _said(outcome.faults)
    would = "Would be" if options.dry_run else "Settings"
    print(
        f"{would} new: {outcome.new}. Changed: {outcome.changed}, of them with a new "
        f"name: {outcome.renamed}. The same as before: {outcome.same}. "
        f"Rows left out: {outcome.left_out}."
    )
    if outcome.missing:
        print(f"Held from this register and not in the file: {outcome.missing}.")
    return 0


def _links(content: bytes, options: argparse.Namespace) -> int:
    from waymark.organisations import services

    outcome = services.import_links(
        content, dry_run=options.dry_run, lenient=options.leave_out_faulty
    )
    if outcome.faults and not options.leave_out_faulty:
        return _refused(outcome.faults)
    _said(outcome.faults)
    would = "Would be" if options.dry_run else "Successions"
    print(
        f"{would} new: {outcome.new}. Changed: {outcome.changed}. The same as before: "
        f"{outcome.same}. Of settings not held: {outcome.unknown}. Of other kinds: "
        f"{outcome.passed_over}. Rows left out: {outcome.left_out}."
    )
    return 0


def _day_of(said: str, name: str) -> date:
    """The day a file speaks of: as it was said, or as its name has it."""
    found = _DAY.search(name)
    written = said or ("-".join(found.groups()) if found else "")
    if not written:
        raise _NoDay(
            "The name of the file does not say which day it is of. "
            "Say it with --as-of, such as --as-of 2026-01-13."
        )
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise _NoDay(
            f"{written} is no day. Write it such as --as-of 2026-01-13."
        ) from None


def _refused(sentences: Iterable[object]) -> int:
    _said(sentences)
    print("Nothing was changed.", file=sys.stderr)
    return REFUSED


def _said(sentences: Iterable[object]) -> None:
    for sentence in sentences:
        print(sentence, file=sys.stderr)
