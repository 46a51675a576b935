"""What is written to providers about their changes."""

from django.utils.translation import gettext_lazy as _

from waymark.messages.kinds import Kind

PUBLISHED = "entry-published"
RETURNED = "entry-returned"

KINDS = (
    Kind(
        key=PUBLISHED,
        subject=_("Your entry in the Local Offer"),
        changed=_("Your changes to “{name}” are published. Families see them now."),
        needed=_("To look at the entry or change it: {link}"),
        rung_instead=False,
    ),
    Kind(
        key=RETURNED,
        subject=_("Your entry in the Local Offer"),
        changed=_("Your changes to “{name}” are not published yet."),
        needed=_("The team of the Local Offer writes: {reason}"),
        by_when=_("What you wrote is kept. To put it right and send it again: {link}"),
    ),
)
