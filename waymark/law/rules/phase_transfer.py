"""P01 to P04: moving to a new phase of education with a plan that is ready."""

from waymark.law.citations import send_regulations
from waymark.law.events import Kind
from waymark.law.limits import Branch, EarlierOf, FixedDay, LaterOf, Mode, Period
from waymark.law.rule import RIGHTS, Given, Party, Remedy, Rule, Strength
from waymark.law.rules.kinds import kinds
from waymark.law.sources import Tier

PROCESS = "phase-transfer"

_TO_SCHOOL = Given(
    "transfer-phase",
    frozenset(
        {
            "early-years-to-school",
            "infant-to-junior",
            "primary-to-middle",
            "primary-to-secondary",
            "middle-to-secondary",
        }
    ),
)
_TO_POST_16 = Given("transfer-phase", frozenset({"secondary-to-post-16"}))
_BETWEEN_POST_16 = Given("transfer-phase", frozenset({"post-16-to-post-16"}))

_FEBRUARY = FixedDay(2, 15)
_MARCH = FixedDay(3, 31)
_NO_EVENT = kinds()
_AFTER_THE_MEETING = Branch(
    kinds(Kind.REVIEW_MEETING_HELD), Period(12, Mode.WEEKS_WITHIN)
)
_TOLD = (Party.PARENT, Party.SETTING, Party.COMMISSIONER)
_COMPLAIN_OR_COURT = (Remedy.COMPLAINT, Remedy.JUDICIAL_REVIEW)

P01 = Rule(
    id="P01",
    process=PROCESS,
    says=(
        "In the year of the move to a new school, the council must have reviewed and "
        "amended the plan and named the new school, or the type of school."
    ),
    starts_with=_NO_EVENT,
    applies_if=(_TO_SCHOOL,),
    met_by=kinds(Kind.AMENDED_PLAN_SENT),
    ended_by=kinds(Kind.PLAN_CEASED),
    limit=EarlierOf((Branch(_NO_EVENT, _FEBRUARY), _AFTER_THE_MEETING)),
    holder=Party.LOCAL_AUTHORITY,
    tell=_TOLD,
    contents=RIGHTS,
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=send_regulations("regulation 18(1)(b)", 18, Tier.PRIMARY),
    note=(
        "The Regulations say before, so the last safe day is 14 February; the Code "
        "says by. It is the finished plan that is due. The limit after a review "
        "meeting binds if it falls earlier. A late meeting does not move the day."
    ),
)

P02 = Rule(
    id="P02",
    process=PROCESS,
    says=(
        "In the year of the move from secondary school to a college or other post-16 "
        "place, the council must have reviewed and amended the plan and named the "
        "new place, or its type."
    ),
    starts_with=_NO_EVENT,
    applies_if=(_TO_POST_16,),
    met_by=kinds(Kind.AMENDED_PLAN_SENT),
    ended_by=kinds(Kind.PLAN_CEASED),
    limit=EarlierOf((Branch(_NO_EVENT, _MARCH), _AFTER_THE_MEETING)),
    holder=Party.LOCAL_AUTHORITY,
    tell=_TOLD,
    contents=RIGHTS,
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=send_regulations("regulation 18(1)(a)", 18, Tier.PRIMARY),
    note=(
        "The Regulations say before, so the last safe day is 30 March; the Code says "
        "by. The limit after a review meeting binds if it falls earlier. Going into "
        "the same school's sixth form is not such a move."
    ),
)

P03 = Rule(
    id="P03",
    process=PROCESS,
    says=(
        "Before a young person moves from one post-16 place to another, the council "
        "must have reviewed and amended the plan and named the new place."
    ),
    starts_with=_NO_EVENT,
    counts_from="transfer-on",
    applies_if=(_BETWEEN_POST_16,),
    met_by=kinds(Kind.AMENDED_PLAN_SENT),
    ended_by=kinds(Kind.PLAN_CEASED),
    limit=Period(5, Mode.MONTHS_BEFORE),
    holder=Party.LOCAL_AUTHORITY,
    tell=_TOLD,
    contents=RIGHTS,
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=send_regulations("regulation 18(2)", 18, Tier.PRIMARY),
)

P04 = Rule(
    id="P04",
    process=PROCESS,
    says=(
        "To finish in time, the council plans for the review meeting to be held "
        "early enough."
    ),
    starts_with=_NO_EVENT,
    applies_if=(Given("transfer-phase", _TO_SCHOOL.values | _TO_POST_16.values),),
    met_by=kinds(Kind.REVIEW_MEETING_HELD),
    ended_by=kinds(Kind.AMENDED_PLAN_SENT, Kind.PLAN_CEASED),
    limit=LaterOf(
        (
            Branch(_NO_EVENT, _FEBRUARY, applies_if=(_TO_SCHOOL,)),
            Branch(_NO_EVENT, _MARCH, applies_if=(_TO_POST_16,)),
        ),
        then=Period(12, Mode.WEEKS_BEFORE),
    ),
    holder=Party.LOCAL_AUTHORITY,
    strength=Strength.PRACTICE,
    source=send_regulations(
        "worked back from regulation 18 by the weeks of regulations 20 and 22",
        18,
        Tier.SECONDARY,
    ),
    note="A planning day, counted back from the last lawful day of P01 or P02.",
)

PHASE_TRANSFER = (P01, P02, P03, P04)
