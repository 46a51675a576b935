"""How long casework is kept: as long as the record it belongs to."""

from waymark.access.retention import Follows, NumberOnly

LINES = (
    Follows(tables=("casework.Episode",), of="people.Child"),
    Follows(
        tables=(
            "casework.CaseLine",
            "casework.Claim",
            "casework.Decision",
            "casework.Happening",
            "casework.Letter",
        ),
        of="casework.Episode",
    ),
    Follows(tables=("casework.Served",), of="casework.Letter"),
    NumberOnly(tables=("casework.SavedList",)),
)
