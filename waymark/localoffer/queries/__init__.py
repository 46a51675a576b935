"""Every read of the directory."""

from waymark.localoffer.queries.filtering import (
    Filters,
    covering,
    places,
    services,
    with_metres,
)
from waymark.localoffer.queries.lists import (
    organisation,
    organisation_services,
    organisations,
    taxonomies,
    taxonomy,
    term,
    terms,
    terms_below,
    terms_of,
)
from waymark.localoffer.queries.past import past_provision, sources
from waymark.localoffer.queries.records import (
    draft,
    drafts_waiting,
    latest_whole,
    listed_services,
    proposed,
    published_services,
    reviews,
    service,
    version,
    versions,
    whole,
)
from waymark.localoffer.queries.whereabouts import position_of

__all__ = [
    "Filters",
    "covering",
    "draft",
    "drafts_waiting",
    "latest_whole",
    "listed_services",
    "organisation",
    "organisation_services",
    "organisations",
    "past_provision",
    "places",
    "position_of",
    "proposed",
    "published_services",
    "reviews",
    "service",
    "services",
    "sources",
    "taxonomies",
    "taxonomy",
    "term",
    "terms",
    "terms_below",
    "terms_of",
    "version",
    "versions",
    "whole",
    "with_metres",
]
