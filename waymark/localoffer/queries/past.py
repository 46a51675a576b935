"""What old papers say, and where records come from."""

from django.db.models import QuerySet

from waymark.localoffer.models import PastProvision, Source


def past_provision(year: int | None = None) -> QuerySet[PastProvision]:
    """Provision as it stood in a year, or in every year that is known. One query."""
    rows = PastProvision.objects.all()
    return rows.filter(year=year) if year else rows


def sources() -> QuerySet[Source]:
    """Where published records come from, with licence and credit. One query."""
    return Source.objects.filter(services__published_at__isnull=False).distinct()
