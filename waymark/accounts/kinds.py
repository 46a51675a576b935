"""The kinds of message about accounts. All of them answer somebody who waits."""

from django.utils.translation import gettext_lazy as _

from waymark.accounts.alarms import EMERGENCY
from waymark.accounts.mail import INVITATION, NOTICE, SIGN_IN_CODE, UNUSED
from waymark.accounts.services.codes import CODE_LASTS
from waymark.accounts.services.inviting import INVITATION_LASTS, end_undelivered
from waymark.messages.kinds import Kind

KINDS = (
    Kind(
        key=SIGN_IN_CODE,
        subject=_("Your code to sign in"),
        changed=_("Somebody asked to sign in to Waymark with this address."),
        needed=_("If it was you, type this code on the page that asks for it: {code}"),
        by_when=_(
            "It works until {until}, once, and only in the browser where you asked "
            "for it. If it was not you, do nothing. Never tell the code to anybody."
        ),
        urgent=True,
        secret=True,
        good_for=CODE_LASTS,
        rung_instead=False,
    ),
    Kind(
        key=INVITATION,
        subject=_("Your invitation to Waymark"),
        changed=_("You are invited {what_for}{whose}."),
        needed=_("To begin, open this page and press its button: {link}"),
        by_when=_(
            "The link works once, until {until}. If you did not expect this, do "
            "nothing."
        ),
        urgent=True,
        secret=True,
        good_for=INVITATION_LASTS,
        when_undeliverable=end_undelivered,
    ),
    Kind(
        key=EMERGENCY,
        subject=_("A record was opened in an emergency"),
        changed=_("A colleague opened a child's record in an emergency on {when}."),
        needed=_("Look in the log of records who it was, and whether it was right."),
        by_when=_("Do it on your next working day."),
        urgent=True,
    ),
    Kind(
        key=UNUSED,
        subject=_("Your Waymark account will be closed"),
        changed=_("Nobody has signed in to your account for a long time."),
        needed=_(
            "If you still work with it, sign in once. There is nothing else to do."
        ),
        by_when=_("Do it before {day}. After that an administrator has to invite you."),
    ),
    Kind(
        key=NOTICE,
        subject=_("About your Waymark account"),
        changed="{words}",
        urgent=True,
        secret=True,
    ),
)
