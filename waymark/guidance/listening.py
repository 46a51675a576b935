"""Who takes up what readers say about a page. A room above says so when it starts.

The form, its address and its limits stay guidance's own: there is one form for every
page. The room may ask a little more on it, and hears each answer in the transaction
that keeps it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import Field


@dataclass(frozen=True)
class Listener:
    """What a room asks beside guidance's own questions, and what it does then.

    `fields` makes fresh fields by name; `unfit` gives for what was typed the field and
    the sentence of each fault. `before` and `after` are templates: what is said above
    the form, and to whoever has sent it. `heard` gets the feedback and the answers to
    `fields`, and runs in the transaction that keeps the feedback.
    """

    fields: Callable[[], Mapping[str, Field]]
    unfit: Callable[[Mapping[str, Any]], list[tuple[str, Any]]]
    before: str
    after: str
    heard: Callable[[Any, Mapping[str, Any]], None]


_listeners: list[Listener] = []


def register(listener: Listener) -> None:
    """Have a room listen; the last to register is the one that does."""
    _listeners[:] = [listener]


def listener() -> Listener | None:
    """The room that listens, if there is one."""
    return _listeners[0] if _listeners else None
