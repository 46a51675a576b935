"""What the formats lack on this machine, for whoever puts the site into service."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from waymark.formats import confined

#: What each program of the system is for.
GIVES = {"lou_translate": "Braille", "espeak-ng": "audio", "ffmpeg": "audio"}
NO_ROOM = (
    "No closed room can be built for the programs that make formats. The limits on "
    "their memory and time remain, and each tool's own switches. "
)
#: Words for each thing that the room is built with and that may not be installed.
NOT_THERE = "{} is not installed. Install it with: sudo apt install {}."
NOT_LET = (
    "bubblewrap is installed, but the system does not let this account use it. Let "
    "it build user namespaces; on Ubuntu 24.04, give bwrap an AppArmor profile."
)


@dataclass(frozen=True, slots=True)
class Machine:
    """What was found: programs that are missing, each with its package, and whether
    a closed room can be built."""

    missing: Mapping[str, str]
    has_room: bool


def this_machine() -> Machine:
    """The machine that this program runs on. Starts one empty program."""
    return Machine(confined.missing(), confined.has_room())


def lacks(machine: Machine) -> list[str]:
    """A sentence for each thing that is lacking, with what to do; none if all is there.

    The site runs without each of them.
    """
    return [*_formats(machine.missing), *_room(machine)]


def _formats(missing: Mapping[str, str]) -> Iterator[str]:
    for name, what in GIVES.items():
        if name in missing:
            yield f"There is no {what}: " + NOT_THERE.format(name, missing[name])


def _room(machine: Machine) -> Iterator[str]:
    if machine.has_room:
        return
    absent = [name for name in confined.ROOM if name in machine.missing]
    for name in absent:
        yield NO_ROOM + NOT_THERE.format(name, machine.missing[name])
    if not absent:
        yield NO_ROOM + NOT_LET
