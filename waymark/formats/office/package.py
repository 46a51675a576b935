"""Files that are folders inside: the same parts make the same bytes."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

#: No file says when it was packed: the same words make the same bytes.
THE_SAME_DAY = (2020, 1, 1, 0, 0, 0)


#: What has no day of its own has this one, so that it is the same every time.
NO_DAY = "2020-01-01"


def packed(parts: Mapping[str, bytes], *, first: str = "") -> bytes:
    """The parts as one zip file, in the order of their names.

    `first` names the part that stands first and unpressed, so that programs know the
    kind of the file by its first bytes.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda each: (each != first, each)):
            entry = zipfile.ZipInfo(name, THE_SAME_DAY)
            entry.external_attr = 0o644 << 16
            entry.compress_type = (
                zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED
            )
            package.writestr(entry, parts[name])
    return out.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """Every part of a file that one of our own converters has just made."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def beside(folder: Path) -> dict[str, bytes]:
    """The parts that stand in a folder of this repository, by their names inside."""
    return {
        place.relative_to(folder).as_posix(): place.read_bytes()
        for place in sorted(folder.rglob("*"))
        if place.is_file()
    }
