"""One round of the annual review, from the last decision to the next."""

from waymark.law.events import Kind
from waymark.law.process import Process, Step
from waymark.law.rule import Party
from waymark.law.rules.kinds import REVIEW_DECISIONS, kinds

_CYCLE = kinds(Kind.PLAN_FIRST_MADE, Kind.PREVIOUS_REVIEW_CONCLUDED)

ANNUAL_REVIEW = Process(
    key="annual-review",
    title="Annual review",
    facts=("young-person",),
    steps=(
        Step(Kind.PLAN_FIRST_MADE, "The plan is first made", Party.LOCAL_AUTHORITY),
        Step(
            Kind.PREVIOUS_REVIEW_CONCLUDED,
            "The last review is concluded",
            Party.LOCAL_AUTHORITY,
            may_repeat=True,
        ),
        Step(
            Kind.REVIEWED_WHILE_UNDER_FIVE,
            "The plan is made or reviewed for a child under five",
            Party.LOCAL_AUTHORITY,
            may_repeat=True,
        ),
        Step(
            Kind.INTERIM_REVIEW_CONSIDERED,
            "The council thinks about an earlier review",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.REVIEWED_WHILE_UNDER_FIVE),
            may_repeat=True,
        ),
        Step(
            Kind.TERM_DATES_SET,
            "The next term's first day is set",
            Party.LOCAL_AUTHORITY,
            may_repeat=True,
        ),
        Step(
            Kind.REVIEW_LIST_SENT,
            "The list of the term's reviews is sent",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.TERM_DATES_SET),
            may_repeat=True,
        ),
        Step(
            Kind.REVIEW_MEETING_ARRANGED,
            "The review meeting is arranged",
            Party.ARRANGER,
            _CYCLE,
            may_repeat=True,
        ),
        Step(
            Kind.REVIEW_INVITATIONS_SENT,
            "The invitations are sent",
            Party.ARRANGER,
            kinds(Kind.REVIEW_MEETING_ARRANGED),
            may_repeat=True,
        ),
        Step(
            Kind.REVIEW_ADVICE_CIRCULATED,
            "The advice is sent round",
            Party.ARRANGER,
            kinds(Kind.REVIEW_MEETING_ARRANGED),
            may_repeat=True,
        ),
        Step(
            Kind.REVIEW_MEETING_HELD,
            "The review meeting is held",
            Party.ARRANGER,
            _CYCLE | kinds(Kind.REVIEW_MEETING_ARRANGED),
            may_repeat=True,
        ),
        Step(
            Kind.ADULTHOOD_DISCUSSED,
            "Getting ready for adult life is talked about",
            Party.ARRANGER,
            kinds(Kind.REVIEW_MEETING_HELD),
            may_repeat=True,
        ),
        Step(
            Kind.REVIEW_REPORT_SENT,
            "The report of the meeting is sent",
            Party.ARRANGER,
            kinds(Kind.REVIEW_MEETING_HELD, Kind.AMENDMENT_NOTICE_SENT)
            | REVIEW_DECISIONS,
        ),
        Step(
            Kind.DECIDED_TO_KEEP,
            "The council says it will keep the plan as it is",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.REVIEW_MEETING_HELD),
            ends=True,
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.DECIDED_TO_CEASE,
            "The council says it will end the plan",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.REVIEW_MEETING_HELD),
            ends=True,
            if_no=("ceasing", "mediation-and-appeal"),
        ),
        Step(
            Kind.DECIDED_TO_AMEND,
            "The council says it will amend the plan",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.REVIEW_MEETING_HELD),
        ),
        Step(
            Kind.AMENDMENT_NOTICE_SENT,
            "The proposed changes are sent",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.DECIDED_TO_AMEND, Kind.REVIEW_MEETING_HELD),
            may_repeat=True,
        ),
        Step(
            Kind.SCHOOL_ASKED_FOR,
            "The family asks for a school or college",
            Party.PARENT,
            kinds(Kind.AMENDMENT_NOTICE_SENT),
            may_repeat=True,
            informational=True,
        ),
        Step(
            Kind.MEETING_ASKED_FOR,
            "The family asks for a meeting about the changes",
            Party.PARENT,
            kinds(Kind.AMENDMENT_NOTICE_SENT),
            may_repeat=True,
            informational=True,
        ),
        Step(
            Kind.REPRESENTATIONS_MADE,
            "The family comments on the changes",
            Party.PARENT,
            kinds(Kind.AMENDMENT_NOTICE_SENT),
            may_repeat=True,
            informational=True,
        ),
        Step(
            Kind.AMENDED_PLAN_SENT,
            "The amended plan is sent",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.AMENDMENT_NOTICE_SENT),
            ends=True,
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.DECIDED_NOT_TO_AMEND,
            "The council says it will not amend after all",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.AMENDMENT_NOTICE_SENT),
            ends=True,
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.PLAN_CEASED,
            "The plan ends",
            Party.LOCAL_AUTHORITY,
            _CYCLE | kinds(Kind.DECIDED_TO_CEASE),
            ends=True,
        ),
    ),
)
