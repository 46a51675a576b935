"""Where pictures may come from: the page itself, or one folder. Nothing else."""

import base64
import binascii
import re
import struct
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

from waymark.formats.reading import svg

LARGEST = 8_000_000  # bytes
MOST_PIXELS = 40_000_000


class NotAPicture(ValueError):
    """What stands there cannot be shown; says why and what to do."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """The one folder that pictures may be read from, if any."""

    folder: Path | None = None

    def read(self, address: str) -> tuple[bytes, str]:
        """The bytes of a picture and their media type.

        Raises: NotAPicture.
        """
        if address.startswith("data:"):
            return judged(_inside_the_page(address))
        if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|\\", address):
            raise NotAPicture(
                "The picture is at an address outside this document, and nothing is "
                "fetched. Put it into the page as a data: address."
            )
        return judged(self._from_the_folder(address))

    def _from_the_folder(self, address: str) -> bytes:
        if self.folder is None:
            raise NotAPicture(
                "The picture is a file, and no folder of pictures was given. Name one "
                "with --pictures, or put it into the page as a data: address."
            )
        root = self.folder.resolve()
        try:
            place = (root / unquote(address.split("?")[0].split("#")[0])).resolve()
            inside = place.is_relative_to(root) and place.is_file()
            if inside and place.stat().st_size > LARGEST:
                raise NotAPicture(TOO_LARGE)
            content = place.read_bytes() if inside else None
        except (OSError, ValueError):
            content = None
        if content is None:
            raise NotAPicture(
                "There is no such picture in the folder of pictures. Check its name."
            )
        return content


NONE = Pictures()
TOO_LARGE = "The picture is larger than 8 MB. Make it smaller."


def _inside_the_page(address: str) -> bytes:
    head, comma, body = address.partition(",")
    if not comma:
        raise NotAPicture("The data: address of the picture holds no picture.")
    if len(body) > LARGEST * 2:
        raise NotAPicture(TOO_LARGE)
    if not head.endswith(";base64"):
        return unquote_to_bytes(body)
    try:
        return base64.b64decode(unquote(body), validate=True)
    except binascii.Error:
        raise NotAPicture(
            "The data: address of the picture is not whole. Make it again."
        ) from None


def judged(content: bytes) -> tuple[bytes, str]:
    """A picture that may be shown, by what it is and not by what it is called.

    Raises: NotAPicture.
    """
    if len(content) > LARGEST:
        raise NotAPicture(TOO_LARGE)
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return _measured(content, _png_size(content), "image/png")
    if content.startswith(b"\xff\xd8\xff"):
        return _measured(content, _jpeg_size(content), "image/jpeg")
    try:
        return svg.cleaned(content), "image/svg+xml"
    except svg.NotSvg as problem:
        raise NotAPicture(str(problem)) from None


def _measured(
    content: bytes, size: tuple[int, int] | None, media_type: str
) -> tuple[bytes, str]:
    if size is None or not all(size):
        raise NotAPicture("The picture is damaged. Save it again as PNG or JPEG.")
    if size[0] * size[1] > MOST_PIXELS:
        raise NotAPicture("The picture has more than 40 million dots. Make it smaller.")
    return content, media_type


def _png_size(content: bytes) -> tuple[int, int] | None:
    if len(content) < 24 or content[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height


#: Markers of JPEG that begin a frame and so hold its size.
_FRAMES = frozenset({*range(0xC0, 0xD0)}) - {0xC4, 0xC8, 0xCC}


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], struct.unpack(">H", content[at + 2 : at + 4])
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + max(length[0], 2)
    return None
