"""How identifiers are made: at random, so that none can be guessed from another."""

from uuid import UUID, uuid4


def new_id() -> UUID:
    """A fresh random identifier (122 random bits)."""
    return uuid4()
