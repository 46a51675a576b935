"""The document of one service."""

import re
from collections.abc import Iterable
from functools import partial
from uuid import UUID

from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _

from waymark.guidance.documents.publications import Publication
from waymark.guidance.documents.writing import Head, written
from waymark.localoffer import queries
from waymark.localoffer.assurance.queries import assured_each
from waymark.localoffer.models import Service
from waymark.localoffer.pages import addresses
from waymark.localoffer.pages.queries import places_of, terms_borne
from waymark.localoffer.pages.saying.service import ServiceShown, Trust, shown
from waymark.localoffer.record.words import plain

#: Where the pages lie that these are documents of.
UNDER = (addresses.SERVICES,)

_ADDRESS = re.compile(rf"{addresses.SERVICES}([0-9a-f-]{{36}})/")
#: How long the name of a file may be before its format.
NAME_AT_MOST = 60


def find(address: str, part: str) -> Publication | None:
    """The document of the service whose page this is. Cost: one query."""
    known = _ADDRESS.fullmatch(address)
    if known is None or part:
        return None
    try:
        service = queries.service(UUID(known[1]))
    except ValueError:
        return None
    return _publication(service, address) if service else None


def every() -> Iterable[Publication]:
    """None: a directory may hold 50,000 services, so theirs are made when asked for."""
    return ()


def _publication(service: Service, address: str) -> Publication:
    name = slugify(service.name)[:NAME_AT_MOST].strip("-") or "service"
    return Publication(address, service.name, name, partial(write, service))


def write(service: Service) -> str:
    """The service as a document. Cost: four queries."""
    told = told_in_full([service])[0]
    head = Head(service.name, told.address, how_we_know(told.trust))
    return written("localoffer/documents/service.html", head, {"shown": told})


def told_in_full(services: list[Service]) -> list[ServiceShown]:
    """Services ready to be shown, however many. Cost: three queries."""
    ids = [service.pk for service in services]
    terms, places, trust = terms_borne(ids), places_of(ids), assured_each(services)
    return [
        shown(each, terms[each.pk], places[each.pk], trust[each.pk])
        for each in services
    ]


def how_we_know(trust: Trust) -> str:
    """In a sentence or two: who confirmed it, and when it was checked."""
    said = []
    if trust.confirmed:
        said.append(plain(trust.confirmed))
    else:
        said.append(_("Nobody who runs it has confirmed this yet."))
    if trust.checked_on:
        said.append(_("Checked on %s.") % _day(trust.checked_on))
    return " ".join(said)


def _day(day: object) -> str:
    return date_format(day, "j F Y")  # type: ignore[arg-type]
