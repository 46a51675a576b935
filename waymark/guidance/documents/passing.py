"""What is made while somebody waits: a few at a time, so that the site stays quick.

Formats of somebody's own dates are always made so, and nothing of them is kept.
"""

from collections.abc import Callable

from django.http import HttpRequest

from waymark.formats.making import Kind
from waymark.guidance import visitors
from waymark.guidance.documents.shelf import converted, shelf

#: Formats that take seconds where others take a blink.
SLOW = frozenset({Kind.AUDIO})
#: How many may be made at the same moment for people who wait, in the whole site.
DESKS = 2
SLOW_DESKS = 1


class TooOften(Exception):
    """One visitor has had more made in the last minutes than we can make for all."""


class BeingMade(Exception):
    """It takes longer than a reader should wait, so a job makes it now."""


def at_a_desk(kind: Kind, work: Callable[[], bytes]) -> bytes:
    """Do the work as one of the few who are served at the same moment.

    Raises: keeping.Busy, if every desk is taken; whatever `work` raises.
    """
    slow = kind in SLOW
    with shelf().one_of(SLOW_DESKS if slow else DESKS, "slow" if slow else "desk"):
        return work()


def require_patience(request: HttpRequest, kind: Kind) -> None:
    """Count what one visitor has made on request.

    Raises: TooOften, past the limits in `visitors`.
    """
    if not visitors.may_have_made(request, slow=kind in SLOW):
        raise TooOften


def made_for_one(request: HttpRequest, html: str, kind: Kind) -> bytes:
    """A document of somebody's own in this format. It goes to them and nowhere else.

    Raises: CannotMake; keeping.Busy; TooOften.
    """
    require_patience(request, kind)
    return at_a_desk(kind, lambda: converted(html, kind))
