"""D20 to D40: doing what the tribunal ordered, or what the council gave way on.

D30 to D37 mirror D20 to D27: when the council tells the tribunal that it will not
oppose an appeal, the same things fall due from the day it said so.
"""

from dataclasses import replace
from datetime import date

from waymark.law.citations import recommendation_regulations, send_regulations
from waymark.law.events import Kind
from waymark.law.limits import AsOrdered, Limit, Mode, Period
from waymark.law.rule import RIGHTS, Content, Party, Remedy, Rule, Strength
from waymark.law.rules.kinds import ORDER_EXEMPTIONS, kinds
from waymark.law.sources import Tier

PROCESS = "tribunal-order"

#: The day regulation 45 took its present shape (SI 2015/359).
_NEW_REGULATION_45 = date(2015, 3, 23)
_RECOMMENDATIONS = date(2018, 4, 3)

_AT_ONCE = Period(0, Mode.AT_ONCE)
_COMPLAIN_OR_COURT = (Remedy.COMPLAINT, Remedy.JUDICIAL_REVIEW)
_TOLD_OF_PLAN = (Party.PARENT, Party.SETTING, Party.COMMISSIONER)
_DATE_OF_THE_ORDER = "Counted from the date on the order, or of the agreement."


def _weeks(amount: int) -> Limit:
    return Period(amount, Mode.WEEKS_WITHIN)


D20 = Rule(
    id="D20",
    process=PROCESS,
    says=(
        "When the tribunal orders an assessment, the council must tell you that it "
        "will carry it out."
    ),
    starts_with=kinds(Kind.ORDERED_TO_ASSESS, Kind.AGREED_TO_ASSESS),
    met_by=kinds(Kind.TOLD_WILL_ASSESS),
    limit=_weeks(2),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    exemptions=ORDER_EXEMPTIONS,
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=send_regulations("regulation 44(2)(b)", 44, Tier.SECONDARY),
    note=_DATE_OF_THE_ORDER,
)

D21 = Rule(
    id="D21",
    process=PROCESS,
    one_ending=True,
    says=(
        "If the council decides, after an assessment the tribunal ordered, that there "
        "will be no plan, it must tell you, with its reasons."
    ),
    starts_with=kinds(Kind.ORDERED_TO_ASSESS, Kind.AGREED_TO_ASSESS),
    met_by=kinds(Kind.DECIDED_NOT_TO_ISSUE),
    ended_by=kinds(Kind.DRAFT_PLAN_SERVED, Kind.FINAL_PLAN_SENT),
    limit=_weeks(10),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    contents=(Content.REASONS, *RIGHTS),
    exemptions=ORDER_EXEMPTIONS,
    remedies=(*_COMPLAIN_OR_COURT, Remedy.APPEAL),
    strength=Strength.MUST,
    source=send_regulations("regulation 44(2)(b)(i)", 44, Tier.SECONDARY),
    note=_DATE_OF_THE_ORDER,
)

D22 = Rule(
    id="D22",
    process=PROCESS,
    says=(
        "If there is to be a plan after an assessment the tribunal ordered, the "
        "council must send you the final plan."
    ),
    starts_with=kinds(Kind.ORDERED_TO_ASSESS, Kind.AGREED_TO_ASSESS),
    met_by=kinds(Kind.FINAL_PLAN_SENT),
    ended_by=kinds(Kind.DECIDED_NOT_TO_ISSUE),
    limit=_weeks(14),
    holder=Party.LOCAL_AUTHORITY,
    tell=_TOLD_OF_PLAN,
    contents=RIGHTS,
    exemptions=ORDER_EXEMPTIONS,
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=send_regulations("regulation 44(2)(b)(ii)", 44, Tier.SECONDARY),
    note=_DATE_OF_THE_ORDER,
)

D23 = Rule(
    id="D23",
    process=PROCESS,
    says=(
        "When the tribunal orders a plan to be made, the council must send you a "
        "draft plan."
    ),
    starts_with=kinds(Kind.ORDERED_TO_MAKE_PLAN, Kind.AGREED_TO_MAKE_PLAN),
    met_by=kinds(Kind.DRAFT_PLAN_SERVED),
    ended_by=kinds(Kind.FINAL_PLAN_SENT),
    limit=_weeks(5),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    exemptions=ORDER_EXEMPTIONS,
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=send_regulations("regulation 44(2)(c)(i)", 44, Tier.SECONDARY),
    note="This is the draft, which some guides call the plan. " + _DATE_OF_THE_ORDER,
)

D24 = Rule(
    id="D24",
    process=PROCESS,
    says=(
        "When the tribunal orders a plan to be made, the council must send you the "
        "final plan."
    ),
    starts_with=kinds(Kind.ORDERED_TO_MAKE_PLAN, Kind.AGREED_TO_MAKE_PLAN),
    met_by=kinds(Kind.FINAL_PLAN_SENT),
    limit=_weeks(11),
    holder=Party.LOCAL_AUTHORITY,
    tell=_TOLD_OF_PLAN,
    contents=RIGHTS,
    exemptions=ORDER_EXEMPTIONS,
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=send_regulations("regulation 44(2)(c)(ii)", 44, Tier.SECONDARY),
    note=_DATE_OF_THE_ORDER,
)

D25 = Rule(
    id="D25",
    process=PROCESS,
    says=(
        "When the tribunal orders changes to the needs or the provision in a plan, "
        "the council must send you the amended plan."
    ),
    starts_with=kinds(
        Kind.ORDERED_TO_AMEND_CONTENTS,
        Kind.ORDERED_TO_CONTINUE_AND_AMEND,
        Kind.AGREED_TO_AMEND_CONTENTS,
    ),
    met_by=kinds(Kind.AMENDED_PLAN_SENT),
    limit=_weeks(5),
    holder=Party.LOCAL_AUTHORITY,
    tell=_TOLD_OF_PLAN,
    contents=RIGHTS,
    exemptions=ORDER_EXEMPTIONS,
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=send_regulations("regulation 44(2)(e)", 44, Tier.PRIMARY),
    note="Read in the official form SEND18. " + _DATE_OF_THE_ORDER,
)

D26 = Rule(
    id="D26",
    process=PROCESS,
    says=(
        "When the tribunal orders another school or college, or another type, to be "
        "named, the council must send you the amended plan."
    ),
    starts_with=kinds(Kind.ORDERED_TO_CHANGE_SETTING, Kind.AGREED_TO_CHANGE_SETTING),
    met_by=kinds(Kind.AMENDED_PLAN_SENT),
    limit=_weeks(2),
    holder=Party.LOCAL_AUTHORITY,
    tell=_TOLD_OF_PLAN,
    contents=RIGHTS,
    exemptions=ORDER_EXEMPTIONS,
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=send_regulations("regulation 44(2)(f)", 44, Tier.PRIMARY),
    note="Read in the official form SEND18. " + _DATE_OF_THE_ORDER,
)

D27 = Rule(
    id="D27",
    process=PROCESS,
    says="When the tribunal orders a plan to go on, the council must keep it going.",
    starts_with=kinds(
        Kind.ORDERED_TO_CONTINUE,
        Kind.ORDERED_TO_CONTINUE_AND_AMEND,
        Kind.AGREED_TO_CONTINUE,
    ),
    met_by=kinds(Kind.PLAN_CONTINUED),
    limit=_AT_ONCE,
    holder=Party.LOCAL_AUTHORITY,
    tell=_TOLD_OF_PLAN,
    exemptions=ORDER_EXEMPTIONS,
    remedies=(Remedy.JUDICIAL_REVIEW,),
    strength=Strength.MUST,
    source=send_regulations("regulation 44(2)(g) and (h)", 44, Tier.KNOWN),
    note=(
        "If the order also changes the plan, the amended plan is due as D25. "
        + _DATE_OF_THE_ORDER
    ),
)

D28 = Rule(
    id="D28",
    process=PROCESS,
    says=("If the tribunal turns down an appeal against ending a plan, the plan ends."),
    starts_with=kinds(Kind.CEASING_APPEAL_DISMISSED),
    met_by=kinds(Kind.PLAN_CEASED),
    limit=_AT_ONCE,
    holder=Party.LOCAL_AUTHORITY,
    strength=Strength.MUST,
    source=send_regulations("regulation 44(2)(a)", 44, Tier.SECONDARY),
)

D29 = Rule(
    id="D29",
    process=PROCESS,
    says=(
        "When the tribunal sends a decision back, the council must think again and "
        "send you a draft, a notice or its decision."
    ),
    starts_with=kinds(Kind.ORDERED_TO_RECONSIDER),
    met_by=kinds(Kind.RECONSIDERED),
    limit=AsOrdered(),
    holder=Party.LOCAL_AUTHORITY,
    remedies=(Remedy.JUDICIAL_REVIEW,),
    strength=Strength.MUST,
    source=send_regulations("regulation 44(2)(d)", 44, Tier.KNOWN),
    note="The period in the Regulations is not confirmed: read it from the order.",
)

D40 = Rule(
    id="D40",
    process=PROCESS,
    says=(
        "When the tribunal makes a recommendation about health or social care, the "
        "NHS integrated care board or the council's social care must answer in "
        "writing and say what it will do, or why not."
    ),
    starts_with=kinds(Kind.RECOMMENDATION_MADE),
    met_by=kinds(Kind.RECOMMENDATION_ANSWERED),
    limit=_weeks(5),
    holder=Party.COMMISSIONER_OR_SOCIAL_CARE,
    tell=(Party.PARENT, Party.LOCAL_AUTHORITY),
    contents=(Content.REASONS,),
    remedies=(Remedy.JUDICIAL_REVIEW, Remedy.COMPLAINT, Remedy.HEALTH_COMPLAINT),
    strength=Strength.MUST,
    source=recommendation_regulations("the duty to respond", Tier.SECONDARY),
    in_force_from=_RECOMMENDATIONS,
    note=(
        "The recommendation does not bind. The day it counts from, and the copy to "
        "the Secretary of State, are to be checked."
    ),
)

_ASSESSMENT = kinds(Kind.CONCEDED_ASSESSMENT)
_PLAN = kinds(Kind.CONCEDED_PLAN)
_CONTENTS = kinds(Kind.CONCEDED_CONTENTS, Kind.CONCEDED_CONTINUING_WITH_CHANGES)
_SETTING = kinds(Kind.CONCEDED_SETTING)
_CONTINUING = kinds(Kind.CONCEDED_CONTINUING, Kind.CONCEDED_CONTINUING_WITH_CHANGES)

_NOTE = (
    "Counted from the day the council told the tribunal. The present words have stood "
    "since 23 March 2015; older guides give other weeks."
)


def _conceded(
    like: Rule, number: str, start: frozenset[Kind], provision: str, says: str
) -> Rule:
    return replace(
        like,
        id=number,
        says=says,
        starts_with=start,
        remedies=_COMPLAIN_OR_COURT,
        source=send_regulations(provision, 45, Tier.SECONDARY),
        in_force_from=_NEW_REGULATION_45,
        note=_NOTE,
    )


D30 = _conceded(
    D20,
    "D30",
    _ASSESSMENT,
    "regulation 45, an appeal for an assessment",
    "When the council tells the tribunal that it will not oppose your appeal for an "
    "assessment, it must tell you that it will carry one out.",
)

D31 = _conceded(
    D21,
    "D31",
    _ASSESSMENT,
    "regulation 45, an appeal for an assessment",
    "If the council did not oppose your appeal for an assessment and then decides "
    "that there will be no plan, it must tell you, with its reasons.",
)

D32 = _conceded(
    D22,
    "D32",
    _ASSESSMENT,
    "regulation 45, an appeal for an assessment",
    "If the council did not oppose your appeal for an assessment and there is to be "
    "a plan, it must send you the final plan.",
)

D33 = _conceded(
    D23,
    "D33",
    _PLAN,
    "regulation 45, an appeal for a plan",
    "When the council tells the tribunal that it will not oppose your appeal for a "
    "plan, it must send you a draft plan.",
)

D34 = _conceded(
    D24,
    "D34",
    _PLAN,
    "regulation 45, an appeal for a plan",
    "When the council tells the tribunal that it will not oppose your appeal for a "
    "plan, it must send you the final plan.",
)

D35 = _conceded(
    D25,
    "D35",
    _CONTENTS,
    "regulation 45, an appeal about contents or a refusal to amend",
    "When the council tells the tribunal that it will not oppose your appeal about "
    "what the plan says, it must send you the amended plan.",
)

D36 = replace(
    _conceded(
        D26,
        "D36",
        _SETTING,
        "regulation 45, an appeal about the setting alone",
        "When the council tells the tribunal that it will not oppose your appeal "
        "about the school or college alone, it must send you the amended plan.",
    ),
    ended_by=kinds(Kind.CONCEDED_CONTENTS),
    note=_NOTE + " With other changes as well, the limit is that of D35.",
)

D37 = replace(
    _conceded(
        D27,
        "D37",
        _CONTINUING,
        "regulation 45, an appeal against ending a plan",
        "When the council tells the tribunal that it will not oppose your appeal "
        "against ending the plan, it must keep the plan going.",
    ),
    note=_NOTE + " Agreed changes to the plan are due as D35.",
)

ORDERS = (D20, D21, D22, D23, D24, D25, D26, D27, D28, D29)
CONCESSIONS = (D30, D31, D32, D33, D34, D35, D36, D37)
RECOMMENDATIONS = (D40,)
