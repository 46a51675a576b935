"""Somebody who can help: what for, how to reach them, and how we know."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from waymark.ui.component import Component

PARTS = (
    "name",
    "for_what",
    "phone",
    "email",
    "website",
    "where",
    "hours",
    "caution",
    "source",
    "checked_on",
)


@dataclass(frozen=True)
class HelperCard(Component):
    """One person or body who helps families. What is not known is left out."""

    template: ClassVar[str] = "ui/helper_card.html"

    name: str
    for_what: str
    source: str
    checked_on: date
    phone: str = ""
    email: str = ""
    website: str = ""
    where: str = ""
    hours: str = ""
    caution: str = ""
    heading: int = 3

    @classmethod
    def of(cls, helper: Any, heading: int = 3) -> "HelperCard":
        """The card of any record that has a helper's parts."""
        return cls(**{part: getattr(helper, part) for part in PARTS}, heading=heading)

    @property
    def tel(self) -> str:
        """The number a telephone can ring: digits only, without any remark."""
        return telephone(self.phone)

    @property
    def website_name(self) -> str:
        return _host(self.website)

    @property
    def email_shown(self) -> SafeString:
        return _breaking(self.email)

    @property
    def website_shown(self) -> SafeString:
        return _breaking(self.website_name)

    @property
    def source_name(self) -> str:
        """The source as people read it; an address is shown by its site."""
        return _host(self.source) if self.source_is_address else self.source

    @property
    def source_is_address(self) -> bool:
        return self.source.startswith(("https://", "http://"))


def telephone(phone: str) -> str:
    """What a telephone rings: the digits of a number, without any remark after it."""
    return re.sub(r"[^\d+]", "", phone.split("(")[0])


def _breaking(address: str) -> SafeString:
    """An address that may go on in the next line, but only before a sign."""
    parts = re.split(r"(?=[@.])", address)
    return format_html_join(SafeString("<wbr>"), "{}", ((part,) for part in parts))


def _host(address: str) -> str:
    return urlsplit(address).netloc.removeprefix("www.")
