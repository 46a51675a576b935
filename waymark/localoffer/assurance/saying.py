"""How far an entry may be trusted, in the words that stand beside it."""

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from waymark.localoffer.assurance.queries import Assured
from waymark.localoffer.assurance.rules import Standing
from waymark.localoffer.models import Confirmation
from waymark.ui.time_limits import day_in_words

#: What families are told of an entry that nobody has confirmed for long.
WARNINGS: dict[Standing, Promise] = {
    Standing.SINKING: _later(
        "Nobody has confirmed this for more than six months. Check with them first."
    ),
    Standing.OUT_OF_SEARCH: _later(
        "Nobody has confirmed this for more than a year, so the search leaves it out. "
        "It may be wrong: check with them first."
    ),
    Standing.ARCHIVED: _later(
        "Nobody has confirmed this for more than eighteen months. We keep its page as "
        "a record; it is in no list, and may be wrong."
    ),
}


def warning(assured: Assured) -> str:
    """What to be careful about; empty for an entry that is current."""
    return str(WARNINGS.get(assured.standing, ""))


def confirmed(assured: Assured, run_by: str = "") -> SafeString:
    """When an entry was last confirmed and by whom; empty if it never was.

    `run_by` is the organisation that runs it, which is named in place of a person.
    """
    if assured.on is None:
        return SafeString("")
    return format_html(
        _by_whom(assured.how, run_by), day=day_in_words(assured.on), name=run_by
    )


def _by_whom(how: str, run_by: str) -> str:
    if how == Confirmation.How.TEAM:
        return _("Confirmed as right on {day} by the team of the Local Offer.")
    if not how:
        return _("Confirmed as right on {day}, as its source says.")
    if run_by:
        return _("Confirmed as right on {day} by {name}, who run it.")
    return _("Confirmed as right on {day} by those who run it.")
