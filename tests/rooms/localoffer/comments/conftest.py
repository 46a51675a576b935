import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache

from tests.factories.accounts import account_of, actor_of
from tests.people import OONA, PRIYA
from waymark.guidance import services as guidance
from waymark.localoffer.comments import services
from waymark.localoffer.comments.answer import Answer, KeepingOut
from waymark.localoffer.models import Comment
from waymark.localoffer.models.comment import Action, KeptOut, Theme
from waymark.today import today


@pytest.fixture(autouse=True)
def nobody_was_here_before(db):
    cache.clear()


@pytest.fixture
def oona(db):
    """She answers."""
    return actor_of(OONA)


@pytest.fixture
def priya(db):
    """She reads what others answered."""
    return actor_of(PRIYA)


@pytest.fixture
def as_(client, db):
    """Sign one of the cast in, with a second factor, ready for the editors' screens."""

    def sign_in(persona):
        guidance.prepare_editing()
        account = account_of(persona)
        Authenticator.objects.get_or_create(
            user=account, type=Authenticator.Type.TOTP, data={"secret": "sealed"}
        )
        client.force_login(account)
        return client

    return sign_in


@pytest.fixture
def said(db):
    """A reader says something about a page."""

    def say(words="There is no phone number.", page="/local-offer/", **more):
        given = guidance.give_feedback(page=page, useful="no", missing=words, more=more)
        return Comment.objects.get(feedback=given)

    return say


ANSWER = Answer(
    theme=Theme.MISSING,
    words="There is no phone number.",
    response="You are right, and we are sorry.",
    action=Action.DONE,
    action_says="The number stands at the top of the page.",
    action_on=None,
)
KEEPING_OUT = KeepingOut(KeptOut.ONE_PERSON, "It is about what one child gets.")


@pytest.fixture
def answer():
    """A whole answer, or one that differs from it."""

    def answer(**changes):
        whole = {name: getattr(ANSWER, name) for name in ANSWER.__slots__}
        return Answer(**{**whole, "action_on": today(), **changes})

    return answer


@pytest.fixture
def settled(said, oona, priya, answer):
    """A comment as the two of them settled it."""

    def settle(comment=None, given=None):
        held = comment or said()
        services.send_answer(oona, held.pk, given or answer())
        return services.settle(priya, held.pk)

    return settle
