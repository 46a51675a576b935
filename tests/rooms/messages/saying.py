"""A kind of message for stories, and short ways to write and read one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from waymark.gateways.carrying import Channel, NotCarried, Parcel, Receipt
from waymark.messages import kinds, services
from waymark.messages.kinds import Kind
from waymark.messages.models import Message

REMINDER = Kind(
    key="test-reminder",
    subject="Please confirm your entry",
    stage="Your entry in the Local Offer was last confirmed a year ago.",
    changed="It is marked as not confirmed.",
    needed="Open this page and press its button: {link}",
    by_when="It leaves the Local Offer on {day}.",
)
BLANKS = {"link": "https://send.example.org/x/", "day": "1 March 2026"}
SECRET_WORDS = "zebra-umbrella-17"


@contextmanager
def a_kind(**changes) -> Iterator[Kind]:
    """The reminder with these changes, known for as long as the block lasts."""
    kind = replace(REMINDER, **changes)
    kinds.register(kind)
    try:
        yield kind
    finally:
        kinds._kinds.pop(kind.key, None)


def said(key="reminder:1", to="sefton@example.org", **more) -> Message:
    more = {"channel": Channel.EMAIL, "blanks": BLANKS, **more}
    return Message.objects.get(
        pk=services.write(key=key, kind=REMINDER.key, to=to, **more)
    )


class Postman:
    """A carrier that remembers, and fails as often as it was told to."""

    def __init__(self, *failures: NotCarried | Exception) -> None:
        self.failures = list(failures)
        self.parcels: list[Parcel] = []
        self.again: list[bool] = []

    def carry(self, parcel: Parcel, *, again: bool) -> Receipt:
        self.parcels.append(parcel)
        self.again.append(again)
        if self.failures:
            raise self.failures.pop(0)
        return Receipt("postman", "17")
