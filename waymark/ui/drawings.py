"""Small line drawings of our own: the waymark, the estuary, the path."""

from dataclasses import dataclass
from typing import Literal

from waymark.ui.component import Component


@dataclass(frozen=True)
class Drawing(Component):
    """A drawing that only decorates; it has no words and is silent to a reader."""

    name: Literal["waymark", "estuary", "path", "letter", "calendar"]

    @property
    def template(self) -> str:  # type: ignore[override]
        return f"ui/drawings/{self.name}.html"
