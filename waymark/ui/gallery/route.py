"""The route line in every state."""

from datetime import date

from waymark.ui.gallery.example import Example
from waymark.ui.route_line import RouteLine, Stop
from waymark.ui.time_limits import ClockTag, TimeLimit


def routes() -> tuple[Example, ...]:
    return (
        Example("One child's route, with every state", (MY_ROUTE,)),
        Example("A whole routemap, numbered, before any date is known", (WHOLE,)),
    )


MY_ROUTE = RouteLine(
    label="Your route",
    stops=(
        Stop("You ask the council to assess", "#ask", "done", when="on 5 January 2026"),
        Stop("The council asks people for advice", "#advice", "done", "and"),
        Stop(
            "The council decides whether to assess",
            "#decide",
            "late",
            when=ClockTag("overdue", late_from=date(2026, 2, 17)),
            detail="The council is late. You can ask it to decide now.",
        ),
        Stop("If the council says no", "#no", "branch", "or"),
        Stop(
            "The council gathers advice",
            "#gather",
            "here",
            when="within 6 weeks of being asked",
            detail="Each person who is asked has the same time to answer.",
        ),
        Stop(
            "The council sends a draft plan",
            "#draft",
            "next",
            when=ClockTag("running", due=date(2026, 5, 11)),
            tags=(TimeLimit("at least 15 days to answer", "must"),),
        ),
        Stop("The final plan arrives", "#final", when="by 25 May 2026"),
    ),
)
WHOLE = RouteLine(
    label="The whole route",
    numbered=True,
    heading=4,
    stops=(
        Stop(
            "Ask the council",
            "#1",
            detail="Parents, young people, schools and colleges may ask.",
        ),
        Stop(
            "Wait for the decision",
            "#2",
            tags=(TimeLimit("within 6 weeks", "must"),),
        ),
        Stop("If the council says no, you may appeal", "#3", "branch", "or"),
        Stop(
            "If nothing comes, tell the council that it is late", "#4", "branch", "or"
        ),
        Stop("Advice is gathered", "#5"),
        Stop("You add your own views", "#6", joins="and"),
        Stop(
            "The plan is finished", "#7", tags=(TimeLimit("within 20 weeks", "must"),)
        ),
    ),
)
