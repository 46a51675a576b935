"""B01 to B05: personal budgets and direct payments."""

from waymark.law.citations import budget_regulations
from waymark.law.events import Kind
from waymark.law.limits import Mode, Period, WithStep
from waymark.law.rule import Content, Party, Remedy, Rule, Strength
from waymark.law.rules.kinds import kinds
from waymark.law.sources import Tier

PROCESS = "personal-budget"

_SOON = Period(0, Mode.AS_SOON_AS_PRACTICABLE)

B01 = Rule(
    id="B01",
    process=PROCESS,
    says=(
        "If you ask for a personal budget while a draft plan, a review or a "
        "re-assessment is going on, the council must prepare one."
    ),
    starts_with=kinds(Kind.BUDGET_ASKED_FOR),
    met_by=kinds(Kind.BUDGET_PREPARED),
    restarts=True,
    limit=WithStep(),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=budget_regulations(
        "regulation 4, with section 49 of the Children and Families Act 2014",
        4,
        Tier.SECONDARY,
    ),
    note="There is no appeal to the tribunal about the budget itself.",
)

B02 = Rule(
    id="B02",
    process=PROCESS,
    says=(
        "If the council refuses a direct payment, it must give you its reasons in "
        "writing and tell you that you may ask for a review."
    ),
    starts_with=kinds(Kind.DIRECT_PAYMENT_REFUSED),
    met_by=kinds(Kind.REFUSAL_REASONS_SENT),
    restarts=True,
    limit=_SOON,
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    contents=(Content.REASONS, Content.RIGHT_TO_REVIEW),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=budget_regulations("regulation 7", 7, Tier.SECONDARY),
)

B03 = Rule(
    id="B03",
    process=PROCESS,
    says="The council must review your direct payments soon after they begin.",
    starts_with=kinds(Kind.FIRST_PAYMENT_MADE),
    met_by=kinds(Kind.PAYMENTS_FIRST_REVIEWED),
    ended_by=kinds(Kind.PAYMENTS_STOPPED),
    limit=Period(3, Mode.MONTHS_BEGINNING_WITH),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=budget_regulations("regulation 11", 11, Tier.SECONDARY),
)

B04 = Rule(
    id="B04",
    process=PROCESS,
    says=(
        "The council must look at your direct payments at every review or "
        "re-assessment of the plan."
    ),
    starts_with=kinds(Kind.PLAN_REVIEW_BEGUN),
    met_by=kinds(Kind.PAYMENTS_REVIEWED_WITH_PLAN),
    restarts=True,
    limit=WithStep(),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=budget_regulations("regulation 11", 11, Tier.SECONDARY),
)

B05 = Rule(
    id="B05",
    process=PROCESS,
    says=(
        "Before the council reduces or stops direct payments, it must give you "
        "reasonable notice in writing, with its reasons, and think again once if you "
        "ask."
    ),
    starts_with=kinds(Kind.DECIDED_TO_REDUCE_OR_STOP_PAYMENTS),
    met_by=kinds(Kind.PAYMENTS_NOTICE_SENT),
    restarts=True,
    limit=WithStep(),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT,),
    contents=(Content.REASONS,),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=budget_regulations("regulations 12 and 14", 12, Tier.SECONDARY),
    note="The law gives no number of days for reasonable notice.",
)

BUDGETS = (B01, B02, B03, B04, B05)
