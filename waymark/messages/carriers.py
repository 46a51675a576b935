"""Who carries a channel here: nobody in a demonstration, else Notify, else mail."""

from collections.abc import Callable

from django.conf import settings

from waymark.gateways import notify
from waymark.gateways.carrying import (
    Carrier,
    Channel,
    Parcel,
    Receipt,
    Undeliverable,
)
from waymark.gateways.mail import Mail
from waymark.gateways.notify import Notify


class Capture:
    """Keeps every message on this machine, where an administrator may look at it."""

    def carry(self, parcel: Parcel, *, again: bool) -> Receipt:
        return Receipt("here", stayed_here=True)


class NoWay:
    """Nothing is set up for the channel, so a person has to do it."""

    def carry(self, parcel: Parcel, *, again: bool) -> Receipt:
        """Raises: Undeliverable, always."""
        raise Undeliverable("no-way-set-up")


def _nobody_is_invented() -> bool:
    return False


_keeps_here: Callable[[], bool] = _nobody_is_invented


def keep_here_when(is_demonstration: Callable[[], bool]) -> None:
    """Let the room that knows say when every recipient is invented."""
    global _keeps_here  # noqa: PLW0603
    _keeps_here = is_demonstration


def keeps_here() -> bool:
    """Whether messages stay on this machine. Cost: what the room above needs."""
    return _keeps_here()


def carrier_of(channel: Channel) -> Carrier:
    """Who carries this channel in this installation."""
    if keeps_here():
        return Capture()
    if notify.carries(channel):
        return Notify()
    return Mail() if channel == Channel.EMAIL else NoWay()


def reaches_people() -> bool:
    """Whether e-mail written here comes to anybody. Cost: that of `keeps_here`."""
    is_set_up = bool(settings.MAIL_HOST) or notify.carries(Channel.EMAIL)
    return is_set_up and not keeps_here()
