"""What the room is given at start-up: listening, documents, messages, the schedule."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.translation import gettext as _

from waymark.guidance.slots import Way


def begin() -> None:
    """Listen to what readers say, and offer what is published of it."""
    from waymark.guidance import listening
    from waymark.guidance.documents import publications
    from waymark.guidance.slots import register_addresses
    from waymark.jobs import schedule
    from waymark.localoffer.comments import (
        documents,
        forms,
        kinds,
        queries,
        services,
        tasks,
    )
    from waymark.localoffer.comments import editing as editing  # its screens
    from waymark.localoffer.pages.slots import register_ways
    from waymark.messages.kinds import register

    register_ways(_ways)
    register_addresses(queries.every_address)
    listening.register(
        listening.Listener(
            fields=forms.asked_of_readers,
            unfit=forms.unfit,
            before="localoffer/comments/before.html",
            after="localoffer/comments/after.html",
            heard=services.hear,
        )
    )
    own = publications.Source((queries.YOU_SAID,), documents.find, documents.every)
    publications.register("comments", own)
    for kind in kinds.KINDS:
        register(kind)
    schedule.register("forget-replies", timedelta(days=1), tasks.forget_replies)


def _ways() -> Iterable[Way]:
    from waymark.localoffer.comments.queries import YOU_SAID

    yield Way(
        _("You said, we did"),
        YOU_SAID,
        _("What families told us about the Local Offer, and what we do about it."),
    )
