"""No dead ends: what to leave out when little is found, and what that would give."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from waymark.localoffer.search.asked import LISTED, Asked
from waymark.localoffer.search.found import Loosening
from waymark.localoffer.search.sieve import AGE, WITHIN, Sieve


def loosenings(sieve: Sieve, unworded: Sieve, older: int) -> tuple[Loosening, ...]:
    """Each way to find more, what gives most first. Every count is exact.

    `unworded` is the same search without its words; `older` the number of services
    that meet it and that nobody has confirmed for a year.
    """
    now = sieve.met.bit_count()
    found = [each for each in _ways(sieve, unworded, older) if each.count > now]
    found.sort(key=lambda each: -each.count)
    return tuple(found)


def _ways(sieve: Sieve, unworded: Sieve, older: int) -> Iterator[Loosening]:
    asked = sieve.asked
    for part in sieve.parts:
        count = sieve.without(part).bit_count()
        yield Loosening(_without(part), _left_out(asked, part), count)
    if len(sieve.parts) > 1:
        everything = asked
        for part in sieve.parts:
            everything = _left_out(everything, part)
        count = sieve.without(*sieve.parts).bit_count()
        yield Loosening(_("Keep the words and leave out the rest"), everything, count)
    if asked.words and sieve.parts:
        count = unworded.met.bit_count()
        yield Loosening(_("Leave out the words"), asked.but(words=""), count)
    if older and not asked.older:
        count = sieve.met.bit_count() + older
        says = _("Show services that nobody has confirmed for a year")
        yield Loosening(says, asked.but(older=True), count)


def _left_out(asked: Asked, part: str) -> Asked:
    return asked.but(**{part: () if part in LISTED else None})


def _without(part: str) -> str:
    return {
        "needs": _("Leave out what a child finds hard"),
        "stages": _("Leave out the stage"),
        "costs": _("Leave out the cost"),
        "days": _("Leave out the day"),
        "times": _("Leave out the time of day"),
        "areas": _("Leave out the area"),
        "access": _("Leave out accessibility"),
        "referrals": _("Leave out how to get it"),
        "diagnosis": _("Leave out the diagnosis"),
        "kinds": _("Leave out the kind"),
        AGE: _("Leave out the age"),
        WITHIN: _("Look any distance away"),
    }[part]
