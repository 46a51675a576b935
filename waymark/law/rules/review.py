"""R01 to R14: the annual review, from the twelve-month rule to the amended plan."""

from datetime import date

from waymark.law.citations import (
    CODE_IN_FORCE,
    act,
    code_of_practice,
    devon,
    send_regulations,
)
from waymark.law.events import Kind
from waymark.law.limits import Branch, EarlierOf, LaterOf, Mode, Period, WithStep
from waymark.law.rule import RIGHTS, Content, Party, Remedy, Rule, Strength
from waymark.law.rules.kinds import REVIEW_DECISIONS, kinds
from waymark.law.sources import Tier

PROCESS = "annual-review"

#: The new regulation 20 (SI 2015/359).
_NEW_REGULATION_20 = date(2015, 3, 23)
_DEVON = date(2022, 3, 8)

_TWELVE_MONTHS = Period(12, Mode.MONTHS_BEGINNING_WITH)
_UNDER_FIVE = kinds(Kind.REVIEWED_WHILE_UNDER_FIVE)
_COMPLAIN_OR_COURT = (Remedy.COMPLAINT, Remedy.JUDICIAL_REVIEW)
#: A notice of proposed changes says that the council has decided to amend.
_CONCLUDED = REVIEW_DECISIONS | kinds(Kind.AMENDMENT_NOTICE_SENT)
_KEPT_OR_CEASED = kinds(Kind.DECIDED_TO_KEEP, Kind.DECIDED_TO_CEASE)
_TOLD_OF_AMENDED_PLAN = (Party.PARENT, Party.SETTING, Party.COMMISSIONER)
_INVITED = (
    Party.PARENT,
    Party.HEAD,
    Party.LOCAL_AUTHORITY,
    Party.HEALTH_BODY,
    Party.SOCIAL_CARE,
)

R01 = Rule(
    id="R01",
    process=PROCESS,
    says=(
        "The council must finish the first review of a new plan, and that means "
        "sending you its decision, not only holding a meeting."
    ),
    starts_with=kinds(Kind.PLAN_FIRST_MADE),
    met_by=_CONCLUDED,
    ended_by=kinds(Kind.PREVIOUS_REVIEW_CONCLUDED, Kind.PLAN_CEASED),
    limit=_TWELVE_MONTHS,
    holder=Party.LOCAL_AUTHORITY,
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=act("section 44(1)(a)", 44, Tier.SECONDARY),
    note=(
        "The period starts with the day the plan was first made, so the last lawful "
        "day is the day before the anniversary. No exemption was found."
    ),
)

R02 = Rule(
    id="R02",
    process=PROCESS,
    says=(
        "The council must finish the next review, and that means sending you its "
        "decision, not only holding a meeting."
    ),
    starts_with=kinds(Kind.PREVIOUS_REVIEW_CONCLUDED),
    met_by=_CONCLUDED,
    ended_by=kinds(Kind.PLAN_CEASED),
    restarts=True,
    limit=_TWELVE_MONTHS,
    holder=Party.LOCAL_AUTHORITY,
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=act("section 44(1)(b)", 44, Tier.SECONDARY),
    note=(
        "The period starts with the day the last review was concluded by the "
        "council's decision. No exemption was found."
    ),
)

R03 = Rule(
    id="R03",
    process=PROCESS,
    says=(
        "While a child is under five, the council should think about reviewing the "
        "plan more often, and ask you."
    ),
    starts_with=_UNDER_FIVE,
    met_by=kinds(Kind.INTERIM_REVIEW_CONSIDERED),
    ended_by=kinds(Kind.PLAN_CEASED) | REVIEW_DECISIONS,
    restarts=True,
    limit=LaterOf(
        (
            Branch(_UNDER_FIVE, Period(3, Mode.MONTHS_AFTER), latest=True),
            Branch(_UNDER_FIVE, Period(6, Mode.MONTHS_AFTER), latest=True),
        )
    ),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    strength=Strength.SHOULD,
    source=code_of_practice("paragraph 9.178", Tier.SECONDARY),
    in_force_from=CODE_IN_FORCE,
    note="To be considered, not a duty to review; the yearly duty still applies.",
)

R04 = Rule(
    id="R04",
    process=PROCESS,
    says=(
        "The council should send schools, colleges and health services a list of the "
        "plans to be reviewed in the coming term."
    ),
    starts_with=kinds(Kind.TERM_DATES_SET),
    met_by=kinds(Kind.REVIEW_LIST_SENT),
    restarts=True,
    limit=Period(2, Mode.WEEKS_BEFORE),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.HEAD, Party.COMMISSIONER, Party.SOCIAL_CARE),
    strength=Strength.SHOULD,
    source=code_of_practice("paragraph 9.172 or near it", Tier.KNOWN),
    in_force_from=CODE_IN_FORCE,
    note="The paragraph number is to be checked.",
)

R05 = Rule(
    id="R05",
    process=PROCESS,
    says=(
        "Whoever arranges the review meeting must invite you and the others who "
        "must be there, and give notice of the date."
    ),
    starts_with=kinds(Kind.REVIEW_MEETING_ARRANGED),
    met_by=kinds(Kind.REVIEW_INVITATIONS_SENT),
    restarts=True,
    limit=Period(2, Mode.WEEKS_BEFORE),
    holder=Party.ARRANGER,
    tell=_INVITED,
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=send_regulations(
        "regulations 20(2) and (3) and 21(2) and (3)", 20, Tier.PRIMARY
    ),
    in_force_from=_NEW_REGULATION_20,
    note=(
        "A day earlier is safer, because two clear weeks may be meant. Counted back "
        "from the day of the meeting."
    ),
)

R06 = Rule(
    id="R06",
    process=PROCESS,
    says=(
        "Whoever arranges the review meeting must collect advice from everybody "
        "invited and send it round to all of them, you included."
    ),
    starts_with=kinds(Kind.REVIEW_MEETING_ARRANGED),
    met_by=kinds(Kind.REVIEW_ADVICE_CIRCULATED),
    restarts=True,
    limit=Period(2, Mode.WEEKS_BEFORE),
    holder=Party.ARRANGER,
    tell=(Party.INVITED,),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=send_regulations("regulations 20(4) and 21(4)", 20, Tier.PRIMARY),
    in_force_from=_NEW_REGULATION_20,
    note=(
        "A day earlier is safer, because two clear weeks may be meant. Counted back "
        "from the day of the meeting."
    ),
)

R07 = Rule(
    id="R07",
    process=PROCESS,
    says=(
        "The head or principal, or the council if your child is not at a school or "
        "college, must send the report of the meeting to everybody invited."
    ),
    starts_with=kinds(Kind.REVIEW_MEETING_HELD),
    met_by=kinds(Kind.REVIEW_REPORT_SENT),
    limit=Period(2, Mode.WEEKS_WITHIN),
    holder=Party.ARRANGER,
    tell=(Party.INVITED, Party.LOCAL_AUTHORITY),
    remedies=(Remedy.COMPLAINT, Remedy.SETTING_COMPLAINT),
    strength=Strength.MUST,
    source=send_regulations("regulations 20(7) and (8) and 21(7)", 20, Tier.SECONDARY),
    in_force_from=_NEW_REGULATION_20,
)

R08 = Rule(
    id="R08",
    process=PROCESS,
    says=(
        "After the review meeting the council must tell you whether it will keep the "
        "plan as it is, amend it or end it."
    ),
    starts_with=kinds(Kind.REVIEW_MEETING_HELD),
    met_by=_CONCLUDED,
    ended_by=kinds(Kind.PLAN_CEASED),
    limit=EarlierOf(
        (
            Branch(kinds(Kind.REVIEW_MEETING_HELD), Period(4, Mode.WEEKS_WITHIN)),
            Branch(
                kinds(Kind.PLAN_FIRST_MADE, Kind.PREVIOUS_REVIEW_CONCLUDED),
                _TWELVE_MONTHS,
                latest=True,
            ),
        )
    ),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT, Party.SETTING),
    contents=RIGHTS,
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=send_regulations("regulations 20(10) and (11) and 21", 20, Tier.SECONDARY),
    in_force_from=_NEW_REGULATION_20,
    note=(
        "Also inside the twelve months of R01 or R02. The rights go with a decision "
        "to keep or to end the plan. No exemption was found; the end of regulation 20 "
        "was not read."
    ),
)

R09 = Rule(
    id="R09",
    process=PROCESS,
    says=(
        "If the council decides to amend the plan, it must send you the plan, the "
        "changes it proposes and the evidence for them along with its decision."
    ),
    starts_with=kinds(Kind.REVIEW_MEETING_HELD),
    met_by=kinds(Kind.AMENDMENT_NOTICE_SENT),
    ended_by=_KEPT_OR_CEASED | kinds(Kind.PLAN_CEASED),
    limit=Period(4, Mode.WEEKS_WITHIN),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    contents=(
        Content.PROPOSED_AMENDMENTS,
        Content.VIEWS_AND_EVIDENCE,
        Content.SCHOOL_PREFERENCE,
        Content.MEETING,
        Content.WHERE_TO_FIND_SCHOOLS,
    ),
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=send_regulations(
        "regulation 22(2), as read in R (L, M and P) v Devon County Council [2022] "
        "EWHC 493 (Admin)",
        22,
        Tier.SECONDARY,
    ),
    in_force_from=_DEVON,
    note=(
        "The decision and the proposed changes go together. A decision alone, with "
        "the changes to follow later, is not enough."
    ),
)

R10 = Rule(
    id="R10",
    process=PROCESS,
    says=(
        "The council must give you time to comment on the changes it proposes, ask "
        "for a school or college, and ask for a meeting."
    ),
    starts_with=kinds(Kind.AMENDMENT_NOTICE_SENT),
    met_by=kinds(Kind.AMENDED_PLAN_SENT, Kind.DECIDED_NOT_TO_AMEND),
    limit=Period(15, Mode.DAYS_BEGINNING_WITH),
    floor=True,
    restarts=True,
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    contents=(
        Content.VIEWS_AND_EVIDENCE,
        Content.SCHOOL_PREFERENCE,
        Content.MEETING,
        Content.WHERE_TO_FIND_SCHOOLS,
    ),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=send_regulations("regulation 22(2)(c)", 22, Tier.PRIMARY),
    note="Calendar days, not working days; the day the notice is served is day 1.",
)

R11 = Rule(
    id="R11",
    process=PROCESS,
    says=(
        "Once it has sent you the proposed changes, the council must send you the "
        "final amended plan, unless it decides not to amend after all."
    ),
    starts_with=kinds(Kind.AMENDMENT_NOTICE_SENT),
    met_by=kinds(Kind.AMENDED_PLAN_SENT),
    ended_by=kinds(Kind.DECIDED_NOT_TO_AMEND, Kind.PLAN_CEASED),
    limit=Period(8, Mode.WEEKS_WITHIN),
    also_asap=True,
    holder=Party.LOCAL_AUTHORITY,
    tell=_TOLD_OF_AMENDED_PLAN,
    contents=RIGHTS,
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=send_regulations("regulation 22(3)", 22, Tier.PRIMARY),
    note=(
        "Counted from the day the notice was really sent, not from the decision and "
        "not from the last day it could have been sent."
    ),
)

R12 = Rule(
    id="R12",
    process=PROCESS,
    says=(
        "If the plan is to be amended, the council must have sent you the final "
        "amended plan by this time after the review meeting, at the very latest."
    ),
    starts_with=kinds(Kind.REVIEW_MEETING_HELD),
    met_by=kinds(Kind.AMENDED_PLAN_SENT),
    ended_by=_KEPT_OR_CEASED | kinds(Kind.DECIDED_NOT_TO_AMEND, Kind.PLAN_CEASED),
    limit=Period(12, Mode.WEEKS_WITHIN),
    holder=Party.LOCAL_AUTHORITY,
    tell=_TOLD_OF_AMENDED_PLAN,
    contents=RIGHTS,
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=devon("the four weeks and the eight weeks read together", Tier.SECONDARY),
    in_force_from=_DEVON,
    note="The outer limit: a notice sent early brings R11, which falls earlier.",
)

R13 = Rule(
    id="R13",
    process=PROCESS,
    one_ending=True,
    says=(
        "If the council proposed changes and then decides not to make them, it must "
        "tell you, with its reasons."
    ),
    starts_with=kinds(Kind.AMENDMENT_NOTICE_SENT),
    met_by=kinds(Kind.DECIDED_NOT_TO_AMEND),
    ended_by=kinds(Kind.AMENDED_PLAN_SENT, Kind.PLAN_CEASED),
    limit=Period(8, Mode.WEEKS_WITHIN),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    contents=(Content.REASONS, *RIGHTS),
    remedies=(Remedy.COMPLAINT, Remedy.JUDICIAL_REVIEW, Remedy.APPEAL),
    strength=Strength.MUST,
    source=send_regulations("regulation 22(4) and (5)", 22, Tier.PRIMARY),
)

R14 = Rule(
    id="R14",
    process=PROCESS,
    says=(
        "From Year nine on, every review must look at getting ready for adult life "
        "and living independently."
    ),
    starts_with=kinds(Kind.REVIEW_MEETING_ARRANGED, Kind.REVIEW_MEETING_HELD),
    met_by=kinds(Kind.ADULTHOOD_DISCUSSED),
    limit=WithStep(),
    holder=Party.ARRANGER,
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=send_regulations("regulations 20(6) and 21(6)", 21, Tier.PRIMARY_AS_MADE),
    note="Regulation 21(6) was read; regulation 20(6) was not.",
)

REVIEW = (
    R01,
    R02,
    R03,
    R04,
    R05,
    R06,
    R07,
    R08,
    R09,
    R10,
    R11,
    R12,
    R13,
    R14,
)
