"""Y01 to Y04: detained children and young people."""

from datetime import date

from waymark.law.citations import act, detained_regulations
from waymark.law.events import Kind
from waymark.law.limits import Mode, Period
from waymark.law.rule import Content, Exemption, Party, Remedy, Rule, Strength
from waymark.law.rules.kinds import ASKED, ASSESSMENT_DECISIONS, kinds
from waymark.law.sources import Tier

PROCESS = "detained-person"

_IN_FORCE = date(2015, 4, 1)
_EXEMPTIONS = (
    Exemption.SCHOOL_CLOSED,
    Exemption.PERSONAL_CIRCUMSTANCES,
    Exemption.ABSENT_FROM_AREA,
)
_ENDED = kinds(Kind.REQUEST_WITHDRAWN)

Y01 = Rule(
    id="Y01",
    process=PROCESS,
    says=(
        "The home council must decide whether to assess a child or young person who "
        "is detained, and tell the family and those who look after them."
    ),
    starts_with=ASKED,
    met_by=ASSESSMENT_DECISIONS,
    ended_by=_ENDED,
    limit=Period(6, Mode.WEEKS_WITHIN),
    holder=Party.HOME_AUTHORITY,
    tell=(
        Party.APPROPRIATE_PERSON,
        Party.PERSON_IN_CHARGE,
        Party.COMMISSIONER,
        Party.SOCIAL_CARE,
        Party.HEAD,
    ),
    exemptions=_EXEMPTIONS,
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=detained_regulations("regulations 4 and 5", 5, Tier.PRIMARY),
    in_force_from=_IN_FORCE,
    note="The absence that counts is that of a child's parent.",
)

Y02 = Rule(
    id="Y02",
    process=PROCESS,
    says=(
        "The home council must give the family time to comment on the draft plan of a "
        "child or young person who is detained."
    ),
    starts_with=kinds(Kind.DRAFT_PLAN_SERVED, Kind.NEW_DRAFT_SERVED),
    met_by=kinds(Kind.FINAL_PLAN_SENT),
    ended_by=_ENDED,
    limit=Period(15, Mode.DAYS_BEGINNING_WITH),
    floor=True,
    restarts=True,
    holder=Party.HOME_AUTHORITY,
    tell=(Party.APPROPRIATE_PERSON,),
    contents=(Content.VIEWS_AND_EVIDENCE,),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=detained_regulations("regulation 13(1)", 13, Tier.PRIMARY),
    in_force_from=_IN_FORCE,
    note="Calendar days; the day the draft is served is day 1.",
)

Y03 = Rule(
    id="Y03",
    process=PROCESS,
    says=(
        "The home council must send the final plan of a child or young person who is "
        "detained to the family and to those who look after them."
    ),
    starts_with=ASKED,
    met_by=kinds(Kind.FINAL_PLAN_SENT),
    ended_by=_ENDED | kinds(Kind.DECIDED_NOT_TO_ASSESS, Kind.DECIDED_NOT_TO_ISSUE),
    revived_by=kinds(Kind.REFUSAL_CONCEDED, Kind.DECIDED_TO_ASSESS),
    limit=Period(20, Mode.WEEKS_WITHIN),
    holder=Party.HOME_AUTHORITY,
    tell=(
        Party.APPROPRIATE_PERSON,
        Party.PERSON_IN_CHARGE,
        Party.YOUTH_OFFENDING_TEAM,
        Party.COMMISSIONER,
        Party.HEALTH_COMMISSIONER,
    ),
    exemptions=_EXEMPTIONS,
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=detained_regulations("regulation 13(2) and (3)", 13, Tier.PRIMARY),
    in_force_from=_IN_FORCE,
    note="The absence that counts is that of a child's parent.",
)

Y04 = Rule(
    id="Y04",
    process=PROCESS,
    says=(
        "When a child or young person with a plan is released, the council must "
        "review the plan."
    ),
    starts_with=kinds(Kind.RELEASED),
    met_by=kinds(Kind.REVIEWED_AFTER_RELEASE),
    limit=Period(0, Mode.AS_SOON_AS_PRACTICABLE),
    holder=Party.LOCAL_AUTHORITY,
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=act("section 48", 48, Tier.KNOWN),
    in_force_from=_IN_FORCE,
)

DETAINED = (Y01, Y02, Y03, Y04)
