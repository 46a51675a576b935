"""Asking for a personal budget, and having direct payments."""

from waymark.law.events import Kind
from waymark.law.process import Process, Step
from waymark.law.rule import Party
from waymark.law.rules.kinds import kinds

_ASKED = kinds(Kind.BUDGET_ASKED_FOR)
_PAID = kinds(Kind.FIRST_PAYMENT_MADE)
_REDUCING = kinds(Kind.DECIDED_TO_REDUCE_OR_STOP_PAYMENTS)

PERSONAL_BUDGET = Process(
    key="personal-budget",
    title="Personal budget",
    facts=("young-person",),
    steps=(
        Step(
            Kind.BUDGET_ASKED_FOR,
            "The family asks for a personal budget",
            Party.PARENT,
            may_repeat=True,
        ),
        Step(
            Kind.BUDGET_PREPARED,
            "The council prepares the budget",
            Party.LOCAL_AUTHORITY,
            _ASKED,
            may_repeat=True,
        ),
        Step(
            Kind.DIRECT_PAYMENT_REFUSED,
            "The council says no to a direct payment",
            Party.LOCAL_AUTHORITY,
            _ASKED | kinds(Kind.BUDGET_PREPARED),
            may_repeat=True,
            if_no=("refusal-review-asked-for",),
        ),
        Step(
            Kind.REFUSAL_REASONS_SENT,
            "The council sends its reasons",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.DIRECT_PAYMENT_REFUSED),
            may_repeat=True,
            if_no=("refusal-review-asked-for",),
        ),
        Step(
            Kind.REFUSAL_REVIEW_ASKED_FOR,
            "The family asks for the no to be reviewed",
            Party.PARENT,
            kinds(Kind.DIRECT_PAYMENT_REFUSED, Kind.REFUSAL_REASONS_SENT),
            may_repeat=True,
            informational=True,
        ),
        Step(
            Kind.REFUSAL_REVIEWED,
            "The council answers the review",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.REFUSAL_REVIEW_ASKED_FOR),
            may_repeat=True,
            informational=True,
        ),
        Step(
            Kind.FIRST_PAYMENT_MADE,
            "The first direct payment is made",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.BUDGET_PREPARED),
        ),
        Step(
            Kind.PAYMENTS_FIRST_REVIEWED,
            "The payments are first reviewed",
            Party.LOCAL_AUTHORITY,
            _PAID,
        ),
        Step(
            Kind.PLAN_REVIEW_BEGUN,
            "A review or re-assessment of the plan begins",
            Party.LOCAL_AUTHORITY,
            may_repeat=True,
        ),
        Step(
            Kind.PAYMENTS_REVIEWED_WITH_PLAN,
            "The payments are reviewed with the plan",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.PLAN_REVIEW_BEGUN),
            may_repeat=True,
        ),
        Step(
            Kind.DECIDED_TO_REDUCE_OR_STOP_PAYMENTS,
            "The council decides to reduce or stop the payments",
            Party.LOCAL_AUTHORITY,
            _PAID,
            may_repeat=True,
            if_no=("reconsideration-asked-for",),
        ),
        Step(
            Kind.PAYMENTS_NOTICE_SENT,
            "The council sends written notice with its reasons",
            Party.LOCAL_AUTHORITY,
            _REDUCING,
            may_repeat=True,
            if_no=("reconsideration-asked-for",),
        ),
        Step(
            Kind.RECONSIDERATION_ASKED_FOR,
            "The family asks the council to think again",
            Party.PARENT,
            _REDUCING | kinds(Kind.PAYMENTS_NOTICE_SENT),
            informational=True,
        ),
        Step(
            Kind.RECONSIDERATION_ANSWERED,
            "The council answers in writing",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.RECONSIDERATION_ASKED_FOR),
            informational=True,
        ),
        Step(
            Kind.PAYMENTS_REDUCED,
            "The payments are reduced",
            Party.LOCAL_AUTHORITY,
            _REDUCING | kinds(Kind.PAYMENTS_NOTICE_SENT),
            may_repeat=True,
            informational=True,
        ),
        Step(
            Kind.PAYMENTS_STOPPED,
            "The payments stop",
            Party.LOCAL_AUTHORITY,
            _REDUCING | kinds(Kind.PAYMENTS_NOTICE_SENT),
            ends=True,
        ),
    ),
)
