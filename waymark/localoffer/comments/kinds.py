"""What is written to somebody who asked for an answer to a comment."""

from django.utils.translation import gettext_lazy as _

from waymark.messages.kinds import Kind

ANSWERED = "comment-answered"
KEPT_OUT = "comment-kept-out"

_FORGOTTEN = _(
    "You asked for an answer, so we kept your address until now. We have deleted it."
)
#: What somebody typed is in neither: an address may be anybody's.
KINDS = (
    Kind(
        key=ANSWERED,
        subject=_("Our answer to what you told us"),
        changed=_(
            "You told us what you think of the Local Offer. Our answer: {answer}"
        ),
        needed=_(
            "It is published without names, with what we do about it: {link}\n\n"
            "To tell us more, use the link at the foot of any page."
        ),
        by_when=_FORGOTTEN,
        rung_instead=False,
    ),
    Kind(
        key=KEPT_OUT,
        subject=_("What you told us"),
        changed=_(
            "You told us what you think of the Local Offer. We have read it. We do not "
            "publish it: {because}"
        ),
        needed=_(
            "If it is about the help one child gets, people who can act on it are "
            "here: {link}"
        ),
        by_when=_FORGOTTEN,
        rung_instead=False,
    ),
)
