"""How people find their way: the doors at the head, the way back, search."""

from dataclasses import dataclass, field
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waymark.ui.component import Component


@dataclass(frozen=True, order=True)
class Door:
    """A place in the public navigation. A room registers its own at start-up."""

    order: int
    href: str
    text: str | Promise = field(compare=False)

    def holds(self, path: str) -> bool:
        """Whether the page at `path` stands behind this door."""
        return path == self.href or (self.href != "/" and path.startswith(self.href))


_doors: dict[str, Door] = {}


def register_door(door: Door) -> None:
    """Add a place to the navigation; the same address replaces the one before."""
    _doors[door.href] = door


_at_the_foot: dict[str, Door] = {}


def register_at_the_foot(door: Door) -> None:
    """Lead to a page from the foot of every public page; keep these few."""
    _at_the_foot[door.href] = door


def doors_at_the_foot() -> tuple[Door, ...]:
    """What every public page leads to at its foot, in order."""
    return tuple(sorted(_at_the_foot.values()))


@dataclass(frozen=True)
class Doors(Component):
    """The navigation at the head of each page, standing along the route line."""

    template: ClassVar[str] = "ui/doors.html"

    path: str = ""
    doors: tuple[Door, ...] = ()
    label: str | Promise = _("Main")

    @classmethod
    def at(cls, path: str) -> "Doors":
        """Every registered door, with the one that holds this page marked."""
        return cls(path, tuple(sorted(_doors.values())))

    @property
    def marked(self) -> list[tuple[Door, str]]:
        """Each door with its aria-current: page, true (inside it) or nothing."""
        return [(door, self._current(door)) for door in self.doors]

    def _current(self, door: Door) -> str:
        if door.href == self.path:
            return "page"
        return "true" if door.holds(self.path) else ""


@dataclass(frozen=True)
class Crumb:
    text: str | Promise
    href: str


@dataclass(frozen=True)
class Breadcrumbs(Component):
    """The way back up, from the home page to the page above this one."""

    template: ClassVar[str] = "ui/breadcrumbs.html"

    crumbs: tuple[Crumb, ...]


@dataclass(frozen=True)
class SearchBox(Component):
    """One field that searches everything published. It is a plain GET form."""

    template: ClassVar[str] = "ui/search_box.html"

    action: str = "/search/"
    value: str = ""
    label: str | Promise = _("Search this site")
    name: str = "q"
    id: str = "search"


@dataclass(frozen=True)
class PageFooter(Component):
    """The end of a page: where to say what is wrong or missing on it."""

    template: ClassVar[str] = "ui/page_footer.html"

    path: str
