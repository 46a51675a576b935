"""Letters that cannot be wrong: which blocks each must have, and what fills them."""

from waymark.casework.letters.kinds import KINDS, Block, LetterKind, Written
from waymark.casework.letters.standing import Contact, Ground, Piece, pieces

__all__ = [
    "KINDS",
    "Block",
    "Contact",
    "Ground",
    "LetterKind",
    "Piece",
    "Written",
    "pieces",
]
