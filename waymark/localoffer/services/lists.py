"""Our own lists of terms in the database, and what other people's terms mean."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction

from waymark.localoffer import taxonomies
from waymark.localoffer.models import ServiceTerm, Taxonomy, TaxonomyTerm
from waymark.localoffer.record.identity import is_id
from waymark.localoffer.taxonomies import TermList, term_record


@transaction.atomic
def load_lists() -> None:
    """Write our own lists as they stand in the code. Costs two queries a list."""
    for terms in taxonomies.LISTS:
        _write_list(terms)


def _write_list(terms: TermList) -> None:
    about = {
        "id": str(terms.id),
        "name": terms.name,
        "description": terms.description,
        "version": "1",
    }
    Taxonomy.objects.update_or_create(
        id=terms.id, defaults={"key": terms.key, "name": terms.name, "document": about}
    )
    TaxonomyTerm.objects.bulk_create(
        [
            TaxonomyTerm(
                id=terms.id_of(term.key),
                taxonomy_id=terms.id,
                key=term.key,
                parent_id=terms.id_of(term.parent) if term.parent else None,
                name=term.name,
                order=order,
                document=term_record(terms, term),
            )
            for order, term in enumerate(terms.terms, start=1)
        ],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["taxonomy", "key", "parent_id", "name", "order", "document"],
    )


class TermBook:
    """Every known term while many records are written, so that each is written once."""

    def __init__(self) -> None:
        self._known = dict(TaxonomyTerm.objects.values_list("id", "document"))
        self._lists = set(Taxonomy.objects.values_list("id", flat=True))
        self._ours = {terms.id for terms in taxonomies.LISTS}
        self._means: dict[UUID, set[UUID]] = {}
        pairs = TaxonomyTerm.means.through.objects.values_list(
            "from_taxonomyterm_id", "to_taxonomyterm_id"
        )
        for one, other in pairs:
            self._means.setdefault(one, set()).add(other)

    def write(self, terms: Iterable[dict[str, Any]]) -> None:
        """Record terms that are new or say something new; ours are never changed."""
        new: dict[UUID, dict[str, Any]] = {}
        for term in terms:
            key = UUID(term["id"])
            known = self._known.get(key)
            if not term.get("name") or known == term or self._is_ours(known, term):
                continue
            new[key] = term
        if new:
            self._write_taxonomies(new.values())
            self._write_terms(new)
            self._known.update(new)

    def borne(self, terms: Iterable[dict[str, Any]]) -> dict[UUID, bool]:
        """The known terms among these and what they mean; True where it was said."""
        said = {UUID(term["id"]) for term in terms} & self._known.keys()
        found = {other: False for term in said for other in self._means.get(term, ())}
        found.update(dict.fromkeys(said, True))
        return found

    def _is_ours(self, known: dict[str, Any] | None, term: dict[str, Any]) -> bool:
        stands_in = (known or term).get("taxonomy_id")
        return is_id(stands_in) and UUID(str(stands_in)) in self._ours

    def _write_taxonomies(self, terms: Iterable[dict[str, Any]]) -> None:
        new = {}
        for term in terms:
            if is_id(term.get("taxonomy_id")):
                key = UUID(term["taxonomy_id"])
                if key not in self._lists:
                    new[key] = str(term.get("taxonomy") or "A list without a name")
        Taxonomy.objects.bulk_create(
            Taxonomy(
                id=key,
                name=name[:300],
                document={"id": str(key), "name": name, "description": name},
            )
            for key, name in new.items()
        )
        self._lists.update(new)

    def _write_terms(self, new: dict[UUID, dict[str, Any]]) -> None:
        TaxonomyTerm.objects.bulk_create(
            [
                TaxonomyTerm(
                    id=key,
                    taxonomy_id=_as_id(term.get("taxonomy_id")),
                    parent_id=_as_id(term.get("parent_id")),
                    name=str(term["name"])[:300],
                    document=term,
                )
                for key, term in new.items()
            ],
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["taxonomy", "parent_id", "name", "document"],
        )


def _as_id(value: object) -> UUID | None:
    return UUID(str(value)) if is_id(value) else None


@transaction.atomic
def set_meaning(term_id: UUID, ours: Iterable[UUID]) -> None:
    """Say which of our terms somebody else's term amounts to.

    The services that bear it bear ours from then on, beside what they say themselves.
    Cost: about six queries.
    """
    term = TaxonomyTerm.objects.get(id=term_id)
    term.means.set(TaxonomyTerm.objects.filter(id__in=list(ours)))
    bearing = ServiceTerm.objects.filter(term=term, said=True)
    services = set(bearing.values_list("service", flat=True))
    ServiceTerm.objects.filter(service__in=services, said=False).delete()
    means = TaxonomyTerm.means.through.objects.values_list(
        "from_taxonomyterm_id", "to_taxonomyterm_id"
    )
    meant: dict[UUID, set[UUID]] = {}
    for one, other in means:
        meant.setdefault(one, set()).add(other)
    borne = ServiceTerm.objects.filter(service__in=services, said=True)
    ServiceTerm.objects.bulk_create(
        (
            ServiceTerm(service_id=service, term_id=other, said=False)
            for service, said in borne.values_list("service", "term")
            for other in meant.get(said, ())
        ),
        ignore_conflicts=True,
    )
