"""The Open Referral UK API, version 1.0, for those who have not moved: read only.

The same records and the same queries under the older names. What version 1.0 asks and
ours cannot answer (service_type, taxonomy_type) is passed over like any unknown word.
"""

from collections.abc import Callable
from datetime import time
from typing import Annotated, Any, Literal, TypeVar
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Field, NinjaAPI, Query, Schema
from ninja.errors import ValidationError

from waymark.localoffer import queries
from waymark.localoffer.models import Service
from waymark.localoffer.presenters import open_referral as shapes
from waymark.localoffer.queries import Filters
from waymark.localoffer.record.identity import is_id
from waymark.localoffer.record.older import (
    organisation_to_version_1,
    term_to_version_1,
    to_version_1,
)
from waymark.localoffer.views.answers import A_PAGE, AT_MOST, Refused, as_json, refusal
from waymark.localoffer.views.asked import Age, Words, without_zone
from waymark.localoffer.views.version_3 import NOT_HERE, position_asked

api = NinjaAPI(
    title="Open Referral UK",
    version="1.0",
    docs_url=None,
    openapi_url=None,
    urls_namespace="open-referral-1",
)
View = TypeVar("View", bound=Callable[..., HttpResponse])
#: One thing as a record of 1.0.
Written = Callable[[Any], dict[str, Any]]
Day = Literal[
    "",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
]


class Paged(Schema):
    """What every list takes."""

    page: int = Field(1, ge=1, le=10_000_000)
    per_page: int = Field(A_PAGE, ge=1, le=10_000_000)


class Services(Paged):
    """What the list of services takes."""

    text: Words = ""
    taxonomy_id: UUID | None = None
    need: UUID | None = None
    circumstance: UUID | None = None
    minimum_age: Age | None = None
    maximum_age: Age | None = None
    day: Day = ""
    start_time: time | None = None
    end_time: time | None = None
    postcode: Words = ""
    proximity: Annotated[float, Field(ge=0, le=2e7, allow_inf_nan=False)] | None = None
    coverage: Words = ""


class Taxonomies(Paged):
    """What the list of terms takes, which version 1.0 calls taxonomies."""

    text: Words = ""
    parent_id: UUID | None = None
    vocabulary: Words = ""
    root_only: bool = False


def get(path: str) -> Callable[[View], View]:
    """Answer a path with and without a slash at its end."""

    def both(view: View) -> View:
        api.get(f"{path}/", include_in_schema=False)(view)
        api.get(path)(view)
        return view

    return both


@api.exception_handler(ValidationError)
def _bad_value(request: HttpRequest, problem: ValidationError) -> HttpResponse:
    first = problem.errors[0]
    return refusal(f"{first['loc'][-1]}: {first['msg']}.", 400)


@api.exception_handler(Refused)
def _refused(request: HttpRequest, problem: Refused) -> HttpResponse:
    return refusal(problem.says, problem.status)


def _page(asking: Paged, things: QuerySet[Any], one: Written) -> HttpResponse:
    """A page in the envelope of 1.0: its names run together, and pages count from 1."""
    total, size = things.count(), min(asking.per_page, AT_MOST)
    pages = -(-total // size)
    start = (asking.page - 1) * size
    page = list(things[start : start + size]) if start < total else []
    content = [one(thing) for thing in page]
    return as_json(
        {
            "totalElements": total,
            "totalPages": pages,
            "number": asking.page,
            "size": len(content),
            "first": asking.page == 1,
            "last": asking.page >= pages,
            "empty": not content,
            "content": content,
        }
    )


def _service(service: Service) -> dict[str, Any]:
    return to_version_1(queries.whole(service))


@api.get("/", include_in_schema=False)
def about(request: HttpRequest) -> HttpResponse:
    """Which standard this is."""
    return as_json({"version": "1.0", "services": "/open-referral/v1/services"})


@get("/services")
def services(request: HttpRequest, asking: Query[Services]) -> HttpResponse:
    found = queries.services(
        Filters(
            search=asking.text,
            term_id=asking.taxonomy_id or asking.need or asking.circumstance,
            minimum_age=asking.minimum_age,
            maximum_age=asking.maximum_age,
            day=asking.day[:2].upper(),
            start_time=without_zone(asking.start_time),
            end_time=without_zone(asking.end_time),
        )
    )
    near = position_asked(asking.postcode, asking.proximity)
    if near:
        there = queries.places(Filters(), near, asking.proximity)
        found = found.filter(id__in=there.order_by().values("service"))
    covered = position_asked(asking.coverage, None)
    if covered:
        around = queries.covering(Filters(), covered).order_by()
        found = found.filter(id__in=around.values("id"))
    return _page(asking, found, _service)


@get("/services/{key}")
def service(request: HttpRequest, key: str) -> HttpResponse:
    found = queries.service(UUID(key)) if is_id(key) else None
    if found is None:
        raise Refused(NOT_HERE, 404)
    return as_json(_service(found))


@get("/organizations")
def organizations(request: HttpRequest, asking: Query[Paged]) -> HttpResponse:
    return _page(
        asking,
        queries.organisations(),
        lambda each: organisation_to_version_1(shapes.organisation_record(each)),
    )


@get("/organizations/{key}")
def organization(request: HttpRequest, key: str) -> HttpResponse:
    found = queries.organisation(UUID(key)) if is_id(key) else None
    if found is None:
        raise Refused(NOT_HERE, 404)
    return as_json(organisation_to_version_1(shapes.organisation_record(found)))


@get("/taxonomies")
def taxonomies(request: HttpRequest, asking: Query[Taxonomies]) -> HttpResponse:
    found = queries.terms()
    for word in asking.text.split():
        found = found.filter(name__icontains=word)
    if asking.vocabulary:
        found = found.filter(taxonomy__name__iexact=asking.vocabulary)
    if asking.parent_id:
        found = found.filter(parent_id=asking.parent_id)
    if asking.root_only:
        found = found.filter(parent_id__isnull=True)
    return _page(asking, found, _term)


def _term(term: Any) -> dict[str, Any]:
    return term_to_version_1(shapes.term_record(term))


@get("/taxonomies/{key}")
def taxonomy(request: HttpRequest, key: str) -> HttpResponse:
    found = queries.term(UUID(key)) if is_id(key) else None
    if found is None:
        raise Refused(NOT_HERE, 404)
    return as_json(_term(found))


@get("/vocabularies")
def vocabularies(request: HttpRequest) -> HttpResponse:
    return as_json([taxonomy.name for taxonomy in queries.taxonomies()])


@get("/reviews")
def reviews(request: HttpRequest, asking: Query[Paged]) -> HttpResponse:
    return _page(asking, queries.reviews(), lambda review: dict(review.document))


@get("/reviews/{key}")
def review(request: HttpRequest, key: str) -> HttpResponse:
    found = queries.reviews().filter(id=key).first() if is_id(key) else None
    if found is None:
        raise Refused(NOT_HERE, 404)
    return as_json(found.document)
