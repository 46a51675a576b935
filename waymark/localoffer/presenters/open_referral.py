"""The shapes of the Open Referral UK API: whole, light, and least of all."""

from typing import Any

from waymark.localoffer import queries
from waymark.localoffer.models import (
    Organisation,
    Service,
    ServicePlace,
    Taxonomy,
    TaxonomyTerm,
)
from waymark.localoffer.record.parting import written
from waymark.localoffer.record.shape import in_order

VERSION = "HSDS-UK-3.0"
PROFILE = "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md"

Record = dict[str, Any]


def light(record: Record) -> Record:
    """The fields that a record has one of: what it has many of is left out."""
    found = {}
    for name, value in record.items():
        if isinstance(value, dict):
            found[name] = light(value)
        elif not isinstance(value, list):
            found[name] = value
    return found


def whole_service(service: Service) -> Record:
    """A service with everything in it."""
    return queries.whole(service)


def light_service(service: Service) -> Record:
    """A service as it stands in a list."""
    return light(queries.whole(service))


def least_of_service(service: Service) -> Record:
    """Its id and when it changed, under both names that the standard has for that."""
    changed = written(service.last_modified)
    return {"id": str(service.pk), "modified_date": changed, "last_modified": changed}


def whole_place(place: ServicePlace) -> Record:
    """A service at a place, with everything of both."""
    service = queries.whole(place.service)
    found = dict((place.service.document or {})["service_at_locations"][place.order])
    found["service"] = {k: v for k, v in service.items() if k != "service_at_locations"}
    return in_order("service_at_location", found)


def light_place(place: ServicePlace) -> Record:
    """A service at a place as it stands in a list."""
    return light(whole_place(place))


def organisation_record(organisation: Organisation) -> Record:
    """An organisation with everything but its services."""
    return in_order("organization", organisation.document)


def with_services(record: Record, services: list[Service], *, whole: bool) -> Record:
    """An organisation with its services: each whole, or in short."""
    shown = []
    for service in services:
        found = queries.whole(service)
        found.pop("organization", None)
        shown.append(found if whole else light(found))
    return {**record, "services": shown} if shown else record


def taxonomy_record(taxonomy: Taxonomy) -> Record:
    """A list of terms, without them."""
    return dict(taxonomy.document)


def with_terms(taxonomy: Taxonomy) -> Record:
    """A list of terms, with them. Costs one query."""
    terms = [term_record(term) for term in taxonomy.terms.all()]
    return {**taxonomy.document, "taxonomy_terms": terms}


def term_record(term: TaxonomyTerm) -> Record:
    """A term. One that came without a description is described by its name."""
    record = dict(term.document)
    record.setdefault("description", term.name)
    return in_order("taxonomy_term", record)
