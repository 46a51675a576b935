"""What the results page shows of a search, ready to be drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later
from django.utils.translation import ngettext

from waymark.localoffer.assurance.rules import Standing
from waymark.localoffer.distance import in_miles
from waymark.localoffer.pages import addresses
from waymark.localoffer.pages.map import AreaMap, area_map
from waymark.localoffer.pages.plan import Plan
from waymark.localoffer.search.asked import Asked, to_query
from waymark.localoffer.search.found import Facet, Found, Hit, Loosening

#: The distances that the form offers, in miles.
DISTANCES = ("1", "2", "5", "10", "20")
#: Facets that the form asks with fields of its own.
ASKED_ABOVE = {"age", "within"}
#: Groups that say nothing of how a family meets what is in them.
SAYS_NOTHING = {"", "near", "other", "guides"}
#: More pages than this are not named one by one.
PAGES_NAMED = 7


@dataclass(frozen=True, slots=True)
class Card:
    """One result with its number, which is also that of its pin."""

    number: int
    hit: Hit
    facts: Sequence[tuple[str | Promise, str]]
    far: str
    trust: str


@dataclass(frozen=True, slots=True)
class Cards:
    """Results under one heading; no title where they are not sorted into groups."""

    title: str
    cards: Sequence[Card]


@dataclass(frozen=True, slots=True)
class Removable:
    """Something that narrows the search, and the search without it."""

    says: str
    address: str


@dataclass(frozen=True, slots=True)
class PageLink:
    """One page of results; no number where pages are left out."""

    number: int
    address: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class ResultsShown:
    """A page of results with everything that leads on from it."""

    found: Found
    plan: Plan
    typed: dict[str, str]

    @property
    def asked(self) -> Asked:
        return self.found.asked

    def address(self, asked: Asked) -> str:
        """The page of a search, with the reader's plan."""
        return self.plan.carried(address_of(asked))

    @property
    def here(self) -> str:
        return self.address(self.asked)

    @property
    def query(self) -> str:
        return to_query(self.asked.but())

    @property
    def first_number(self) -> int:
        return self.cards[0].number if self.cards else 1

    @property
    def cards(self) -> list[Card]:
        """The results of this page in their order."""
        groups = {} if self._is_grouped else self._groups
        start = _first_number(self.found)
        numbered = enumerate(self.found.hits, start=start)
        return [_card(number, hit, groups) for number, hit in numbered]

    @property
    def _groups(self) -> dict[str, str]:
        return {group.name: group.title for group in self.found.groups}

    @property
    def _is_grouped(self) -> bool:
        return self.asked.sort == "nearest" and bool(self.found.groups)

    @property
    def grouped(self) -> list[Cards]:
        """The same under headings, where the nearest come first."""
        if not self._is_grouped:
            return [Cards("", self.cards)]
        titles = self._groups
        held = groupby(self.cards, key=lambda card: card.hit.group)
        return [Cards(titles.get(name, ""), list(cards)) for name, cards in held]

    @property
    def map(self) -> AreaMap | None:
        """The places of this page. Cost: that of `map.area_map`."""
        placed = [
            (card.number, card.hit.service.position if card.hit.service else None)
            for card in self.cards
        ]
        here = self.found.place.position if self.found.place else None
        return area_map(placed, here)

    @property
    def removable(self) -> list[Removable]:
        """Everything that narrows the search, each with a way to leave it out."""
        return list(self._removable())

    def _removable(self) -> Iterator[Removable]:
        asked = self.asked
        if asked.within_miles is not None and asked.near:
            says = _("Within %s miles") % f"{asked.within_miles:g}"
            yield Removable(says, self.address(asked.but(within_miles=None)))
        if asked.near:
            without = asked.but(near="", within_miles=None, sort="best")
            yield Removable(_("Near %s") % self.near_in_words, self.address(without))
        if asked.age is not None:
            says = _("Age %d") % asked.age
            yield Removable(says, self.address(asked.but(age=None)))
        for facet in self.found.facets:
            for choice in facet.choices if facet.name not in ASKED_ABOVE else ():
                if choice.chosen:
                    yield Removable(choice.title, self.address(choice.asked))

    @property
    def near_in_words(self) -> str:
        """The place asked about: a position is not read out to anybody."""
        if "," in self.asked.near:
            return _("where you are")
        return self.asked.near

    @property
    def facets(self) -> list[Facet]:
        """Lists in which something can be chosen, beside what the form asks."""
        return [facet for facet in self.found.facets if facet.name not in ASKED_ABOVE]

    @property
    def faults(self) -> list[str]:
        """What could not be read or used, each sentence once."""
        said = [fault.says for fault in self.asked.faults]
        return list(dict.fromkeys([*said, *self.found.warnings]))

    @property
    def loosen(self) -> list[tuple[Loosening, str]]:
        return [(each, self.address(each.asked)) for each in self.found.loosen]

    @property
    def understood(self) -> list[tuple[str, str, str]]:
        """What was made of the words, with what to press for something else."""
        return [
            (each.says, self.address(each.asked) if each.asked else "", each.press)
            for each in self.found.understood
        ]

    @property
    def sorts(self) -> list[tuple[str, str, bool]]:
        """The orders: words, address and whether it is this one.

        None where there is nothing to choose: no place, or no words to match.
        """
        if not (self.found.place and self.asked.words):
            return []
        return [
            (says, self.address(self.asked.but(sort=sort)), self.asked.sort == sort)
            for sort, says in (("best", _("Best match")), ("nearest", _("Nearest")))
        ]

    @property
    def pages(self) -> list[PageLink]:
        """The pages to go to; 0 is where some are left out."""
        return [
            PageLink(number, self._page(number), number == self.found.page)
            for number in named_pages(self.found.page, self.found.pages)
        ]

    @property
    def before(self) -> str:
        return self._page(self.found.page - 1)

    @property
    def after(self) -> str:
        return self._page(self.found.page + 1)

    def _page(self, number: int) -> str:
        if not 1 <= number <= self.found.pages:
            return ""
        return self.address(self.asked.but(page=number))

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the form carries along unseen."""
        held = [
            ("sort", self.asked.sort if self.asked.sort != "best" else ""),
            ("older", "1" if self.asked.older else ""),
            ("plan", self.plan.value),
        ]
        return [(name, value) for name, value in held if value]


def address_of(asked: Asked) -> str:
    """The page of a search."""
    query = to_query(asked)
    return f"{addresses.SEARCH}?{query}" if query else addresses.SEARCH


def typed(asked: Asked, given: Any) -> dict[str, str]:
    """What stands in the form: what was typed, also where it could not be read."""
    return {
        "q": asked.words,
        "near": asked.near,
        "within": str(given.get("within", ""))[:10],
        "age": str(given.get("age", ""))[:10],
    }


def _first_number(found: Found) -> int:
    """The number of the first result of this page among all of them."""
    if found.page >= found.pages:
        return max(1, found.count - len(found.hits) + 1)
    return (found.page - 1) * len(found.hits) + 1


def named_pages(here: int, pages: int) -> list[int]:
    """The numbers to show: both ends, this one and its neighbours; 0 for a gap."""
    if pages <= PAGES_NAMED:
        return list(range(1, pages + 1))
    near = {1, pages, *range(here - 1, here + 2)}
    shown: list[int] = []
    for number in sorted(n for n in near if 1 <= n <= pages):
        if shown and number > shown[-1] + 1:
            shown.append(0)
        shown.append(number)
    return shown


def _card(number: int, hit: Hit, groups: dict[str, str]) -> Card:
    return Card(number, hit, tuple(_facts(hit)), far(hit, groups), _trust(hit))


def _facts(hit: Hit) -> Iterator[tuple[str | Promise, str]]:
    if hit.service is None:
        return
    said = (
        (_later("Ages"), hit.service.ages),
        (_later("Cost"), hit.service.cost),
        (_later("Where"), hit.service.where),
        (_later("How to start"), hit.service.start),
    )
    yield from ((title, words) for title, words in said if words)


def far(hit: Hit, groups: dict[str, str]) -> str:
    """How far it is as the crow flies, or how a family meets it otherwise."""
    if hit.metres is not None:
        miles = in_miles(hit.metres)
        if miles < 0.1:
            return _("Less than 0.1 miles away")
        return _("About %s miles away") % f"{miles:.1f}".removesuffix(".0")
    return groups.get(hit.group, "") if hit.group not in SAYS_NOTHING else ""


def _trust(hit: Hit) -> str:
    """When it was last known to be right, or that it has not been for long."""
    about = hit.service
    if about is None:
        return ""
    if about.state != Standing.CURRENT:
        return _("Nobody has confirmed this for a long time. Check before you go.")
    if about.assured_on:
        return _("Confirmed on %s") % date_format(about.assured_on, "j F Y")
    if about.checked_on:
        return _("Checked on %s") % date_format(about.checked_on, "j F Y")
    return ""


def how_many(found: Found) -> str:
    """The number of results in words."""
    number = found.count
    return ngettext("%d result", "%d results", number) % number
