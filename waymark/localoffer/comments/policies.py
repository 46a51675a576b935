"""May this person do this to a comment or a year? Nothing is fetched here."""

from waymark.access.actor import Actor
from waymark.access.decision import YES, Decision, no
from waymark.access.roles import Permission
from waymark.localoffer.models import Comment, YearOfAnswers
from waymark.localoffer.models.comment import SETTLED


def may_answer(actor: Actor, comment: Comment) -> Decision:
    """An editor, while nothing of the comment is public and nobody else reads it."""
    if not actor.has(Permission.EDIT_WORDS):
        return no("Only editors answer comments.")
    if comment.state == Comment.State.SENT:
        return no("A second person is reading it. Ask them to return it first.")
    if comment.state in SETTLED:
        return no("It is settled already.")
    return YES


def may_settle(actor: Actor, comment: Comment) -> Decision:
    """An approver who did not write the answer, once it was sent for approval."""
    if not actor.has(Permission.APPROVE_WORDS):
        return no("Only approvers publish comments or keep them out.")
    if comment.state in SETTLED:
        return no("It is settled already.")
    if comment.state != Comment.State.SENT:
        return no("Nobody has sent it for approval.")
    if actor.account_id == comment.written_by:
        return no("You wrote the answer, so a second person must read it.")
    return YES


def may_write_year(actor: Actor, year: YearOfAnswers | None) -> Decision:
    """An editor, unless a second person reads it. A published one may be renewed."""
    if not actor.has(Permission.EDIT_WORDS):
        return no("Only editors write what stands with a year of comments.")
    if year is not None and year.state == YearOfAnswers.State.SENT:
        return no("A second person is reading it. Ask them to return it first.")
    return YES


def may_settle_year(actor: Actor, year: YearOfAnswers) -> Decision:
    """An approver who did not write it, once it was sent for approval."""
    if not actor.has(Permission.APPROVE_WORDS):
        return no("Only approvers publish a year of comments.")
    if year.state != YearOfAnswers.State.SENT:
        return no("Nobody has sent it for approval.")
    if actor.account_id == year.written_by:
        return no("You wrote it, so a second person must read it.")
    return YES


def may_publish_year(actor: Actor, year: YearOfAnswers, *, waiting: int) -> Decision:
    """The same, and only when every comment of the year is settled.

    `waiting` is how many comments of the year have neither an answer that is
    published nor a recorded reason (Regulation 56 of the SEND Regulations 2014).
    """
    allowed = may_settle_year(actor, year)
    if allowed and waiting:
        return no("Some comments of this year are not settled yet.")
    return allowed
