"""What the fields of a record are called on a page, and their values in words."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waymark.localoffer.questions import QUESTIONS
from waymark.localoffer.record.facts import DAYS, clock
from waymark.localoffer.record.words import plain

TITLES = {
    "name": _("Name"),
    "alternate_name": _("Other name"),
    "description": _("What it is"),
    "alert": _("Notice"),
    "status": _("Is it running"),
    "url": _("Web page"),
    "email": _("E-mail"),
    "eligibility_description": _("Who it is for"),
    "minimum_age": _("Youngest age"),
    "maximum_age": _("Oldest age"),
    "application_process": _("How to start"),
    "wait_time": _("How long people wait"),
    "fees": _("Cost in words"),
    "cost_options": _("Prices"),
    "phones": _("Telephone"),
    "schedules": _("When it is open"),
    "contacts": _("Contact"),
    "title": _("Role"),
    "public": _("Shown to families"),
    "attributes": _("Sorted under"),
    "service_at_locations": _("Place"),
    "location": "",
    "addresses": _("Address"),
    "languages": _("Languages"),
    "service_areas": _("Area it covers"),
    "accessibility": _("Accessibility"),
    "funding": _("Paid for by"),
    "required_documents": _("Papers to bring"),
    "local_offer": _("Local Offer answer"),
    "assured_date": _("Confirmed on"),
    "assurer_email": _("Confirmed by"),
    "postal_code": _("Postcode"),
    "latitude": _("Position, north"),
    "longitude": _("Position, east"),
}
STATUSES = {
    "active": _("Running"),
    "inactive": _("Not running now"),
    "defunct": _("Ended for good"),
    "temporarily closed": _("Closed for a while"),
}
DAY_NAMES = {
    "MO": _("Monday"),
    "TU": _("Tuesday"),
    "WE": _("Wednesday"),
    "TH": _("Thursday"),
    "FR": _("Friday"),
    "SA": _("Saturday"),
    "SU": _("Sunday"),
}


def title_of(name: str, above: str = "") -> str:
    """A field's title, behind that of the thing it belongs to.

    A question of the Local Offer is its own title; an unknown field keeps its name.
    """
    asked = {each.key: str(each.asks) for each in QUESTIONS}
    if above == str(TITLES["local_offer"]) and name in asked:
        return asked[name]
    own = str(TITLES.get(name, name.replace("_", " ")))
    return ": ".join(part for part in (above, own) if part)


def words_of(name: str, item: Any) -> str:
    """One phone, time, address, price or term in one line."""
    if not isinstance(item, dict):
        return str(item)
    if name == "schedules":
        return schedule_in_words(item)
    if name == "attributes":
        return _term_in_words(item)
    return ", ".join(_values(item))


def _values(item: dict[str, Any]) -> list[str]:
    """Every value of a thing but ids, in its order."""
    found: list[str] = []
    for name, value in item.items():
        if name == "id" or name.endswith("_id") or value in (None, ""):
            continue
        if isinstance(value, dict):
            found += _values(value)
        elif isinstance(value, list):
            found += [words for each in value if (words := words_of(name, each))]
        else:
            found.append(plain(str(value)))
    return found


def _term_in_words(item: dict[str, Any]) -> str:
    term = item.get("taxonomy_term") or {}
    listed = [str(term.get(name)) for name in ("taxonomy", "name") if term.get(name)]
    said = ": ".join(listed) or str(item.get("taxonomy_term_id", ""))
    extra = [plain(str(item[name])) for name in ("label", "value") if item.get(name)]
    return ", ".join([said, *extra])


_IN_SENTENCE = {"byday", "opens_at", "closes_at", "freq", "interval", "description"}


def schedule_in_words(item: dict[str, Any]) -> str:
    """A schedule as people say it: Monday and Tuesday, 09:30 to 12:00."""
    parts = [days_in_words(str(item.get("byday", "")))]
    ends = [clock(item.get(name)) for name in ("opens_at", "closes_at")]
    hours = [f"{end:%H:%M}" for end in ends if end]
    parts.append(gettext(" to ").join(hours))
    parts.append(plain(str(item.get("description", ""))))
    if item.get("freq") == "MONTHLY":
        parts.append(gettext("each month"))
    if item.get("interval", 1) != 1:
        parts.append(gettext("every %(number)s") % {"number": item["interval"]})
    rest = {k: v for k, v in item.items() if k not in _IN_SENTENCE}
    return ", ".join(part for part in [*parts, *_values(rest)] if part)


def days_in_words(byday: str) -> str:
    """Days of the week in words, several joined as people join them."""
    names = [
        str(DAY_NAMES[day.strip()]) if day.strip() in DAYS else day.strip()
        for day in byday.split(",")
        if day.strip()
    ]
    if len(names) < 2:
        return "".join(names)
    *most, last = names
    return gettext("%(most)s and %(last)s") % {"most": ", ".join(most), "last": last}
