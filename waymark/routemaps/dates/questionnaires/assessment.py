"""From the request to the final plan."""

from django.utils.translation import gettext_noop as _

from waymark.law.events import Kind
from waymark.law.receipt import SentBy
from waymark.routemaps.dates.questions import (
    Choice,
    DayOf,
    FactDay,
    Part,
    Questionnaire,
)

SENT_BY = Choice(
    "sent-by",
    _("How was it sent?"),
    (
        (SentBy.EMAIL, _("By e-mail")),
        (SentBy.ONLINE_FORM, _("By a form on a website")),
        (SentBy.HAND, _("By hand")),
        (SentBy.FIRST_CLASS, _("By first class post")),
        (SentBy.SIGNED_FOR, _("By signed-for post")),
        (SentBy.SECOND_CLASS, _("By second class post")),
        (SentBy.NOT_SURE, _("I am not sure")),
    ),
    radios=True,
)

CLOSED_PLACE = Choice(
    "closed-place",
    _("Which place was closed?"),
    (("school", _("A school or college")), ("early-years", _("A nursery"))),
    radios=True,
)

ASSESSMENT = Questionnaire(
    "ehc-needs-assessment",
    opening=("request-received", "request-sent"),
    parts=(
        Part(
            _("Where it starts"),
            (
                DayOf(
                    Kind.REQUEST_RECEIVED,
                    _("When did the council get the request?"),
                    _("the day the council got the request"),
                    _("For example, 5 1 2026. The council's first letter may say."),
                ),
            ),
        ),
        Part(
            _("I only know the day it was sent"),
            (
                DayOf(
                    Kind.REQUEST_SENT,
                    _("When was the request sent?"),
                    _("the day the request was sent"),
                ),
                SENT_BY,
            ),
            words=_("We then work out the day it arrived, and call it an estimate."),
            folded=True,
        ),
        Part(
            _("What has happened since?"),
            (
                DayOf(
                    Kind.DECIDED_TO_ASSESS,
                    _("When did the council say that it will assess?"),
                    _("the day the council said that it will assess"),
                ),
                DayOf(
                    Kind.DECIDED_NOT_TO_ASSESS,
                    _("When did the council say no to an assessment?"),
                    _("the day the council said no to an assessment"),
                    _("The day on its letter."),
                ),
                DayOf(
                    Kind.DECIDED_NOT_TO_ISSUE,
                    _("When did the council say no to a plan, after the assessment?"),
                    _("the day the council said no to a plan"),
                    _("The day on its letter."),
                ),
                DayOf(
                    Kind.DRAFT_PLAN_SERVED,
                    _("When did the draft plan come?"),
                    _("the day the draft plan came"),
                ),
                DayOf(
                    Kind.FINAL_PLAN_SENT,
                    _("When was the final plan sent?"),
                    _("the day the final plan was sent"),
                    _("The day on the letter that came with it."),
                ),
            ),
            words=_("Leave out what has not happened."),
        ),
        Part(
            _("More that may have happened"),
            (
                DayOf(
                    Kind.REFUSAL_CONCEDED,
                    _("When did the council change its mind about its no?"),
                    _("the day the council changed its mind"),
                ),
                DayOf(
                    Kind.NEW_DRAFT_SERVED,
                    _("When did a second draft plan come?"),
                    _("the day the second draft plan came"),
                ),
            ),
            folded=True,
        ),
        Part(
            _("Could an exemption apply?"),
            (
                CLOSED_PLACE,
                FactDay(
                    "closed-on",
                    _("What was its first day closed?"),
                    _("the first day closed"),
                ),
                FactDay(
                    "reopens-on",
                    _("On what day did it open again, or will it?"),
                    _("the day it opens again"),
                ),
                FactDay(
                    "advice-asked-on",
                    _("When did the council ask it for advice?"),
                    _("the day the council asked for advice"),
                    may_be_to_come=False,
                ),
                FactDay(
                    "away-from",
                    _("If the family was away for long: what was the first day?"),
                    _("the first day away"),
                ),
                FactDay(
                    "away-until",
                    _("And the last day away?"),
                    _("the last day away"),
                ),
            ),
            words=_(
                "The law lists a few reasons that may lift a time limit, such as a "
                "long school holiday. These days let us check."
            ),
            folded=True,
        ),
    ),
)
