"""One component in one state, as the gallery shows it."""

from dataclasses import dataclass

from waymark.ui.component import Component


@dataclass(frozen=True)
class Example:
    """One component in one state, with a few words about it."""

    about: str
    shown: tuple[Component, ...]


@dataclass(frozen=True)
class Group:
    title: str
    examples: tuple[Example, ...]
