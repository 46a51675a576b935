"""What is written to providers about how true their entries are."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from waymark.messages.kinds import Kind

REMINDER = "entry-reminder"
LINK_LASTS = timedelta(days=30)


def _end(key: str) -> None:
    from waymark.localoffer.assurance.services import end_undelivered

    end_undelivered(key)


KINDS = (
    Kind(
        key=REMINDER,
        subject=_("Is your entry in the Local Offer still right?"),
        changed=_("Nobody has confirmed this for some months:\n{names}"),
        needed=_(
            "If it is still right, open this page and press its button. You need not "
            "sign in: {link}"
        ),
        by_when=_(
            "The link works once, until {until}. Six months after an entry was last "
            "confirmed, families find it further down; after twelve, they do not find "
            "it by searching; after eighteen, it is archived."
        ),
        secret=True,
        good_for=LINK_LASTS,
        when_undeliverable=_end,
    ),
)
