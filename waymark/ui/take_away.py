"""The page in other forms, folded until somebody wants one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from waymark.ui.component import Component

KILOBYTE = 1000
MEGABYTE = 1000 * KILOBYTE


@dataclass(frozen=True)
class OtherForm:
    """The same words in another form: large print, a calendar file, audio.

    `size` is in bytes, where it is known.
    """

    title: str | Promise
    href: str
    hint: str | Promise = ""
    size: int | None = None

    @property
    def weight(self) -> str:
        """The size as people know it from their own files."""
        if self.size is None:
            return ""
        if self.size < MEGABYTE:
            return _now("%d KB") % max(1, round(self.size / KILOBYTE))
        return _now("%.1f MB") % (self.size / MEGABYTE)

    @property
    def about(self) -> str:
        """The hint and the size, as far as there are any."""
        return " ".join(str(part) for part in (self.hint, self.weight) if part)


@dataclass(frozen=True)
class FormGroup:
    """Forms that serve the same use: on paper, by ear, to change."""

    title: str | Promise
    forms: Sequence[OtherForm]


@dataclass(frozen=True)
class TakeAway(Component):
    """Everything a page can be taken away as; one line until it is opened."""

    template: ClassVar[str] = "ui/take_away.html"

    groups: tuple[FormGroup, ...]
    title: str | Promise = _("Take this away")
    says: str | Promise = _("print, large print, audio, Braille, Word and more")
    heading: int = 2
    opened: bool = False

    @property
    def below(self) -> int:
        """The level of the groups' headings."""
        return self.heading + 1
