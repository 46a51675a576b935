"""Every read of settings."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from waymark.organisations.models import Setting, Succession
from waymark.organisations.queries.organisations import authority_codes
from waymark.organisations.sorts import STATE_FUNDED, Sort

#: No chain of settings that took over from each other is longer than this.
LONGEST_CHAIN = 20
_OPEN = Q(status__in=(Setting.Status.OPEN, Setting.Status.CLOSING))
_STATE_FUNDED = _OPEN & Q(sort__in=sorted(STATE_FUNDED))
_CENTRES = _OPEN & Q(sort=Sort.CHILDRENS_CENTRE)
_SECTION_41 = _OPEN & Q(section_41=True)


def _all() -> QuerySet[Setting]:
    """Settings with what a list shows of them, by name."""
    return Setting.objects.select_related("organisation", "register").order_by(
        "organisation__name", "urn"
    )


def setting_by_urn(urn: str) -> Setting | None:
    """The setting with this number, open or closed, or None. Cost: one query."""
    return _all().filter(urn=urn.strip()).first()


def state_funded() -> QuerySet[Setting]:
    """The area's own open schools that the state pays for, by name. Cost: one query."""
    return _all().filter(_STATE_FUNDED, la_code__in=authority_codes())


def childrens_centres() -> QuerySet[Setting]:
    """The area's own open children's centres, by name. Cost: one query."""
    return _all().filter(_CENTRES, la_code__in=authority_codes())


def section_41() -> QuerySet[Setting]:
    """Every open setting of England approved under section 41, by name.

    A parent or young person may ask for any of them. Cost: one query.
    """
    return _all().filter(_SECTION_41)


def open_settings() -> QuerySet[Setting]:
    """Every open setting of the area, of whatever sort, by name. Cost: one query."""
    return _all().filter(_OPEN, la_code__in=authority_codes())


def settings_to_choose() -> list[tuple[UUID, str]]:
    """The area's own open schools and colleges, by id and name. Cost: one query."""
    found = (
        _all()
        .filter(_OPEN, la_code__in=authority_codes())
        .exclude(sort=Sort.CHILDRENS_CENTRE)
    )
    return [(each.organisation_id, each.organisation.name) for each in found]


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many settings each public list holds."""

    state_funded: int
    childrens_centres: int
    section_41: int


def numbers_listed() -> Numbers:
    """How many settings each public list holds. Cost: one query."""
    own = Q(la_code__in=authority_codes())
    rows = Setting.objects.filter(own | Q(section_41=True)).order_by()
    return Numbers(
        **rows.aggregate(
            state_funded=Count("pk", filter=own & _STATE_FUNDED),
            childrens_centres=Count("pk", filter=own & _CENTRES),
            section_41=Count("pk", filter=_SECTION_41),
        )
    )


def successors(setting: Setting) -> list[Succession]:
    """What took over from a setting, the first first. Cost: one query."""
    return list(
        Succession.objects.filter(before=setting).select_related("after__organisation")
    )


def predecessors(setting: Setting) -> list[Succession]:
    """What a setting took over from, the first first. Cost: one query."""
    return list(
        Succession.objects.filter(after=setting).select_related("before__organisation")
    )


def standing_for(urn: str, on: date) -> list[Setting]:
    """The settings that stand for a number on a day: itself, or what took over.

    A school that became an academy leads to the academy, and one that was split leads
    to each of its parts. Empty for a number that is not held, and for a setting that
    closed with nothing after it.

    Cost: one query, and one for each step in the chain of successors.
    """
    first = setting_by_urn(urn)
    waiting, seen, found = [first] if first else [], {urn}, []
    for _step in range(LONGEST_CHAIN):
        found += [each for each in waiting if each.is_open(on)]
        closed = [each.pk for each in waiting if not each.is_open(on)]
        if not closed:
            break
        after = _all().filter(predecessors__before__in=closed).distinct()
        waiting = [each for each in after if each.urn not in seen]
        seen |= {each.urn for each in waiting}
    return found
