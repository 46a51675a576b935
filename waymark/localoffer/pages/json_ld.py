"""A service as schema.org has it, so that search engines show its phone and hours."""

import calendar
import json
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from waymark.localoffer.pages.saying.people import web
from waymark.localoffer.pages.saying.service import ServiceShown
from waymark.localoffer.record.facts import DAYS, clock, schedules
from waymark.localoffer.record.words import plain

#: A clean JSON text could still end the element it stands in.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}

_DAY_NAMES = dict(zip(DAYS, calendar.day_name, strict=True))


def json_ld(shown: ServiceShown) -> SafeString:
    """The service as JSON-LD that may stand in a page, with nothing empty in it.

    A `Service` and not a `GovernmentService`, because many are run by charities.
    """
    found = {
        "@context": "https://schema.org",
        "@type": "Service",
        "@id": f"{settings.WEBSITE}{shown.address}",
        "url": f"{settings.WEBSITE}{shown.address}",
        "name": shown.name,
        "description": plain(str(shown.record.get("description") or "")),
        "serviceType": [t.name for t in shown.terms if t.list == "kind"],
        "provider": _provider(shown),
        "areaServed": _areas(shown.record),
        "audience": _audience(shown),
        "availableChannel": _channel(shown),
        "hoursAvailable": _hours(shown.record),
        "isAccessibleForFree": shown.service.is_free,
    }
    said = json.dumps(_filled(found), ensure_ascii=False, sort_keys=False)
    return mark_safe(said.translate(_ESCAPES))  # noqa: S308 (escaped just now)


def _filled(value: Any) -> Any:
    """The same without what says nothing."""
    if isinstance(value, dict):
        held = {name: _filled(inner) for name, inner in value.items()}
        kept = {k: v for k, v in held.items() if v not in (None, "", [], {})}
        return {} if set(kept) <= {"@type"} else kept
    if isinstance(value, list):
        return [each for each in map(_filled, value) if each not in (None, "", {})]
    return value


def _provider(shown: ServiceShown) -> dict[str, Any]:
    return {
        "@type": "Organization",
        "name": shown.organisation,
        "url": web((shown.record.get("organization") or {}).get("website")),
    }


def _areas(record: dict[str, Any]) -> list[dict[str, Any]]:
    areas = record.get("service_areas") or ()
    return [
        {"@type": "AdministrativeArea", "name": plain(str(each.get("name") or ""))}
        for each in areas
    ]


def _audience(shown: ServiceShown) -> dict[str, Any]:
    return {
        "@type": "PeopleAudience",
        "suggestedMinAge": shown.service.minimum_age,
        "suggestedMaxAge": shown.service.maximum_age,
    }


def _channel(shown: ServiceShown) -> dict[str, Any]:
    touch = shown.in_touch
    return {
        "@type": "ServiceChannel",
        "serviceUrl": touch.website,
        "servicePhone": [
            {"@type": "ContactPoint", "telephone": line.number}
            for line in touch.every_line
        ],
        "availableLanguage": [
            plain(str(each.get("name") or ""))
            for each in shown.record.get("languages") or ()
        ],
        "serviceLocation": [_place(where) for where in shown.where],
    }


def _place(where: Any) -> dict[str, Any]:
    at = where.position
    return {
        "@type": "Place",
        "name": where.name,
        "address": ", ".join(where.address),
        "geo": {
            "@type": "GeoCoordinates",
            "latitude": at.latitude,
            "longitude": at.longitude,
        }
        if at
        else None,
    }


def _hours(record: dict[str, Any]) -> list[dict[str, Any]]:
    """Hours that are said outright; a record without hours says nothing of them."""
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [
                _DAY_NAMES[day]
                for day in DAYS
                if day in str(each.get("byday") or "").upper().split(",")
            ],
            "opens": _clock(each.get("opens_at")),
            "closes": _clock(each.get("closes_at")),
            "validFrom": each.get("valid_from"),
            "validThrough": each.get("valid_to"),
        }
        for each in schedules(record)
        if clock(each.get("opens_at")) and clock(each.get("closes_at"))
    ]


def _clock(value: Any) -> str:
    at = clock(value)
    return at.strftime("%H:%M") if at else ""
