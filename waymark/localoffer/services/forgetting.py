"""Old versions of the directory's records are forgotten; the newest always stays."""

from django.db.models import Exists, OuterRef

from waymark.access.retention import Years
from waymark.localoffer.models import OrganisationVersion, ServiceVersion
from waymark.today import now

#: As long as somebody may bring a claim about what a family was told.
KEEP_VERSIONS = Years(6)


def forget_old_versions() -> int:
    """Delete versions whose successor came more than `KEEP_VERSIONS` ago.

    Harmless when it is done twice. Gives their number. Cost: two deletions.
    """
    before = KEEP_VERSIONS.before(now())
    gone = 0
    for versions, whose in (
        (ServiceVersion, "service"),
        (OrganisationVersion, "organisation"),
    ):
        newer = versions.objects.filter(
            **{whose: OuterRef(whose)},
            number__gt=OuterRef("number"),
            made_at__lt=before,
        )
        gone += versions.objects.filter(Exists(newer)).delete()[0]
    return gone
