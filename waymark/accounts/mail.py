"""What is written to people about their accounts."""

from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waymark.access.roles import Role
from waymark.access.words import ROLES
from waymark.accounts import slots
from waymark.accounts.models import Invitation
from waymark.today import LONDON

SIGN_IN_CODE = "sign-in-code"
INVITATION = "invitation"
NOTICE = "account-notice"
UNUSED = "account-unused"

WHAT_FOR: dict[Role, str | Promise] = {
    Role.EDITOR: _("to write the words that families read"),
    Role.APPROVER: _("to approve the words that families read"),
    Role.ADMINISTRATOR: _("to invite people and end their roles"),
    Role.PARENT: _("to see your child's record and have your say in it"),
    Role.YOUNG_PERSON: _("to see your own record and decide about it"),
    Role.CHILD: _("to see your own record and have your say in it"),
    Role.ADVOCATE: _("to support a family, for as long as it wants you to"),
    Role.PROVIDER: _("to keep your entry in the Local Offer true"),
}


def what_for(role: Role) -> str:
    """Why somebody is invited; where nothing else is written, to work in the role."""
    return str(WHAT_FOR.get(role) or _("to work as: %s") % ROLES[role])


def key_of(invitation: Invitation) -> str:
    """What makes the message about an invitation one."""
    return f"{INVITATION}:{invitation.pk}"


def invitation_of(key: str) -> UUID:
    """The invitation that a message was about."""
    return UUID(key.removeprefix(f"{INVITATION}:"))


def invitation_blanks(invitation: Invitation, link: str) -> dict[str, str]:
    """What fills the message about an invitation. Cost: what the tie needs."""
    role = Role(invitation.role)
    whose = slots.words_for(role, invitation.reference)
    until = invitation.ends_at.astimezone(LONDON)
    return {
        "what_for": what_for(role),
        "whose": f", {whose}" if whose else "",
        "link": link,
        "until": f"{until.day} {until:%B %Y}",
    }
