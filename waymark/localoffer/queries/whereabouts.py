"""Where a postcode is."""

from waymark.localoffer.distance import Position, tidy_postcode
from waymark.localoffer.models import Postcode


def position_of(typed: str) -> Position | None:
    """The middle of a postcode of the area, or None if it is not one we know.

    Spaces and small letters do not matter. Cost: one query, none if it cannot be one.
    """
    postcode = tidy_postcode(typed)
    found = Postcode.objects.filter(postcode=postcode).first() if postcode else None
    return Position(found.latitude, found.longitude) if found else None
