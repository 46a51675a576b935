"""Children and young people, the adults around them, and who is tied to whom."""

from waymark.people.models.access import AccessHold, AccessRequest
from waymark.people.models.address import Address, AddressKept
from waymark.people.models.adult import Adult, CourtOrder, Relationship
from waymark.people.models.attendance import Attendance, LegalStatus
from waymark.people.models.capacity import CapacityRecord
from waymark.people.models.child import Child, Identifier, NameBefore
from waymark.people.models.ending import (
    EndingCertificate,
    EndingProposal,
    RecordHold,
)
from waymark.people.models.story import StoryVersion, VoiceItem
from waymark.people.models.ties import (
    Assignment,
    KeptFrom,
    ParentView,
    SupporterInvitation,
)

__all__ = [
    "AccessHold",
    "AccessRequest",
    "Address",
    "AddressKept",
    "Adult",
    "Assignment",
    "Attendance",
    "CapacityRecord",
    "Child",
    "CourtOrder",
    "EndingCertificate",
    "EndingProposal",
    "Identifier",
    "KeptFrom",
    "LegalStatus",
    "NameBefore",
    "ParentView",
    "RecordHold",
    "Relationship",
    "StoryVersion",
    "SupporterInvitation",
    "VoiceItem",
]
