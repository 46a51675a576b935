"""What an administrator reads about messages, in plain words."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waymark.gateways.carrying import Channel
from waymark.messages.kinds import Words
from waymark.messages.models import State
from waymark.messages.queries import Line

Said = str | Promise

CHANNELS: dict[Channel, Said] = {
    Channel.EMAIL: _("E-mail"),
    Channel.TEXT: _("Text"),
    Channel.LETTER: _("Letter"),
}
STATES: dict[State, Said] = {
    State.WAITING: _("Waiting to go"),
    State.GATHERED: _("Put into one message with others"),
    State.SENT: _("Sent"),
    State.DELIVERED: _("Arrived"),
    State.SHOWN: _("Kept here, not sent"),
    State.BOUNCED: _("Came back"),
    State.FAILED: _("Could not be sent"),
    State.TOO_LATE: _("Not sent, because it would have come too late"),
}
REASONS: dict[str, Said] = {
    "said-bounced": _("There is no such address, or it takes no messages."),
    "said-failed": _("It was taken, and could not be handed over."),
    "refused-by-their-server": _("Their mail server refuses the address."),
    "their-server-is-busy": _("Their mail server is busy. We try again."),
    "mail-server-away": _("Our mail server does not answer. We try again."),
    "no-way-set-up": _("No way to send this is set up here."),
    "cannot-be-opened": _("Its words cannot be read any more."),
}
OTHER_REASON = _("The service that carries it did not take it.")


@dataclass(frozen=True)
class Shown:
    """One message on the page."""

    id: UUID
    kind: str
    channel: Said
    state: Said
    why: Said
    written_at: datetime
    leaves_at: datetime | None
    to: str
    words: Words | None


def shown(line: Line) -> Shown:
    """The line in words. The time it goes is said only while it waits for it."""
    waits = line.state == State.WAITING and line.not_before > line.written_at
    return Shown(
        id=line.id,
        kind=line.kind,
        channel=CHANNELS[line.channel],
        state=STATES[line.state],
        why=REASONS.get(line.why, OTHER_REASON) if line.why else "",
        written_at=line.written_at,
        leaves_at=line.not_before if waits else None,
        to=line.to,
        words=line.words,
    )


def counted(numbers: dict[State, int]) -> list[tuple[Said, int]]:
    """Each state with its number, in words."""
    return [(STATES[state], number) for state, number in numbers.items()]
