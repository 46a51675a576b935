"""Who may do what to an entry: every branch."""

from types import SimpleNamespace
from uuid import uuid4

import pytest

from waymark.access.actor import NOBODY, Actor
from waymark.access.roles import Role
from waymark.localoffer.assurance import policies as assurance
from waymark.localoffer.models import Draft
from waymark.localoffer.providing import policies

State = Draft.State
OTTERS, TERNS = uuid4(), uuid4()
SEFTON = Actor(uuid4(), frozenset({Role.PROVIDER}))
OONA = Actor(uuid4(), frozenset({Role.EDITOR}))
PRIYA = Actor(uuid4(), frozenset({Role.APPROVER}))
EFA = Actor(uuid4(), frozenset({Role.ADMINISTRATOR}))
OWN = frozenset({OTTERS})


def a_draft(state=State.WRITING, by=SEFTON, organisation=OTTERS):
    return SimpleNamespace(
        state=state,
        by=by.account_id if by else None,
        service=SimpleNamespace(organisation_id=organisation),
    )


@pytest.mark.parametrize(
    ("actor", "allowed"),
    [(OONA, True), (PRIYA, True), (EFA, False), (SEFTON, False), (NOBODY, False)],
)
@pytest.mark.parametrize(
    "question",
    [
        policies.may_keep_offer,
        policies.may_restore,
        policies.may_trust,
        assurance.may_look_over,
    ],
)
def test_the_team_and_nobody_else_decides(question, actor, allowed):
    assert bool(question(actor)) is allowed
    assert question(actor).reason or allowed


@pytest.mark.parametrize(
    "question", [policies.may_see, policies.may_write, assurance.may_confirm]
)
class TestWhoseEntryItIs:
    def test_a_provider_has_their_own(self, question):
        assert question(SEFTON, OTTERS, OWN)

    def test_and_no_other(self, question):
        refused = question(SEFTON, TERNS, OWN)

        assert refused.reason == "This entry belongs to another organisation."

    def test_nor_one_that_is_nobodys(self, question):
        assert not question(SEFTON, None, OWN)

    def test_the_team_has_every_one(self, question):
        assert question(OONA, TERNS, frozenset())
        assert question(OONA, None, frozenset())

    def test_whoever_is_neither_has_none(self, question):
        assert question(EFA, OTTERS, OWN).reason.startswith("Only a provider")


def test_what_is_being_written_or_came_back_is_sent_once():
    assert policies.may_send(SEFTON, a_draft(), OWN)
    assert policies.may_send(SEFTON, a_draft(State.RETURNED), OWN)
    assert "already" in policies.may_send(SEFTON, a_draft(State.SENT), OWN).reason
    assert not policies.may_send(SEFTON, a_draft(State.APPROVED), OWN)
    assert not policies.may_send(SEFTON, a_draft(organisation=TERNS), OWN)


def test_the_team_approves_what_others_sent():
    assert policies.may_approve(OONA, a_draft(State.SENT))
    assert policies.may_approve(OONA, a_draft(State.APPROVED))
    assert policies.may_approve(OONA, a_draft(State.SENT, by=None))
    assert not policies.may_approve(OONA, a_draft(State.WRITING))
    assert not policies.may_approve(SEFTON, a_draft(State.SENT))


def test_nobody_approves_what_they_wrote_themselves():
    refused = policies.may_approve(OONA, a_draft(State.SENT, by=OONA))

    assert "Somebody else of the team" in refused.reason
    assert policies.may_approve(PRIYA, a_draft(State.SENT, by=OONA))


def test_the_team_puts_right_what_others_sent_and_leaves_it_theirs():
    assert policies.may_put_right(OONA, a_draft(State.SENT))
    assert policies.may_put_right(OONA, a_draft(State.APPROVED, by=PRIYA))
    assert not policies.may_put_right(OONA, a_draft(State.SENT, by=OONA))
    assert not policies.may_put_right(OONA, a_draft(State.RETURNED))
    assert not policies.may_put_right(SEFTON, a_draft(State.SENT, by=PRIYA))
    refused = policies.may_put_right(OONA, a_draft(State.SENT, by=None))
    assert refused.reason == "Nobody in person wrote it."


def test_the_team_gives_back_what_was_sent():
    assert policies.may_return(OONA, a_draft(State.SENT))
    assert policies.may_return(OONA, a_draft(State.APPROVED))
    assert not policies.may_return(OONA, a_draft(State.WRITING))
    assert not policies.may_return(SEFTON, a_draft(State.SENT))


def at_once(actor=SEFTON, draft=None, own=OWN, trusted=True, small=True):
    return policies.may_publish_at_once(
        actor, draft or a_draft(), own, trusted=trusted, small=small
    )


def test_a_trusted_provider_publishes_a_small_change_at_once():
    assert at_once()
    assert "approved by the team" in at_once(trusted=False).reason
    assert "telephone number" in at_once(small=False).reason
    assert "Only a provider" in at_once(actor=OONA, own=frozenset()).reason
    assert not at_once(draft=a_draft(State.SENT))
    assert not at_once(draft=a_draft(organisation=TERNS))
