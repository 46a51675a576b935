"""Pictures are drawn anew: the place, the camera and whatever hides in them is gone."""

import warnings
from typing import IO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from waymark.files.checking.content import NotAccepted
from waymark.files.kinds import Kind

MOST_PIXELS = 40_000_000
_QUALITY = 90


def draw_anew(file: IO[bytes], kind: Kind, anew: IO[bytes]) -> None:
    """Draw the picture as it is seen, the right way up, with nothing else kept.

    Raises: NotAccepted, for one that is broken or has too many pixels.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            _draw(file, kind, anew)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as problem:
        raise _too_large() from problem
    except (OSError, SyntaxError, MemoryError) as problem:
        raise NotAccepted(
            _("This picture is broken. Open it, save it again, and choose that.")
        ) from problem


def _draw(file: IO[bytes], kind: Kind, anew: IO[bytes]) -> None:
    with Image.open(file, formats=[kind.key.upper()]) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise _too_large()
        upright = ImageOps.exif_transpose(picture)
    plain = upright.convert(_mode(upright, kind))
    plain.info.clear()
    options = {"quality": _QUALITY} if kind.key == "jpeg" else {}
    plain.save(anew, format=kind.key.upper(), **options)


def _mode(picture: Image.Image, kind: Kind) -> str:
    if kind.key == "jpeg":
        return "L" if picture.mode == "L" else "RGB"
    return picture.mode if picture.mode in {"L", "LA", "RGB"} else "RGBA"


def _too_large() -> NotAccepted:
    return NotAccepted(
        _("This picture has more than %d million dots. Make it smaller, and try again.")
        % (MOST_PIXELS // 1_000_000)
    )
