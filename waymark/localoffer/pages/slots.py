"""What other rooms may add to the pages of the Local Offer. They fill these at start.

`register_ways`: ways in on the first page, after the doors. `register_beside`: where to
go from a service's page, such as what to do if you are unhappy with it.
"""

from collections.abc import Callable, Iterable

from waymark.guidance.slots import Way
from waymark.localoffer.models import Service

Ways = Callable[[], Iterable[Way]]
Beside = Callable[[Service], Iterable[Way]]

_ways: list[Ways] = []
_beside: list[Beside] = []


def register_ways(ways: Ways) -> None:
    """Put a room's ways in on the first page of the Local Offer."""
    if ways not in _ways:
        _ways.append(ways)


def ways() -> list[Way]:
    """Every room's ways in, in the order the rooms started. Cost: theirs."""
    return [way for each in _ways for way in each()]


def register_beside(ways: Beside) -> None:
    """Say where to go from the page of a service. Called for each page shown."""
    if ways not in _beside:
        _beside.append(ways)


def beside(service: Service) -> list[Way]:
    """Where to go from this service's page. Cost: that of the rooms that say so."""
    return [way for each in _beside for way in each(service)]
