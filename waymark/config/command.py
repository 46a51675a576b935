"""The `waymark` command. It joins the rooms and decides nothing."""

import argparse
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from waymark.config import (
    audit,
    cases,
    invented,
    offer,
    records,
    register,
    retention,
    uploads,
)
from waymark.config.serving import PortTaken, require_free, serve
from waymark.config.store import open_store, ready
from waymark.today import PRETENDED


def main(arguments: list[str]) -> int:
    """Do what the arguments ask; the exit code says how it went."""
    options = _parser().parse_args(arguments)
    do: Callable[[argparse.Namespace], int] = options.do
    return do(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="waymark", description="Runs a local area's SEND system."
    )
    doings = parser.add_subparsers(required=True, metavar="COMMAND")
    doings.add_parser("law", help="the statutory rules, counted (waymark law --help)")
    doings.add_parser("format", help="a document of your own in any format")
    _running(doings)
    _starting(doings)
    _keeping(doings)
    _formats(doings)
    offer.add_to(doings)
    register.add_to(doings)
    retention.add_to(doings)
    records.add_to(doings)
    cases.add_to(doings)
    audit.add_to(doings)
    uploads.add_to(doings)
    invented.add_to(doings)
    return parser


def _running(doings: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    doing = doings.add_parser("run", help="serve on this machine, in the foreground")
    doing.add_argument("--port", type=int, default=8000)
    doing.set_defaults(do=_do_run)
    doing = doings.add_parser("jobs", help="do what was put off, until stopped")
    doing.set_defaults(do=_do_jobs)


def _do_jobs(options: argparse.Namespace) -> int:
    open_store()
    from waymark.config.serving import work_off_jobs

    work_off_jobs()
    return 0


def _starting(doings: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    doing = doings.add_parser("start", help="begin an area in an empty data folder")
    doing.add_argument("area", type=Path, metavar="AREA-FOLDER")
    doing.add_argument("--administrator", required=True, metavar="E-MAIL")
    doing.set_defaults(do=_do_start)


def _keeping(doings: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    doing = doings.add_parser("backup", help="write the whole store into one file")
    doing.add_argument("file", type=Path, metavar="FILE")
    doing.set_defaults(do=_do_backup)
    doing = doings.add_parser("restore", help="put a backup into an empty data folder")
    doing.add_argument("file", type=Path, metavar="FILE")
    doing.set_defaults(do=_do_restore)
    doing = doings.add_parser("check-service", help="may this go live? says why not")
    doing.set_defaults(do=_do_check_service)


def _formats(doings: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    doing = doings.add_parser("formats", help="the files that families take away")
    what = doing.add_subparsers(required=True, metavar="WHAT")
    doing = what.add_parser("rebuild", help="make every file anew, beside the site")
    doing.add_argument(
        "--kind",
        action="append",
        metavar="KIND",
        help="only this format, such as pdf or large-print-18; may be said again",
    )
    doing.set_defaults(do=_do_rebuild_formats)


def _do_rebuild_formats(options: argparse.Namespace) -> int:
    open_store()
    from waymark.formats.making import Kind
    from waymark.guidance.documents.rebuilding import rebuild

    unknown = sorted(set(options.kind or ()) - set(Kind))
    if unknown:
        return _refuse(f"{unknown[0]} is no format. Choose from: {', '.join(Kind)}.")
    failures: list[str] = []
    for done in rebuild([Kind(kind) for kind in options.kind or Kind]):
        print(f"{done.number} of {done.of}  {done.name}  {done.seconds:.1f} s")
        failures += done.failures
    for sentence in failures:
        print(sentence, file=sys.stderr)
    return 1 if failures else 0


def _do_backup(options: argparse.Namespace) -> int:
    open_store()
    from waymark.config import keeping

    try:
        number = keeping.back_up(options.file)
    except (FileExistsError, keeping.NotRestorable) as problem:
        return _refuse(str(problem))
    print(f"Kept {number} files in {options.file}. It holds the keys: keep it safe.")
    return 0


def _do_restore(options: argparse.Namespace) -> int:
    ready()
    from waymark.config import keeping

    if not keeping.is_empty():
        return _refuse(
            "This data folder is in use. Set DATA to an empty folder and restore there."
        )
    try:
        number = keeping.restore(options.file)
    except keeping.NotRestorable as problem:
        return _refuse(str(problem))
    open_store()
    print(f"Restored {number} files.")
    return 0


def _do_check_service(options: argparse.Namespace) -> int:
    open_store()
    from waymark.config import service_check
    from waymark.formats import lacking

    found = service_check.problems(service_check.this_installation())
    lacks = lacking.lacks(lacking.this_machine())
    for sentence in found + lacks:
        print(sentence, file=sys.stderr)
    if not found:
        but = ", without what is named above" if lacks else ""
        print(f"This installation may go live{but}.")
    return 1 if found else 0


def _do_run(options: argparse.Namespace) -> int:
    try:
        require_free(options.port)
    except PortTaken as problem:
        return _refuse(str(problem))
    open_store()
    return run(port=options.port, pretended=os.environ.get(PRETENDED, ""))


def run(*, port: int, pretended: str) -> int:
    """Serve an open store. `pretended` is another today, in a demonstration only."""
    from waymark.organisations import queries

    authority = queries.authority()
    if authority is None:
        return _refuse(
            "This data folder serves no area yet. "
            "Start one with: waymark start AREA-FOLDER --administrator E-MAIL"
        )
    problem = _pretend(pretended, authority.is_demonstration)
    if problem:
        return _refuse(problem)
    return serve(port=port, words=_what_to_open(port, authority.is_demonstration))


def _pretend(day: str, is_demonstration: bool) -> str:
    """Set another today for this process and its children; a sentence if it may not."""
    os.environ.pop(PRETENDED, None)
    if not day:
        return ""
    if not is_demonstration:
        return "TODAY works in the demonstration only. Leave it out."
    try:
        os.environ[PRETENDED] = date.fromisoformat(day).isoformat()
    except ValueError:
        return f"TODAY is {day!r}. Write it as a real day, such as 2026-01-13."
    return ""


def _what_to_open(port: int, is_demonstration: bool) -> str:
    lines = [
        f"  Families:  http://localhost:{port}/routemaps/",
        f"  Editors:   http://localhost:{port}/editing/",
    ]
    if is_demonstration:
        from waymark.demonstration import services as demonstration

        lines.append(demonstration.whom_to_sign_in_as())
    return "\n".join([*lines, "  Stop with Ctrl-C."])


def _do_start(options: argparse.Namespace) -> int:
    open_store()
    from waymark.accounts import services as accounts
    from waymark.config.starting import AlreadyStarted, start_area
    from waymark.organisations.services import BadAreaFolder

    try:
        start_area(options.area)
        link = accounts.invite_first_administrator(options.administrator)
    except (AlreadyStarted, BadAreaFolder, accounts.BadAddress) as problem:
        return _refuse(str(problem))
    print(f"Started. {options.administrator} sets a password here, once:\n  {link}")
    return 0


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
