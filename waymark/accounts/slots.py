"""What the rooms above may add: what a role is held for, and where its holder starts.

A provider's account and the record of their organisation live in two rooms. An
invitation carries a reference that only the room above understands, such as
`organisation:<id>`; whoever accepts it is tied to that by the room itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from waymark.access.roles import Permission, Role


class NothingTied(ValueError):
    """A reference was given that no room knows for this role."""


@dataclass(frozen=True)
class Tie:
    """How a room ties an account to what a role is for.

    `says` gives the words for a reference, such as an organisation's name, and raises
    LookupError for one that it does not know. `begin(account_id, reference)` ties,
    harmless when done twice, and `end(account_id)` unties whatever there is. Both run
    in the transaction of the change.
    """

    says: Callable[[str], str]
    begin: Callable[[UUID, str], None]
    end: Callable[[UUID], None]


_ties: dict[Role, Tie] = {}
_first_pages: list[tuple[Permission, str]] = [
    (Permission.EDIT_WORDS, "/editing/"),
    (Permission.MANAGE_ACCOUNTS, "/managing/accounts/"),
]


def register_tie(role: Role, tie: Tie) -> None:
    """Have a room tie the holders of a role; the last to register wins."""
    _ties[role] = tie


def tie_of(role: Role) -> Tie:
    """Raises: NothingTied."""
    if role not in _ties:
        raise NothingTied(f"Nothing says what the role {role} is held for.")
    return _ties[role]


def require_known(role: Role, reference: str) -> None:
    """Raises: NothingTied, for a reference that nobody would know at acceptance."""
    if not reference:
        return
    try:
        tie_of(role).says(reference)
    except LookupError as problem:
        raise NothingTied(f"The role {role} cannot be held for that.") from problem


def words_for(role: Role, reference: str) -> str:
    """What a role is held for, in words; nothing if there is no such thing any more."""
    if not reference or role not in _ties:
        return ""
    try:
        return _ties[role].says(reference)
    except LookupError:
        return ""


def let_go(role: Role, account_id: UUID) -> None:
    """Untie an account from what the role was for, if a room tied it."""
    if role in _ties:
        _ties[role].end(account_id)


def register_first_page(permission: Permission, address: str) -> None:
    """Where whoever has the permission starts, after those that came before."""
    if (permission, address) not in _first_pages:
        _first_pages.append((permission, address))


def first_pages() -> list[tuple[Permission, str]]:
    """Each permission with the page it starts at, the strongest first."""
    return list(_first_pages)
