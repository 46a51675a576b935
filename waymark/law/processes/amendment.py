"""Changing a plan without a review."""

from waymark.law.events import Kind
from waymark.law.process import Process, Step
from waymark.law.rule import Party
from waymark.law.rules.kinds import kinds

_NOTICE = kinds(Kind.AMENDMENT_NOTICE_SENT)

AMENDMENT = Process(
    key="amendment",
    title="Amendment without a review",
    facts=("young-person",),
    borrows=("R10",),
    steps=(
        Step(
            Kind.AMENDMENT_ASKED_FOR,
            "Somebody asks for a change to the plan",
            Party.PARENT,
            may_repeat=True,
            informational=True,
            if_no=("annual-review", "re-assessment"),
        ),
        Step(
            Kind.AMENDMENT_NOTICE_SENT,
            "The proposed changes are sent",
            Party.LOCAL_AUTHORITY,
            may_repeat=True,
        ),
        Step(
            Kind.SCHOOL_ASKED_FOR,
            "The family asks for a school or college",
            Party.PARENT,
            _NOTICE,
            may_repeat=True,
            informational=True,
        ),
        Step(
            Kind.MEETING_ASKED_FOR,
            "The family asks for a meeting about the changes",
            Party.PARENT,
            _NOTICE,
            may_repeat=True,
            informational=True,
        ),
        Step(
            Kind.REPRESENTATIONS_MADE,
            "The family comments on the changes",
            Party.PARENT,
            _NOTICE,
            may_repeat=True,
            informational=True,
        ),
        Step(
            Kind.AMENDED_PLAN_SENT,
            "The amended plan is sent",
            Party.LOCAL_AUTHORITY,
            _NOTICE,
            ends=True,
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.DECIDED_NOT_TO_AMEND,
            "The council says it will not amend after all",
            Party.LOCAL_AUTHORITY,
            _NOTICE,
            ends=True,
            if_no=("mediation-and-appeal",),
        ),
    ),
)
