"""GOV.UK Notify: e-mail, texts and letters, and what became of them."""

import hmac
import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.conf import settings
from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient
from requests import RequestException

from waymark.gateways.carrying import Channel, Parcel, Receipt, TryLater, Undeliverable

SECONDS_TO_ANSWER = 10
LINES_OF_AN_ADDRESS = 7

# Their client logs what Notify says about a failure, which we do not decide.
logging.getLogger("notifications_python_client").setLevel(logging.CRITICAL)


class Outcome(StrEnum):
    """What became of a parcel, as far as it is settled."""

    DELIVERED = "delivered"
    BOUNCED = "bounced"
    FAILED = "failed"


#: Notify's words for e-mail, texts and letters. Words not here settle nothing yet.
OUTCOMES = {
    "delivered": Outcome.DELIVERED,
    "received": Outcome.DELIVERED,
    "permanent-failure": Outcome.BOUNCED,
    "temporary-failure": Outcome.FAILED,
    "technical-failure": Outcome.FAILED,
    "validation-failed": Outcome.FAILED,
    "virus-scan-failed": Outcome.FAILED,
    "cancelled": Outcome.FAILED,
}


@dataclass(frozen=True, slots=True)
class News:
    """What Notify says became of one parcel."""

    reference: str
    outcome: Outcome


class NotNews(ValueError):
    """What came is not what Notify sends."""


class Notify:
    """Carries all three channels through one template each, which we fill whole."""

    def carry(self, parcel: Parcel, *, again: bool) -> Receipt:
        """Raises: TryLater; Undeliverable. Neither ever holds the address.

        At a second attempt Notify is asked first whether it has the parcel already,
        so that one message has one effect even after a crash.
        """
        held = _asked(lambda: _held_number(parcel.reference)) if again else ""
        number = held or _asked(lambda: _send(parcel))
        return Receipt("notify", number)


def carries(channel: Channel) -> bool:
    """Whether this installation sends that channel through Notify."""
    return bool(settings.NOTIFY_KEY and settings.NOTIFY_TEMPLATES.get(channel.value))


def outcome_of(number: str) -> Outcome | None:
    """What became of a parcel, by Notify's own number; None while it is on its way.

    Raises: TryLater; Undeliverable, if Notify does not know the number.
    """
    return OUTCOMES.get(_asked(lambda: _status(number)))


def is_from_notify(authorization: str) -> bool:
    """Whether a call-back bears the token that we gave to Notify."""
    token = settings.NOTIFY_NEWS_TOKEN
    expected = f"Bearer {token}".encode()
    return bool(token) and hmac.compare_digest(authorization.encode(), expected)


def read_news(said: Any) -> News | None:
    """The news in a call-back; None if it settles nothing.

    Raises: NotNews.
    """
    if not isinstance(said, dict) or not isinstance(said.get("status"), str):
        raise NotNews("A call-back is an object with a status.")
    reference, outcome = said.get("reference"), OUTCOMES.get(said["status"])
    if not isinstance(reference, str) or outcome is None:
        return None
    return News(reference, outcome)


def _client() -> Any:
    make: Any = NotificationsAPIClient
    return make(
        settings.NOTIFY_KEY,
        base_url=settings.NOTIFY_ADDRESS,
        timeout=SECONDS_TO_ANSWER,
    )


def _asked(ask: Callable[[], str]) -> str:
    """The answer, or a refusal from which no trace leads back to the address."""
    try:
        return ask()
    except APIError as problem:
        status = problem.status_code
    except (RequestException, OSError, KeyError, TypeError):
        status = 0
    if status in {400, 404, 410}:
        raise Undeliverable(f"notify-{status}")
    raise TryLater(f"notify-{status or 'away'}")


def _held_number(reference: str) -> str:
    found = _client().get_all_notifications(reference=reference)["notifications"]
    return str(found[0]["id"]) if found else ""


def _status(number: str) -> str:
    return str(_client().get_notification_by_id(number)["status"])


def _send(parcel: Parcel) -> str:
    template = settings.NOTIFY_TEMPLATES[parcel.channel.value]
    words = {"subject": parcel.subject, "body": parcel.body}
    client = _client()
    if parcel.channel == Channel.EMAIL:
        answer = client.send_email_notification(
            parcel.to, template, words, reference=parcel.reference
        )
    elif parcel.channel == Channel.TEXT:
        answer = client.send_sms_notification(
            parcel.to, template, words, reference=parcel.reference
        )
    else:
        answer = client.send_letter_notification(
            template, words | _lines(parcel.to), reference=parcel.reference
        )
    return str(answer["id"])


def _lines(address: str) -> dict[str, str]:
    lines = address.splitlines()[:LINES_OF_AN_ADDRESS]
    return {f"address_line_{at}": line for at, line in enumerate(lines, start=1)}
