"""Organisations, and the lists of terms by which services are sorted."""

from uuid import UUID

from django.db.models import QuerySet

from waymark.localoffer.models import (
    Organisation,
    Service,
    Taxonomy,
    TaxonomyTerm,
)
from waymark.localoffer.queries.records import published_services


def organisations() -> QuerySet[Organisation]:
    """Every organisation with a published service, in the order they last changed.

    Cost: one query when read.
    """
    shown = published_services().order_by().values("organisation")
    return Organisation.objects.filter(id__in=shown).order_by("last_modified", "id")


def organisation(organisation_id: UUID) -> Organisation | None:
    """One organisation with a published service, or None. Cost: one query."""
    return organisations().filter(id=organisation_id).first()


def organisation_services(ids: list[UUID]) -> dict[UUID, list[Service]]:
    """The published services of each organisation, by name. Cost: one query."""
    found: dict[UUID, list[Service]] = {key: [] for key in ids}
    for service in published_services().filter(organisation__in=ids):
        if service.organisation_id:
            found[service.organisation_id].append(service)
    return found


def taxonomies() -> QuerySet[Taxonomy]:
    """Every list of terms, in the order they last changed. Cost: one query."""
    return Taxonomy.objects.order_by("last_modified", "id")


def taxonomy(taxonomy_id: UUID) -> Taxonomy | None:
    """One list of terms, or None. Cost: one query."""
    return Taxonomy.objects.filter(id=taxonomy_id).first()


def terms() -> QuerySet[TaxonomyTerm]:
    """Every term, in the order they last changed. Cost: one query."""
    return TaxonomyTerm.objects.order_by("last_modified", "id")


def terms_of(key: str) -> list[TaxonomyTerm]:
    """The terms of one of our own lists by its key, in its order. One query."""
    return list(TaxonomyTerm.objects.filter(taxonomy__key=key))


def term(term_id: UUID) -> TaxonomyTerm | None:
    """One term, or None. Cost: one query."""
    return TaxonomyTerm.objects.filter(id=term_id).first()


def terms_below(term_id: UUID) -> set[UUID]:
    """A term and every term below it. A ring of parents ends where it began.

    Cost: one query for each level of the list.
    """
    found = {term_id}
    level = {term_id}
    while level:
        rows = TaxonomyTerm.objects.filter(parent_id__in=level)
        level = set(rows.values_list("id", flat=True)) - found
        found |= level
    return found
