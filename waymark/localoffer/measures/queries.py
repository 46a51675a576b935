"""Every read of the counts. They hold nobody, yet they are for editors alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet, Sum

from waymark.access.actor import Actor
from waymark.access.roles import Permission
from waymark.localoffer.models import SameMeaning, SearchCount, SearchWords, Use
from waymark.localoffer.models.measure import Used

#: Words are read only after so many uses, on so many days.
FEWEST_USES = 3
FEWEST_DAYS = 3
SHOWN = 50


@dataclass(frozen=True, slots=True)
class Searched:
    """Some words, how often they were searched for, and how often in vain."""

    mark: str
    words: str
    times: int
    in_vain: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A page or a format, and how often it was used."""

    what: str
    times: int


def may_read(actor: Actor) -> bool:
    """Whether this person may see the counts."""
    return actor.has(Permission.READ_FEEDBACK)


def most_used(
    actor: Actor, kind: Used, since: date, *, under: str = "", apart_from: str = ""
) -> list[Counted]:
    """What was used most since a day, the most used first.

    `under` is the beginning of the paths that are wanted, `apart_from` of those that
    are not. Cost: one query.
    """
    rows = _uses(actor, kind, since).filter(what__startswith=under)
    if apart_from:
        rows = rows.exclude(what__startswith=apart_from)
    sums = rows.values_list("what").annotate(times=Sum("times"))
    return [Counted(*row) for row in sums.order_by("-times", "what")[:SHOWN]]


def searches(actor: Actor, since: date) -> list[Searched]:
    """The words searched for most since a day, of those that may be read.

    Cost: two queries.
    """
    words = {held.mark: held.words for held in _words(actor)}
    return sorted(_searched(words, since), key=lambda one: (-one.times, one.words))[
        :SHOWN
    ]


def in_vain(actor: Actor, since: date) -> list[Searched]:
    """The words that found nothing and that no editor has dealt with, most first.

    Cost: two queries.
    """
    open_ = _words(actor).filter(dealt_with_on=None)
    words = {held.mark: held.words for held in open_}
    found = [one for one in _searched(words, since) if one.in_vain]
    return sorted(found, key=lambda one: (-one.in_vain, one.words))[:SHOWN]


def readable_words(actor: Actor, mark: str) -> SearchWords | None:
    """The words behind a mark, if they may be read. Cost: one query."""
    return _words(actor).filter(mark=mark).first()


def meanings(actor: Actor) -> QuerySet[SameMeaning]:
    """Every wording that editors have added. Cost: one query."""
    rows = SameMeaning.objects.all()
    return rows if may_read(actor) else rows.none()


def groups() -> list[tuple[str, str]]:
    """The editors' wordings, for the search. Cost: one query."""
    return list(SameMeaning.objects.values_list("words", "means"))


def often_enough(marks: Iterable[str]) -> list[str]:
    """Those of these that were used three times, on three days. Cost: one query."""
    rows = SearchCount.objects.filter(mark__in=list(marks)).order_by().values("mark")
    told = rows.annotate(all=Sum("times"), days=Count("on"))
    often = told.filter(all__gte=FEWEST_USES, days__gte=FEWEST_DAYS)
    return list(often.values_list("mark", flat=True))


def searched_on(day: date, *, apart_from: Iterable[str]) -> int:
    """How many other searches were counted on a day. Cost: one query."""
    others = SearchCount.objects.filter(on=day).exclude(mark__in=list(apart_from))
    return others.count()


def _uses(actor: Actor, kind: Used, since: date) -> QuerySet[Use]:
    rows = Use.objects.filter(kind=kind, on__gte=since).order_by()
    return rows if may_read(actor) else rows.none()


def _words(actor: Actor) -> QuerySet[SearchWords]:
    rows = SearchWords.objects.all()
    return rows if may_read(actor) else rows.none()


def _searched(words: dict[str, str], since: date) -> Iterable[Searched]:
    rows = SearchCount.objects.filter(mark__in=list(words), on__gte=since)
    sums = rows.values_list("mark").annotate(Sum("times"), Sum("found_nothing"))
    for mark, times, nothing in sums:
        yield Searched(mark, words[mark], times, nothing)
