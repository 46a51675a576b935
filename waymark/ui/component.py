"""A component is a frozen dataclass with a template of the same name."""

from typing import Any, ClassVar

from django.template.loader import render_to_string
from django.utils.safestring import SafeString


class Component:
    """A piece of a page: its fields are its contract, `{{ it }}` renders it.

    A component fetches nothing, so that a test renders it without a database.
    Text given to it is escaped; only a `SafeString` or another component is not.
    """

    template: ClassVar[str]

    def context(self) -> dict[str, Any]:
        """What the template sees: the component itself, as `c`."""
        return {"c": self}

    def __str__(self) -> SafeString:
        return render_to_string(self.template, self.context())

    __html__ = __str__


#: What may stand where words stand: plain text, safe HTML or another component.
Words = str | Component
