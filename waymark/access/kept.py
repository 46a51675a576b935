"""How long the audit is kept."""

from waymark.access.retention import ByPerson, Kept, Whom

LINES = (
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
