"""What a room above may add: the people who can hold posts.

Posts name accounts by their ids alone, because accounts stand above. The room that
keeps them says here who there is, so that an administrator chooses among names.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can sign in, as an administrator sees them."""

    account_id: UUID
    name: str
    email: str


_people: list[Callable[[], Iterable[Person]]] = []


def register_people(who: Callable[[], Iterable[Person]]) -> None:
    """Have a room say who can sign in; the last to register wins."""
    _people[:] = [who]


def people() -> list[Person]:
    """Everybody who can sign in, by name; nobody where no room says.

    Cost: what the room that says needs, which is one query.
    """
    found = [person for who in _people for person in who()]
    return sorted(found, key=lambda person: (person.name, person.email))
