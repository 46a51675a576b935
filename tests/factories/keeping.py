"""Who keeps which entries, and entries that somebody keeps."""

from typing import Any
from uuid import UUID

from tests.factories.accounts import account_of
from tests.factories.localoffer import a_record, an_id
from tests.people import OONA, PRIYA, SEFTON, TAMSIN, Persona
from waymark.localoffer import services
from waymark.localoffer.models import Draft, Organisation
from waymark.localoffer.providing.ties import begin, reference_of

#: The numbers that Ofcom keeps for inventing.
DESK, NEW_DESK = "0116 496 0123", "0116 496 0456"


def an_organisation(name: str) -> dict[str, Any]:
    return {
        "id": an_id("organisation", name),
        "name": name,
        "description": "Invented.",
    }


def an_entry(
    name: str = "Kite Club", run_by: str = "Kites and Co", **more: Any
) -> UUID:
    """A published entry with a telephone number."""
    record = a_record(
        name,
        organization=an_organisation(run_by),
        phones=[{"id": an_id("phone", name), "number": DESK}],
        **more,
    )
    return services.publish_record(record)


def keeps(persona: Persona, run_by: str) -> UUID:
    """Have somebody keep an organisation's entries; the organisation."""
    organisation = Organisation.objects.get(name=run_by)
    begin(account_of(persona).pk, reference_of(organisation.pk))
    return organisation.pk


def two_clubs() -> tuple[UUID, UUID]:
    """Sefton's entry and Tamsin's, and the team that approves."""
    swimming = an_entry("Otter Swimmers", "Otters")
    drumming = an_entry("Tern Drummers", "Terns")
    keeps(SEFTON, "Otters")
    keeps(TAMSIN, "Terns")
    for persona in (OONA, PRIYA):
        account_of(persona)
    return swimming, drumming


def edition(key: UUID) -> str:
    """Of what is being written of an entry, as its review page holds it."""
    draft = Draft.objects.filter(pk=key).first()
    return draft.edition if draft else ""
