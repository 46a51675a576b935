"""Writing organisations, with a version of each whenever one changes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max

from waymark.localoffer.models import Organisation, OrganisationVersion, Source
from waymark.localoffer.record.parting import public_part

#: Organisations as they were sent, by id, each with its source.
Sent = dict[UUID, tuple[dict[str, Any], Source]]


class OrganisationWriter:
    """Writes organisations inside one transaction of the caller's.

    `known` are the ids of all that are recorded.
    """

    def __init__(self, at: datetime, by: UUID | None = None) -> None:
        self.at, self.by = at, by
        self.known = set(Organisation.objects.values_list("id", flat=True))

    def write(self, sent: Sent) -> None:
        """Record organisations that are new or differ, with a version of each."""
        before = Organisation.objects.in_bulk(list(sent))
        new = {
            key: (document, source)
            for key, (document, source) in sent.items()
            if key not in before or _may_change(before[key], document, source)
        }
        if not new:
            return
        Organisation.objects.bulk_create(
            [
                Organisation(
                    id=key,
                    source=before[key].source if key in before else source,
                    id_at_source=before[key].id_at_source
                    if key in before
                    else str(key),
                    name=str(document["name"])[:300],
                    email=str(document.get("email", ""))[:300],
                    website=str(document.get("website", ""))[:500],
                    document=public_part(document),
                    last_modified=self.at,
                )
                for key, (document, source) in new.items()
            ],
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["name", "email", "website", "document", "last_modified"],
        )
        self.known.update(new)
        self._write_versions(new)

    def _write_versions(self, new: Sent) -> None:
        counted = dict(
            OrganisationVersion.objects.filter(organisation__in=list(new))
            .values_list("organisation")
            .annotate(last=Max("number"))
        )
        OrganisationVersion.objects.bulk_create(
            OrganisationVersion(
                organisation_id=key,
                number=counted.get(key, 0) + 1,
                document=document,
                by=self.by,
                made_at=self.at,
            )
            for key, (document, _) in new.items()
        )


def _may_change(
    earlier: Organisation, document: dict[str, Any], source: Source
) -> bool:
    """True if the organisation differs and this source may say so.

    A feed speaks for its own organisations and for nobody else's.
    """
    if source.kind == Source.Kind.FEED and earlier.source_id != source.pk:
        return False
    return bool(earlier.document != public_part(document))
