"""Requests for what is held, made ready for a page. Nothing is fetched here."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from waymark.people.models import AccessHold, AccessRequest
from waymark.people.presenters.pack import Thing
from waymark.people.presenters.record import address_of, day_in_words
from waymark.people.queries import AccessReview, AccessRow
from waymark.ui.tables import Fact, SummaryList, TableOf

#: How much of a thing is shown, in words, so that it is known again.
WORDS_SHOWN = 24


def requests_table(child_id: UUID, rows: Sequence[AccessRow]) -> TableOf:
    """Every request with its day and how it stands."""
    return TableOf(
        _("Requests for a copy of what is held"),
        (_("Came on"), _("From"), _("To be answered by"), _("How it stands")),
        tuple(_line(child_id, row) for row in rows),
    )


def _line(child_id: UUID, row: AccessRow) -> tuple[str | SafeString, ...]:
    asked = row.request
    address = address_of(child_id, "access_review", request_id=asked.pk)
    return (
        format_html('<a href="{}">{}</a>', address, day_in_words(asked.received_on)),
        str(AccessRequest.By(asked.asked_by).label),
        day_in_words(row.due_on) or _("Not known yet"),
        stands(row),
    )


def stands(row: AccessRow) -> str:
    """How a request stands, in a few words."""
    if row.request.answered_on is not None:
        given = _("Answered on %s") % day_in_words(row.request.answered_on)
        return _("%s, late") % given if row.is_late else given
    if row.due_on is None:
        return _("Waiting to know who asks")
    return _("Late") if row.is_late else _("Being prepared")


def facts(review: AccessReview) -> SummaryList:
    """The clock of one request."""
    row, asked = review.row, review.row.request
    told = (
        (_("Came on"), day_in_words(asked.received_on)),
        (_("From"), str(AccessRequest.By(asked.asked_by).label)),
        (_("Clear who asks since"), day_in_words(asked.clear_on)),
        (_("To be answered by"), day_in_words(row.due_on)),
        (_("Two months more, because"), asked.extended_why),
        (_("How it stands"), stands(row)),
    )
    return SummaryList(tuple(Fact(word, says) for word, says in told if says))


def things_table(
    child_id: UUID, request_id: UUID, things: Sequence[Thing], review: AccessReview
) -> TableOf:
    """Everything in the copy, with what may be done with it."""
    lines = tuple(
        (
            each.heading,
            Truncator(each.says).words(WORDS_SHOWN),
            _what_of(child_id, request_id, each, review),
        )
        for each in things
    )
    return TableOf(
        _("What the copy holds"), (_("What"), _("It says"), _("In the copy?")), lines
    )


def _what_of(
    child_id: UUID, request_id: UUID, thing: Thing, review: AccessReview
) -> str | SafeString:
    hold = review.holds.get(thing.item)
    if review.row.request.answered_on is not None:
        return _said_of(hold) if hold else _("Yes")
    if hold is None:
        address = address_of(
            child_id, "hold_back", request_id=request_id, item=thing.item
        )
        return _link(_("Yes"), address, _("Hold back"), thing.heading)
    address = address_of(
        child_id, "answer_hold", request_id=request_id, hold_id=hold.pk
    )
    return _link(_said_of(hold), address, _("Decide"), thing.heading)


def _said_of(hold: AccessHold) -> str:
    because = str(AccessHold.Because(hold.because).label)
    if hold.answer == "":
        waits = _("Held back: %s. Nobody has decided.") % because
        return f"{waits} {hold.said}".strip()
    if hold.answer == AccessHold.Answer.GIVE:
        return _("Yes, as %s decided") % hold.answered_for
    return _("No: %(because)s. Decided by %(who)s") % {
        "because": because,
        "who": hold.answered_for,
    }


def _link(says: str, address: str, words: str, of: str) -> SafeString:
    return format_html(
        '{} <a href="{}">{}<span class="govuk-visually-hidden">: {}</span></a>',
        says,
        address,
        words,
        of,
    )


def actions(child_id: UUID, review: AccessReview) -> list[tuple[str, str]]:
    """What may be done next with a request that is not answered: address and words."""
    asked = review.row.request
    if asked.answered_on is not None:
        return []
    offered = [
        (asked.clear_on is None, "make_clear", _("It is clear who asks")),
        (
            asked.clear_on is not None and asked.extended_on is None,
            "extend_access_request",
            _("Take two months more"),
        ),
        (
            asked.clear_on is not None and not review.waits,
            "answer_access_request",
            _("The answer was given"),
        ),
    ]
    return [
        (address_of(child_id, name, request_id=asked.pk), words)
        for is_open, name, words in offered
        if is_open
    ]
