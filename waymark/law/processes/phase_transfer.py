"""Getting the plan ready for a new school or college."""

from waymark.law.events import Kind
from waymark.law.process import Process, Step
from waymark.law.rule import Party
from waymark.law.rules.kinds import REVIEW_DECISIONS, kinds

_CYCLE = kinds(
    Kind.PHASE_MOVE_PLANNED, Kind.PLAN_FIRST_MADE, Kind.PREVIOUS_REVIEW_CONCLUDED
)

PHASE_TRANSFER = Process(
    key="phase-transfer",
    title="Moving to a new phase of education",
    facts=("young-person", "transfer-phase", "transfer-on", "transfer-year"),
    borrows=(
        "A13",
        "R05",
        "R06",
        "R07",
        "R08",
        "R09",
        "R10",
        "R11",
        "R12",
        "R13",
        "R14",
    ),
    steps=(
        Step(Kind.PLAN_FIRST_MADE, "The plan is first made", Party.LOCAL_AUTHORITY),
        Step(
            Kind.PREVIOUS_REVIEW_CONCLUDED,
            "The last review is concluded",
            Party.LOCAL_AUTHORITY,
            may_repeat=True,
        ),
        Step(
            Kind.PHASE_MOVE_PLANNED,
            "Planning for the move begins",
            Party.PARENT,
            informational=True,
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
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.DECIDED_TO_CEASE,
            "The council says it will end the plan",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.REVIEW_MEETING_HELD),
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
            _CYCLE | kinds(Kind.REVIEW_MEETING_HELD, Kind.AMENDMENT_NOTICE_SENT),
            may_repeat=True,
            informational=True,
        ),
        Step(
            Kind.SETTINGS_CONSULTED,
            "The council consults schools or colleges",
            Party.LOCAL_AUTHORITY,
            _CYCLE | kinds(Kind.REVIEW_MEETING_HELD, Kind.AMENDMENT_NOTICE_SENT),
            may_repeat=True,
        ),
        Step(
            Kind.SETTING_REPLIED,
            "A school or college replies",
            Party.SETTING,
            kinds(Kind.SETTINGS_CONSULTED),
            may_repeat=True,
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
            "The amended plan that names the new place is sent",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.AMENDMENT_NOTICE_SENT, Kind.PHASE_MOVE_PLANNED),
            ends=True,
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.DECIDED_NOT_TO_AMEND,
            "The council says it will not amend after all",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.AMENDMENT_NOTICE_SENT),
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.STARTED_NEW_PHASE,
            "The child or young person starts at the new place",
            Party.SETTING,
            kinds(Kind.PHASE_MOVE_PLANNED, Kind.AMENDED_PLAN_SENT),
            ends=True,
            informational=True,
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
