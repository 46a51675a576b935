"""The extracts of registers that come with an area's own folder."""

from datetime import date
from pathlib import Path
from typing import Any

from waymark.organisations.registers.faults import NotARegister
from waymark.organisations.services.folder import BadAreaFolder, read_toml
from waymark.organisations.services.registers import (
    OlderRegister,
    Origin,
    import_register,
)

#: The folder inside an area's own.
FOLDER = "registers"


def load_registers(folder: Path) -> None:
    """Take in every extract that an area's folder holds; none if it has no such folder.

    `about.toml` says of each file which register it is from and of which day it
    speaks. The files are in the columns of the national register.

    Raises: BadAreaFolder, naming the file, the row and the column.
    """
    own = folder / FOLDER
    if not (own / "about.toml").exists():
        return
    for number, said in enumerate(read_toml(own / "about.toml").get("files", []), 1):
        try:
            file, origin = own / said["file"], _origin(said)
        except (KeyError, TypeError, ValueError) as problem:
            raise BadAreaFolder(
                f"{own / 'about.toml'}, file {number} needs file, key, name and "
                "as_of_on, and as_of and note if there is more to say."
            ) from problem
        _load(file, origin)


def _origin(said: dict[str, Any]) -> Origin:
    origin = Origin(**{name: said[name] for name in said if name != "file"})
    if type(origin.as_of_on) is not date:
        raise TypeError("as_of_on is no day")
    return origin


def _load(file: Path, origin: Origin) -> None:
    try:
        outcome = import_register(file.read_bytes(), origin)
    except OSError as problem:
        raise BadAreaFolder(f"{file} cannot be read ({problem.strerror}).") from problem
    except (NotARegister, OlderRegister) as problem:
        raise BadAreaFolder(f"{file}: {problem}") from problem
    if outcome.faults:
        raise BadAreaFolder(f"{file}, {outcome.faults[0]}")
