"""A whole letter, ready to copy and send, with its blanks marked."""

import re
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from waymark.ui.component import Component

BLANK = re.compile(r"(\[[^\[\]]+\])")


@dataclass(frozen=True)
class LetterBox(Component):
    """A letter as text. Copying is a script's kindness; selecting always works.

    `email` and `subject` add a link that opens the letter in the family's own
    mail programme; nothing is sent through us.
    """

    template: ClassVar[str] = "ui/letter_box.html"

    key: str
    title: str
    body: str
    subject: str = ""
    email: str = ""
    heading: int = 3

    @property
    def marked(self) -> SafeString:
        """The letter with each [blank] marked, and nothing else changed."""
        parts = BLANK.split(self.body)
        return format_html_join("", "{}", ((_marked(part),) for part in parts))

    @property
    def mailto(self) -> str:
        lines = self.body.replace("\r\n", "\n").replace("\n", "\r\n")
        subject, body = quote(self.subject), quote(lines)
        return f"mailto:{quote(self.email, safe='@')}?subject={subject}&body={body}"


def _marked(part: str) -> str:
    return format_html("<mark>{}</mark>", part) if BLANK.fullmatch(part) else part
