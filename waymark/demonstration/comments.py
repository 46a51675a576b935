"""Last year's comments on the Local Offer, invented, with their answers and actions."""

from dataclasses import replace
from datetime import date

from waymark.access.actor import Actor
from waymark.accounts.models import Account
from waymark.accounts.queries import actor_of
from waymark.localoffer.comments import services
from waymark.localoffer.comments.answer import Answer, KeepingOut
from waymark.localoffer.models import Comment
from waymark.localoffer.models.comment import Action, KeptOut, Speaker, Theme
from waymark.localoffer.pages.addresses import FIRST
from waymark.today import today

INTRODUCTION = (
    "This year is invented, to show how comments are answered. Families asked above "
    "all for waiting times, and for words that say what a service does."
)
HOW_ASKED = (
    "By the link at the foot of every page, and at two meetings with parents and "
    "young people. The meetings are invented too."
)

#: The month each came in, who said it, and what an editor made of it.
SAID = (
    (
        2,
        Speaker.PARENT,
        Answer(
            theme=Theme.UNDERSTANDING,
            words="The page about therapy says what it is called and not what it does.",
            response="You are right. Families look for what helps, not for our names.",
            action=Action.DONE,
            action_says="Each page begins with what the service does, in plain words.",
        ),
    ),
    (
        5,
        Speaker.YOUNG_PERSON,
        Answer(
            theme=Theme.MISSING,
            words="There is nothing for people my age in the evening.",
            response="There is little after seven o'clock for over-sixteens.",
            action=Action.PLANNED,
            action_says="We will ask clubs for evenings and list each that begins.",
        ),
    ),
    (
        9,
        Speaker.PRACTITIONER,
        Answer(
            theme=Theme.MAKING,
            words="Please print the whole directory and post it to every family.",
            response="A printed directory would be out of date before it arrived.",
            action=Action.NOT_POSSIBLE,
            action_says="Print or order any page instead, in the format you need.",
        ),
    ),
    (10, "", KeepingOut(KeptOut.ONE_PERSON, "It was about one family's own case.")),
)


def invent_comments() -> None:
    """Answer last year's comments and publish the year, each act by two people."""
    oona, priya = _somebody("oona"), _somebody("priya")
    year = today().year - 1
    for month, speaker, answer in SAID:
        comment = Comment.objects.create(
            page=FIRST, speaker=speaker, received_on=date(year, month, 3)
        )
        services.send_answer(oona, comment.pk, _dated(answer, year))
        services.settle(priya, comment.pk)
    services.save_year(
        oona, year, introduction=INTRODUCTION, how_asked=HOW_ASKED, send=True
    )
    services.publish_year(priya, year)


def _dated(answer: Answer | KeepingOut, year: int) -> Answer | KeepingOut:
    """With the day it was done, or will be done by, where an action has one."""
    days = {Action.DONE: date(year, 4, 20), Action.PLANNED: date(year + 1, 9, 1)}
    if isinstance(answer, KeepingOut) or answer.action not in days:
        return answer
    return replace(answer, action_on=days[Action(answer.action)])


def _somebody(key: str) -> Actor:
    return actor_of(Account.objects.get(email=f"{key}@example.org", is_persona=True))
