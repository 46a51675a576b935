"""The card of a service, in plain words."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from waymark.localoffer.assurance.days import counted_on
from waymark.localoffer.assurance.rules import standing
from waymark.localoffer.distance import Position
from waymark.localoffer.models import Service, Status
from waymark.localoffer.record.words import plain
from waymark.localoffer.search.facts import first_words
from waymark.localoffer.search.found import Summary
from waymark.localoffer.taxonomies import REFERRAL


def summary(service: Service, today: date) -> Summary:
    """The card of a service that was read with its organisation and places.

    Cost: no query.
    """
    record = service.document or {}
    places = list(service.places.all())
    counted = counted_on(service)
    position = next(
        (
            Position(place.latitude, place.longitude)
            for place in places
            if place.latitude is not None and place.longitude is not None
        ),
        None,
    )
    return Summary(
        id=service.pk,
        organisation=service.organisation.name if service.organisation else "",
        ages=ages(service.minimum_age, service.maximum_age),
        cost=cost(service.is_free, record),
        where=where(record),
        start=start(record),
        phone=next(_phones(record), ""),
        email=str(record.get("email") or ""),
        url=str(record.get("url") or ""),
        closed_for_now=service.status == Status.TEMPORARILY_CLOSED,
        position=position,
        checked_on=service.checked_on,
        assured_on=service.assured_on,
        counts_from=counted,
        state=standing(counted, today),
    )


def ages(first: float | None, last: float | None) -> str:
    """Who it takes, as people say it; empty if the record does not say."""
    if first is None and last is None:
        return ""
    if last is None:
        return _("From %(first)g") % {"first": first}
    if not first:
        return _("Up to %(last)g") % {"last": last}
    return _("%(first)g to %(last)g") % {"first": first, "last": last}


def cost(is_free: bool | None, record: dict[str, Any]) -> str:
    """What it costs, in the record's own words where it has some."""
    if is_free:
        return _("Free")
    said = plain(str(record.get("fees") or record.get("fees_description") or ""))
    if said:
        return first_words(said, 100)
    options = record.get("cost_options") or ()
    amounts = [each["amount"] for each in options if "amount" in each]
    if not amounts:
        return ""
    return _("From £%(least)s") % {"least": f"{min(amounts):.2f}".removesuffix(".00")}


def where(record: dict[str, Any]) -> str:
    """Where it happens: the first place's name and postcode, and how many more."""
    said = [words for words in map(_place, _locations(record)) if words]
    if len(said) > 1:
        more = len(said) - 1
        return _("%(first)s, and %(more)s more") % {"first": said[0], "more": more}
    return said[0] if said else ""


def start(record: dict[str, Any]) -> str:
    """How to start: the record's own words, or who may ask for it."""
    said = plain(str(record.get("application_process") or ""))
    if said:
        return first_words(said, 160)
    names = {str(REFERRAL.id_of(term.key)): term.name for term in REFERRAL.terms}
    borne = (
        str((each.get("taxonomy_term") or {}).get("id") or each.get("taxonomy_term_id"))
        for each in record.get("attributes") or ()
    )
    return ", ".join(names[term] for term in borne if term in names)


def _locations(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for place in record.get("service_at_locations") or ():
        yield place.get("location") or {}


def _place(location: dict[str, Any]) -> str:
    codes = (each.get("postal_code") for each in location.get("addresses") or ())
    code = next((str(code) for code in codes if code), "")
    return ", ".join(part for part in (str(location.get("name") or ""), code) if part)


def _phones(record: dict[str, Any]) -> Iterator[str]:
    """Every telephone number of a record: its own, then its contacts'."""
    holders: Iterable[dict[str, Any]] = (record, *(record.get("contacts") or ()))
    for holder in holders:
        for phone in holder.get("phones") or ():
            if phone.get("number"):
                yield str(phone["number"])
