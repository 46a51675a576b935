"""What is handed to a carrier, and what comes back. Nothing here is ever logged."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class Channel(StrEnum):
    """How a message travels."""

    EMAIL = "email"
    TEXT = "text"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message for one recipient.

    `reference` is random, ours, and the same at every attempt, so that a carrier can
    tell a second attempt from a second message. `to` is an e-mail address, a telephone
    number, or the lines of a postal address.
    """

    reference: str
    channel: Channel
    to: str = field(repr=False)
    subject: str = field(repr=False)
    body: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Receipt:
    """A carrier took the parcel: who, and under which number of its own.

    `stayed_here` is true when nothing left this machine.
    """

    carrier: str
    number: str = ""
    stayed_here: bool = False


class Carrier(Protocol):
    """Takes a parcel, or says why not."""

    def carry(self, parcel: Parcel, *, again: bool) -> Receipt:
        """Send it. `again` says that an earlier attempt may have got through.

        Raises: TryLater; Undeliverable.
        """


class NotCarried(Exception):
    """The parcel was not taken. `why` is a short word of ours, safe to keep and log."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class TryLater(NotCarried):
    """It may go well another time: the line is down, or the carrier is busy."""


class Undeliverable(NotCarried):
    """It will never go well: there is no such address, or no way to it."""
