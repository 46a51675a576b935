"""Two invented clubs in the Local Offer, each kept true by an invented person."""

from typing import Any
from uuid import UUID, uuid5

from waymark.accounts.models import Account
from waymark.localoffer import services as offer
from waymark.localoffer.models import Organisation
from waymark.localoffer.providing.ties import begin, reference_of
from waymark.localoffer.taxonomies import BY_KEY, attribute

_NAMESPACE = UUID("2f0a1d0e-96c1-5c1f-8a52-2f1f6f1a8a31")

#: Who keeps which club, and a number that Ofcom keeps for inventing.
CLUBS = (
    (
        "sefton",
        "Otter Swimmers (invented)",
        "A swimming club for children with SEND. Nothing of it is real.",
        "0116 496 0123",
    ),
    (
        "tamsin",
        "Tern Drummers (invented)",
        "A drumming club for children with SEND. Nothing of it is real.",
        "0116 496 0321",
    ),
)


def invent_clubs() -> None:
    """Publish both clubs and have their people keep them."""
    for key, name, description, number in CLUBS:
        record = _record(key, name, description, number)
        offer.publish_record(record)
        organisation = Organisation.objects.get(pk=record["organization"]["id"])
        account = Account.objects.get(email=f"{key}@example.org", is_persona=True)
        begin(account.pk, reference_of(organisation.pk))


def _record(key: str, name: str, description: str, number: str) -> dict[str, Any]:
    this = _id(key, "service")
    terms = (("kind", "activity"), ("need", "any-need"), ("referral", "ask-yourself"))
    return {
        "id": this,
        "name": name,
        "description": description,
        "status": "active",
        "minimum_age": 5,
        "maximum_age": 16,
        "phones": [{"id": _id(key, "phone"), "service_id": this, "number": number}],
        "attributes": [attribute(this, BY_KEY[where], term) for where, term in terms],
        "organization": {
            "id": _id(key, "organisation"),
            "name": name,
            "description": description,
        },
    }


def _id(key: str, what: str) -> str:
    return str(uuid5(_NAMESPACE, f"{key}/{what}"))
