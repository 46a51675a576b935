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
#: By the word that a reference begins with. What is begun then is all that is given.
_ties_of_words: dict[str, Tie] = {}
_first_pages: list[tuple[Permission, str]] = [
    (Permission.EDIT_WORDS, "/editing/"),
    (Permission.MANAGE_ACCOUNTS, "/managing/accounts/"),
]


def register_tie(role: Role, tie: Tie) -> None:
    """Have a room tie the holders of a role; the last to register wins."""
    _ties[role] = tie


def register_reference(word: str, tie: Tie) -> None:
    """Have a room tie whoever is invited for something that begins with this word.

    They gain what the tie begins, such as a post, and no role beside it.
    """
    _ties_of_words[word] = tie


def gives_role(reference: str) -> bool:
    """Whether an invitation for this gives a role of its own."""
    return reference.partition(":")[0] not in _ties_of_words


def tie_of(role: Role, reference: str) -> Tie:
    """Raises: NothingTied."""
    word = reference.partition(":")[0]
    found = _ties_of_words.get(word) or _ties.get(role)
    if found is None:
        raise NothingTied(f"Nothing says what the role {role} is held for.")
    return found


def require_known(role: Role, reference: str) -> None:
    """Raises: NothingTied, for a reference that nobody would know at acceptance."""
    if not reference:
        return
    try:
        tie_of(role, reference).says(reference)
    except LookupError as problem:
        raise NothingTied(f"The role {role} cannot be held for that.") from problem


def words_for(role: Role, reference: str) -> str:
    """What a role is held for, in words; nothing if there is no such thing any more."""
    if not reference:
        return ""
    try:
        return tie_of(role, reference).says(reference)
    except (LookupError, NothingTied):
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
