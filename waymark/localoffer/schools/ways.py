"""The ways to the lists of schools and centres."""

from waymark.guidance.slots import Way
from waymark.localoffer.schools import lists, queries


def ways() -> list[Way]:
    """Each list that holds something. Cost: one query."""
    held = queries.registers()
    return [
        Way(str(each.title), address, str(each.lead))
        for address, each in lists.LISTS.items()
        if each.register in held
    ]
