"""What a search of the Local Offer gives back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from waymark.finding.signposts import Signpost
from waymark.localoffer.assurance.rules import Standing
from waymark.localoffer.distance import Position
from waymark.localoffer.search.asked import Asked


@dataclass(frozen=True, slots=True)
class Summary:
    """What the card of a service shows, in plain words. Empty where it is not known.

    `state` says how far it may be trusted; one that is out of the search is shown
    only when asked for, and one that is archived not at all.
    `counts_from` is the day that counts for it.
    """

    id: UUID
    organisation: str
    ages: str
    cost: str
    where: str
    start: str
    phone: str
    email: str
    url: str
    closed_for_now: bool
    position: Position | None
    checked_on: date | None
    assured_on: date | None
    counts_from: date
    state: Standing


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. `kind` is service, guide or routemap-step.

    `id` is the source's own where there is one. `line` says what it is in a sentence
    or two, plain text. `said` are the words of the question that it says itself; `why`
    are sentences about the other words by which it was found. `metres` is from the
    place asked about, None if unknown. `group` is the name of its `Group`, empty when
    no place was asked about.
    """

    id: str
    kind: str
    kind_words: str
    name: str
    line: str
    address: str
    score: float
    said: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    metres: float | None = None
    group: str = ""
    service: Summary | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a facet: how many results it would leave, and the search with it.

    `asked` is the search after it is pressed: added, or taken away if it was chosen.
    """

    value: str
    title: str
    count: int
    chosen: bool
    asked: Asked


@dataclass(frozen=True, slots=True)
class Facet:
    """A list of choices. `name` is that in the address; `many` if several may be
    chosen, of which any will do.
    """

    name: str
    title: str
    choices: tuple[Choice, ...]
    many: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """Where distances are measured from, never more exactly than about 100 m."""

    name: str
    position: Position


@dataclass(frozen=True, slots=True)
class Group:
    """Results by how a family meets them: near, comes-to-you, online, national, other.

    In the order in which they are shown when the nearest come first.
    """

    name: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Understood:
    """What the search did with the words, in a sentence, and how to have it otherwise.

    `asked` is the search without it, or the search that it offers; None if there is
    none.
    """

    says: str
    asked: Asked | None = None
    press: str = ""


@dataclass(frozen=True, slots=True)
class Loosening:
    """A way out when little is found: what to leave out, and what that would give."""

    says: str
    asked: Asked
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """One page of results, and everything that leads on from it.

    `urgent` is true when the words mean that somebody may be in danger: help comes
    before results. `asleep` means that searching is impossible now. `signposts` are
    whom to ask when nothing is found. `warnings` are sentences about what was asked
    and could not be used.
    """

    asked: Asked
    hits: tuple[Hit, ...] = ()
    count: int = 0
    page: int = 1
    pages: int = 0
    facets: tuple[Facet, ...] = ()
    place: Place | None = None
    groups: tuple[Group, ...] = ()
    understood: tuple[Understood, ...] = ()
    loosen: tuple[Loosening, ...] = ()
    urgent: bool = False
    signposts: tuple[Signpost, ...] = ()
    warnings: tuple[str, ...] = ()
    asleep: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word or a thing to go to while somebody types.

    `kind` is "word" or that of a hit; `address` is empty for a word, whose `asked` is
    the search for it.
    """

    words: str
    kind: str
    kind_words: str
    address: str = ""
    asked: Asked | None = None
