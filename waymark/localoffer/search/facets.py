"""The choices beside the results, each with the number it would leave."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from waymark.finding.sources import words_of_kind
from waymark.localoffer import taxonomies
from waymark.localoffer.record.facts import DAYS
from waymark.localoffer.search import ranking
from waymark.localoffer.search.areas import names_of_districts
from waymark.localoffer.search.asked import LISTED, NOT_KNOWN, TIMES
from waymark.localoffer.search.found import Choice, Facet
from waymark.localoffer.search.sieve import AGE, WITHIN, Sieve
from waymark.localoffer.taxonomies import TermList

_LISTS = {
    "needs": taxonomies.NEED,
    "stages": taxonomies.STAGE,
    "access": taxonomies.ACCESS,
    "referrals": taxonomies.REFERRAL,
    "diagnosis": taxonomies.DIAGNOSIS,
    "kinds": taxonomies.KIND,
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A value of a facet, what it is called, and the set of what bears it."""

    value: str
    title: str
    these: int


def facets(sieve: Sieve, groups: Iterable[tuple[str, ...]]) -> tuple[Facet, ...]:
    """Every facet that has something to choose. `groups` are the area's synonyms.

    Counts are exact: each is the number of results after its choice is pressed alone
    in its facet, with everything chosen elsewhere kept. Cost: no query.
    """
    found = [_of_list(sieve, part, groups) for part in LISTED]
    found.insert(1, _of_ages(sieve))
    if sieve.measured:
        found.insert(0, _of_distances(sieve))
    return tuple(facet for facet in found if facet.choices)


def titles(part: str, groups: Iterable[tuple[str, ...]] = ()) -> dict[str, str]:
    """What each value of a list is called, in the order in which it is shown."""
    known = {
        "costs": {"free": _("Free"), "paid": _("Costs something")},
        "days": dict(zip(DAYS, _days(), strict=True)),
        "times": dict(
            zip(TIMES, (_("Morning"), _("Afternoon"), _("Evening")), strict=True)
        ),
    }
    if part in _LISTS:
        named = _of_terms(_LISTS[part])
    elif part == "areas":
        named = names_of_districts(groups)
    else:
        named = known[part]
    if part == "kinds":
        return {**_kinds(), **named}
    return {**named, NOT_KNOWN: _("Does not say")}


def title(part: str) -> str:
    """What a facet is called."""
    return {
        "needs": _("What a child finds hard"),
        "stages": _("Stage"),
        "costs": _("Cost"),
        "days": _("Day"),
        "times": _("Time of day"),
        "areas": _("Area"),
        "access": _("Accessibility"),
        "referrals": _("How to get it"),
        "diagnosis": _("Diagnosis"),
        "kinds": _("Kind"),
        AGE: _("Age"),
        WITHIN: _("Distance"),
    }[part]


def _of_list(sieve: Sieve, part: str, groups: Iterable[tuple[str, ...]]) -> Facet:
    known = sieve.table.lists[part]
    named = titles(part, groups)
    extra = {value: value for value in sorted(known) if value not in named}
    if part == "areas":
        named = {**extra, **named}
    rows = [_Row(value, name, known.get(value, 0)) for value, name in named.items()]
    met = sieve.without(part)
    chosen: tuple[str, ...] = getattr(sieve.asked, part)
    choices = (
        Choice(
            row.value,
            row.title,
            (met & row.these).bit_count(),
            row.value in chosen,
            sieve.asked.with_choice(part, row.value),
        )
        for row in rows
    )
    return Facet(LISTED[part], title(part), tuple(_worth_showing(choices)))


def _of_ages(sieve: Sieve) -> Facet:
    """How many services take each age. What says no age takes all."""
    met, asked = sieve.without(AGE), sieve.asked
    choices = (
        Choice(
            str(age),
            str(age),
            (met & these).bit_count(),
            asked.age == age,
            asked.but(age=None if asked.age == age else age),
        )
        for age, these in enumerate(sieve.table.ages)
    )
    return Facet("age", title(AGE), tuple(_worth_showing(choices)), many=False)


def _of_distances(sieve: Sieve) -> Facet:
    if sieve.measured is None:
        return Facet("within", title(WITHIN), (), many=False)
    met, asked = sieve.without(WITHIN), sieve.asked
    rings = [sieve.measured.ring(float(miles)) for miles in ranking.MILES]
    choices = (
        Choice(
            str(miles),
            _("Within %(miles)s miles") % {"miles": miles}
            if miles > 1
            else _("Within a mile"),
            (met & sieve.reached(ring)).bit_count(),
            asked.within_miles == miles,
            asked.but(
                within_miles=None if asked.within_miles == miles else float(miles)
            ),
        )
        for miles, ring in zip(ranking.MILES, rings, strict=True)
    )
    return Facet("within", title(WITHIN), tuple(_worth_showing(choices)), many=False)


def _worth_showing(choices: Iterable[Choice]) -> Iterator[Choice]:
    return (choice for choice in choices if choice.count or choice.chosen)


def _of_terms(terms: TermList) -> dict[str, str]:
    return {term.key: term.name for term in terms.terms}


def _kinds() -> dict[str, str]:
    """What the wide kinds are called, services first."""
    return {
        "service": _("Services"),
        "guide": _("Guides and answers"),
        "routemap-step": _("Steps of the routemaps"),
        "event": words_of_kind("event"),
        "news": words_of_kind("news"),
    }


def _days() -> tuple[str, ...]:
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )
