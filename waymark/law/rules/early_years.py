"""E01 and E02: noticing a young child's needs early."""

from waymark.law.citations import act, early_years_framework
from waymark.law.events import Kind
from waymark.law.limits import Mode, Period
from waymark.law.rule import Content, Party, Remedy, Rule, Strength
from waymark.law.rules.kinds import kinds
from waymark.law.sources import Tier

PROCESS = "early-years-notification"

E01 = Rule(
    id="E01",
    process=PROCESS,
    says=(
        "If a health body thinks that a child under school age has or probably has "
        "SEN or a disability, it must tell you, give you a chance to talk about it, "
        "and then tell the council."
    ),
    starts_with=kinds(Kind.OPINION_FORMED),
    met_by=kinds(Kind.COUNCIL_NOTIFIED),
    limit=Period(0, Mode.AS_SOON_AS_PRACTICABLE),
    holder=Party.HEALTH_BODY,
    tell=(Party.PARENT, Party.LOCAL_AUTHORITY),
    contents=(Content.VOLUNTARY_HELP,),
    remedies=(Remedy.HEALTH_COMPLAINT,),
    strength=Strength.MUST,
    source=act("section 23", 23, Tier.PRIMARY),
    note=(
        "In that order. It tells the council; it is not a request for an assessment, "
        "but it may bring the child to the council's notice."
    ),
)

E02 = Rule(
    id="E02",
    process=PROCESS,
    says=(
        "When a child is two, the nursery or childminder must check progress and give "
        "you a short written summary."
    ),
    starts_with=kinds(),
    counts_from="third-birthday",
    met_by=kinds(Kind.PROGRESS_CHECK_SHARED),
    limit=Period(0, Mode.BEFORE_DATE),
    holder=Party.EARLY_YEARS_PROVIDER,
    tell=(Party.PARENT,),
    remedies=(Remedy.SETTING_COMPLAINT,),
    strength=Strength.MUST,
    source=early_years_framework("the progress check at age two", Tier.SECONDARY),
    note="Ofsted inspects it. Where it can, it is joined with the health visitor's.",
)

EARLY_YEARS = (E01, E02)
