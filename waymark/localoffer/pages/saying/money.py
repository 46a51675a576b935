"""What a service costs, as people say it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waymark.localoffer.record.words import plain

#: Names of a price that everybody pays, which need not be said.
FOR_ALL = {"everyone", "everybody", "all", "standard", "default"}
SIGNS = {"GBP": "£", "": "£", "EUR": "€", "USD": "$"}


def cost_lines(record: dict[str, Any], today: date) -> list[str]:
    """Each thing it may cost, with what for; none that has run out."""
    return list(dict.fromkeys(_lines(record, today)))


def _lines(record: dict[str, Any], today: date) -> Iterator[str]:
    for option in record.get("cost_options") or ():
        if (option.get("valid_to") or "9999") >= today.isoformat():
            said = _line(option, today)
            if said:
                yield said


def _line(option: dict[str, Any], today: date) -> str:
    what = plain(str(option.get("option") or ""))
    more = plain(str(option.get("amount_description") or ""))
    amount = money(option.get("amount"), str(option.get("currency") or ""))
    said = _with_more(amount, more, option.get("amount"))
    start = str(option.get("valid_from") or "")
    if start > today.isoformat():
        day = date_format(date.fromisoformat(start), "j F Y")
        said = _("%(cost)s, from %(day)s") % {"cost": said, "day": day}
    if what.strip().casefold() in FOR_ALL:
        return said
    return f"{what}: {said}" if what and said else what or said


def _with_more(amount: str, more: str, number: object) -> str:
    """The amount and what is said of it, said once."""
    if not more or (number == 0 and more.strip(" .").casefold() == "free"):
        return amount
    return f"{amount} {more}" if amount else more


def money(amount: Any, currency: str = "") -> str:
    """A sum of money: Free, £5, £4.50; an empty text for what is none."""
    if isinstance(amount, bool) or not isinstance(amount, (int, float)):
        return ""
    if amount == 0:
        return _("Free")
    number = f"{amount:,.2f}".removesuffix(".00")
    sign = SIGNS.get(currency.upper())
    return f"{sign}{number}" if sign else f"{number} {currency.upper()[:3]}"
