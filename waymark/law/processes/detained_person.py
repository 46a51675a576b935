"""An assessment, a plan and a review for someone who is detained."""

from waymark.law.events import Kind
from waymark.law.process import Process, Step
from waymark.law.rule import Party
from waymark.law.rules.kinds import kinds

_OPENING = kinds(Kind.REQUEST_RECEIVED, Kind.BROUGHT_TO_NOTICE)
_DRAFTS = kinds(Kind.DRAFT_PLAN_SERVED, Kind.NEW_DRAFT_SERVED)
_REFUSALS = kinds(Kind.DECIDED_NOT_TO_ASSESS, Kind.DECIDED_NOT_TO_ISSUE)

DETAINED_PERSON = Process(
    key="detained-person",
    title="Detained children and young people",
    facts=(
        "young-person",
        "closures",
        "advice-asked-on",
        "personal-circumstances",
        "absences",
        "impractical-because",
    ),
    steps=(
        Step(
            Kind.REQUEST_RECEIVED,
            "The request reaches the home council",
            Party.APPROPRIATE_PERSON,
        ),
        Step(
            Kind.BROUGHT_TO_NOTICE,
            "Somebody else tells the home council",
            Party.YOUTH_OFFENDING_TEAM,
        ),
        Step(
            Kind.DECIDED_NOT_TO_ASSESS,
            "The home council says it will not assess",
            Party.HOME_AUTHORITY,
            _OPENING,
            may_repeat=True,
            ends=True,
            if_no=("mediation-and-appeal", "refusal-conceded"),
        ),
        Step(
            Kind.DECIDED_TO_ASSESS,
            "The home council says it will assess",
            Party.HOME_AUTHORITY,
            _OPENING | kinds(Kind.DECIDED_NOT_TO_ASSESS, Kind.REFUSAL_CONCEDED),
            may_repeat=True,
        ),
        Step(
            Kind.ADVICE_ASKED,
            "The home council asks for advice",
            Party.HOME_AUTHORITY,
            kinds(Kind.DECIDED_TO_ASSESS),
            may_repeat=True,
            informational=True,
        ),
        Step(
            Kind.DECIDED_NOT_TO_ISSUE,
            "The home council says there will be no plan",
            Party.HOME_AUTHORITY,
            kinds(Kind.DECIDED_TO_ASSESS),
            may_repeat=True,
            ends=True,
            if_no=("mediation-and-appeal", "refusal-conceded"),
        ),
        Step(
            Kind.REFUSAL_CONCEDED,
            "The home council changes its mind about its no",
            Party.HOME_AUTHORITY,
            _REFUSALS,
            may_repeat=True,
        ),
        Step(
            Kind.DRAFT_PLAN_SERVED,
            "The draft plan reaches the family",
            Party.HOME_AUTHORITY,
            kinds(
                Kind.DECIDED_TO_ASSESS,
                Kind.DECIDED_NOT_TO_ISSUE,
                Kind.REFUSAL_CONCEDED,
            ),
        ),
        Step(
            Kind.REPRESENTATIONS_MADE,
            "The family comments on the draft",
            Party.APPROPRIATE_PERSON,
            _DRAFTS,
            may_repeat=True,
            informational=True,
        ),
        Step(
            Kind.NEW_DRAFT_SERVED,
            "A new draft reaches the family",
            Party.HOME_AUTHORITY,
            _DRAFTS,
            may_repeat=True,
        ),
        Step(
            Kind.FINAL_PLAN_SENT,
            "The final plan is sent",
            Party.HOME_AUTHORITY,
            _DRAFTS,
            ends=True,
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.REQUEST_WITHDRAWN,
            "The request is taken back",
            Party.APPROPRIATE_PERSON,
            _OPENING,
            ends=True,
        ),
        Step(
            Kind.RELEASED,
            "The child or young person is released",
            Party.PERSON_IN_CHARGE,
        ),
        Step(
            Kind.REVIEWED_AFTER_RELEASE,
            "The plan is reviewed after release",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.RELEASED),
            ends=True,
        ),
    ),
)
