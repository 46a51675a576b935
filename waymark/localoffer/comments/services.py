"""Every change to comments and to the years they are published in."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from waymark import sealing
from waymark.access.actor import Actor
from waymark.access.guard import require
from waymark.guidance.documents import ahead
from waymark.guidance.models import Feedback
from waymark.localoffer.comments import kinds, policies, queries
from waymark.localoffer.comments.answer import Answer, KeepingOut
from waymark.localoffer.comments.suspicion import looks_like_advertising
from waymark.localoffer.models import Comment, ReplyTo, YearOfAnswers
from waymark.messages.services import write
from waymark.today import today

#: As long as the feedback itself is kept at most.
KEEP_REPLY_TO = timedelta(days=364)
TAKEN_UP = "Taken up as a comment on the Local Offer."
CONTACT = "/contact/"


def hear(feedback: Feedback, more: Mapping[str, Any]) -> None:
    """Take up what a reader said in words about a page. Runs inside a transaction.

    The feedback counts as handled, so that it waits in one list and not in two.
    Cost: four queries, and one more where an answer is wanted.
    """
    if not feedback.missing:
        return
    comment = Comment.objects.create(
        feedback=feedback,
        page=feedback.page,
        speaker=more.get("speaker", ""),
        suspected=looks_like_advertising(feedback.missing)
        or queries.was_said_today(feedback.missing, apart_from=feedback.pk),
    )
    feedback.done = TAKEN_UP
    feedback.save()
    if more.get("reply_to"):
        ReplyTo.objects.create(
            comment=comment,
            sealed=sealing.seal(more["reply_to"], place=_place(comment)),
            until=today() + KEEP_REPLY_TO,
        )


@transaction.atomic
def save_answer(actor: Actor, comment_id: UUID, answer: Answer | KeepingOut) -> None:
    """Keep what an editor has written so far, whole or not.

    Raises: PermissionDenied, Comment.DoesNotExist.
    """
    comment = _locked(comment_id)
    require(policies.may_answer(actor, comment))
    _write(comment, answer)
    comment.written_by = actor.account_id
    comment.save()


@transaction.atomic
def send_answer(actor: Actor, comment_id: UUID, answer: Answer | KeepingOut) -> None:
    """Keep it and send it to a second person. Whether it is whole, the form has said.

    Raises: PermissionDenied, Comment.DoesNotExist.
    """
    save_answer(actor, comment_id, answer)
    Comment.objects.filter(pk=comment_id).update(
        state=Comment.State.SENT, returned_because=""
    )


@transaction.atomic
def return_answer(actor: Actor, comment_id: UUID, because: str) -> None:
    """Give it back to be written again, with the reason.

    Raises: PermissionDenied, Comment.DoesNotExist.
    """
    comment = _locked(comment_id)
    require(policies.may_settle(actor, comment))
    comment.state = Comment.State.RECEIVED
    comment.returned_because = because
    comment.save()


@transaction.atomic
def settle(actor: Actor, comment_id: UUID) -> Comment:
    """Publish a comment with its answer, or keep it out, as it was written.

    Whoever asked for an answer is sent it, and where to is deleted.
    Raises: PermissionDenied, Comment.DoesNotExist; IntegrityError for a comment that
    has neither an answer nor a reason.
    """
    comment = _locked(comment_id)
    require(policies.may_settle(actor, comment))
    kept_out = bool(comment.kept_out)
    comment.state = Comment.State.KEPT_OUT if kept_out else Comment.State.PUBLISHED
    comment.settled_by = actor.account_id
    comment.settled_on = today()
    comment.save()
    _answer_by_mail(comment)
    if not kept_out:
        ahead.changed()
    return comment


@transaction.atomic
def save_year(
    actor: Actor, year: int, *, introduction: str, how_asked: str, send: bool
) -> None:
    """Write what stands with a year; `send` it to a second person, or go on writing.

    What is published of it stays as it is until that person publishes it.
    Raises: PermissionDenied.
    """
    held = YearOfAnswers.objects.select_for_update().filter(year=year).first()
    require(policies.may_write_year(actor, held))
    held = held or YearOfAnswers(year=year)
    held.introduction = introduction
    held.how_asked = how_asked
    held.written_by = actor.account_id
    held.state = YearOfAnswers.State.SENT if send else YearOfAnswers.State.WRITING
    if send:
        held.returned_because = ""
    held.save()


@transaction.atomic
def return_year(actor: Actor, year: int, because: str) -> None:
    """Give it back to be written again, with the reason.

    Raises: PermissionDenied, YearOfAnswers.DoesNotExist.
    """
    held = YearOfAnswers.objects.select_for_update().get(year=year)
    require(policies.may_settle_year(actor, held))
    held.state = YearOfAnswers.State.WRITING
    held.returned_because = because
    held.save()


@transaction.atomic
def publish_year(actor: Actor, year: int) -> None:
    """Publish a year of comments, once each has an answer or a recorded reason.

    Raises: PermissionDenied, YearOfAnswers.DoesNotExist.
    """
    held = YearOfAnswers.objects.select_for_update().get(year=year)
    waiting = queries.waiting_in(year)
    require(policies.may_publish_year(actor, held, waiting=waiting))
    held.state = YearOfAnswers.State.PUBLISHED
    held.published_by = actor.account_id
    held.published_on = today()
    held.published_introduction = held.introduction
    held.published_how_asked = held.how_asked
    held.save()
    ahead.changed()


def forget_replies() -> int:
    """Delete where to answer when nobody has answered in time. Gives their number.

    Harmless when it is done twice.
    """
    return int(ReplyTo.objects.filter(until__lt=today()).delete()[0])


def _locked(comment_id: UUID) -> Comment:
    return Comment.objects.select_for_update().get(pk=comment_id)


def _write(comment: Comment, answer: Answer | KeepingOut) -> None:
    """One or the other: what is kept out keeps no words to publish."""
    wanted = answer if isinstance(answer, Answer) else Answer()
    reason = answer if isinstance(answer, KeepingOut) else KeepingOut()
    for name in ("theme", "words", "response", "action", "action_says", "action_on"):
        setattr(comment, name, getattr(wanted, name))
    comment.kept_out = reason.reason
    comment.kept_out_because = reason.because


def _answer_by_mail(comment: Comment) -> None:
    held = ReplyTo.objects.filter(comment=comment).first()
    if held is None:
        return
    kind, blanks = _message(comment)
    write(
        key=f"comment:{comment.pk}",
        kind=kind,
        to=sealing.opened(held.sealed, place=_place(comment)),
        blanks=blanks,
    )
    held.delete()


def _message(comment: Comment) -> tuple[str, dict[str, str]]:
    if comment.state == Comment.State.KEPT_OUT:
        link = settings.WEBSITE + CONTACT
        return kinds.KEPT_OUT, {"because": comment.kept_out_because, "link": link}
    link = f"{settings.WEBSITE}{queries.address_of(comment.received_on.year)}"
    return kinds.ANSWERED, {"answer": comment.response, "link": link}


def _place(comment: Comment) -> str:
    return f"comment:{comment.pk}:reply-to"
