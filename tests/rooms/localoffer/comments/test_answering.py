"""Oona answers, Priya reads it, and only then is anything public."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from tests.factories.accounts import actor_of
from tests.people import EFA, OONA, PRIYA, QUILL, SEFTON
from tests.rooms.localoffer.comments.conftest import KEEPING_OUT
from waymark.access.actor import NOBODY
from waymark.localoffer.comments import policies, queries, services
from waymark.localoffer.comments.answer import Answer, KeepingOut
from waymark.localoffer.identifying import Sort, Trace
from waymark.localoffer.models import Comment, ReplyTo
from waymark.localoffer.models.comment import Action
from waymark.messages.models import Message
from waymark.today import today

FORM = {
    "what": "publish",
    "theme": "missing",
    "words": "There is no phone number.",
    "response": "You are right.",
    "action": "done",
    "action_on-day": "5",
    "action_on-month": "1",
    "action_on-year": "2026",
    "action_says": "It is there.",
    "looked": "on",
}
OTHERS = [EFA, QUILL, SEFTON]


def address(comment, more=""):
    return f"/editing/comments/{comment.pk}/{more}"


# ---- who may ---------------------------------------------------------------------


@pytest.mark.parametrize("persona", OTHERS)
def test_nobody_else_sees_or_changes_a_comment(said, persona, answer):
    comment, actor = said(), actor_of(persona)

    assert not queries.to_answer(actor)
    assert queries.comment(actor, comment.pk) is None
    assert not policies.may_answer(actor, comment)
    assert not policies.may_settle(actor, comment)
    with pytest.raises(PermissionDenied):
        services.save_answer(actor, comment.pk, answer())


@pytest.mark.parametrize("persona", OTHERS)
@pytest.mark.parametrize("more", ["", "settle/"])
def test_the_screens_are_closed_to_everybody_else(as_, said, persona, more):
    comment = said()
    client = as_(persona)

    for opened in (client.get, client.post):
        assert opened(address(comment, more)).status_code in {302, 403}
    assert client.get("/editing/comments/").status_code in {302, 403}
    assert Comment.objects.get().state == Comment.State.RECEIVED


def test_nobody_without_an_account_sees_a_screen(client, said):
    assert client.get(address(said())).status_code == 302
    assert not queries.visible_comments(NOBODY)


def test_whoever_wrote_an_answer_does_not_publish_it(said, priya, answer):
    comment = said()
    services.send_answer(priya, comment.pk, answer())
    comment.refresh_from_db()

    assert "second person" in policies.may_settle(priya, comment).reason
    with pytest.raises(PermissionDenied):
        services.settle(priya, comment.pk)


def test_an_editor_does_not_publish(said, oona, answer):
    comment = said()
    services.send_answer(oona, comment.pk, answer())

    with pytest.raises(PermissionDenied, match="approvers"):
        services.settle(oona, comment.pk)


def test_what_nobody_sent_is_not_published(said, priya, oona, answer):
    comment = said()
    services.save_answer(oona, comment.pk, answer())

    with pytest.raises(PermissionDenied, match="Nobody has sent it"):
        services.settle(priya, comment.pk)


def test_what_is_being_read_or_settled_is_not_written_again(said, oona, priya, answer):
    comment = said()
    services.send_answer(oona, comment.pk, answer())
    with pytest.raises(PermissionDenied, match="is reading it"):
        services.save_answer(oona, comment.pk, answer())
    services.settle(priya, comment.pk)
    with pytest.raises(PermissionDenied, match="settled already"):
        services.save_answer(oona, comment.pk, answer())


# ---- what a whole answer is ------------------------------------------------------


def faults(given, traces=(), *, looked=True):
    return [field for field, _says in given.faults(traces, looked=looked)]


def test_a_whole_answer_has_no_faults(answer):
    assert faults(answer()) == []


def test_everything_missing_is_said_at_once():
    assert faults(Answer()) == ["theme", "words", "response", "action"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"action": Action.NOT_POSSIBLE, "action_says": ""}, ["action_says"]),
        ({"action": Action.PLANNED, "action_says": ""}, ["action_says"]),
        ({"action": Action.PLANNED, "action_on": None}, ["action_on"]),
        ({"action": Action.DONE, "action_on": None}, ["action_on"]),
        ({"action": Action.NOTHING_ASKED, "action_says": "", "action_on": None}, []),
        ({"action": Action.NOT_POSSIBLE, "action_on": None}, []),
    ],
)
def test_an_action_says_what_and_when_or_why_not(answer, changes, field):
    assert faults(answer(**changes)) == field


def test_what_is_done_is_not_done_tomorrow(answer):
    tomorrow = today().replace(day=today().day + 1)

    assert faults(answer(action_on=tomorrow)) == ["action_on"]
    assert faults(answer(action=Action.PLANNED, action_on=tomorrow)) == []


def test_keeping_out_wants_a_reason_and_words():
    assert faults(KeepingOut()) == ["kept_out", "kept_out_because"]
    assert faults(KEEPING_OUT) == []


def test_words_that_lead_to_somebody_are_never_published(answer):
    mail = [Trace(Sort.MAIL, "a@example.org")]

    assert faults(answer(), mail, looked=True) == ["words"]


def test_words_that_may_be_a_name_are_published_once_somebody_looked(answer):
    name = [Trace(Sort.NAME, "Grace")]

    assert faults(answer(), name, looked=False) == ["looked"]
    assert faults(answer(), name, looked=True) == []


# ---- the statutory text ----------------------------------------------------------


@pytest.mark.parametrize("state", [Comment.State.PUBLISHED, Comment.State.KEPT_OUT])
def test_no_comment_is_settled_without_an_answer_or_a_reason(said, state):
    """Regulation 56(3): comments, the response, and the action intended."""
    said()

    with pytest.raises(IntegrityError):
        Comment.objects.update(state=state)


def test_a_settled_comment_says_who_settled_it_and_when(settled, oona, priya):
    held = settled()

    assert held.state == Comment.State.PUBLISHED
    assert held.written_by == oona.account_id
    assert (held.settled_by, held.settled_on) == (priya.account_id, today())


def test_a_comment_kept_out_keeps_its_reason_and_no_words(said, settled, oona, answer):
    comment = said()
    services.save_answer(oona, comment.pk, answer())
    held = settled(comment, KEEPING_OUT)

    assert held.state == Comment.State.KEPT_OUT
    assert (held.words, held.response) == ("", "")
    assert held.kept_out_because == KEEPING_OUT.because


# ---- the answer to whoever asked -------------------------------------------------


@pytest.mark.parametrize(
    ("keeping_out", "kind"), [(False, "comment-answered"), (True, "comment-kept-out")]
)
def test_whoever_asked_is_answered_once_and_their_address_deleted(
    said, settled, keeping_out, kind
):
    comment = said(reply_to="amina@example.org")
    settled(comment, KEEPING_OUT if keeping_out else None)

    assert [message.kind for message in Message.objects.all()] == [kind]
    assert not ReplyTo.objects.exists()


def test_nobody_is_written_to_who_did_not_ask(settled):
    settled()

    assert not Message.objects.exists()


# ---- the screens -----------------------------------------------------------------


def test_the_editor_sees_what_came_and_what_to_look_at(as_, said):
    comment = said("Jayden, aged 7, gets nothing. x", speaker="parent")
    page = as_(OONA).get(address(comment)).content.decode()

    assert "Jayden, aged 7, gets nothing." in page
    assert "Could somebody be known by these words?" in page
    assert "aged 7, Jayden" in page
    assert "A parent or carer" in page


def test_an_answer_goes_to_a_second_person_and_out(as_, said):
    comment = said()
    client = as_(OONA)
    assert client.post(address(comment), {**FORM, "send": "1"}).status_code == 302
    assert b"You wrote the answer" not in client.get(address(comment)).content

    client = as_(PRIYA)
    page = client.get(address(comment)).content.decode()
    assert "Publish it" in page
    assert client.post(address(comment, "settle/")).status_code == 302
    assert Comment.objects.get().state == Comment.State.PUBLISHED
    assert b"settled already" in client.get(address(comment)).content


def test_half_an_answer_is_kept_and_said_to_be(as_, said):
    comment = said()
    answer = as_(OONA).post(address(comment), {"what": "publish", "words": "Half."})

    page = as_(OONA).get(answer.url).content.decode()
    assert "What you wrote is kept." in page
    assert "Half." in page
    assert Comment.objects.get().state == Comment.State.RECEIVED


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"what": ""}, "Choose whether it is published."),
        ({"response": ""}, "Write what we say to it."),
        ({"words": "Ring 01632 960 001"}, "Take out what leads to somebody"),
        ({"words": "It is x Grace", "looked": ""}, "tick this box"),
        ({"action_on-month": "13"}, "month"),
        ({"what": "keep-out"}, "Choose why it is kept out."),
    ],
)
def test_a_fault_is_said_and_what_was_written_is_kept(as_, said, changes, says):
    comment = said()
    answer = as_(OONA).post(address(comment), {**FORM, **changes, "send": "1"})
    page = answer.content.decode()

    assert answer.status_code == 422
    assert says in page
    assert "It is there." in page
    assert Comment.objects.get().state == Comment.State.RECEIVED


def test_a_second_person_returns_an_answer_with_a_reason(as_, said, oona, answer):
    comment = said()
    services.send_answer(oona, comment.pk, answer())
    client = as_(PRIYA)
    no_reason = client.post(address(comment, "settle/"), {"return": "1"})
    assert no_reason.status_code == 422
    assert b"Say what is to be changed." in no_reason.content
    why = {"return": "1", "because": "Say it more kindly."}
    assert client.post(address(comment, "settle/"), why).status_code == 302

    page = as_(OONA).get(address(comment)).content.decode()
    assert "Say it more kindly." in page
    assert "Send to a second person" in page


def test_keeping_out_is_read_by_a_second_person_too(as_, said, oona):
    comment = said()
    services.send_answer(oona, comment.pk, KEEPING_OUT)
    page = as_(PRIYA).get(address(comment)).content.decode()

    assert "Keep it out" in page
    assert KEEPING_OUT.because in page


def test_words_deleted_before_an_answer_are_said_to_be(as_, said):
    comment = said()
    comment.feedback.delete()

    assert b"have been deleted" in as_(OONA).get(address(comment)).content


def test_there_is_no_screen_for_a_comment_that_is_not_there(as_):
    missing = f"/editing/comments/{uuid4()}/"
    assert as_(OONA).get(missing).status_code == 404
    assert as_(PRIYA).post(f"{missing}settle/").status_code == 404


def test_the_list_says_what_waits_and_advertising_comes_last(as_, said, settled):
    said("Buy https://a.example https://b.example")
    said("No map.")
    settled(said("No number."))
    page = as_(OONA).get("/editing/comments/").content.decode()

    assert page.index("No map.") < page.index("Buy ")
    assert "Looks like advertising." in page
    assert "Published with its answer." in page


def test_the_editors_first_screen_says_how_many_wait(as_, said):
    said()
    said("No map.")
    page = as_(OONA).get("/editing/").content.decode()

    assert "2 comments are not settled" in page
