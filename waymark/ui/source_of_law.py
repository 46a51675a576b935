"""Where a time limit or a duty comes from, folded away until somebody asks."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waymark.law.sources import Source
from waymark.ui.component import Component


@dataclass(frozen=True)
class SourceOfLaw(Component):
    """A fold-out that names each provision, links to it and says when we read it."""

    template: ClassVar[str] = "ui/source_of_law.html"

    sources: tuple[Source, ...]
    summary: str | Promise = _("The law behind this")
    opened: bool = False
