"""When a council thinks of ending a plan."""

from waymark.law.events import Kind
from waymark.law.process import Process, Step
from waymark.law.rule import Party
from waymark.law.rules.kinds import kinds

_NOTICE = kinds(Kind.CEASING_NOTICE_SENT)
_OPENING = kinds(
    Kind.CEASING_CONSIDERED,
    Kind.LEFT_EDUCATION_UNDER_18,
    Kind.STOPPED_ATTENDING_AT_18_OR_OVER,
)

CEASING = Process(
    key="ceasing",
    title="Ending a plan",
    facts=("young-person", "twenty-fifth-birthday"),
    steps=(
        Step(
            Kind.LEFT_EDUCATION_UNDER_18,
            "Someone under eighteen is out of education",
            Party.PARENT,
        ),
        Step(
            Kind.STOPPED_ATTENDING_AT_18_OR_OVER,
            "A young person of eighteen or over stops attending",
            Party.PARENT,
        ),
        Step(
            Kind.REVIEWED_BEFORE_CEASING,
            "The council reviews the plan with the young person",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.STOPPED_ATTENDING_AT_18_OR_OVER),
        ),
        Step(
            Kind.AMENDED_PLAN_SENT,
            "The amended plan is sent",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.LEFT_EDUCATION_UNDER_18, Kind.REVIEWED_BEFORE_CEASING),
            ends=True,
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.CEASING_CONSIDERED,
            "The council starts to think of ending the plan",
            Party.LOCAL_AUTHORITY,
        ),
        Step(
            Kind.CONSULTED_ON_CEASING,
            "The council asks the family and the school or college",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.CEASING_CONSIDERED),
            may_repeat=True,
        ),
        Step(
            Kind.DECIDED_TO_CEASE,
            "The council decides to end the plan",
            Party.LOCAL_AUTHORITY,
            _OPENING | kinds(Kind.CONSULTED_ON_CEASING, Kind.REVIEWED_BEFORE_CEASING),
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.CEASING_NOTICE_SENT,
            "The council sends notice that it will end the plan",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.DECIDED_TO_CEASE),
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.MEDIATION_CERTIFICATE_ISSUED,
            "The mediation certificate is issued",
            Party.MEDIATION_ADVISER,
            _NOTICE,
        ),
        Step(
            Kind.APPEAL_RECEIVED,
            "The tribunal gets the appeal",
            Party.PARENT,
            _NOTICE | kinds(Kind.MEDIATION_CERTIFICATE_ISSUED),
        ),
        Step(
            Kind.APPEAL_DECIDED,
            "The appeal is over",
            Party.TRIBUNAL,
            kinds(Kind.APPEAL_RECEIVED),
            if_no=("tribunal-order",),
        ),
        Step(
            Kind.APPEAL_WITHDRAWN,
            "The family takes the appeal back",
            Party.PARENT,
            kinds(Kind.APPEAL_RECEIVED),
        ),
        Step(
            Kind.CONTINUED_TO_YEAR_END,
            "The council keeps the plan to the end of the academic year",
            Party.LOCAL_AUTHORITY,
        ),
        Step(
            Kind.PLAN_CEASED,
            "The plan ends",
            Party.LOCAL_AUTHORITY,
            _NOTICE
            | kinds(
                Kind.APPEAL_DECIDED, Kind.APPEAL_WITHDRAWN, Kind.CONTINUED_TO_YEAR_END
            ),
            ends=True,
        ),
    ),
)
