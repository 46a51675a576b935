"""Which services of the Local Offer help at a step.

Editors sort services by our own lists of terms; a step names the terms that matter
there. So a new service stands at its steps as soon as it is published.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from waymark.localoffer.models import Service
from waymark.localoffer.pages import addresses
from waymark.localoffer.pages.queries import bearing
from waymark.localoffer.record.words import plain
from waymark.localoffer.taxonomies import BY_KEY

#: A step shows this many; the rest are one press away.
SHOWN = 4
FILE = "step_services.toml"


@dataclass(frozen=True, slots=True)
class ServiceHere:
    """A service in a line or two: what it is called, what it is, where its page is."""

    name: str
    says: str
    address: str

    @classmethod
    def of(cls, service: Service) -> "ServiceHere":
        said = plain(str((service.document or {}).get("description") or ""))
        return cls(service.name, said, addresses.of_service(service.pk))


@dataclass(frozen=True, slots=True)
class ServicesHere:
    """The services that help at a step, and the page of everything like them."""

    services: Sequence[ServiceHere]
    all_of_them: str


def services_at(routemap: str, step: str) -> ServicesHere | None:
    """What helps at a step; None where it names no term or nothing bears them.

    Cost: one query, none where the step names no term.
    """
    named = _terms(settings.AREAS / "england" / FILE).get(f"{routemap}/{step}", [])
    ids = [BY_KEY[key].id_of(term) for key, term in named]
    found = bearing(ids, SHOWN)
    if not found:
        return None
    here = [ServiceHere.of(service) for service in found]
    return ServicesHere(here, addresses.of_term(*named[0]))


@lru_cache(maxsize=4)
def _terms(file: Path) -> dict[str, list[tuple[str, str]]]:
    """For each step the terms it names; nothing if there is no such file."""
    if not file.exists():
        return {}
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["steps"]
    return {row["step"]: [_pair(term) for term in row["terms"]] for row in rows}


def _pair(term: str) -> tuple[str, str]:
    key, _, name = term.partition("/")
    return key, name
