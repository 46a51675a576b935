"""The makers that our formats are measured against, each run as its people run it."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from waymark.formats.document import Document

#: Prints one web page and gives the PDF.
Print = Callable[[str], bytes]


@dataclass(frozen=True)
class Printer:
    """A program that prints web pages; opens with None where it is not installed."""

    name: str
    opened: Callable[[], AbstractContextManager[Print | None]]


@contextmanager
def _weasyprint() -> Iterator[Print | None]:
    try:
        from weasyprint import HTML  # type: ignore[import-not-found]
    except (ImportError, OSError):  # the package, or the Pango that it loads
        yield None
        return
    yield lambda page: HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")


@contextmanager
def _chromium() -> Iterator[Print | None]:
    program = shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        program = None
    if program is None:
        yield None
        return
    with sync_playwright() as player:
        browser = player.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        tab = browser.new_page()

        def print_(page: str) -> bytes:
            tab.set_content(page)
            made: bytes = tab.pdf(format="A4", tagged=True, outline=True)
            return made

        yield print_
        browser.close()


PRINTERS = (
    Printer("WeasyPrint, warm", _weasyprint),
    Printer("Chromium's print, warm", _chromium),
)


class Typst:
    """Our template in the compiler and nothing around it: no room, no tags of ours."""

    def __init__(self) -> None:
        from waymark.formats.typst.child import Setter

        self.setter = Setter(Path(tempfile.mkdtemp(prefix="waymark-bench-")) / "root")

    def sets(self, document: "Document") -> Callable[[], Any]:
        """The work of setting this document, with all that goes before it done."""
        from waymark.formats.pdf import looks, pages
        from waymark.formats.typst.child import inputs

        data, pictures = pages.told(document, looks.PRINT)
        told, families = self.setter.coverage.fitted(json.dumps(data))
        for name, picture in pictures.items():
            (self.setter.root / name).write_bytes(picture.content)
        given = inputs(told, families)
        return lambda: self.setter.compiler.compile(
            format="pdf", sys_inputs=given, pdf_standards=["ua-1"], timestamp=0
        )


def voice() -> list[str]:
    """The voice at our pace into the encoder, in one go and with no chapters."""
    from waymark.formats.audio import BITRATE, SAMPLES
    from waymark.formats.speech import EspeakNg

    maker = EspeakNg()
    encode = f"ffmpeg -loglevel error -i - -ar {SAMPLES} -b:a {BITRATE}k -f mp3 -"
    return ["sh", "-c", f"{maker.command('en-gb')} | {encode} > {os.devnull}"]
