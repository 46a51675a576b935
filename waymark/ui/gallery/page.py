"""What the gallery shows: an example of each component in each of its states.

The people, bodies and numbers are invented. A test keeps the list whole: a component
without an example here fails the build.
"""

from waymark.ui.gallery import helping, limits, route, rows, ways
from waymark.ui.gallery.example import Group


def groups() -> tuple[Group, ...]:
    """Every component, grouped as the gallery shows them."""
    return (
        Group("The route line", route.routes()),
        Group("Time limits and dates", limits.limits()),
        Group("People who help, and letters", helping.people()),
        Group("Notices", helping.notices()),
        Group("Finding the way", ways.ways()),
        Group("Tables and facts", rows.tables()),
        Group("Words explained", rows.words()),
        Group("Drawings", ways.drawings()),
    )
