"""How long routemaps are kept. A family's own dates are kept nowhere."""

from waymark.access.retention import SaysNothing

LINES = (
    SaysNothing(
        tables=(
            "routemaps.EasyReadIdea",
            "routemaps.EasyReadPage",
            "routemaps.RoutemapIndexPage",
            "routemaps.RoutemapPage",
            "routemaps.StepPage",
        ),
        holds="words that everybody may read",
    ),
)
