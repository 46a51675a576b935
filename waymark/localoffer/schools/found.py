"""The lists of schools, as the search finds them by any name on them."""

from collections.abc import Iterator

from waymark.finding.sources import Record
from waymark.localoffer.schools import lists


def records() -> Iterator[Record]:
    """A record for each list that holds something. Cost: three queries."""
    for address in lists.LISTS:
        parts = lists.parts(address)
        if not parts["number"]:
            continue
        names = [line.name for group in parts["groups"] for line in group.lines]
        yield Record(
            f"local-offer-{lists.LISTS[address].file_name}",
            "guide",
            str(parts["title"]),
            "; ".join(names),
            address,
            summary=str(parts["lead"]),
        )
