"""Cases in lists: what must be done today, and what breaks next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.record import Part
from waymark.access.roles import Role
from waymark.casework.models import CaseLine, Episode, SavedList
from waymark.law.rule import Party
from waymark.people import queries as people
from waymark.people import slots
from waymark.people.models import Child
from waymark.today import today

PAGE = 50


class When(StrEnum):
    """How soon the next last day of a case is."""

    LATE = "late"
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    LATER = "later"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to see in a list. `officer` and `holder` narrow it.

    `latest` is the kind of the last step. Cases that have ended are shown on demand.
    """

    when: When | None = None
    officer: UUID | None = None
    holder: Party | None = None
    latest: str = ""
    ended: bool = False
    number: int = 1


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case as a line of a list."""

    line: CaseLine
    officer: str
    setting: str

    @property
    def episode(self) -> Episode:
        """The episode whose line this is."""
        return self.line.episode

    @property
    def child(self) -> Child:
        """Whose case it is."""
        return self.line.episode.child


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cases there are by how soon their next last day is."""

    by: Mapping[When, int]
    open: int
    ended: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of a list, how many there are of each kind, and who the officers are."""

    rows: tuple[CaseRow, ...]
    counts: Counts
    officers: Mapping[UUID, str]
    wanted: Wanted
    found: int
    on: date

    @property
    def of(self) -> int:
        """How many pages there are."""
        return _pages(self.found)


def cases(actor: Actor, wanted: Wanted) -> Listing:
    """The cases that the actor may see, the most urgent first, 50 at a time.

    That they were seen is written down. Cost: six queries, and those that say who the
    actor is and what they may see; the same however many cases there are.
    """
    visible = people.visible_children(actor, Part.PERSON, Part.REQUEST)
    day = today()
    officers = people.working_with(visible, role=Role.COORDINATOR)
    lines = _chosen(CaseLine.objects.filter(episode__child__in=visible), wanted)
    mine = _of_officer(lines, wanted, officers)
    counts = _counts(mine, day)
    picked = _picked(mine, wanted, day)
    found = _found(counts, wanted)
    first = (_in_range(wanted.number, found) - 1) * PAGE
    rows = list(picked.select_related("episode__child")[first : first + PAGE])
    audit.record_listed(
        actor, _children(rows), Part.REQUEST, why="Saw the case in a list"
    )
    names = _names(officers)
    return Listing(_named(rows, officers, names), counts, names, wanted, found, day)


def find_cases(
    actor: Actor, *, words: str, born_on: date | None = None
) -> tuple[CaseRow, ...]:
    """The cases, ended or not, of children so called or born, or of this reference.

    At most 50. Who searched and what was seen is written down, never the words.
    Cost: five queries, and those that say who the actor is and what they may see.
    """
    visible = people.visible_children(actor, Part.PERSON, Part.REQUEST)
    called = people.named(visible, words=words, born_on=born_on)
    of_child = Q(episode__child__in=called)
    if born_on is None and words.strip():
        of_child |= Q(episode__reference=as_reference(words))
    lines = CaseLine.objects.filter(of_child, episode__child__in=visible).distinct()
    officers = people.working_with(called, role=Role.COORDINATOR)
    rows = list(lines.select_related("episode__child")[:PAGE])
    audit.record_listed(actor, _children(rows), Part.REQUEST, why="Searched for a case")
    return _named(rows, officers, _names(officers))


def as_reference(words: str) -> str:
    """What somebody typed, as a reference is written: capitals and one dash.

    Letters that look like digits are read as the digits they were.
    """
    signs = "".join(sign for sign in words.upper() if sign.isalnum())
    signs = signs.translate(str.maketrans("OIL", "011"))
    return f"{signs[:4]}-{signs[4:]}" if len(signs) == 8 else ""


def saved_lists(actor: Actor) -> QuerySet[SavedList]:
    """The lists that somebody saved, by name. Cost: one query."""
    return SavedList.objects.filter(account_id=actor.signed_in_as)


def _chosen(lines: QuerySet[CaseLine], wanted: Wanted) -> QuerySet[CaseLine]:
    if wanted.holder is not None:
        lines = lines.filter(holder=wanted.holder.value)
    return lines.filter(latest=wanted.latest) if wanted.latest else lines


def _of_officer(
    lines: QuerySet[CaseLine], wanted: Wanted, officers: Mapping[UUID, UUID]
) -> QuerySet[CaseLine]:
    if wanted.officer is None:
        return lines
    theirs = [child for child, officer in officers.items() if officer == wanted.officer]
    return lines.filter(episode__child_id__in=theirs)


def _within(day: date) -> Mapping[When, Q]:
    week, month = day + timedelta(days=7), day + timedelta(days=28)
    return {
        When.LATE: Q(due_on__lt=day),
        When.TODAY: Q(due_on=day),
        When.WEEK: Q(due_on__gt=day, due_on__lte=week),
        When.MONTH: Q(due_on__gt=week, due_on__lte=month),
        When.LATER: Q(due_on__gt=month),
        When.NONE: Q(due_on=None),
    }


def _counts(lines: QuerySet[CaseLine], day: date) -> Counts:
    going = Q(is_ended=False)
    asked = {
        when.value: Count("pk", filter=going & within)
        for when, within in _within(day).items()
    }
    got = lines.order_by().aggregate(
        open=Count("pk", filter=going), ended=Count("pk", filter=~going), **asked
    )
    return Counts(
        {when: got[when.value] for when in When}, open=got["open"], ended=got["ended"]
    )


def _picked(lines: QuerySet[CaseLine], wanted: Wanted, day: date) -> QuerySet[CaseLine]:
    lines = lines.filter(is_ended=wanted.ended)
    if wanted.when is not None and not wanted.ended:
        lines = lines.filter(_within(day)[wanted.when])
    return lines


def _found(counts: Counts, wanted: Wanted) -> int:
    if wanted.ended:
        return counts.ended
    return counts.open if wanted.when is None else counts.by[wanted.when]


def _in_range(number: int, found: int) -> int:
    return min(max(1, number), _pages(found))


def _pages(found: int) -> int:
    return max(1, -(-found // PAGE))


def _children(lines: Sequence[CaseLine]) -> list[UUID]:
    return [line.episode.child_id for line in lines]


def _names(officers: Mapping[UUID, UUID]) -> Mapping[UUID, str]:
    found = slots.names_of(set(officers.values()))
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


def _named(
    lines: Sequence[CaseLine],
    officers: Mapping[UUID, UUID],
    names: Mapping[UUID, str],
) -> tuple[CaseRow, ...]:
    places = people.settings_of(_children(lines))
    return tuple(
        CaseRow(
            line,
            names.get(officers.get(line.episode.child_id, line.pk), ""),
            places.get(line.episode.child_id, ""),
        )
        for line in lines
    )
