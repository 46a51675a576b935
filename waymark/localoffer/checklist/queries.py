"""What is published under each heading, read from the directory and its pages."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from waymark.guidance.queries import address_of
from waymark.localoffer import queries as directory
from waymark.localoffer.checklist.evidence import (
    AGES,
    ANY,
    AREAS,
    STAGES,
    Evidence,
    Listed,
    Owner,
    Published,
    terms_of_area,
)
from waymark.localoffer.models import (
    EventPage,
    HeadingOwner,
    OfferGuidePage,
    PathwayPage,
    ServiceTerm,
)
from waymark.localoffer.queries.records import LISTED
from waymark.localoffer.schools import queries as schools
from waymark.localoffer.schools.addresses import CENTRES, SCHOOLS, SECTION_41
from waymark.localoffer.schools.entries import Register
from waymark.localoffer.statutory import HEADINGS
from waymark.localoffer.taxonomies import HEADING, NEED, STAGE
from waymark.localoffer.unhappy.ladder import ADDRESS as UNHAPPY
from waymark.localoffer.unhappy.ladder import TITLE as UNHAPPY_TITLE
from waymark.today import today

#: The heading that each term stands for, by the id of the term.
KEYS = {HEADING.id_of(heading.key): heading.key for heading in HEADINGS}
EVERYBODY = (frozenset({ANY}), frozenset(STAGES))
#: Which headings a register answers, what its list is called, and where it is read.
REGISTERS: dict[str, tuple[frozenset[str], object, str, frozenset[str]]] = {
    Register.SCHOOL: (
        frozenset({"provision-in-area", "schools-and-funding"}),
        _("State-funded schools"),
        SCHOOLS,
        frozenset({"primary", "secondary"}),
    ),
    Register.CHILDRENS_CENTRE: (
        frozenset({"provision-in-area"}),
        _("Children's centres"),
        CENTRES,
        frozenset({"early-years"}),
    ),
    Register.SECTION_41: (
        frozenset({"provision-outside-area", "accessibility-and-section-41"}),
        _("Section 41 institutions"),
        SECTION_41,
        frozenset(),
    ),
}
#: The heading that asks of every service whom it is for.
SAYS_FOR_WHOM = "who-it-is-for"
#: The headings that the page for whoever is unhappy answers.
ANSWERED_BY_UNHAPPY = ("complaints", "disagreements")


def evidence() -> list[Evidence]:
    """Every heading with all that is published under it, in the law's order.

    Cost: ten queries, however many services there are.
    """
    services, needs = _services(), _needs()
    stages = _stages()
    pages, lists, owners = list(_pages()), _lists(), _owners()
    services[SAYS_FOR_WHOM], unsaid = _saying_for_whom()
    return [
        Evidence(
            heading,
            services.get(heading.key, 0),
            needs.get(heading.key, {}),
            stages.get(heading.key, {}),
            tuple(page for keys, page in pages if heading.key in keys),
            tuple(each for keys, each in lists if heading.key in keys),
            owners.get(heading.key),
            unsaid if heading.key == SAYS_FOR_WHOM else None,
        )
        for heading in HEADINGS
    ]


def _bearing() -> QuerySet[ServiceTerm]:
    """The headings that listed services bear, reached by the ids of the terms.

    The ids are known, so the index of the terms leads to the services at once.
    """
    day = today()
    return ServiceTerm.objects.filter(
        Q(service__visible_from=None) | Q(service__visible_from__lte=day),
        Q(service__visible_until=None) | Q(service__visible_until__gte=day),
        term_id__in=KEYS,
        service__published_at__isnull=False,
        service__status__in=LISTED,
    ).order_by()


def _services() -> dict[str, int]:
    rows = _bearing().values_list("term_id").annotate(Count("service", distinct=True))
    return {KEYS[term]: number for term, number in rows}


def _saying_for_whom() -> tuple[int, int]:
    """How many listed services say for which ages they are, and how many do not."""
    ages = Q(minimum_age__isnull=False) | Q(maximum_age__isnull=False)
    held = directory.listed_services().order_by()
    found = held.aggregate(said=Count("id", filter=ages), every=Count("id"))
    return found["said"], found["every"] - found["said"]


def _needs() -> dict[str, dict[str, int]]:
    """Services by heading and area of need; one of several terms counts once."""
    return _counted(
        {
            area: Q(
                service__terms__term_id__in=map(NEED.id_of, sorted(terms_of_area(area)))
            )
            for area in AREAS
        }
    )


def _stages() -> dict[str, dict[str, int]]:
    """Services by heading and stage: by ages, or by term where they say no ages."""
    by_age = _counted({stage: _has_ages() & _of_age(*AGES[stage]) for stage in STAGES})
    by_term = _counted(
        {
            stage: ~_has_ages() & Q(service__terms__term_id=STAGE.id_of(stage))
            for stage in STAGES
        }
    )
    keys = by_age.keys() | by_term.keys()
    return {
        key: {
            stage: by_age.get(key, {}).get(stage, 0)
            + by_term.get(key, {}).get(stage, 0)
            for stage in STAGES
        }
        for key in keys
    }


def _counted(conditions: Mapping[str, Q]) -> dict[str, dict[str, int]]:
    """For each heading, the services that meet each condition. One query."""
    counts = {
        _column(name): Count("service", distinct=True, filter=condition)
        for name, condition in conditions.items()
    }
    rows = _bearing().values("term_id").annotate(**counts)
    return {KEYS[row["term_id"]]: _named(row, conditions) for row in rows}


def _column(name: str) -> str:
    """What a count is called inside a query."""
    return f"n_{name.replace('-', '_')}"


def _named(row: Mapping[str, Any], names: Any) -> dict[str, int]:
    return {name: row[_column(name)] for name in names}


def _has_ages() -> Q:
    return Q(service__minimum_age__isnull=False) | Q(service__maximum_age__isnull=False)


def _of_age(first: int, last: int) -> Q:
    """That a service is for some age from the first to the last."""
    young = Q(service__minimum_age__isnull=True) | Q(service__minimum_age__lte=last)
    old = Q(service__maximum_age__isnull=True) | Q(service__maximum_age__gte=first)
    return young & old


def _pages() -> Iterator[tuple[frozenset[str], Published]]:
    """Every page that answers a heading; news tells of a day and answers none."""
    unhappy = Published(str(UNHAPPY_TITLE), UNHAPPY, *EVERYBODY)
    yield frozenset(ANSWERED_BY_UNHAPPY), unhappy
    held = (
        OfferGuidePage.objects.live(),
        PathwayPage.objects.live(),
        EventPage.objects.live().filter(days__on__gte=today()).distinct(),
    )
    fields = ("headings", "title", "url_path", "needs", "stages", "checked_on")
    for pages in held:
        for row in pages.order_by("path").values_list(*fields):
            yield frozenset(row[0]), _published(*row[1:])


def _published(
    title: str, path: str, needs: list[str], stages: list[str], checked_on: Any
) -> Published:
    address = address_of(path)
    return Published(title, address, frozenset(needs), frozenset(stages), checked_on)


def _lists() -> list[tuple[frozenset[str], Listed]]:
    numbers = schools.numbers()
    return [
        (keys, Listed(title, numbers[register], address, stages))
        for register, (keys, title, address, stages) in REGISTERS.items()
        if numbers[register]
    ]


def _owners() -> dict[str, Owner]:
    return {
        owner.heading: Owner(owner.who, owner.plan)
        for owner in HeadingOwner.objects.all()
    }


def owner_of(key: str) -> HeadingOwner | None:
    """Who answers for a heading, or None where nobody does yet. One query."""
    return HeadingOwner.objects.filter(heading=key).first()
