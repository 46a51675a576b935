"""How long the record of a child's person is kept."""

from waymark.access.retention import ByPerson, Follows, Kept, NumberOnly, Whom
from waymark.people.ending import KEPT

#: Two people end a record, with a certificate; no job does it alone.
TWO_PEOPLE = ByPerson("the data protection officer with a second person")

_OF_THE_CHILD = (
    "people.AccessRequest",
    "people.Address",
    "people.Assignment",
    "people.Attendance",
    "people.CapacityRecord",
    "people.EndingProposal",
    "people.Identifier",
    "people.KeptFrom",
    "people.LegalStatus",
    "people.NameBefore",
    "people.ParentView",
    "people.RecordHold",
    "people.Relationship",
    "people.StoryVersion",
    "people.SupporterInvitation",
    "people.VoiceItem",
)

LINES = (
    Kept(
        tables=("people.Child",),
        holds="Who a child or young person is, where they learn and live.",
        whom=Whom.FAMILIES,
        because="so that help is given to the right child, and can be looked at later",
        counted_from="the birth; of whom the authority looked after, 75 years",
        length=KEPT,
        ends=TWO_PEOPLE,
    ),
    Kept(
        tables=("people.Adult",),
        holds="Who the adults around a child are, and how to reach them.",
        whom=Whom.FAMILIES,
        because="so that everybody who must be asked and told is",
        counted_from="the end of the last record of a child that they belong to",
        length=None,
        ends=TWO_PEOPLE,
    ),
    NumberOnly(tables=("people.EndingCertificate",)),
    Follows(tables=_OF_THE_CHILD, of="people.Child"),
    Follows(tables=("people.AccessHold",), of="people.AccessRequest"),
    Follows(tables=("people.AddressKept",), of="people.Address"),
    Follows(tables=("people.CourtOrder",), of="people.Relationship"),
)
