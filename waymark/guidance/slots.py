"""What the rooms above may add to guidance's pages. They fill these when they start."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """A way in on the home page or in a list: where it leads and what it is."""

    title: str
    address: str
    says: str = ""


Ways = Callable[[], Iterable[Way]]

_doors: list[Ways] = []


def register_doors(ways: Ways) -> None:
    """Put a room's ways in on the home page, after those of rooms that came before."""
    if ways not in _doors:
        _doors.append(ways)


def doors() -> list[Way]:
    """Every room's ways in, in the order the rooms started."""
    return [way for ways in _doors for way in ways()]


#: An address with the moment it last changed, or None where that is not known.
Addresses = Callable[[], Iterable[tuple[str, object]]]

_addresses: list[Addresses] = []


def register_addresses(addresses: Addresses) -> None:
    """Have search engines told of a room's public pages that are not of the tree."""
    if addresses not in _addresses:
        _addresses.append(addresses)


def addresses() -> list[tuple[str, object]]:
    """Every such address, room by room. Cost: that of the rooms."""
    return [found for each in _addresses for found in each()]
