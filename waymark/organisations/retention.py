"""How long the area's organisations are kept."""

from waymark.access.retention import NumberOnly, SaysNothing

LINES = (
    # Who held it is a number; what it says of them goes when their account forgets.
    NumberOnly(tables=("organisations.Post",)),
    SaysNothing(
        tables=(
            "organisations.Authority",
            "organisations.FormerName",
            "organisations.Helper",
            "organisations.Organisation",
            "organisations.Register",
            "organisations.Setting",
            "organisations.Succession",
            "organisations.Team",
        ),
        holds="public bodies, their teams and how to reach them, as they publish it",
    ),
)
