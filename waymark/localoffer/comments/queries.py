"""Every read of comments and of the years they are published in."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import Count, Min, QuerySet
from django.utils.translation import gettext as _

from waymark.access.actor import Actor
from waymark.access.roles import Permission
from waymark.finding.index import OutOfOrder, live
from waymark.guidance import queries as guidance
from waymark.guidance.models import Feedback
from waymark.guidance.queries import Place
from waymark.localoffer.identifying import Trace, traces
from waymark.localoffer.models import Comment, Service, YearOfAnswers
from waymark.localoffer.models.comment import SETTLED
from waymark.localoffer.pages.addresses import FIRST, SERVICES
from waymark.organisations import queries as organisations
from waymark.today import today

YOU_SAID = f"{FIRST}you-said-we-did/"
#: Settled ones an editor sees at once.
NEWEST = 50
#: How long before the day we begin to say so.
SOON = timedelta(days=60)


class Standing(StrEnum):
    """How the yearly publication stands."""

    NOTHING_YET = "nothing-yet"
    IN_TIME = "in-time"
    SOON = "soon"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Due:
    """When comments and answers must be published next; no day before the first one."""

    by: date | None
    standing: Standing


def address_of(year: int) -> str:
    """The page of one year of comments."""
    return f"{YOU_SAID}{year}/"


# ---- for editors -----------------------------------------------------------------


def visible_comments(actor: Actor) -> QuerySet[Comment]:
    """The comments this person may see as they came: all of them, or none."""
    if not actor.has(Permission.READ_FEEDBACK):
        return Comment.objects.none()
    return Comment.objects.select_related("feedback", "reply_to")


def to_answer(actor: Actor) -> QuerySet[Comment]:
    """Those that wait for an answer, the oldest first, likely advertising last.

    Cost: one query.
    """
    return visible_comments(actor).filter(state=Comment.State.RECEIVED)


def to_approve(actor: Actor) -> QuerySet[Comment]:
    """Those that wait for a second person. Cost: one query."""
    return visible_comments(actor).filter(state=Comment.State.SENT)


def settled(actor: Actor) -> QuerySet[Comment]:
    """The newest that are settled. Cost: one query."""
    newest = visible_comments(actor).filter(state__in=SETTLED)
    return newest.order_by("-settled_on", "-received_on", "id")[:NEWEST]


def comment(actor: Actor, comment_id: UUID) -> Comment | None:
    """One comment, or None if there is none that this person may see. One query."""
    return visible_comments(actor).filter(pk=comment_id).first()


def waiting() -> int:
    """How many comments are not settled. Cost: one query."""
    return Comment.objects.exclude(state__in=SETTLED).count()


def waiting_in(year: int) -> int:
    """How many comments of a year are not settled. Cost: one query."""
    return _of(year).exclude(state__in=SETTLED).count()


def years_written(actor: Actor) -> list[tuple[int, YearOfAnswers | None, int]]:
    """Every year with comments or words of ours, newest first, and what waits in it.

    This year is always among them. Cost: two queries, and one for each year.
    """
    if not actor.has(Permission.READ_FEEDBACK):
        return []
    held = {row.year: row for row in YearOfAnswers.objects.all()}
    years = {*held, today().year, *_years(Comment.objects.all())}
    return [(y, held.get(y), waiting_in(y)) for y in sorted(years, reverse=True)]


def year(number: int) -> YearOfAnswers | None:
    """What stands with a year, or None. Cost: one query."""
    return YearOfAnswers.objects.filter(year=number).first()


def due(on: date) -> Due:
    """By when the comments must be published next: at least once a year.

    The year runs from the last publication, or else from the first comment that came.
    Cost: two queries.
    """
    last = YearOfAnswers.objects.exclude(published_on=None).order_by("-published_on")
    newest = last.values_list("published_on", flat=True).first()
    begins = newest or Comment.objects.aggregate(first=Min("received_on"))["first"]
    if begins is None:
        return Due(None, Standing.NOTHING_YET)
    by = _a_year_after(begins)
    if on > by:
        return Due(by, Standing.OVERDUE)
    return Due(by, Standing.SOON if by - on <= SOON else Standing.IN_TIME)


def traces_in(words: str) -> list[Trace]:
    """What in these words could tell who somebody is, as far as a program can see.

    Cost: one query.
    """
    authority = organisations.authority()
    names = (authority.name, *authority.names.values()) if authority else ()
    ours = {word.lower() for name in names for word in str(name).split()}
    return traces(words, ours=ours, is_published=_is_published)


def was_said_today(words: str, *, apart_from: UUID) -> bool:
    """True if the same words have come already today. Cost: one query."""
    same = Feedback.objects.filter(missing=words, made_at__date=today())
    return same.exclude(pk=apart_from).exists()


# ---- for everybody ---------------------------------------------------------------


def every_address() -> list[tuple[str, object]]:
    """The pages of comments for search engines. Cost: two queries."""
    years = [(address_of(year), None) for year in published_years()]
    return [(YOU_SAID, None), *years]


def published_years() -> list[int]:
    """The years in which something can be read, newest first. Cost: two queries."""
    public = Comment.objects.filter(state=Comment.State.PUBLISHED)
    written = YearOfAnswers.objects.exclude(published_on=None)
    years = {*_years(public), *written.values_list("year", flat=True)}
    return sorted(years, reverse=True)


def documents() -> list[int]:
    """The years that were published whole, and can be taken away. One query."""
    whole = YearOfAnswers.objects.exclude(published_on=None)
    return list(whole.values_list("year", flat=True))


def published_in(number: int) -> list[Comment]:
    """The published comments of a year. Nothing of who said them is read. One query."""
    wanted = _of(number).filter(state=Comment.State.PUBLISHED)
    return list(
        wanted.only(
            "page",
            "theme",
            "words",
            "response",
            "action",
            "action_says",
            "action_on",
        ).order_by("action", "id")
    )


def numbers_of(number: int) -> tuple[Counter[str], Counter[str]]:
    """Of the settled comments of a year: why how many were kept out, and who spoke.

    For counting only: `small_numbers` says which may be shown. Cost: two queries.
    """
    done = _of(number).filter(state__in=SETTLED).order_by()
    reasons = done.exclude(kept_out="").values_list("kept_out").annotate(Count("pk"))
    speakers = done.exclude(speaker="").values_list("speaker").annotate(Count("pk"))
    return Counter(dict(reasons)), Counter(dict(speakers))


def places(addresses: Iterable[str]) -> dict[str, Place]:
    """The published pages at these addresses with their titles, services among them.

    An address that leads to nothing published is left out: it may be anything that
    somebody typed. Cost: two queries at most.
    """
    wanted = set(addresses)
    ids = {address: _service_id(address) for address in wanted}
    services = {key: address for address, key in ids.items() if key}
    found = guidance.places_at(wanted - set(services.values()))
    if FIRST in wanted:
        found.setdefault(FIRST, Place(FIRST, _("Local Offer")))
    names = Service.objects.filter(pk__in=services).exclude(published_at=None)
    for key, name in names.values_list("pk", "name") if services else ():
        found[services[key]] = Place(services[key], name)
    return found


def is_a_service(address: str) -> bool:
    """True for the page of one service, which few people may use."""
    return _service_id(address) is not None


def _service_id(address: str) -> UUID | None:
    if not address.startswith(SERVICES):
        return None
    try:
        return UUID(address.removeprefix(SERVICES).strip("/"))
    except ValueError:
        return None


def _of(number: int) -> QuerySet[Comment]:
    return Comment.objects.filter(received_on__year=number)


def _years(comments: QuerySet[Comment]) -> list[int]:
    return [day.year for day in comments.order_by().dates("received_on", "year")]


def _a_year_after(day: date) -> date:
    """The same day next year; 28 February after a 29th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def _is_published(word: str) -> bool:
    """True for a word that something published uses; false where search is asleep."""
    try:
        return word in live().vocabulary
    except OutOfOrder:
        return False
