"""A01 to A20: from a request to the final EHC plan, and what the plan then binds."""

from waymark.law.citations import CODE_IN_FORCE, act, code_of_practice, send_regulations
from waymark.law.events import Kind
from waymark.law.limits import Mode, Period, WithStep
from waymark.law.rule import RIGHTS, Content, Party, Remedy, Rule, Strength
from waymark.law.rules.kinds import (
    ADVICE_EXEMPTIONS,
    ASKED,
    ASSESSMENT_DECISIONS,
    ASSESSMENT_EXEMPTIONS,
    STOPPED,
    kinds,
)
from waymark.law.sources import Tier

PROCESS = "ehc-needs-assessment"

_SOON = Period(0, Mode.AS_SOON_AS_PRACTICABLE)
_AT_ONCE = Period(0, Mode.AT_ONCE)

_NO_PLAN_COMING = STOPPED | kinds(
    Kind.DECIDED_NOT_TO_ASSESS, Kind.DECIDED_NOT_TO_ISSUE, Kind.ORDER_SET_NEW_TIMES
)
_PLAN_COMING_AGAIN = kinds(
    Kind.REFUSAL_CONCEDED,
    Kind.DECIDED_TO_ASSESS,
    Kind.DECIDED_TO_ISSUE,
    Kind.DRAFT_PLAN_SERVED,
)
_TOLD_OF_ASSESSMENT = (
    Party.PARENT,
    Party.COMMISSIONER,
    Party.SOCIAL_CARE,
    Party.HEAD,
    Party.EARLY_YEARS_LEAD,
)

A01 = Rule(
    id="A01",
    process=PROCESS,
    says=(
        "The council must ask what you think before it decides whether to assess "
        "your child."
    ),
    starts_with=ASKED,
    met_by=kinds(Kind.PARENT_CONSULTED),
    ended_by=ASSESSMENT_DECISIONS | STOPPED,
    limit=_SOON,
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=act(
        "section 36(4), with regulation 3 of the SEND Regulations 2014", 36, Tier.KNOWN
    ),
    note="Section 36(4) was read; regulation 3 was not.",
)

A02 = Rule(
    id="A02",
    process=PROCESS,
    says=(
        "If the council is thinking of assessing, it must tell you so, ask for your "
        "views and evidence, and tell health, social care and the school, nursery "
        "or college."
    ),
    starts_with=ASKED,
    met_by=kinds(Kind.TOLD_ASSESSMENT_CONSIDERED),
    ended_by=ASSESSMENT_DECISIONS | STOPPED,
    limit=_SOON,
    holder=Party.LOCAL_AUTHORITY,
    tell=_TOLD_OF_ASSESSMENT,
    contents=(Content.VIEWS_AND_EVIDENCE,),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=act(
        "section 36(6) and (7), with regulation 4(2) of the SEND Regulations 2014",
        36,
        Tier.PRIMARY,
    ),
    note=(
        "The notice to the parent is not required if the child was assessed in the "
        "six months before; a decision that can be appealed still is."
    ),
)

A03 = Rule(
    id="A03",
    process=PROCESS,
    says="The council must decide whether to assess, and tell you its decision.",
    starts_with=ASKED,
    met_by=ASSESSMENT_DECISIONS,
    ended_by=STOPPED,
    limit=Period(6, Mode.WEEKS_WITHIN),
    also_asap=True,
    holder=Party.LOCAL_AUTHORITY,
    tell=_TOLD_OF_ASSESSMENT,
    contents=(Content.REASONS, *RIGHTS),
    exemptions=ASSESSMENT_EXEMPTIONS,
    remedies=(Remedy.COMPLAINT, Remedy.JUDICIAL_REVIEW, Remedy.APPEAL),
    strength=Strength.MUST,
    source=send_regulations(
        "regulations 4(1) and 5, with section 36(5) of the Children and Families "
        "Act 2014",
        5,
        Tier.PRIMARY,
    ),
    note=(
        "Counted from the day the request arrived, which is day 0. The reasons and "
        "rights go with a refusal. There is no appeal until there is a decision."
    ),
)

A04 = Rule(
    id="A04",
    process=PROCESS,
    says=(
        "Once it decides to assess, the council must ask everybody on the legal "
        "list for their advice, and send them what you sent in."
    ),
    starts_with=kinds(Kind.DECIDED_TO_ASSESS),
    met_by=kinds(Kind.ADVICE_ASKED),
    ended_by=STOPPED,
    limit=_SOON,
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.ADVISER, Party.ADVICE_BODY),
    contents=(Content.PARENTS_EVIDENCE,),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=send_regulations("regulation 6", 6, Tier.SECONDARY),
    note=(
        "Advice that exists already may be used only if its writer, the council and "
        "the parent all agree that it is enough. It has no fixed shelf life in law."
    ),
)

A05 = Rule(
    id="A05",
    process=PROCESS,
    says=(
        "Health services, other councils and youth offending teams must send the "
        "council their advice when it asks for it."
    ),
    starts_with=kinds(Kind.HEALTH_ADVICE_REQUEST_RECEIVED),
    met_by=kinds(Kind.HEALTH_ADVICE_RECEIVED),
    ended_by=STOPPED,
    limit=Period(6, Mode.WEEKS_WITHIN),
    holder=Party.ADVICE_BODY,
    tell=(Party.LOCAL_AUTHORITY,),
    exemptions=ADVICE_EXEMPTIONS,
    remedies=(Remedy.COMPLAINT, Remedy.HEALTH_COMPLAINT),
    strength=Strength.MUST,
    source=send_regulations(
        "regulation 8, with section 31 of the Children and Families Act 2014",
        8,
        Tier.SECONDARY,
    ),
    note=(
        "Counted from the day the body receives the council's request. School "
        "holidays are no exemption here. Which bodies are bound is to be checked."
    ),
)

A06 = Rule(
    id="A06",
    process=PROCESS,
    says=(
        "Schools, nurseries, colleges, educational psychologists and social care "
        "should send the council their advice when it asks for it."
    ),
    starts_with=kinds(Kind.ADVICE_ASKED),
    met_by=kinds(Kind.ADVICE_RECEIVED),
    ended_by=STOPPED,
    limit=Period(6, Mode.WEEKS_WITHIN),
    holder=Party.ADVISER,
    tell=(Party.LOCAL_AUTHORITY,),
    remedies=(Remedy.COMPLAINT,),
    in_force_from=CODE_IN_FORCE,
    strength=Strength.SHOULD,
    source=code_of_practice(
        "paragraph 9.52, with sections 28 and 29 of the Children and Families Act 2014",
        Tier.KNOWN,
    ),
    note=(
        "The regulation that binds health bodies does not bind schools, colleges or "
        "the council's own psychologists. A shortage of staff is no exemption."
    ),
)

A07 = Rule(
    id="A07",
    process=PROCESS,
    one_ending=True,
    says=(
        "If the council decides after the assessment that there will be no plan, it "
        "must tell you, with its reasons."
    ),
    starts_with=ASKED,
    met_by=kinds(Kind.DECIDED_NOT_TO_ISSUE),
    ended_by=STOPPED
    | kinds(
        Kind.DECIDED_NOT_TO_ASSESS,
        Kind.DECIDED_TO_ISSUE,
        Kind.DRAFT_PLAN_SERVED,
        Kind.FINAL_PLAN_SENT,
        Kind.ORDER_SET_NEW_TIMES,
    ),
    revived_by=kinds(Kind.REFUSAL_CONCEDED, Kind.DECIDED_TO_ASSESS),
    limit=Period(16, Mode.WEEKS_WITHIN),
    also_asap=True,
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT, Party.COMMISSIONER, Party.HEAD, Party.EARLY_YEARS_LEAD),
    contents=(Content.REASONS, *RIGHTS),
    exemptions=ASSESSMENT_EXEMPTIONS,
    remedies=(Remedy.COMPLAINT, Remedy.JUDICIAL_REVIEW, Remedy.APPEAL),
    strength=Strength.MUST,
    source=send_regulations(
        "regulation 10, with section 36(9) of the Children and Families Act 2014",
        10,
        Tier.PRIMARY_AS_MADE,
    ),
    note=(
        "Counted from the request. This limit is for a decision that there will be "
        "no plan; it is not a limit for the draft."
    ),
)

A08 = Rule(
    id="A08",
    process=PROCESS,
    says=(
        "When the council decides to issue a plan, it must tell you what the "
        "assessment found and why it decided so."
    ),
    starts_with=kinds(Kind.DECIDED_TO_ISSUE),
    met_by=kinds(Kind.TOLD_OF_DECISION_TO_ISSUE),
    ended_by=STOPPED,
    limit=_SOON,
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    contents=(Content.REASONS,),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=act("section 36(9)", 36, Tier.KNOWN),
)

A09 = Rule(
    id="A09",
    process=PROCESS,
    says=(
        "The council plans to send you the draft plan early enough to finish the "
        "final plan in time; the law sets no date for the draft."
    ),
    starts_with=ASKED,
    met_by=kinds(Kind.DRAFT_PLAN_SERVED),
    ended_by=_NO_PLAN_COMING | kinds(Kind.FINAL_PLAN_SENT),
    revived_by=kinds(
        Kind.REFUSAL_CONCEDED, Kind.DECIDED_TO_ASSESS, Kind.DECIDED_TO_ISSUE
    ),
    limit=Period(14, Mode.WEEKS_WITHIN),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    contents=(Content.ADVICE_APPENDED,),
    remedies=(Remedy.INTERNAL,),
    in_force_from=CODE_IN_FORCE,
    strength=Strength.PRACTICE,
    source=code_of_practice(
        "paragraph 9.77 for what goes with the draft; the week is IPSEA's advice",
        Tier.SECONDARY,
    ),
    note="A planning target, never to be shown as law. So is any draft by week 16.",
)

A10 = Rule(
    id="A10",
    process=PROCESS,
    says=(
        "The council must give you time to comment on the draft plan, ask for a "
        "school or college, and ask for a meeting."
    ),
    starts_with=kinds(Kind.DRAFT_PLAN_SERVED, Kind.NEW_DRAFT_SERVED),
    met_by=kinds(Kind.FINAL_PLAN_SENT),
    ended_by=STOPPED,
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
    source=send_regulations(
        "regulation 13(1), with section 38 of the Children and Families Act 2014",
        13,
        Tier.PRIMARY_AS_MADE,
    ),
    note=(
        "Calendar days, not working days, and the day the draft is served is day 1. "
        "A council that closes the window early leaves a fault in the plan."
    ),
)

A11 = Rule(
    id="A11",
    process=PROCESS,
    says=(
        "If you ask for a meeting about the draft plan, a council officer must meet "
        "you."
    ),
    starts_with=kinds(Kind.MEETING_ASKED_FOR),
    met_by=kinds(Kind.MEETING_WITH_OFFICER_HELD),
    ended_by=STOPPED,
    limit=_SOON,
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=send_regulations("regulation 13(1)(a)(ii)", 13, Tier.PRIMARY_AS_MADE),
    note="Best held while the time to comment on the draft is still open.",
)

A12 = Rule(
    id="A12",
    process=PROCESS,
    says=(
        "Before the council names a school or college, it must consult the one you "
        "asked for and any other it is thinking of."
    ),
    starts_with=kinds(Kind.DECIDED_TO_ISSUE, Kind.DRAFT_PLAN_SERVED),
    met_by=kinds(Kind.SETTINGS_CONSULTED),
    ended_by=STOPPED | kinds(Kind.FINAL_PLAN_SENT),
    limit=_SOON,
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.SETTING, Party.MAINTAINING_AUTHORITY),
    remedies=(Remedy.COMPLAINT, Remedy.APPEAL),
    strength=Strength.MUST,
    source=act("sections 39(2) and 40(3)", 39, Tier.PRIMARY),
    note="It must be done before the final plan; the law gives no number of days.",
)

A13 = Rule(
    id="A13",
    process=PROCESS,
    says=(
        "A school or college that the council consults should reply; with no reply "
        "the council must still decide."
    ),
    starts_with=kinds(Kind.SETTINGS_CONSULTED),
    met_by=kinds(Kind.SETTING_REPLIED),
    ended_by=STOPPED | kinds(Kind.FINAL_PLAN_SENT),
    limit=Period(15, Mode.DAYS_WITHIN),
    holder=Party.SETTING,
    tell=(Party.LOCAL_AUTHORITY,),
    in_force_from=CODE_IN_FORCE,
    strength=Strength.SHOULD,
    source=code_of_practice("paragraph 9.83", Tier.SECONDARY),
)

A14 = Rule(
    id="A14",
    process=PROCESS,
    says="The council must send you the final EHC plan.",
    starts_with=ASKED,
    met_by=kinds(Kind.FINAL_PLAN_SENT),
    ended_by=_NO_PLAN_COMING,
    revived_by=_PLAN_COMING_AGAIN,
    limit=Period(20, Mode.WEEKS_WITHIN),
    also_asap=True,
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT, Party.SETTING, Party.COMMISSIONER),
    contents=RIGHTS,
    exemptions=ASSESSMENT_EXEMPTIONS,
    remedies=(Remedy.COMPLAINT, Remedy.JUDICIAL_REVIEW),
    strength=Strength.MUST,
    source=send_regulations(
        "regulations 13(2) and (3) and 14", 13, Tier.PRIMARY_AS_MADE
    ),
    note=(
        "Counted from the request. A shortage of psychologists is no answer, and a "
        "council that gives way late does not start the count afresh: R (W) v "
        "Hertfordshire [2023] EWHC 3138 (Admin)."
    ),
)

A15 = Rule(
    id="A15",
    process=PROCESS,
    says=(
        "If the council wants other changes after the draft, it should send you a "
        "new draft with the full time to comment again."
    ),
    starts_with=kinds(Kind.OTHER_CHANGES_WANTED),
    met_by=kinds(Kind.NEW_DRAFT_SERVED),
    ended_by=STOPPED | kinds(Kind.FINAL_PLAN_SENT),
    limit=WithStep(),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    remedies=(Remedy.COMPLAINT,),
    in_force_from=CODE_IN_FORCE,
    strength=Strength.SHOULD,
    source=code_of_practice("paragraph 9.125", Tier.SECONDARY),
    note="The time to comment starts again; the time limit of the final plan does not.",
)

A16 = Rule(
    id="A16",
    process=PROCESS,
    says=(
        "The council must make sure that your child gets all the special educational "
        "provision in section F of the plan."
    ),
    starts_with=kinds(Kind.FINAL_PLAN_SENT),
    met_by=kinds(Kind.SECTION_F_PROVIDED),
    limit=_AT_ONCE,
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.SETTING,),
    remedies=(Remedy.JUDICIAL_REVIEW, Remedy.COMPLAINT),
    strength=Strength.MUST,
    source=act("section 42(2)", 42, Tier.PRIMARY),
    note="Not while the parent has made suitable arrangements of their own.",
)

A17 = Rule(
    id="A17",
    process=PROCESS,
    says=(
        "The NHS integrated care board must arrange all the health provision in "
        "section G of the plan."
    ),
    starts_with=kinds(Kind.FINAL_PLAN_SENT),
    met_by=kinds(Kind.SECTION_G_PROVIDED),
    limit=_AT_ONCE,
    holder=Party.COMMISSIONER,
    remedies=(Remedy.HEALTH_COMPLAINT, Remedy.JUDICIAL_REVIEW),
    strength=Strength.MUST,
    source=act("section 42(3)", 42, Tier.PRIMARY),
    note="Not while the parent has made suitable arrangements of their own.",
)

A18 = Rule(
    id="A18",
    process=PROCESS,
    says="The school or college named in the plan must admit your child.",
    starts_with=kinds(Kind.FINAL_PLAN_SENT),
    met_by=kinds(Kind.ADMITTED),
    limit=_AT_ONCE,
    holder=Party.SETTING,
    remedies=(Remedy.JUDICIAL_REVIEW,),
    strength=Strength.MUST,
    source=act("section 43", 43, Tier.PRIMARY),
    note=(
        "It binds schools and colleges that can be asked for under section 38(3). A "
        "permanent exclusion stands. The Secretary of State may direct a school."
    ),
)

A19 = Rule(
    id="A19",
    process=PROCESS,
    says=(
        "If the council says that an exemption lifts a time limit, it should tell you "
        "so, say why, and keep you up to date."
    ),
    starts_with=kinds(Kind.EXEMPTION_CLAIMED),
    met_by=kinds(Kind.EXEMPTION_EXPLAINED),
    restarts=True,
    limit=_SOON,
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    contents=(Content.REASONS,),
    remedies=(Remedy.COMPLAINT,),
    in_force_from=CODE_IN_FORCE,
    strength=Strength.SHOULD,
    source=code_of_practice("paragraphs 9.42 and 9.43", Tier.SECONDARY),
    note="The exemption gives no new date; the duty to act as soon as it can remains.",
)

A20 = Rule(
    id="A20",
    process=PROCESS,
    says="A council officer should sign and date the final plan.",
    starts_with=kinds(Kind.DECIDED_TO_ISSUE),
    met_by=kinds(Kind.PLAN_SIGNED),
    ended_by=STOPPED,
    limit=WithStep(),
    holder=Party.LOCAL_AUTHORITY,
    in_force_from=CODE_IN_FORCE,
    strength=Strength.SHOULD,
    source=code_of_practice("paragraph 9.125", Tier.SECONDARY),
    note="The parent signs nothing. Time limits count from issue, not signature.",
)

ASSESSMENT = (
    A01,
    A02,
    A03,
    A04,
    A05,
    A06,
    A07,
    A08,
    A09,
    A10,
    A11,
    A12,
    A13,
    A14,
    A15,
    A16,
    A17,
    A18,
    A19,
    A20,
)
