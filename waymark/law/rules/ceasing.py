"""X01 to X06: when a plan may end, and what must happen first."""

from waymark.law.citations import act, send_regulations
from waymark.law.events import Kind
from waymark.law.limits import (
    AsOrdered,
    Branch,
    FirstGiven,
    Mode,
    Period,
    WithStep,
)
from waymark.law.rule import RIGHTS, Party, Remedy, Rule, Strength
from waymark.law.rules.disagreement import appeal_time
from waymark.law.rules.kinds import kinds
from waymark.law.sources import Tier

PROCESS = "ceasing"

_SOON = Period(0, Mode.AS_SOON_AS_PRACTICABLE)
_AT_ONCE = Period(0, Mode.AT_ONCE)

X01 = Rule(
    id="X01",
    process=PROCESS,
    says=(
        "Before the council decides to end a plan, it must tell you that it is "
        "thinking of it, and ask you and the school or college."
    ),
    starts_with=kinds(Kind.CEASING_CONSIDERED),
    met_by=kinds(Kind.CONSULTED_ON_CEASING),
    limit=WithStep(),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT, Party.HEAD),
    remedies=(Remedy.APPEAL,),
    strength=Strength.MUST,
    source=send_regulations("regulation 31(1)", 31, Tier.PRIMARY_AS_MADE),
    note=(
        "The law sets no number of days. A decision made without asking may be set "
        "aside on appeal."
    ),
)

X02 = Rule(
    id="X02",
    process=PROCESS,
    says=(
        "If the council decides to end the plan, it must tell you, the school or "
        "college and health, and explain how to appeal."
    ),
    starts_with=kinds(Kind.DECIDED_TO_CEASE),
    met_by=kinds(Kind.CEASING_NOTICE_SENT),
    limit=_SOON,
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT, Party.SETTING, Party.COMMISSIONER),
    contents=RIGHTS,
    remedies=(Remedy.APPEAL,),
    strength=Strength.MUST,
    source=send_regulations("regulation 31(2) and (3)", 31, Tier.PRIMARY_AS_MADE),
)

X03 = Rule(
    id="X03",
    process=PROCESS,
    says=(
        "The council and health must keep the plan and everything in it going until "
        "your time to appeal has passed or, if you appeal, until the appeal is over."
    ),
    starts_with=kinds(Kind.CEASING_NOTICE_SENT),
    met_by=kinds(Kind.PLAN_CEASED),
    limit=FirstGiven(
        (
            Branch(kinds(Kind.APPEAL_DECIDED, Kind.APPEAL_WITHDRAWN), _AT_ONCE),
            Branch(kinds(Kind.APPEAL_RECEIVED), AsOrdered()),
            Branch(
                kinds(Kind.CEASING_NOTICE_SENT),
                appeal_time(Kind.CEASING_NOTICE_SENT),
            ),
        )
    ),
    floor=True,
    holder=Party.COUNCIL_OR_COMMISSIONER,
    remedies=(Remedy.JUDICIAL_REVIEW,),
    strength=Strength.MUST,
    source=act("section 45(4)", 45, Tier.PRIMARY),
    note=(
        "The window is the time to appeal. Once an appeal is received it stays open, "
        "with no day set, until the appeal is finally decided."
    ),
)

X04 = Rule(
    id="X04",
    process=PROCESS,
    says=(
        "If someone under eighteen is out of education and training, the council "
        "must review and amend the plan to help them back in."
    ),
    starts_with=kinds(Kind.LEFT_EDUCATION_UNDER_18),
    met_by=kinds(Kind.AMENDED_PLAN_SENT),
    limit=_SOON,
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=send_regulations("regulation 29(2)", 29, Tier.PRIMARY),
    note="The plan may not be ended for this reason alone.",
)

X05 = Rule(
    id="X05",
    process=PROCESS,
    says=(
        "If a young person of eighteen or over stops attending, the council must "
        "review the plan with them before it may think of ending it."
    ),
    starts_with=kinds(Kind.STOPPED_ATTENDING_AT_18_OR_OVER),
    met_by=kinds(Kind.REVIEWED_BEFORE_CEASING),
    limit=WithStep(),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    remedies=(Remedy.APPEAL,),
    strength=Strength.MUST,
    source=send_regulations("regulation 30", 30, Tier.PRIMARY),
    note=(
        "If they wish to return and that is right for them, the plan must be amended, "
        "not ended. The right to be told and to appeal is the young person's own."
    ),
)

X06 = Rule(
    id="X06",
    process=PROCESS,
    says=(
        "A plan ends on the twenty-fifth birthday, unless the council chooses to keep "
        "it to the end of that academic year."
    ),
    starts_with=kinds(),
    counts_from="twenty-fifth-birthday",
    met_by=kinds(Kind.PLAN_CEASED),
    limit=FirstGiven(
        (
            Branch(kinds(Kind.CONTINUED_TO_YEAR_END), AsOrdered()),
            Branch(kinds(), _AT_ONCE),
        )
    ),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    remedies=(Remedy.JUDICIAL_REVIEW,),
    strength=Strength.MUST,
    source=act(
        "section 46, with regulation 46 of the SEND Regulations 2014",
        46,
        Tier.SECONDARY,
    ),
    note=(
        "Keeping it longer is the council's choice. In further education the academic "
        "year ends on 31 July; an apprenticeship has its own last day."
    ),
)

CEASING = (X01, X02, X03, X04, X05, X06)
