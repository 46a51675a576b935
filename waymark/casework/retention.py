"""How long casework is kept: as long as the record it belongs to."""

from waymark.access.retention import Follows, NumberOnly

LINES = (
    Follows(tables=("casework.Episode",), of="people.Child"),
    Follows(tables=("casework.Happening", "casework.CaseLine"), of="casework.Episode"),
    NumberOnly(tables=("casework.SavedList",)),
)
