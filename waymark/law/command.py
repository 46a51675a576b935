"""`waymark law due|list|read`: the law from a terminal, without the rest of Waymark."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, TextIO

from waymark.law import due_lines

BAD_INPUT = 2


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
    (stdout or sys.stdout).write(answer)
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="waymark law", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="due|list|read")
    count = verbs.add_parser("due", help="count days: lines of start,mode,n")
    count.add_argument("file", help="a CSV file, or - for standard input")
    count.set_defaults(answer=_due)
    return parser


def _due(chosen: Namespace, stdin: BinaryIO) -> str:
    counted, faults = due_lines.answers(_bytes(chosen.file, stdin))
    if faults:
        raise _Refused(*faults)
    return "".join(f"{line}\n" for line in counted)


def _bytes(name: str, stdin: BinaryIO) -> bytes:
    if name == "-":
        return stdin.read()
    try:
        return Path(name).read_bytes()
    except OSError as fault:
        raise _Refused(f"{name} cannot be read: {fault.strerror}.") from None
