"""A record opened in an emergency: who is told, at once, and without a name."""

from datetime import date

import pytest

from tests.factories.accounts import account_of
from tests.factories.organisations import a_post, an_authority
from tests.people import EFA, OONA, PRIYA, QUILL
from waymark.access.actor import Actor, Post
from waymark.access.emergencies import break_the_glass
from waymark.access.roles import Role
from waymark.ids import new_id
from waymark.jobs.worker import work_off

pytestmark = pytest.mark.django_db
REASON = "The police ask where the child sleeps tonight."


@pytest.fixture
def posted():
    """Gives somebody of the cast a post from September on."""
    an_authority()

    def post(persona, role, **more):
        account = account_of(persona)
        a_post(account_id=account.pk, role=role.value, **more)
        return account

    return post


def opened_by(account, role=Role.SOCIAL_WORKER):
    actor = Actor(account.pk, posts=(Post(role, new_id()),))
    return break_the_glass(actor, new_id(), REASON)


def test_managers_and_data_protection_officers_are_told_and_nobody_else(
    posted, mailoutbox
):
    posted(OONA, Role.MANAGER)
    posted(PRIYA, Role.DATA_PROTECTION)
    posted(EFA, Role.SENCO)
    opened_by(account_of(QUILL))
    work_off()
    assert sorted(mail.to[0] for mail in mailoutbox) == [OONA.email, PRIYA.email]
    assert {len(mail.to) for mail in mailoutbox} == {1}


def test_the_message_says_when_and_what_to_do_and_names_nobody(posted, mailoutbox):
    posted(OONA, Role.MANAGER)
    opened = opened_by(account_of(QUILL))
    work_off()
    [mail] = mailoutbox
    assert mail.subject == "A record was opened in an emergency"
    assert "13 January 2026, 10:00" in mail.body
    for secret in ("Quill", REASON, str(opened.child_id), str(opened.account_id)):
        assert secret not in mail.body


def test_whose_post_has_ended_is_not_told(posted, mailoutbox):
    posted(OONA, Role.MANAGER, ended_on=date(2026, 1, 13))
    opened_by(account_of(QUILL))
    work_off()
    assert mailoutbox == []


def test_whoever_opened_it_is_not_told_what_they_know(posted, mailoutbox):
    oona = posted(OONA, Role.MANAGER)
    opened_by(oona, Role.MANAGER)
    work_off()
    assert mailoutbox == []
