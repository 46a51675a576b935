"""Sets documents that come on standard input, one after another, until it closes.

How a document and its answer are written is in `wire`.
"""

import base64
import json
import os
import shutil
import sys
import time
from pathlib import Path
from typing import Any, BinaryIO

#: One thread for each core would ask for more room than a small machine has.
os.environ["RAYON_NUM_THREADS"] = "2"

import typst  # noqa: E402 (after the number of its threads)

from . import coverage, tags  # noqa: E402
from .wire import ANSWER, ASKED, FAILED, MADE  # noqa: E402

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Answer until standard input ends."""
    given, out = sys.stdin.buffer, sys.stdout.buffer
    setter = Setter(Path.cwd() / "root")
    while (work := _next(given)) is not None:
        how, what = setter.answer(work)
        out.write(ANSWER.pack(how, time.process_time(), _mebibytes(), len(what)))
        out.write(what)
        out.flush()


def _next(given: BinaryIO) -> bytes | None:
    asked = given.read(ASKED.size)
    if len(asked) < ASKED.size:
        return None
    return given.read(ASKED.unpack(asked)[0])


def _mebibytes() -> int:
    """The memory that is held now. What is remembered of documents is most of it."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // (1024 * 1024)


class Setter:
    """A compiler with its fonts, in a root that holds the template and one document."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir()
        for template in sorted(HERE.glob("*.typ")):
            shutil.copyfile(template, root / template.name)
        self.fonts = typst.Fonts(
            include_embedded_fonts=False, font_paths=[HERE.parent / "fonts"]
        )
        self.coverage = coverage.Coverage(self.fonts.fonts())
        self.compiler = typst.Compiler(
            input=root / "document.typ",
            root=root,
            font_paths=self.fonts,
            package_path=root / "no-packages",
            package_cache_path=root / "no-packages",
        )

    def answer(self, work: bytes) -> tuple[bytes, bytes]:
        """One document, set or failed."""
        asked = json.loads(work)
        try:
            return MADE, self._set(asked)
        except coverage.NoLetters as why:
            return FAILED, str(why).encode()
        except typst.TypstError as why:
            return FAILED, f"said: {why.message}".encode()
        finally:
            for left in self.root.glob("picture-*"):
                left.unlink()

    def _set(self, asked: dict[str, Any]) -> bytes:
        data, families = self.coverage.fitted(asked["data"])
        told = json.loads(data)
        for name, content in asked["pictures"].items():
            (self.root / name).write_bytes(base64.b64decode(content))
        made = self.compiler.compile(
            format="pdf",
            sys_inputs=inputs(data, families),
            pdf_standards=["ua-1"],
            timestamp=asked["made"],
        )
        if not isinstance(made, bytes):
            raise TypeError("The typesetter made no PDF.")
        return tags.finished(made, told)


def inputs(data: str, families: list[coverage.Family]) -> dict[str, str]:
    """What the template reads: a document that is JSON already, and its fonts."""
    return {"given": f'{{"document":{data},"fonts":{json.dumps(families)}}}'}


if __name__ == "__main__":
    main()
