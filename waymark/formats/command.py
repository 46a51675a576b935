"""`waymark format`: anybody's own document in any format. It needs no store."""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

from waymark.formats.confined import ToolMissing
from waymark.formats.document import Document
from waymark.formats.making import CannotMake, Kind, Refused, make
from waymark.formats.reading import Pictures, Unreadable, read

NAMES = "html pdf large-print docx odt epub brf audio transcript text markdown ics"
TO = NAMES.split()
DONE, BAD_INPUT, TOOL_MISSING, NOT_MADE = 0, 2, 3, 1


class _Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong with the command line."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"waymark format: {message}. See waymark format --help\n")


def main(arguments: list[str]) -> int:
    """Make one format of one file.

    0 when OUT is there and whole; 2 for bad input, every fault on a line of its own
    on standard error; 3 where a named tool is missing; 1 where a tool fell.
    """
    _settle()
    options = _parser().parse_args(arguments)
    problem = _mismatch(options)
    if problem:
        return _say(BAD_INPUT, problem)
    try:
        document = _document(options.file, options.pictures)
    except Unreadable as refused:
        return _say(BAD_INPUT, *(str(fault) for fault in refused.faults))
    except (OSError, UnicodeDecodeError) as problem_:
        return _say(BAD_INPUT, _unopened(options.file, problem_))
    return _make(document, _kind(options), options.out)


def _settle() -> None:
    """Django's words and dates without an installation behind them."""
    from django.conf import settings

    if not settings.configured and "DJANGO_SETTINGS_MODULE" not in os.environ:
        settings.configure(
            LANGUAGE_CODE="en-gb",
            USE_I18N=False,
            USE_TZ=True,
            TIME_ZONE="Europe/London",
            SPEECH_MAKER="waymark.formats.speech.EspeakNg",
        )


def _parser() -> _Parser:
    parser = _Parser(
        prog="waymark format",
        description="Makes one accessible format of a semantic HTML document.",
    )
    add = parser.add_argument
    add("file", metavar="FILE.html", help="the document, or - for standard input")
    add("--to", required=True, choices=TO, metavar="FORMAT", help=", ".join(TO))
    add("--size", type=int, choices=(18, 24), help="points of large print")
    add("--grade", type=int, choices=(1, 2), help="of Braille; 2 is contracted")
    add("--pictures", type=Path, metavar="DIR", help="the folder that holds pictures")
    add("-o", "--out", type=Path, required=True, metavar="OUT")
    return parser


def _mismatch(options: argparse.Namespace) -> str:
    """What in the options does not fit together; empty if all does."""
    if options.size and options.to != "large-print":
        return "--size goes with --to large-print."
    if options.grade and options.to != "brf":
        return "--grade goes with --to brf."
    if options.pictures and not options.pictures.is_dir():
        return f"--pictures: there is no folder {options.pictures}."
    if options.out.is_dir():
        return f"-o: {options.out} is a folder. Name a file in it."
    if not options.out.absolute().parent.is_dir():
        return f"-o: there is no folder {options.out.absolute().parent}. Make it first."
    return ""


def _kind(options: argparse.Namespace) -> Kind:
    if options.to == "large-print":
        return Kind(f"large-print-{options.size or 18}")
    if options.to == "brf" and options.grade == 1:
        return Kind.BRF_UNCONTRACTED
    return Kind(options.to)


def _document(file: str, pictures: Path | None) -> Document:
    held = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    return read(held.decode("utf-8"), Pictures(pictures))


def _unopened(file: str, problem: OSError | UnicodeDecodeError) -> str:
    if isinstance(problem, UnicodeDecodeError):
        line = problem.object[: problem.start].count(b"\n") + 1
        return f"line {line}: The file is not UTF-8. Save it as UTF-8."
    return f"{file}: {problem.strerror or 'cannot be read'}."


def _make(document: Document, kind: Kind, out: Path) -> int:
    try:
        made = make(document, kind)
    except CannotMake as failed:
        return _say(_code(failed.cause), f"{failed}")
    try:
        _write_whole(made, out)
    except OSError as problem:
        return _say(BAD_INPUT, f"-o: {out}: {problem.strerror}.")
    return DONE


def _code(cause: Exception) -> int:
    if isinstance(cause, ToolMissing):
        return TOOL_MISSING
    return BAD_INPUT if isinstance(cause, Refused) else NOT_MADE


def _write_whole(made: bytes, out: Path) -> None:
    """Put the file there in one step: whoever looks sees all of it or the old one."""
    handle, beside = tempfile.mkstemp(dir=out.absolute().parent, prefix=".waymark-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(made)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(0o666 & ~_umask())
        Path(beside).replace(out)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _say(code: int, *sentences: str) -> int:
    for sentence in sentences:
        print(sentence, file=sys.stderr)
    return code
