"""Disagreeing with a decision: mediation first, then the tribunal."""

from waymark.law.events import Kind
from waymark.law.process import Process, Step
from waymark.law.rule import Party
from waymark.law.rules.kinds import kinds

_DECISION = kinds(Kind.DECISION_SENT)
_WANTED = kinds(
    Kind.MEDIATION_WANTED, Kind.MIXED_MEDIATION_WANTED, Kind.HEALTH_MEDIATION_WANTED
)
_ADVISED = _DECISION | kinds(Kind.MEDIATION_ADVISER_CONTACTED)
_HELD = kinds(Kind.MEDIATION_HELD)
_TO_MAKE_PLAN = kinds(Kind.AGREED_TO_ASSESS, Kind.AGREED_TO_MAKE_PLAN)
_AGREED = _TO_MAKE_PLAN | kinds(
    Kind.AGREED_TO_AMEND_CONTENTS,
    Kind.AGREED_TO_CHANGE_SETTING,
    Kind.AGREED_TO_CONTINUE,
)
_APPEALED = kinds(Kind.APPEAL_RECEIVED, Kind.APPEAL_REGISTERED)

MEDIATION_AND_APPEAL = Process(
    key="mediation-and-appeal",
    title="Mediation and appeal",
    facts=(
        "young-person",
        "personal-circumstances",
        "absences",
        "impractical-because",
    ),
    borrows=("D21", "D22", "D24"),
    steps=(
        Step(
            Kind.DECISION_SENT,
            "The council sends its decision or the plan",
            Party.LOCAL_AUTHORITY,
        ),
        Step(
            Kind.MEDIATION_ADVISER_CONTACTED,
            "The family contacts the mediation adviser",
            Party.PARENT,
            _DECISION,
        ),
        Step(
            Kind.MEDIATION_DECLINED,
            "The family says no to mediation",
            Party.PARENT,
            _ADVISED,
            if_no=("mediation-certificate-issued",),
        ),
        Step(
            Kind.MEDIATION_WANTED,
            "The family asks for mediation on education or social care",
            Party.PARENT,
            _ADVISED,
        ),
        Step(
            Kind.MIXED_MEDIATION_WANTED,
            "The family asks for mediation on health and more",
            Party.PARENT,
            _ADVISED,
        ),
        Step(
            Kind.HEALTH_MEDIATION_WANTED,
            "The family asks for mediation on health only",
            Party.PARENT,
            _ADVISED,
        ),
        Step(
            Kind.COMMISSIONER_TOLD_OF_MEDIATION,
            "The council tells the health board",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.MIXED_MEDIATION_WANTED),
        ),
        Step(
            Kind.COMMISSIONER_TOLD_HEALTH_ONLY,
            "The council passes it on to the health board",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.HEALTH_MEDIATION_WANTED),
        ),
        Step(
            Kind.MEDIATION_FOUND_IMPOSSIBLE_IN_TIME,
            "The council says it cannot arrange mediation in time",
            Party.LOCAL_AUTHORITY,
            _WANTED,
            if_no=("mediation-certificate-issued",),
        ),
        Step(
            Kind.MEDIATION_HELD,
            "Mediation is held",
            Party.LOCAL_AUTHORITY,
            _WANTED,
            may_repeat=True,
        ),
        Step(
            Kind.AGREED_TO_ASSESS,
            "The council agrees to assess",
            Party.LOCAL_AUTHORITY,
            _HELD,
        ),
        Step(
            Kind.AGREED_TO_MAKE_PLAN,
            "The council agrees to make a plan",
            Party.LOCAL_AUTHORITY,
            _HELD,
        ),
        Step(
            Kind.AGREED_TO_AMEND_CONTENTS,
            "The council agrees to change what the plan says",
            Party.LOCAL_AUTHORITY,
            _HELD,
        ),
        Step(
            Kind.AGREED_TO_CHANGE_SETTING,
            "The council agrees to name another place",
            Party.LOCAL_AUTHORITY,
            _HELD,
        ),
        Step(
            Kind.AGREED_TO_CONTINUE,
            "The council agrees to keep the plan going",
            Party.LOCAL_AUTHORITY,
            _HELD,
        ),
        Step(
            Kind.AGREED_ON_OTHER_MATTER,
            "Something else is agreed",
            Party.COUNCIL_OR_COMMISSIONER,
            _HELD,
            may_repeat=True,
        ),
        Step(
            Kind.AGREED_WITH_COMMISSIONER_ONLY,
            "The family and the health board agree",
            Party.COMMISSIONER,
            _HELD,
        ),
        Step(
            Kind.OTHER_DAY_AGREED,
            "Another day is agreed in writing",
            Party.COUNCIL_OR_COMMISSIONER,
            _AGREED | kinds(Kind.AGREED_ON_OTHER_MATTER),
            may_repeat=True,
        ),
        Step(
            Kind.MEDIATION_ENDED,
            "Mediation ends",
            Party.MEDIATION_ADVISER,
            _WANTED | _HELD,
            if_no=("appeal-received",),
        ),
        Step(
            Kind.MEDIATION_CERTIFICATE_ISSUED,
            "The mediation certificate is issued",
            Party.MEDIATION_ADVISER,
            kinds(
                Kind.MEDIATION_ADVISER_CONTACTED,
                Kind.MEDIATION_DECLINED,
                Kind.MEDIATION_FOUND_IMPOSSIBLE_IN_TIME,
                Kind.MEDIATION_ENDED,
                Kind.DECISION_SENT,
            ),
        ),
        Step(
            Kind.COUNCIL_TOLD_OF_AGREEMENT,
            "The health board tells the council what it agreed",
            Party.COMMISSIONER,
            kinds(Kind.AGREED_WITH_COMMISSIONER_ONLY),
        ),
        Step(
            Kind.AGREEMENT_CARRIED_OUT,
            "What was agreed is done",
            Party.COUNCIL_OR_COMMISSIONER,
            kinds(Kind.AGREED_ON_OTHER_MATTER),
        ),
        Step(
            Kind.TOLD_WILL_ASSESS,
            "The council tells the family it will assess",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.AGREED_TO_ASSESS),
        ),
        Step(
            Kind.DECIDED_NOT_TO_ISSUE,
            "The council says there will be no plan",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.AGREED_TO_ASSESS),
            ends=True,
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.DRAFT_PLAN_SERVED,
            "The draft plan reaches the family",
            Party.LOCAL_AUTHORITY,
            _TO_MAKE_PLAN,
        ),
        Step(
            Kind.FINAL_PLAN_SENT,
            "The final plan is sent",
            Party.LOCAL_AUTHORITY,
            _TO_MAKE_PLAN | kinds(Kind.DRAFT_PLAN_SERVED),
            ends=True,
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.AMENDED_PLAN_SENT,
            "The amended plan is sent",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.AGREED_TO_AMEND_CONTENTS, Kind.AGREED_TO_CHANGE_SETTING),
            ends=True,
        ),
        Step(
            Kind.PLAN_CONTINUED,
            "The council keeps the plan going",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.AGREED_TO_CONTINUE),
            ends=True,
        ),
        Step(
            Kind.APPEAL_RECEIVED,
            "The tribunal gets the appeal",
            Party.PARENT,
            _DECISION | kinds(Kind.MEDIATION_CERTIFICATE_ISSUED),
        ),
        Step(
            Kind.APPEAL_REGISTERED,
            "The tribunal registers the appeal",
            Party.TRIBUNAL,
            kinds(Kind.APPEAL_RECEIVED),
            informational=True,
        ),
        Step(
            Kind.APPEAL_SENT_TO_COUNCIL,
            "The tribunal sends the appeal to the council",
            Party.TRIBUNAL,
            _APPEALED,
        ),
        Step(
            Kind.RESPONSE_DAY_DIRECTED,
            "The tribunal sets the day for the council's answer",
            Party.TRIBUNAL,
            _APPEALED | kinds(Kind.APPEAL_SENT_TO_COUNCIL),
            may_repeat=True,
        ),
        Step(
            Kind.COUNCIL_RESPONDED,
            "The council answers the appeal",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.APPEAL_SENT_TO_COUNCIL, Kind.RESPONSE_DAY_DIRECTED),
        ),
        Step(
            Kind.HEARING_HELD,
            "The tribunal hears the appeal",
            Party.TRIBUNAL,
            _APPEALED,
            may_repeat=True,
            informational=True,
        ),
        Step(
            Kind.APPEAL_DECIDED,
            "The tribunal decides",
            Party.TRIBUNAL,
            _APPEALED | kinds(Kind.HEARING_HELD),
            ends=True,
            if_no=("tribunal-order",),
        ),
        Step(
            Kind.APPEAL_WITHDRAWN,
            "The family takes the appeal back",
            Party.PARENT,
            _APPEALED,
            ends=True,
        ),
    ),
)
