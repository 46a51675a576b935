"""What a service costs, where that is one price for everybody."""

from typing import Any
from uuid import uuid5

from waymark.localoffer.taxonomies import NAMESPACE

PRICE = "price"


def is_asked(record: dict[str, Any]) -> bool:
    """False where a record gives several prices: those are not one answer."""
    return len(record.get("cost_options") or ()) <= 1


def read(record: dict[str, Any]) -> dict[str, Any]:
    """The price in pounds; nothing where none is given, or several are."""
    options: list[dict[str, Any]] = record.get("cost_options") or []
    price = options[0].get("amount") if len(options) == 1 else None
    return {PRICE: price if isinstance(price, (int, float)) else ""}


def write(record: dict[str, Any], changed: dict[str, Any]) -> None:
    """Give the one price; without one nothing is said of price but the words."""
    if PRICE not in changed or not is_asked(record):
        return
    if changed[PRICE] == "":
        record.pop("cost_options", None)
        return
    fresh = {
        "id": str(uuid5(NAMESPACE, f"cost/{record['id']}")),
        "service_id": record["id"],
    }
    options = record.get("cost_options") or [fresh]
    about = {k: v for k, v in options[0].items() if k != "amount_description"}
    record["cost_options"] = [{**about, "amount": float(changed[PRICE])}]
