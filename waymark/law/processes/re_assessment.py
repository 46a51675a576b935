"""Assessing again a child or young person who has a plan."""

from waymark.law.events import Kind
from waymark.law.process import Process, Step
from waymark.law.rule import Party
from waymark.law.rules.kinds import kinds

_DECIDED = kinds(Kind.DECIDED_TO_RE_ASSESS, Kind.RE_ASSESSMENT_BEGUN_UNASKED)
_DRAFTS = kinds(Kind.DRAFT_PLAN_SERVED, Kind.NEW_DRAFT_SERVED)

RE_ASSESSMENT = Process(
    key="re-assessment",
    title="Re-assessment",
    facts=(
        "young-person",
        "closures",
        "advice-asked-on",
        "personal-circumstances",
        "absences",
        "missed-appointments",
        "impractical-because",
    ),
    borrows=("A06", "A10", "A11", "A12", "A13", "A15", "A16", "A17", "A18"),
    steps=(
        Step(
            Kind.RE_ASSESSMENT_REQUEST_RECEIVED,
            "The request to assess again reaches the council",
            Party.PARENT,
        ),
        Step(
            Kind.DECIDED_NOT_TO_RE_ASSESS,
            "The council says it will not assess again",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.RE_ASSESSMENT_REQUEST_RECEIVED),
            ends=True,
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.DECIDED_TO_RE_ASSESS,
            "The council says it will assess again",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.RE_ASSESSMENT_REQUEST_RECEIVED),
        ),
        Step(
            Kind.RE_ASSESSMENT_BEGUN_UNASKED,
            "The council itself decides to assess again",
            Party.LOCAL_AUTHORITY,
        ),
        Step(
            Kind.ADVICE_ASKED,
            "The council asks for advice",
            Party.LOCAL_AUTHORITY,
            _DECIDED,
            may_repeat=True,
        ),
        Step(
            Kind.HEALTH_ADVICE_REQUEST_RECEIVED,
            "Health gets the council's request for advice",
            Party.LOCAL_AUTHORITY,
            _DECIDED | kinds(Kind.ADVICE_ASKED),
            may_repeat=True,
        ),
        Step(
            Kind.HEALTH_ADVICE_RECEIVED,
            "Health's advice reaches the council",
            Party.ADVICE_BODY,
            kinds(Kind.HEALTH_ADVICE_REQUEST_RECEIVED, Kind.ADVICE_ASKED),
            may_repeat=True,
        ),
        Step(
            Kind.ADVICE_RECEIVED,
            "The advice reaches the council",
            Party.ADVISER,
            kinds(Kind.ADVICE_ASKED),
            may_repeat=True,
        ),
        Step(
            Kind.DECIDED_TO_ISSUE,
            "The council decides to issue a new plan",
            Party.LOCAL_AUTHORITY,
            _DECIDED,
        ),
        Step(
            Kind.DRAFT_PLAN_SERVED,
            "The draft plan reaches the family",
            Party.LOCAL_AUTHORITY,
            _DECIDED,
        ),
        Step(
            Kind.SCHOOL_ASKED_FOR,
            "The family asks for a school or college",
            Party.PARENT,
            _DRAFTS,
            may_repeat=True,
            informational=True,
        ),
        Step(
            Kind.SETTINGS_CONSULTED,
            "The council consults schools or colleges",
            Party.LOCAL_AUTHORITY,
            _DRAFTS | kinds(Kind.DECIDED_TO_ISSUE),
            may_repeat=True,
        ),
        Step(
            Kind.SETTING_REPLIED,
            "A school or college replies",
            Party.SETTING,
            kinds(Kind.SETTINGS_CONSULTED),
            may_repeat=True,
        ),
        Step(
            Kind.MEETING_ASKED_FOR,
            "The family asks for a meeting about the draft",
            Party.PARENT,
            _DRAFTS,
            may_repeat=True,
        ),
        Step(
            Kind.MEETING_WITH_OFFICER_HELD,
            "The family and the council meet about the draft",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.MEETING_ASKED_FOR) | _DRAFTS,
            may_repeat=True,
        ),
        Step(
            Kind.REPRESENTATIONS_MADE,
            "The family comments on the draft",
            Party.PARENT,
            _DRAFTS,
            may_repeat=True,
            informational=True,
        ),
        Step(
            Kind.OTHER_CHANGES_WANTED,
            "The council wants other changes to the draft",
            Party.LOCAL_AUTHORITY,
            _DRAFTS,
            may_repeat=True,
        ),
        Step(
            Kind.NEW_DRAFT_SERVED,
            "A new draft reaches the family",
            Party.LOCAL_AUTHORITY,
            _DRAFTS,
            may_repeat=True,
        ),
        Step(
            Kind.FINAL_PLAN_SENT,
            "The final plan is sent",
            Party.LOCAL_AUTHORITY,
            _DRAFTS,
            ends=True,
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.DECIDED_NOT_TO_AMEND,
            "The council says the plan stays as it is",
            Party.LOCAL_AUTHORITY,
            _DECIDED,
            ends=True,
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.SECTION_F_PROVIDED,
            "All of section F is in place",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.FINAL_PLAN_SENT),
        ),
        Step(
            Kind.SECTION_G_PROVIDED,
            "All of section G is in place",
            Party.COMMISSIONER,
            kinds(Kind.FINAL_PLAN_SENT),
        ),
        Step(
            Kind.ADMITTED,
            "The school or college in the plan admits the child",
            Party.SETTING,
            kinds(Kind.FINAL_PLAN_SENT),
        ),
        Step(
            Kind.REQUEST_WITHDRAWN,
            "The request is taken back",
            Party.PARENT,
            kinds(Kind.RE_ASSESSMENT_REQUEST_RECEIVED),
            ends=True,
        ),
    ),
)
