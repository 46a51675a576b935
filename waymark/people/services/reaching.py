"""Writing to an adult in the way they chose, or else in the first that works."""

from collections.abc import Iterator, Mapping

from waymark.gateways.carrying import Channel
from waymark.messages import services as messages
from waymark.messages.addresses import BadRecipient
from waymark.people import sealed
from waymark.people.models import Adult

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
    for channel, to in _ways(adult):
        try:
            messages.write(key=key, kind=kind, to=to, blanks=blanks, channel=channel)
        except BadRecipient:
            continue
        return True
    return False


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
    if place is None:
        return ""
    lines = sealed.read(place, "sealed_lines")
    return "\n".join((adult.name, lines, sealed.read(place, "sealed_postcode")))
