"""N01 to N06: SEN Support in a setting, without a plan."""

from waymark.law.citations import (
    CODE_IN_FORCE,
    act,
    code_of_practice,
    send_regulations,
)
from waymark.law.events import Kind
from waymark.law.limits import AsAgreed, Mode, Period, TimesPerSchoolYear
from waymark.law.rule import Party, Remedy, Rule, Strength
from waymark.law.rules.kinds import kinds
from waymark.law.sources import Tier

PROCESS = "sen-support"

N01 = Rule(
    id="N01",
    process=PROCESS,
    says=(
        "When the school first gives your child special educational help without a "
        "plan, it must tell you."
    ),
    starts_with=kinds(Kind.PROVISION_FIRST_MADE),
    met_by=kinds(Kind.TOLD_OF_PROVISION),
    limit=Period(0, Mode.AS_SOON_AS_PRACTICABLE),
    holder=Party.SETTING,
    tell=(Party.PARENT,),
    remedies=(Remedy.SETTING_COMPLAINT,),
    strength=Strength.MUST,
    source=act("section 68", 68, Tier.KNOWN),
    note="The law gives no number of days. It does not bind colleges.",
)

N02 = Rule(
    id="N02",
    process=PROCESS,
    says=(
        "While your child has SEN Support, the school should meet you to talk about "
        "progress and the next steps, and share a record of it."
    ),
    starts_with=kinds(Kind.SEN_SUPPORT_STARTED),
    met_by=kinds(Kind.PARENT_MEETING_HELD),
    ended_by=kinds(Kind.SEN_SUPPORT_ENDED),
    limit=TimesPerSchoolYear(3),
    holder=Party.SETTING,
    tell=(Party.PARENT, Party.PUPIL),
    remedies=(Remedy.SETTING_COMPLAINT,),
    strength=Strength.SHOULD,
    source=code_of_practice("paragraph 6.65 or near it", Tier.SECONDARY),
    in_force_from=CODE_IN_FORCE,
    note="The paragraph number is to be checked.",
)

N03 = Rule(
    id="N03",
    process=PROCESS,
    says=(
        "While your child has SEN Support, the school should send you a report on "
        "progress every year."
    ),
    starts_with=kinds(Kind.SEN_SUPPORT_STARTED),
    met_by=kinds(Kind.REPORT_TO_PARENT_SENT),
    ended_by=kinds(Kind.SEN_SUPPORT_ENDED),
    limit=TimesPerSchoolYear(1),
    holder=Party.SETTING,
    tell=(Party.PARENT,),
    remedies=(Remedy.SETTING_COMPLAINT,),
    strength=Strength.SHOULD,
    source=code_of_practice("paragraph 6.64 or near it", Tier.SECONDARY),
    in_force_from=CODE_IN_FORCE,
    note=(
        "For some schools other regulations make a yearly report a must; to be "
        "checked. The paragraph number is to be checked."
    ),
)

N04 = Rule(
    id="N04",
    process=PROCESS,
    says=(
        "The nursery, school or college should review the support with you on the "
        "day you agreed."
    ),
    starts_with=kinds(Kind.SUPPORT_PLAN_AGREED),
    met_by=kinds(Kind.SUPPORT_REVIEWED),
    ended_by=kinds(Kind.SEN_SUPPORT_ENDED),
    restarts=True,
    limit=AsAgreed(),
    holder=Party.SETTING,
    tell=(Party.PARENT, Party.PUPIL),
    remedies=(Remedy.SETTING_COMPLAINT,),
    strength=Strength.SHOULD,
    source=code_of_practice("chapters 5, 6 (paragraph 6.53) and 7", Tier.SECONDARY),
    in_force_from=CODE_IN_FORCE,
)

N05 = Rule(
    id="N05",
    process=PROCESS,
    says=(
        "The school must publish a SEN information report on its website, bring it "
        "up to date every year, and change it when things change."
    ),
    starts_with=kinds(Kind.PREVIOUS_INFORMATION_REPORT_PUBLISHED),
    met_by=kinds(Kind.INFORMATION_REPORT_PUBLISHED),
    restarts=True,
    limit=Period(12, Mode.MONTHS_AFTER),
    holder=Party.SETTING,
    tell=(Party.PUBLIC,),
    remedies=(Remedy.SETTING_COMPLAINT,),
    strength=Strength.MUST,
    source=act(
        "section 69, with regulations 51 and 52 of the SEND Regulations 2014 and "
        "paragraph 6.79 of the Code",
        69,
        Tier.KNOWN,
    ),
    note=(
        "The Act says the report must be published; how often comes from the Code and "
        "is to be checked."
    ),
)

N06 = Rule(
    id="N06",
    process=PROCESS,
    says="A teacher who becomes a SENCO must gain the national qualification.",
    starts_with=kinds(Kind.BECAME_SENCO),
    met_by=kinds(Kind.SENCO_QUALIFIED),
    limit=Period(36, Mode.MONTHS_AFTER),
    holder=Party.SETTING,
    remedies=(Remedy.SETTING_COMPLAINT,),
    strength=Strength.MUST,
    source=send_regulations("regulation 49", 49, Tier.PRIMARY),
    note=(
        "Counted from the day they first became a SENCO. The qualification changed on "
        "1 September 2024 (SI 2024/535), not the time allowed: the older award counts "
        "if the course began before then and is finished before 1 September 2027."
    ),
)

SEN_SUPPORT = (N01, N02, N03, N04, N05, N06)
