"""S01 to S04: assessing again, and amending a plan without a review."""

from waymark.law.citations import send_regulations
from waymark.law.events import Kind
from waymark.law.limits import Mode, Period
from waymark.law.rule import RIGHTS, Content, Party, Remedy, Rule, Strength
from waymark.law.rules.kinds import ADVICE_EXEMPTIONS, ASSESSMENT_EXEMPTIONS, kinds
from waymark.law.sources import Tier

RE_ASSESSMENT = "re-assessment"
AMENDMENT = "amendment"

_COMPLAIN_OR_COURT = (Remedy.COMPLAINT, Remedy.JUDICIAL_REVIEW)
_TOLD_OF_PLAN = (Party.PARENT, Party.SETTING, Party.COMMISSIONER)

S01 = Rule(
    id="S01",
    process=RE_ASSESSMENT,
    says="The council must tell you whether it will assess your child again.",
    starts_with=kinds(Kind.RE_ASSESSMENT_REQUEST_RECEIVED),
    met_by=kinds(Kind.DECIDED_TO_RE_ASSESS, Kind.DECIDED_NOT_TO_RE_ASSESS),
    ended_by=kinds(Kind.REQUEST_WITHDRAWN),
    limit=Period(15, Mode.DAYS_WITHIN),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    contents=RIGHTS,
    remedies=(Remedy.COMPLAINT, Remedy.JUDICIAL_REVIEW, Remedy.APPEAL),
    strength=Strength.MUST,
    source=send_regulations(
        "regulations 23 to 25, with section 44(2) of the Children and Families Act "
        "2014",
        25,
        Tier.SECONDARY,
    ),
    note=(
        "Calendar days. The council may say no only if there was an assessment in the "
        "six months before, or if it is not necessary. No exemption was found; the "
        "rights go with a refusal."
    ),
)

S02 = Rule(
    id="S02",
    process=RE_ASSESSMENT,
    says="After deciding to assess again, the council must send you the final plan.",
    starts_with=kinds(Kind.DECIDED_TO_RE_ASSESS, Kind.RE_ASSESSMENT_BEGUN_UNASKED),
    met_by=kinds(Kind.FINAL_PLAN_SENT),
    ended_by=kinds(Kind.DECIDED_NOT_TO_AMEND, Kind.REQUEST_WITHDRAWN),
    limit=Period(14, Mode.WEEKS_WITHIN),
    also_asap=True,
    holder=Party.LOCAL_AUTHORITY,
    tell=_TOLD_OF_PLAN,
    contents=RIGHTS,
    exemptions=ASSESSMENT_EXEMPTIONS,
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=send_regulations("regulation 27", 27, Tier.PRIMARY_AS_MADE),
    note=(
        "Counted from the day the council told you it will assess again or, if nobody "
        "asked, from the day it decided to."
    ),
)

S03 = Rule(
    id="S03",
    process=RE_ASSESSMENT,
    says=(
        "When a child is assessed again, health services, other councils and youth "
        "offending teams must send the council their advice when it asks for it."
    ),
    starts_with=kinds(Kind.HEALTH_ADVICE_REQUEST_RECEIVED),
    met_by=kinds(Kind.HEALTH_ADVICE_RECEIVED),
    ended_by=kinds(Kind.REQUEST_WITHDRAWN),
    limit=Period(6, Mode.WEEKS_WITHIN),
    holder=Party.ADVICE_BODY,
    tell=(Party.LOCAL_AUTHORITY,),
    exemptions=ADVICE_EXEMPTIONS,
    remedies=(Remedy.COMPLAINT, Remedy.HEALTH_COMPLAINT),
    strength=Strength.MUST,
    source=send_regulations("regulation 26, with regulation 8", 26, Tier.SECONDARY),
    note="As A05 in a first assessment.",
)

S04 = Rule(
    id="S04",
    process=AMENDMENT,
    says=(
        "If the council wants to change a plan without a review, it must send you the "
        "proposed changes, hear you, and then send the amended plan or tell you that "
        "it will not amend."
    ),
    starts_with=kinds(Kind.AMENDMENT_NOTICE_SENT),
    met_by=kinds(Kind.AMENDED_PLAN_SENT, Kind.DECIDED_NOT_TO_AMEND),
    limit=Period(8, Mode.WEEKS_WITHIN),
    also_asap=True,
    holder=Party.LOCAL_AUTHORITY,
    tell=_TOLD_OF_PLAN,
    contents=(Content.PROPOSED_AMENDMENTS, *RIGHTS),
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=send_regulations("regulation 28, with regulation 22", 28, Tier.SECONDARY),
    note="The same windows and limits as R10, R11 and R13 after a review.",
)

RE_ASSESSMENT_AND_AMENDMENT = (S01, S02, S03, S04)
