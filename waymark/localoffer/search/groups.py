"""Results by how a family meets them, so that nothing without a postcode is lost."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from waymark.localoffer.search import bits
from waymark.localoffer.search.found import Group
from waymark.localoffer.search.table import WAYS, Table

NEAR, OTHER, PAGES = "near", "other", "guides"


@dataclass(frozen=True, slots=True)
class Grouped:
    """Every place of the index in exactly one group."""

    sets: dict[str, int]
    size: int

    @property
    def near(self) -> int:
        return self.sets[NEAR]

    def others(self) -> Iterator[int]:
        """Every group but the first, in order."""
        return (these for name, these in self.sets.items() if name != NEAR)

    def name(self, place: int) -> str:
        """The group of a place."""
        return next(name for name, these in self.sets.items() if (these >> place) & 1)

    def counted(self, met: int) -> tuple[Group, ...]:
        """The groups that hold something of a set."""
        found = (
            Group(name, title(name), (met & these).bit_count())
            for name, these in self.sets.items()
        )
        return tuple(group for group in found if group.count)


def title(name: str) -> str:
    """What a group is called."""
    return {
        NEAR: _("Near you"),
        "comes-to-you": _("Comes to you"),
        "online": _("Online or by phone"),
        "national": _("For the whole country"),
        OTHER: _("Place not given"),
        PAGES: _("Guides and steps"),
    }[name]


def grouped(table: Table, ring: int | None) -> Grouped:
    """Everything by group. `ring` is what stands within the distance asked for.

    What stands outside it but comes to a family, or is online, is in that group.
    """
    left = bits.everything(table.size)
    near = table.placed if ring is None else ring
    sets = {NEAR: near}
    left &= ~near
    for way in WAYS:
        sets[way] = table.ways[way] & left
        left &= ~sets[way]
    sets[PAGES] = left & ~table.services
    sets[OTHER] = left & table.services
    ordered = (NEAR, *WAYS, OTHER, PAGES)
    return Grouped({name: sets[name] for name in ordered}, table.size)
