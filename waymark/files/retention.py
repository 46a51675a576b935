"""How long files are kept."""

from waymark.access.retention import ByPerson, Kept, Whom

LINES = (
    Kept(
        tables=("files.StoredFile",),
        holds="Documents, pictures, sound and film that were uploaded.",
        whom=Whom.FAMILIES,
        because="because they belong to the record that they were uploaded to",
        counted_from="the end of the record that they belong to",
        length=None,
        ends=ByPerson("whoever ends that record"),
    ),
)
