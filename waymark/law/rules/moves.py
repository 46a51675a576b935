"""V01 to V08: a plan that moves to another council, or to another health board."""

from waymark.law.citations import send_regulations
from waymark.law.events import Kind
from waymark.law.limits import Branch, LaterOf, Mode, Period
from waymark.law.rule import Party, Remedy, Rule, Strength
from waymark.law.rules.kinds import REVIEW_DECISIONS, kinds
from waymark.law.sources import Tier

PROCESS = "move-between-authorities"

_AT_ONCE = Period(0, Mode.AT_ONCE)
_SOON = Period(0, Mode.AS_SOON_AS_PRACTICABLE)
_COMPLAIN_OR_COURT = (Remedy.COMPLAINT, Remedy.JUDICIAL_REVIEW)
_FIFTEEN_BEGINNING_WITH = Period(15, Mode.WORKING_DAYS_BEGINNING_WITH)
_FIFTEEN_WITHIN = Period(15, Mode.WORKING_DAYS_WITHIN)

V01 = Rule(
    id="V01",
    process=PROCESS,
    says=(
        "If your old council knew of the move in good time, it must pass the plan to "
        "the new council on the day you move."
    ),
    starts_with=kinds(Kind.MOVED_AS_FORESEEN),
    met_by=kinds(Kind.PLAN_TRANSFERRED),
    limit=_AT_ONCE,
    holder=Party.OLD_AUTHORITY,
    tell=(Party.NEW_AUTHORITY,),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=send_regulations("regulation 15(2)", 15, Tier.PRIMARY_AS_MADE),
    note="In good time means at least 15 working days before the move.",
)

V02 = Rule(
    id="V02",
    process=PROCESS,
    says=(
        "If your old council learns of the move late, it must pass the plan to the "
        "new council, counted from the day it learns of the move."
    ),
    starts_with=kinds(Kind.MOVE_LEARNT_OF_LATE),
    met_by=kinds(Kind.PLAN_TRANSFERRED),
    limit=_FIFTEEN_BEGINNING_WITH,
    holder=Party.OLD_AUTHORITY,
    tell=(Party.NEW_AUTHORITY,),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=send_regulations("regulation 15(2)", 15, Tier.PRIMARY_AS_MADE),
    note="The day it learns of the move counts as day 1 if it is a working day.",
)

V03 = Rule(
    id="V03",
    process=PROCESS,
    says=(
        "Your new council must tell you that it has the plan, whether it will assess "
        "again, and when it will review."
    ),
    starts_with=kinds(Kind.PLAN_TRANSFERRED),
    met_by=kinds(Kind.TOLD_OF_TRANSFER),
    limit=Period(6, Mode.WEEKS_WITHIN),
    holder=Party.NEW_AUTHORITY,
    tell=(Party.PARENT,),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=send_regulations("regulation 15(4)", 15, Tier.PRIMARY_AS_MADE),
)

V04 = Rule(
    id="V04",
    process=PROCESS,
    says=(
        "Your new council must review the plan, counted from the last review or from "
        "the transfer, whichever gives it longer."
    ),
    starts_with=kinds(Kind.PLAN_TRANSFERRED),
    met_by=REVIEW_DECISIONS,
    limit=LaterOf(
        (
            Branch(
                kinds(Kind.PLAN_FIRST_MADE, Kind.PREVIOUS_REVIEW_CONCLUDED),
                Period(12, Mode.MONTHS_BEGINNING_WITH),
                latest=True,
            ),
            Branch(kinds(Kind.PLAN_TRANSFERRED), Period(3, Mode.MONTHS_BEGINNING_WITH)),
        )
    ),
    holder=Party.NEW_AUTHORITY,
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=send_regulations("regulation 15(5)", 15, Tier.SECONDARY),
    note="The end of regulation 15(5) was read only in another's words.",
)

V05 = Rule(
    id="V05",
    process=PROCESS,
    says=(
        "If your child can no longer get to the school or college named in the plan, "
        "the new council must arrange a place at another suitable one."
    ),
    starts_with=kinds(Kind.SETTING_BECAME_IMPRACTICABLE),
    met_by=kinds(Kind.OTHER_SETTING_ARRANGED),
    limit=_SOON,
    holder=Party.NEW_AUTHORITY,
    tell=(Party.PARENT,),
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=send_regulations(
        "regulation 15, with paragraph 9.159 of the Code", 15, Tier.SECONDARY
    ),
    note="It may not stop paying fees until it has amended the plan.",
)

V06 = Rule(
    id="V06",
    process=PROCESS,
    says=(
        "If the move changes which NHS integrated care board is responsible, the old "
        "board must tell the new one on the day of the move or, if it learns late, "
        "counted from the day it learns."
    ),
    starts_with=kinds(
        Kind.COMMISSIONER_CHANGED_BY_MOVE, Kind.COMMISSIONER_LEARNT_OF_MOVE_LATE
    ),
    met_by=kinds(Kind.NEW_COMMISSIONER_TOLD),
    limit=LaterOf(
        (
            Branch(kinds(Kind.COMMISSIONER_CHANGED_BY_MOVE), _AT_ONCE),
            Branch(
                kinds(Kind.COMMISSIONER_LEARNT_OF_MOVE_LATE), _FIFTEEN_BEGINNING_WITH
            ),
        )
    ),
    holder=Party.OLD_COMMISSIONER,
    tell=(Party.NEW_COMMISSIONER,),
    remedies=(Remedy.HEALTH_COMPLAINT,),
    strength=Strength.MUST,
    source=send_regulations("regulation 16", 16, Tier.SECONDARY),
)

V07 = Rule(
    id="V07",
    process=PROCESS,
    says=(
        "If another NHS integrated care board becomes responsible for another reason, "
        "the old board must tell the new one."
    ),
    starts_with=kinds(Kind.COMMISSIONER_LEARNT_OF_OTHER_CHANGE),
    met_by=kinds(Kind.NEW_COMMISSIONER_TOLD),
    limit=_FIFTEEN_WITHIN,
    holder=Party.OLD_COMMISSIONER,
    tell=(Party.NEW_COMMISSIONER,),
    remedies=(Remedy.HEALTH_COMPLAINT,),
    strength=Strength.MUST,
    source=send_regulations("regulation 16", 16, Tier.SECONDARY),
    note="Counted from the day the old board became aware of the change.",
)

V08 = Rule(
    id="V08",
    process=PROCESS,
    says=(
        "If the new NHS integrated care board cannot arrange the health provision in "
        "the plan, it must ask the council to assess again or review, and the council "
        "must do so."
    ),
    starts_with=kinds(Kind.NEW_COMMISSIONER_LEARNT_OF_DUTY),
    met_by=kinds(Kind.NEW_COMMISSIONER_ASKED_FOR_REVIEW),
    limit=_FIFTEEN_WITHIN,
    holder=Party.NEW_COMMISSIONER,
    tell=(Party.LOCAL_AUTHORITY,),
    remedies=(Remedy.HEALTH_COMPLAINT, Remedy.COMPLAINT),
    strength=Strength.MUST,
    source=send_regulations("regulation 16", 16, Tier.SECONDARY),
    note="Counted from the day the new board became aware that it is responsible.",
)

MOVES = (V01, V02, V03, V04, V05, V06, V07, V08)
