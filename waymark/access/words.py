"""What roles, parts and abilities are called on pages."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waymark.access.record import Part
from waymark.access.roles import Role

ROLES: Mapping[Role, str | Promise] = {
    Role.PARENT: _("Parent"),
    Role.RESTRICTED_PARENT: _("Parent under an order"),
    Role.YOUNG_PERSON: _("Young person"),
    Role.CHILD: _("Child"),
    Role.SENCO: _("SENCO"),
    Role.TEACHER: _("Teacher or teaching assistant"),
    Role.COORDINATOR: _("EHC coordinator"),
    Role.MANAGER: _("EHC manager"),
    Role.PANEL_MEMBER: _("Panel member"),
    Role.PSYCHOLOGIST: _("Educational psychologist"),
    Role.DESIGNATED_OFFICER: _("Designated clinical officer"),
    Role.CLINICIAN: _("Therapist or doctor"),
    Role.SOCIAL_WORKER: _("Social worker"),
    Role.VIRTUAL_HEAD: _("Virtual school head"),
    Role.ADVOCATE: _("Adviser or supporter"),
    Role.FORUM: _("Parent carer forum"),
    Role.COMMISSIONER: _("Commissioner"),
    Role.AUDITOR: _("Quality auditor"),
    Role.EDITOR: _("Editor"),
    Role.PROVIDER: _("Provider"),
    Role.COMPLAINTS: _("Complaints officer"),
    Role.LAWYER: _("Lawyer"),
    Role.ADMINISTRATOR: _("Administrator"),
    Role.DATA_PROTECTION: _("Data protection officer"),
    Role.INSPECTOR: _("Inspector"),
    Role.APPROVER: _("Approver"),
}

#: Each as the object of "looked at" or "changed".
PARTS: Mapping[Part, str | Promise] = {
    Part.PERSON: _("who your child is and how to reach you"),
    Part.STORY: _("your story"),
    Part.SUPPORT: _("support in school"),
    Part.REQUEST: _("the request"),
    Part.ADVICE: _("the advice"),
    Part.DRAFT_PLAN: _("the draft plan"),
    Part.PLAN: _("the plan"),
    Part.REVIEW: _("the review"),
    Part.DECISION: _("a decision"),
    Part.MESSAGES: _("messages"),
    Part.CASEWORK: _("notes of the case"),
    Part.LEGAL: _("legal papers"),
    Part.SAFEGUARDING: _("whom to ask about safety"),
    Part.FINANCE: _("what the plan costs"),
    Part.DISPUTE: _("mediation or appeal"),
    Part.AUDIT: _("a check of quality"),
    Part.AGGREGATES: _("figures"),
    Part.ADMIN: _("how the site is kept"),
}
