"""What a page must say before or beside its own words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from django.utils.functional import Promise
from django.utils.safestring import SafeData
from django.utils.translation import gettext_lazy as _

from waymark.ui.component import Component, Words

HIDDEN_NAMES: dict[str, Promise] = {
    "information": _("Please note"),
    "warning": _("Important"),
    "success": _("Done"),
}


@dataclass(frozen=True)
class Notice(Component):
    """Something to know first. `announce` tells a screen reader at once."""

    template: ClassVar[str] = "ui/notice.html"

    body: Words
    title: str | Promise = ""
    kind: Literal["information", "warning", "success"] = "information"
    announce: bool = False

    @property
    def hidden_name(self) -> Promise:
        return HIDDEN_NAMES[self.kind]

    @property
    def is_plain(self) -> bool:
        """Whether the body is bare words, which want a paragraph of their own."""
        return isinstance(self.body, str | Promise) and not isinstance(
            self.body, SafeData
        )


@dataclass(frozen=True)
class DemonstrationBanner(Component):
    """Says on every page that nothing here is real, and whose site this is not."""

    template: ClassVar[str] = "ui/demonstration_banner.html"

    council: str | Promise = _("the council")
    words: str = ""


@dataclass(frozen=True)
class UrgentLine:
    """One way to reach urgent help: when to use it, and the number to ring."""

    words: str | Promise
    phone: str = ""
    hours: str | Promise = ""

    @classmethod
    def read(cls, line: Any) -> "UrgentLine":
        """A line from whatever an area keeps: a line, a mapping or plain words."""
        if isinstance(line, UrgentLine):
            return line
        if isinstance(line, Mapping):
            return cls(
                line.get("words", ""), line.get("phone", ""), line.get("hours", "")
            )
        return cls(str(line))

    @property
    def tel(self) -> str:
        return "".join(sign for sign in self.phone if sign.isdigit())


#: Shown when an area has written none of its own. These serve all of England.
EVERYWHERE = (
    UrgentLine(_("Somebody is in danger now"), "999"),
    UrgentLine(
        _("Urgent help with health or mental health"), "111", _("day and night")
    ),
    UrgentLine(
        _("Childline, for any child who wants to talk"), "0800 1111", _("day and night")
    ),
)


@dataclass(frozen=True)
class UrgentHelp(Component):
    """The urgent-help lines that stand on every page."""

    template: ClassVar[str] = "ui/urgent_help.html"

    lines: tuple[UrgentLine, ...] = EVERYWHERE
    id: str = "urgent-help"
    heading: int = 2

    @classmethod
    def of(cls, lines: Iterable[Any] | None) -> "UrgentHelp":
        """The area's own lines, or those that serve everywhere when it has none."""
        read = tuple(UrgentLine.read(line) for line in lines or ())
        return cls(read or EVERYWHERE)


@dataclass(frozen=True)
class EmptyState(Component):
    """Nothing here yet: why, and what to do instead."""

    template: ClassVar[str] = "ui/empty_state.html"

    title: str | Promise
    words: Words
    href: str = ""
    link: str | Promise = ""
    heading: int = 2
