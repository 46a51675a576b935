"""What a page must say before or beside its own words."""

from collections.abc import Mapping
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
    """One way to reach urgent help: when to use it, the number, and who answers."""

    words: str | Promise
    phone: str = ""
    who: str | Promise = ""

    @classmethod
    def read(cls, line: Mapping[str, str]) -> "UrgentLine":
        """A line as an area keeps it: `when`, `phone` and `who`."""
        return cls(line.get("when", ""), line.get("phone", ""), line.get("who", ""))

    @property
    def tel(self) -> str:
        return "".join(sign for sign in self.phone if sign.isdigit())


#: Shown when an area has written none of its own. These serve all of England.
EVERYWHERE = (
    UrgentLine(_("Somebody is in danger now"), "999"),
    UrgentLine(_("You need health or mental health help fast"), "111", _("NHS 111")),
    UrgentLine(_("You are a child and want to talk"), "0800 1111", _("Childline")),
)


@dataclass(frozen=True)
class UrgentHelp(Component):
    """The urgent-help lines that stand on every page."""

    template: ClassVar[str] = "ui/urgent_help.html"

    lines: tuple[UrgentLine, ...] = EVERYWHERE
    words: str = ""
    id: str = "urgent-help"
    heading: int = 2

    @classmethod
    def of(cls, urgent: Mapping[str, Any] | None) -> "UrgentHelp":
        """The area's own words and numbers, or those that serve everywhere."""
        said = urgent or {}
        lines = tuple(UrgentLine.read(line) for line in said.get("numbers", ()))
        return cls(lines or EVERYWHERE, said.get("words", ""))


@dataclass(frozen=True)
class EmptyState(Component):
    """Nothing here yet: why, and what to do instead."""

    template: ClassVar[str] = "ui/empty_state.html"

    title: str | Promise
    words: Words
    href: str = ""
    link: str | Promise = ""
    heading: int = 2
