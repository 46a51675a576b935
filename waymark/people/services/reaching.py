"""Writing to an adult in the way they chose, or else in the first that works."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from waymark.gateways.carrying import Channel
from waymark.law.service import ServedBy
from waymark.messages import services as messages
from waymark.messages.addresses import BadRecipient
from waymark.people import sealed, slots
from waymark.people.models import Address, Adult
from waymark.people.queries import Recipient

#: By how an adult wants to hear from us: what is tried, in order.
_TRIED: Mapping[str, tuple[Channel, ...]] = {
    Adult.Channel.PORTAL: (Channel.EMAIL, Channel.TEXT, Channel.LETTER),
    Adult.Channel.EMAIL: (Channel.EMAIL, Channel.TEXT, Channel.LETTER),
    Adult.Channel.TEXT: (Channel.TEXT, Channel.EMAIL, Channel.LETTER),
    Adult.Channel.POST: (Channel.LETTER, Channel.EMAIL, Channel.TEXT),
    Adult.Channel.PHONE: (Channel.TEXT, Channel.LETTER, Channel.EMAIL),
}


def write_to(adult: Adult, *, key: str, kind: str, blanks: Mapping[str, str]) -> bool:
    """Put a message to an adult into the outbox; whether there was any way to them.

    The same key again changes nothing. Cost: one query for the address, and those of
    the message.
    """
    said = Said(key, kind, blanks)
    return any(_wrote(said, channel, to) for channel, to in _ways(adult))


@dataclass(frozen=True, slots=True)
class Said:
    """A message: its key, its kind, and what fills its blanks."""

    key: str
    kind: str
    blanks: Mapping[str, str]


def serve(recipient: Recipient, *, notice: Said, whole: Said) -> ServedBy | None:
    """Serve a letter on somebody: how it went, or None where there is no way to them.

    Whoever has an account and did not choose post gets `notice`, which says that a
    letter is there to be read; everybody else gets `whole`, all of it, by post. The
    other way is taken where the first is not there. Cost: two queries, and those of
    the message.
    """
    adult = recipient.adult
    ways = [*_ways_to_read(recipient), *_way_by_post(recipient)]
    if adult is not None and adult.channel == Adult.Channel.POST:
        ways.reverse()
    for channel, to in ways:
        if _wrote(whole if channel is Channel.LETTER else notice, channel, to):
            return _BY[channel]
    return None


_BY = {
    Channel.EMAIL: ServedBy.EMAIL,
    Channel.TEXT: ServedBy.TEXT,
    Channel.LETTER: ServedBy.POST,
}


def _ways_to_read(recipient: Recipient) -> Iterator[tuple[Channel, str]]:
    """How somebody who can read here is told that there is something to read."""
    adult = recipient.adult
    if recipient.account_id is None:
        return
    if adult is None:
        emails = slots.emails_of([recipient.account_id])
        yield from ((Channel.EMAIL, each) for each in emails.values())
    else:
        yield from (way for way in _ways(adult) if way[0] is not Channel.LETTER)


def _way_by_post(recipient: Recipient) -> Iterator[tuple[Channel, str]]:
    whose = recipient.adult or recipient.child
    place = whose.addresses.filter(ended_on=None).first()
    if place is not None:
        yield Channel.LETTER, _lines(recipient.name, place)


def _wrote(said: Said, channel: Channel, to: str) -> bool:
    try:
        messages.write(
            key=said.key, kind=said.kind, to=to, blanks=said.blanks, channel=channel
        )
    except BadRecipient:
        return False
    return True


def _ways(adult: Adult) -> Iterator[tuple[Channel, str]]:
    for channel in _TRIED[adult.channel]:
        to = _to(adult, channel)
        if to:
            yield channel, to


def _to(adult: Adult, channel: Channel) -> str:
    if channel is Channel.EMAIL:
        return sealed.read(adult, "sealed_email")
    if channel is Channel.TEXT:
        return sealed.read(adult, "sealed_phone")
    return _postal(adult)


def _postal(adult: Adult) -> str:
    place = adult.addresses.filter(ended_on=None).first()
    return _lines(adult.name, place) if place else ""


def _lines(name: str, place: Address) -> str:
    lines = sealed.read(place, "sealed_lines")
    return "\n".join((name, lines, sealed.read(place, "sealed_postcode")))
