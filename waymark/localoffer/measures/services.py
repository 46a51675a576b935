"""Every change to the counts, and to the wordings that editors add to the search."""

import logging
from collections import defaultdict
from datetime import date, timedelta

from django.db import DatabaseError, transaction
from django.db.models import F

from waymark.access.actor import Actor
from waymark.access.guard import require
from waymark.finding import services as finding
from waymark.localoffer.measures import gathering, policies, queries
from waymark.localoffer.measures.gathering import Gathered
from waymark.localoffer.measures.words import countable, mark
from waymark.localoffer.models import SameMeaning, SearchCount, SearchWords, Use
from waymark.localoffer.models.measure import Used
from waymark.today import today

log = logging.getLogger(__name__)

#: How long counts are kept: this month and the same one a year ago.
KEEP = timedelta(days=396)
#: Different searches counted in a day; whoever sends more fills no table.
MOST_A_DAY = 5000


def count_search(words: str, found: int, on: date) -> None:
    """Count one search and whether it found nothing. Never raises.

    That there was a search is always counted; its words only if `words.countable`
    lets them, and nobody reads them before they were used three times on three days.
    Cost: nothing; once in half a minute some ten queries write all that waits.
    """
    more = Gathered()
    more.uses[Used.SEARCH.value, "nothing" if not found else "found", on] += 1
    plain = countable(words)
    if plain:
        more.searches[plain, on] += 1
        more.in_vain[plain, on] += not found
    _gather(more)


def count_use(kind: Used, what: str, on: date) -> None:
    """Count that a page was read or a format taken. Never raises.

    `what` is the path of a published page, or the name of a format: never anything
    that a visitor has typed. Cost: as for `count_search`.
    """
    more = Gathered()
    more.uses[kind.value, what, on] += 1
    _gather(more)


def write_down() -> None:
    """Write every count of this process that waits; if the database cannot, later."""
    waiting = gathering.taken()
    if not len(waiting):
        return
    try:
        with transaction.atomic():
            _write(waiting)
    except DatabaseError:
        log.warning("counts_wait number=%s", len(waiting))
        gathering.add(waiting)


def forget_old() -> int:
    """Delete counts older than `KEEP`, and words that no count stands for any more.

    Harmless when it is done twice. Gives the number of rows.
    """
    before = today() - KEEP
    gone = Use.objects.filter(on__lt=before).delete()[0]
    gone += SearchCount.objects.filter(on__lt=before).delete()[0]
    counted = SearchCount.objects.values("mark")
    gone += SearchWords.objects.exclude(mark__in=counted).delete()[0]
    return int(gone)


@transaction.atomic
def add_meaning(actor: Actor, mark: str, means: str) -> None:
    """Let the search know that some words mean the same as others.

    The words leave the list of those that found nothing; adding them twice is harmless.
    Raises: PermissionDenied, SearchWords.DoesNotExist.
    """
    require(policies.may_teach(actor))
    held = SearchWords.objects.get(mark=mark)
    SameMeaning.objects.get_or_create(
        words=held.words,
        means=means,
        defaults={"by": actor.account_id, "added_on": today()},
    )
    SearchWords.objects.filter(mark=mark).update(dealt_with_on=today())
    finding.rebuild_after_commit()


@transaction.atomic
def take_back_meaning(actor: Actor, number: int) -> None:
    """Let the search forget a wording. Harmless when done twice.

    Raises: PermissionDenied.
    """
    require(policies.may_teach(actor))
    SameMeaning.objects.filter(pk=number).delete()
    finding.rebuild_after_commit()


def set_aside(actor: Actor, mark: str) -> None:
    """Take words off the list of those that found nothing: no wording would help.

    Raises: PermissionDenied.
    """
    require(policies.may_teach(actor))
    SearchWords.objects.filter(mark=mark).update(dealt_with_on=today())


def _gather(more: Gathered) -> None:
    if gathering.add(more):
        write_down()


def _write(waiting: Gathered) -> None:
    _write_uses(waiting)
    _write_searches(waiting)
    _let_words_be_read({words for words, _on in waiting.searches})


def _write_uses(waiting: Gathered) -> None:
    """Cost: one query, and one for each kind, day and number among the counts."""
    alike: dict[tuple[str, date, int], list[str]] = defaultdict(list)
    for (kind, what, on), times in waiting.uses.items():
        alike[kind, on, times].append(what[:300])
    new = [
        Use(kind=kind, what=what, on=on, times=0)
        for (kind, on, _times), named in alike.items()
        for what in named
    ]
    Use.objects.bulk_create(new, ignore_conflicts=True)
    for (kind, on, times), named in alike.items():
        rows = Use.objects.filter(kind=kind, on=on, what__in=named)
        rows.update(times=F("times") + times)


def _write_searches(waiting: Gathered) -> None:
    """Cost: two queries a day, and one for each number among the counts."""
    alike: dict[tuple[date, int, int], list[str]] = defaultdict(list)
    for (words, on), times in waiting.searches.items():
        alike[on, times, waiting.in_vain[words, on]].append(mark(words))
    for day in {on for on, _times, _nothing in alike}:
        named = [m for (on, *_), marks in alike.items() if on == day for m in marks]
        room = max(0, MOST_A_DAY - queries.searched_on(day, apart_from=named))
        new = [SearchCount(mark=m, on=day, times=0) for m in named[:room]]
        SearchCount.objects.bulk_create(new, ignore_conflicts=True)
    for (on, times, nothing), marks in alike.items():
        rows = SearchCount.objects.filter(on=on, mark__in=marks)
        more = {"times": F("times") + times}
        rows.update(**more, found_nothing=F("found_nothing") + nothing)


def _let_words_be_read(words: set[str]) -> None:
    """Keep the words themselves of what was used often enough. Cost: two queries."""
    behind = {mark(each): each for each in words}
    often = queries.often_enough(behind)
    new = [SearchWords(mark=each, words=behind[each]) for each in often]
    SearchWords.objects.bulk_create(new, ignore_conflicts=True)
