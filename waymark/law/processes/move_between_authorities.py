"""A plan that moves with a family to another council or health board."""

from waymark.law.events import Kind
from waymark.law.process import Process, Step
from waymark.law.rule import Party
from waymark.law.rules.kinds import kinds

_MOVES = kinds(Kind.MOVED_AS_FORESEEN, Kind.MOVE_LEARNT_OF_LATE)
_CHANGES = kinds(
    Kind.COMMISSIONER_CHANGED_BY_MOVE,
    Kind.COMMISSIONER_LEARNT_OF_MOVE_LATE,
    Kind.COMMISSIONER_LEARNT_OF_OTHER_CHANGE,
)
_TRANSFERRED = kinds(Kind.PLAN_TRANSFERRED)

MOVE_BETWEEN_AUTHORITIES = Process(
    key="move-between-authorities",
    title="Moving to another council's area",
    facts=("young-person",),
    steps=(
        Step(Kind.PLAN_FIRST_MADE, "The plan is first made", Party.OLD_AUTHORITY),
        Step(
            Kind.PREVIOUS_REVIEW_CONCLUDED,
            "The last review is concluded",
            Party.OLD_AUTHORITY,
            may_repeat=True,
        ),
        Step(
            Kind.MOVE_FORESEEN,
            "The old council learns of the move in good time",
            Party.PARENT,
            informational=True,
        ),
        Step(
            Kind.MOVE_LEARNT_OF_LATE,
            "The old council learns of the move late",
            Party.PARENT,
        ),
        Step(
            Kind.MOVED_AS_FORESEEN,
            "The family moves on the day that was known",
            Party.PARENT,
        ),
        Step(
            Kind.COMMISSIONER_CHANGED_BY_MOVE,
            "The move changes the health board",
            Party.OLD_COMMISSIONER,
        ),
        Step(
            Kind.COMMISSIONER_LEARNT_OF_MOVE_LATE,
            "The old health board learns of the move late",
            Party.OLD_COMMISSIONER,
        ),
        Step(
            Kind.COMMISSIONER_LEARNT_OF_OTHER_CHANGE,
            "The old health board learns of another change",
            Party.OLD_COMMISSIONER,
        ),
        Step(
            Kind.PLAN_TRANSFERRED,
            "The plan passes to the new council",
            Party.OLD_AUTHORITY,
            _MOVES,
        ),
        Step(
            Kind.NEW_COMMISSIONER_TOLD,
            "The old health board tells the new one",
            Party.OLD_COMMISSIONER,
            _CHANGES,
        ),
        Step(
            Kind.NEW_COMMISSIONER_LEARNT_OF_DUTY,
            "The new health board learns of its duty but cannot meet it",
            Party.NEW_COMMISSIONER,
            kinds(Kind.NEW_COMMISSIONER_TOLD, Kind.PLAN_TRANSFERRED) | _CHANGES,
        ),
        Step(
            Kind.NEW_COMMISSIONER_ASKED_FOR_REVIEW,
            "The new health board asks for a review",
            Party.NEW_COMMISSIONER,
            kinds(Kind.NEW_COMMISSIONER_LEARNT_OF_DUTY),
            if_no=("re-assessment", "annual-review"),
        ),
        Step(
            Kind.SETTING_BECAME_IMPRACTICABLE,
            "The named place is out of reach",
            Party.PARENT,
            _MOVES | _TRANSFERRED,
        ),
        Step(
            Kind.OTHER_SETTING_ARRANGED,
            "The new council arranges another place",
            Party.NEW_AUTHORITY,
            kinds(Kind.SETTING_BECAME_IMPRACTICABLE),
        ),
        Step(
            Kind.TOLD_OF_TRANSFER,
            "The new council tells the family what it will do",
            Party.NEW_AUTHORITY,
            _TRANSFERRED,
        ),
        Step(
            Kind.DECIDED_TO_KEEP,
            "The new council says it will keep the plan as it is",
            Party.NEW_AUTHORITY,
            _TRANSFERRED,
            ends=True,
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.DECIDED_TO_AMEND,
            "The new council says it will amend the plan",
            Party.NEW_AUTHORITY,
            _TRANSFERRED,
            ends=True,
            if_no=("annual-review",),
        ),
        Step(
            Kind.DECIDED_TO_CEASE,
            "The new council says it will end the plan",
            Party.NEW_AUTHORITY,
            _TRANSFERRED,
            ends=True,
            if_no=("ceasing", "mediation-and-appeal"),
        ),
    ),
)
