"""Where a message may go: one recipient, in a shape that its channel understands."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from waymark.gateways.carrying import Channel

FEWEST_LINES, MOST_LINES = 3, 7
LONGEST_LINE = 100
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")
_SEPARATORS = re.compile(r"[\s().-]")
_NUMBER = re.compile(r"\+[1-9]\d{7,14}")
_UK_MOBILE = re.compile(r"\+447\d{9}")
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.IGNORECASE)


class BadRecipient(ValueError):
    """No message can go there. The words never hold what was typed."""


def tidied(channel: Channel, to: str) -> str:
    """The recipient in the one way that it is kept.

    An e-mail address in small letters, a number as +447700900123, a postal address as
    three to seven lines of which the last is a postcode.

    Raises: BadRecipient, saying what is right.
    """
    return {
        Channel.EMAIL: _email,
        Channel.TEXT: _number,
        Channel.LETTER: _postal,
    }[channel](to)


def _email(to: str) -> str:
    try:
        validate_email(to)
    except ValidationError:
        raise BadRecipient("Write one e-mail address, like name@example.org.") from None
    return to.lower()


def _number(to: str) -> str:
    if _CONTROL.search(to):
        raise BadRecipient("Write one telephone number, like 07700 900123.")
    digits = _SEPARATORS.sub("", to)
    if digits.startswith("0"):
        digits = f"+{digits[2:]}" if digits.startswith("00") else f"+44{digits[1:]}"
    is_good = _UK_MOBILE if digits.startswith("+44") else _NUMBER
    if not is_good.fullmatch(digits):
        raise BadRecipient("Write a mobile number, like 07700 900123.")
    return digits


def _postal(to: str) -> str:
    lines = [line.strip() for line in to.split("\n") if line.strip()]
    if not FEWEST_LINES <= len(lines) <= MOST_LINES:
        raise BadRecipient("Write an address of three to seven lines.")
    if any(_CONTROL.search(line) or len(line) > LONGEST_LINE for line in lines):
        raise BadRecipient("Write an address in plain lines of 100 characters or less.")
    if not _POSTCODE.fullmatch(lines[-1]):
        raise BadRecipient("End the address with a postcode, like SS2 6ER.")
    return "\n".join([*lines[:-1], lines[-1].upper()])
