"""The Open Referral UK API, version 3.0: every path, every parameter."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from ninja import Query
from ninja.errors import ValidationError

from waymark.localoffer import queries
from waymark.localoffer.distance import Position
from waymark.localoffer.models import Organisation, Service, ServicePlace
from waymark.localoffer.presenters import open_referral as shapes
from waymark.localoffer.queries import Filters
from waymark.localoffer.record.identity import is_id
from waymark.localoffer.views import asked
from waymark.localoffer.views.answers import (
    A_PAGE,
    AT_MOST,
    AT_MOST_OF_LEAST,
    Refused,
    Shown,
    as_json,
    each,
    page_of,
    refusal,
    stream_of,
    whole_address,
)
from waymark.localoffer.views.asked import without_zone
from waymark.localoffer.views.described import DescribedAPI, gives

View = TypeVar("View", bound=Callable[..., HttpResponseBase])

NOT_HERE = "There is nothing with this id, or it is not published."

api = DescribedAPI(
    title="Open Referral UK",
    version=shapes.VERSION,
    description=(
        "The services of the Local Offer in the Open Referral UK profile of HSDS, "
        "open to anybody. A parameter that is not described is passed over; a value "
        "that cannot be read is refused with a sentence. Terms count with those below "
        "them. Lists are in the order of last change, then id."
    ),
    docs_url=None,
    openapi_url=None,
    servers=[{"url": "/open-referral/v3"}],
    urls_namespace="open-referral-3",
)


def get(
    path: str, answers: str, summary: str, *, optional: bool = True
) -> Callable[[View], View]:
    """Answer a path with and without a slash at its end."""

    def both(view: View) -> View:
        api.get(f"{path}/", include_in_schema=False)(view)
        api.get(
            path,
            summary=summary,
            tags=["optional" if optional else "required"],
            openapi_extra=gives(answers, by_id="{" in path),
        )(view)
        return view

    return both


@api.exception_handler(ValidationError)
def _bad_value(request: HttpRequest, problem: ValidationError) -> HttpResponse:
    """A value that cannot be read, as one sentence that names its parameter."""
    first = problem.errors[0]
    return refusal(f"{first['loc'][-1]}: {first['msg']}.", 400)


@api.exception_handler(Refused)
def _refused(request: HttpRequest, problem: Refused) -> HttpResponse:
    return refusal(problem.says, problem.status)


def _id(given: str) -> UUID:
    if not is_id(given):
        raise Refused(NOT_HERE, 404)
    return UUID(given)


def _listed(
    asking: asked.Paged, things: QuerySet[Any], shown: Shown[Any]
) -> HttpResponseBase:
    if asking.format == "ndjson":
        return stream_of(things, shown)
    size = min(asking.per_page or A_PAGE, AT_MOST)
    return as_json(page_of(things, asking.page, size, shown))


def filters_of(asking: asked.Narrowed) -> Filters:
    """What was asked, for the queries."""
    return Filters(
        search=asking.search,
        term_id=asking.taxonomy_term_id,
        taxonomy_id=asking.taxonomy_id,
        organisation_id=asking.organization_id,
        modified_after=asking.moment(),
        minimum_age=asking.minimum_age,
        maximum_age=asking.maximum_age,
        day=asking.day,
        start_time=without_zone(asking.start_time),
        end_time=without_zone(asking.end_time),
    )


def about(request: HttpRequest) -> HttpResponse:
    """Which standard this is, and where it is described."""
    described = whole_address(request, "/open-referral/v3/openapi.json")
    return as_json(
        {
            "version": shapes.VERSION,
            "profile": shapes.PROFILE,
            "openapi_url": described,
        }
    )


api.get("/", summary="About this API", tags=["required"], openapi_extra=gives("about"))(
    about
)


@api.get("/openapi.json", include_in_schema=False)
def description(request: HttpRequest) -> HttpResponse:
    """The OpenAPI description of this API."""
    return as_json(api.get_openapi_schema(path_prefix=""))


@get("/services", "services", "Services", optional=False)
def services(request: HttpRequest, asking: Query[asked.Services]) -> HttpResponseBase:
    found = queries.services(filters_of(asking))
    if asking.minimal:
        return _least(asking, found)
    one = shapes.whole_service if asking.full else shapes.light_service
    return _listed(asking, found, each(one))


def _least(asking: asked.Services, found: QuerySet[Service]) -> HttpResponseBase:
    found = found.select_related(None).only("id", "last_modified")
    if asking.format == "ndjson":
        return stream_of(found, each(shapes.least_of_service))
    size = min(asking.per_page or AT_MOST_OF_LEAST, AT_MOST_OF_LEAST)
    return as_json(page_of(found, asking.page, size, each(shapes.least_of_service)))


@get("/services/{key}", "service", "One service, whole", optional=False)
def service(request: HttpRequest, key: str) -> HttpResponse:
    found = queries.service(_id(key))
    if found is None:
        raise Refused(NOT_HERE, 404)
    return as_json(shapes.whole_service(found))


@get("/organizations", "organizations", "Organisations")
def organizations(
    request: HttpRequest, asking: Query[asked.Organisations]
) -> HttpResponseBase:
    found = queries.organisations()
    for word in asking.search.split():
        described = Q(document__description__icontains=word)
        found = found.filter(Q(name__icontains=word) | described)
    return _listed(asking, found, _organisations_shown(asking))


def _organisations_shown(asking: asked.Organisations) -> Shown[Organisation]:
    def shown(page: Any) -> list[dict[str, Any]]:
        whole = [shapes.organisation_record(each) for each in page]
        if not (asking.full or asking.full_service):
            return [shapes.light(record) for record in whole]
        run = queries.organisation_services([each.pk for each in page])
        return [
            shapes.with_services(record, run[each.pk], whole=asking.full_service)
            for record, each in zip(whole, page, strict=True)
        ]

    return shown


@get("/organizations/{key}", "organization", "One organisation, whole")
def organization(
    request: HttpRequest, key: str, full_service: bool = False
) -> HttpResponse:
    found = queries.organisation(_id(key))
    if found is None:
        raise Refused(NOT_HERE, 404)
    run = queries.organisation_services([found.pk])[found.pk]
    record = shapes.organisation_record(found)
    return as_json(shapes.with_services(record, run, whole=full_service))


@get("/service_at_locations", "service_at_locations", "Services at places")
def service_at_locations(
    request: HttpRequest, asking: Query[asked.Places]
) -> HttpResponseBase:
    near = position_asked(asking.postcode, asking.proximity)
    found = queries.places(filters_of(asking), near, asking.proximity)
    one = shapes.whole_place if asking.full else shapes.light_place
    return _listed(asking, found, each(one))


def position_asked(postcode: str, proximity: float | None) -> Position | None:
    """Where a postcode is, if one was asked for.

    Raises: Refused, for a postcode we do not know and for a distance from nowhere.
    """
    if not postcode:
        if proximity is not None:
            raise Refused("proximity: say from which postcode, too.")
        return None
    near = queries.position_of(postcode)
    if near is None:
        raise Refused("postcode: this is not one of the postcodes of this area.")
    return near


@get("/service_at_locations/{key}", "service_at_location", "A service at one place")
def service_at_location(request: HttpRequest, key: str) -> HttpResponse:
    found: ServicePlace | None = (
        queries.places(Filters()).filter(at_id=_id(key)).first()
    )
    if found is None:
        raise Refused(NOT_HERE, 404)
    return as_json(shapes.whole_place(found))


@get("/taxonomies", "taxonomies", "Lists of terms")
def taxonomies(request: HttpRequest, asking: Query[asked.Paged]) -> HttpResponseBase:
    found = queries.taxonomies()
    for word in asking.search.split():
        found = found.filter(name__icontains=word)
    return _listed(asking, found, each(shapes.taxonomy_record))


@get("/taxonomies/{key}", "taxonomy", "One list, with its terms")
def taxonomy(request: HttpRequest, key: str) -> HttpResponse:
    found = queries.taxonomy(_id(key))
    if found is None:
        raise Refused(NOT_HERE, 404)
    return as_json(shapes.with_terms(found))


@get("/taxonomy_terms", "taxonomy_terms", "Terms")
def taxonomy_terms(
    request: HttpRequest, asking: Query[asked.Terms]
) -> HttpResponseBase:
    found = queries.terms()
    for word in asking.search.split():
        found = found.filter(name__icontains=word)
    if asking.taxonomy_id:
        found = found.filter(taxonomy=asking.taxonomy_id)
    if asking.parent_id:
        found = found.filter(parent_id=asking.parent_id)
    if asking.top_only:
        found = found.filter(parent_id__isnull=True)
    return _listed(asking, found, each(shapes.term_record))


@get("/taxonomy_terms/{key}", "taxonomy_term", "One term")
def taxonomy_term(request: HttpRequest, key: str) -> HttpResponse:
    found = queries.term(_id(key))
    if found is None:
        raise Refused(NOT_HERE, 404)
    return as_json(shapes.term_record(found))
