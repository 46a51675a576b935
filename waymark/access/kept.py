"""How long the audit is kept."""

from waymark.access.presses import KEEP
from waymark.access.retention import ByJob, ByPerson, Kept, Whom

LINES = (
    Kept(
        tables=("access.Press",),
        holds="That a form was sent, by a mark that says nothing, and where it led.",
        whom=Whom.STAFF,
        because="so that a form that arrives twice has one effect",
        counted_from="the sending",
        length=KEEP,
        ends=ByJob("forget-presses"),
    ),
    Kept(
        tables=("access.AuditEntry", "access.Seal"),
        holds="Who opened or changed a child's record, when and why. No names.",
        whom=Whom.FAMILIES,
        because="so that a family can see who looked",
        counted_from="the look",
        length=None,
        ends=ByPerson("the data protection officer"),
    ),
    Kept(
        tables=("access.EmergencyAccess",),
        holds="Who opened a child's record in an emergency, and the reason.",
        whom=Whom.FAMILIES,
        because="so that it can be asked whether it was right",
        counted_from="the opening",
        length=None,
        ends=ByPerson("the data protection officer"),
    ),
)
