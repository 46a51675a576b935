"""What a result was made from: its words, its kind, and the makers that made it."""

import functools
import hashlib
import shutil
from importlib import metadata
from pathlib import Path

from waymark.formats.confined import PACKAGES

#: Libraries whose new version may make something else of the same words.
LIBRARIES = (
    "lxml",
    "typst",
    "fonttools",
    "pikepdf",
    "pypandoc_binary",
    "segno",
    "icalendar",
)


def key(html: str, kind: str) -> str:
    """The name of a result, the same for the same words, kind and makers."""
    read = hashlib.sha256(html.encode())
    read.update(f"\0{kind}\0{version()}".encode())
    return read.hexdigest()


@functools.cache
def version() -> str:
    """What the makers are: our own files, the libraries and the programs they use.

    Read once for each process. Whoever mends a maker, or installs a newer program, has
    everything made anew without being asked.
    """
    read = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            read.update(path.name.encode() + path.read_bytes())
    for name in LIBRARIES:
        read.update(f"{name} {_version_of(name)}".encode())
    for name in sorted(PACKAGES):
        read.update(f"{name} {_program(name)}".encode())
    return read.hexdigest()


def _version_of(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return ""


def _program(name: str) -> str:
    place = shutil.which(name)
    if place is None:
        return ""
    about = Path(place).stat()
    return f"{about.st_size} {about.st_mtime_ns}"
