"""Pictures as office programs can show them: drawings become dots, all have a size."""

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from waymark.formats import confined
from waymark.formats.confined import Bounds, ToolFailed
from waymark.formats.document import Document, Figure, Idea, Picture, every_block

#: The paper between the margins, and what one picture may take of it, in centimetres.
WIDEST, TALLEST = 16.6, 20.0
#: A picture beside an idea is the same size throughout.
IDEA = 5.0
#: Dots of a photograph are taken to be this small at most.
DOTS_PER_CENTIMETRE = 150 / 2.54
CHILD = Path(__file__).with_name("drawing.py")


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in a form that every office program shows.

    `natural` is its own width in centimetres, `steep` its height for one of width.
    """

    content: bytes
    media_type: str
    natural: float
    steep: float

    def size(self, *, idea: bool = False) -> tuple[float, float]:
        """Width and height on paper, in centimetres, beside an idea or alone."""
        widest, tallest = (IDEA, IDEA) if idea else (WIDEST, TALLEST)
        width = min(widest, self.natural, tallest / self.steep)
        return width, width * self.steep


def shown(document: Document) -> dict[Picture, Shown]:
    """Every picture of a document, ready for paper.

    Raises: ToolFailed where a picture is not what it says it is.
    """
    pictures = dict.fromkeys(
        block.picture
        for block in every_block(document.blocks)
        if isinstance(block, Figure | Idea)
    )
    drawn = [each for each in pictures if each.media_type == "image/svg+xml"]
    dots = dict(zip(drawn, _drawn([each.content for each in drawn]), strict=True))
    return {each: _shown(each, dots.get(each)) for each in pictures}


def _shown(picture: Picture, drawn: bytes | None) -> Shown:
    content = picture.content if drawn is None else drawn
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
            across, down = opened.size
    except (OSError, Image.DecompressionBombError):
        raise ToolFailed("Pillow", "could not open a picture of the document") from None
    natural = WIDEST if drawn else across / DOTS_PER_CENTIMETRE
    media_type = "image/png" if drawn else picture.media_type
    return Shown(content, media_type, natural, down / across)


def _drawn(drawings: Sequence[bytes]) -> list[bytes]:
    """Drawings as dots, all in one run of the child."""
    if not drawings:
        return []
    files = {f"{number}.svg": drawing for number, drawing in enumerate(drawings)}
    gives = [f"{number}.png" for number in range(len(drawings))]
    command = [sys.executable, "-I", str(CHILD), str(len(drawings))]
    made = confined.run(command, files=files, gives=gives, bounds=Bounds(seconds=60))
    return [made.files[name] for name in gives]
