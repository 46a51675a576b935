"""The kinds of message there are, as data. Rooms above register theirs at start-up.

A message says where things stand, what changed, what is needed and by when. Its
subject has no blanks, so that it is neutral by construction: nobody's name can stand
in it, and nothing that was typed can become a header.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from string import Formatter

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from waymark.gateways.carrying import Channel

Said = str | Promise
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]+")


class Unfilled(ValueError):
    """A blank of a kind was not given, or something was given that has no blank."""


@dataclass(frozen=True, slots=True)
class Words:
    """A message as its recipient reads it."""

    subject: str
    body: str = field(repr=False)


@dataclass(frozen=True)
class Kind:
    """One kind of message. `changed`, `needed` and the others may hold {blanks}.

    `urgent`: goes at once, also at night. `secret`: the words open a door, so they
    are forgotten as soon as they are sent. `good_for`: after so long it is of no use
    and is not sent. `daily`: waits for one message a day with the others of its
    recipient. `rung_instead`: when it cannot be delivered, somebody is asked to ring.
    `when_undeliverable`: called with the message's key, in the same transaction.
    """

    key: str
    subject: Said
    changed: Said
    needed: Said = ""
    stage: Said = ""
    by_when: Said = ""
    urgent: bool = False
    secret: bool = False
    good_for: timedelta | None = None
    daily: bool = False
    rung_instead: bool = True
    when_undeliverable: Callable[[str], None] | None = None

    def __post_init__(self) -> None:
        if "{" in str(self.subject):
            raise ValueError(f"The subject of {self.key} must have no blanks.")

    @property
    def paragraphs(self) -> list[str]:
        """Its words in their order, blanks and all."""
        said = (self.stage, self.changed, self.needed, self.by_when)
        return [str(part) for part in said if part]

    @property
    def blanks(self) -> frozenset[str]:
        """The names of what must be filled in."""
        return frozenset(
            name
            for part in self.paragraphs
            for _text, name, *_how in Formatter().parse(part)
            if name is not None
        )


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Make a kind known; the same key replaces the one before."""
    _kinds[kind.key] = kind


def kind_of(key: str) -> Kind:
    """The kind with this key.

    Raises: KeyError.
    """
    return _kinds[key]


def known(key: str) -> Kind | None:
    """The kind with this key; None for one that this release no longer has."""
    return _kinds.get(key)


def name_of(key: str) -> str:
    """What people call a kind: its subject. A kind that is gone keeps its key."""
    return str(_kinds[key].subject) if key in _kinds else key


def filled(kind: Kind, channel: Channel, blanks: Mapping[str, str]) -> Words:
    """The words of one message. A daily one leaves the rest to its envelope.

    Raises: Unfilled, naming the blanks and never what was in them.
    """
    wrong = kind.blanks ^ blanks.keys()
    if wrong:
        raise Unfilled(f"{kind.key}: {', '.join(sorted(wrong))}")
    clean = {name: _CONTROL.sub(" ", text) for name, text in blanks.items()}
    said = [part.format_map(clean).strip() for part in kind.paragraphs]
    if kind.daily:
        return Words(str(kind.subject), "\n\n".join(said))
    if channel == Channel.TEXT:
        return Words(str(kind.subject), f"Waymark: {' '.join(' '.join(said).split())}")
    return Words(str(kind.subject), "\n\n".join([*said, _foot()]))


def _foot() -> str:
    return _(
        "Waymark, {website}\nNobody reads answers to this message. "
        "To reach us, use the contact page of the site."
    ).format(website=settings.WEBSITE)
