"""`waymark law due|list|read`: the law from a terminal, without the rest of Waymark."""

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from waymark.law import due_lines

BAD_INPUT = 2

WHAT = ("rules", "processes", "events", "facts")


class _Refused(Exception):
    """Input that cannot be used: one sentence for each fault."""

    def __init__(self, *says: str) -> None:
        super().__init__(*says)
        self.says = says


def main(
    argv: Sequence[str],
    stdin: BinaryIO | None = None,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
) -> int:
    """Run `waymark law` with these arguments and return the exit code.

    Nothing is written to standard output unless the whole answer is good.
    """
    try:
        chosen = _parser().parse_args(argv)
        answer = chosen.answer(chosen, stdin or sys.stdin.buffer)
    except SystemExit as left:
        return int(left.code or 0)
    except _Refused as refused:
        print(*refused.says, sep="\n", file=stderr or sys.stderr)  # noqa: T201
        return BAD_INPUT
    _write(answer, stdout or sys.stdout)
    return 0


def _write(answer: str, out: TextIO) -> None:
    """Write the answer. A reader who has seen enough (`| head`) is no fault."""
    try:
        out.write(answer)
        out.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="waymark law", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="due|list|read")
    count = verbs.add_parser("due", help="count days: lines of start,mode,n")
    count.add_argument("file", help="a CSV file, or - for standard input")
    count.set_defaults(answer=_due)
    show = verbs.add_parser("list", help="show the rules and their vocabulary")
    show.add_argument("--what", choices=WHAT, default="rules")
    show.add_argument("--process", help="only those of one process")
    show.add_argument("--format", choices=("table", "json"), default="table")
    show.set_defaults(answer=_list)
    case = verbs.add_parser("read", help="read every time limit of one case")
    case.add_argument("file", help="a JSON file, or - for standard input")
    case.add_argument("--today", required=True, help="the day to read it on")
    case.set_defaults(answer=_read)
    return parser


def _due(chosen: Namespace, stdin: BinaryIO) -> str:
    counted, faults = due_lines.answers(_bytes(chosen.file, stdin))
    if faults:
        raise _Refused(*faults)
    return "".join(f"{line}\n" for line in counted)


def _list(chosen: Namespace, _: BinaryIO) -> str:
    from waymark.law import listing
    from waymark.law.processes import PROCESSES

    if chosen.process is not None and chosen.process not in PROCESSES:
        raise _Refused(f"--process: This must be one of {', '.join(PROCESSES)}.")
    if chosen.format == "table":
        return listing.table(chosen.what, chosen.process)
    return _json(listing.rows(chosen.what, chosen.process))


def _read(chosen: Namespace, stdin: BinaryIO) -> str:
    from waymark.law import case_file
    from waymark.law.stated import NotUnderstood, day

    try:
        today = day(chosen.today, "--today")
        return _json(case_file.answer(_bytes(chosen.file, stdin), today))
    except case_file.BadCase as fault:
        raise _Refused(*fault.says) from None
    except NotUnderstood as fault:
        raise _Refused(f"--today: {fault.problem.says}") from None


def _json(value: Any) -> str:
    return json.dumps(value, indent=2) + "\n"


def _bytes(name: str, stdin: BinaryIO) -> bytes:
    if name == "-":
        return stdin.read()
    try:
        return Path(name).read_bytes()
    except OSError as fault:
        raise _Refused(f"{name} cannot be read: {fault.strerror}.") from None
