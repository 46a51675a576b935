"""Doing what the tribunal ordered, or what the council agreed to or gave way on."""

from waymark.law.events import Kind
from waymark.law.process import Process, Step
from waymark.law.rule import Party
from waymark.law.rules.kinds import kinds

_TO_ASSESS = kinds(
    Kind.ORDERED_TO_ASSESS, Kind.CONCEDED_ASSESSMENT, Kind.AGREED_TO_ASSESS
)
_TO_MAKE_PLAN = kinds(
    Kind.ORDERED_TO_MAKE_PLAN, Kind.CONCEDED_PLAN, Kind.AGREED_TO_MAKE_PLAN
)
_TO_AMEND = kinds(
    Kind.ORDERED_TO_AMEND_CONTENTS,
    Kind.ORDERED_TO_CHANGE_SETTING,
    Kind.ORDERED_TO_CONTINUE_AND_AMEND,
    Kind.CONCEDED_CONTENTS,
    Kind.CONCEDED_SETTING,
    Kind.CONCEDED_CONTINUING_WITH_CHANGES,
    Kind.AGREED_TO_AMEND_CONTENTS,
    Kind.AGREED_TO_CHANGE_SETTING,
)
_TO_CONTINUE = kinds(
    Kind.ORDERED_TO_CONTINUE,
    Kind.ORDERED_TO_CONTINUE_AND_AMEND,
    Kind.CONCEDED_CONTINUING,
    Kind.CONCEDED_CONTINUING_WITH_CHANGES,
    Kind.AGREED_TO_CONTINUE,
)
#: What the order itself asked for; an answer to a recommendation may come after it.
_DONE = kinds(
    Kind.FINAL_PLAN_SENT,
    Kind.AMENDED_PLAN_SENT,
    Kind.PLAN_CONTINUED,
    Kind.RECONSIDERED,
    Kind.DECIDED_NOT_TO_ISSUE,
    Kind.PLAN_CEASED,
)
_DRAFTS = kinds(Kind.DRAFT_PLAN_SERVED, Kind.NEW_DRAFT_SERVED)

TRIBUNAL_ORDER = Process(
    key="tribunal-order",
    title="After the tribunal",
    facts=(
        "young-person",
        "personal-circumstances",
        "absences",
        "impractical-because",
    ),
    borrows=("A10", "A11", "A13", "A16", "A17", "A18"),
    steps=(
        Step(
            Kind.ORDERED_TO_ASSESS, "The tribunal orders an assessment", Party.TRIBUNAL
        ),
        Step(Kind.ORDERED_TO_MAKE_PLAN, "The tribunal orders a plan", Party.TRIBUNAL),
        Step(
            Kind.ORDERED_TO_AMEND_CONTENTS,
            "The tribunal orders changes to what the plan says",
            Party.TRIBUNAL,
        ),
        Step(
            Kind.ORDERED_TO_CHANGE_SETTING,
            "The tribunal orders another place to be named",
            Party.TRIBUNAL,
        ),
        Step(
            Kind.ORDERED_TO_CONTINUE,
            "The tribunal orders the plan to go on",
            Party.TRIBUNAL,
        ),
        Step(
            Kind.ORDERED_TO_CONTINUE_AND_AMEND,
            "The tribunal orders the plan to go on, with changes",
            Party.TRIBUNAL,
        ),
        Step(
            Kind.ORDERED_TO_RECONSIDER,
            "The tribunal sends the decision back",
            Party.TRIBUNAL,
        ),
        Step(
            Kind.CEASING_APPEAL_DISMISSED,
            "The tribunal lets the plan end",
            Party.TRIBUNAL,
        ),
        Step(
            Kind.RECOMMENDATION_MADE,
            "The tribunal makes a recommendation on health or social care",
            Party.TRIBUNAL,
        ),
        Step(
            Kind.CONCEDED_ASSESSMENT,
            "The council will not oppose the appeal for an assessment",
            Party.LOCAL_AUTHORITY,
        ),
        Step(
            Kind.CONCEDED_PLAN,
            "The council will not oppose the appeal for a plan",
            Party.LOCAL_AUTHORITY,
        ),
        Step(
            Kind.CONCEDED_SETTING,
            "The council will not oppose the appeal about the place",
            Party.LOCAL_AUTHORITY,
        ),
        Step(
            Kind.CONCEDED_CONTENTS,
            "The council will not oppose the appeal about the plan",
            Party.LOCAL_AUTHORITY,
        ),
        Step(
            Kind.CONCEDED_CONTINUING,
            "The council will not oppose the appeal to keep the plan",
            Party.LOCAL_AUTHORITY,
        ),
        Step(
            Kind.CONCEDED_CONTINUING_WITH_CHANGES,
            "The council will keep the plan and change it",
            Party.LOCAL_AUTHORITY,
        ),
        Step(
            Kind.AGREED_TO_ASSESS,
            "The council agrees at mediation to assess",
            Party.LOCAL_AUTHORITY,
        ),
        Step(
            Kind.AGREED_TO_MAKE_PLAN,
            "The council agrees at mediation to make a plan",
            Party.LOCAL_AUTHORITY,
        ),
        Step(
            Kind.AGREED_TO_AMEND_CONTENTS,
            "The council agrees at mediation to change the plan",
            Party.LOCAL_AUTHORITY,
        ),
        Step(
            Kind.AGREED_TO_CHANGE_SETTING,
            "The council agrees at mediation to name another place",
            Party.LOCAL_AUTHORITY,
        ),
        Step(
            Kind.AGREED_TO_CONTINUE,
            "The council agrees at mediation to keep the plan",
            Party.LOCAL_AUTHORITY,
        ),
        Step(
            Kind.TOLD_WILL_ASSESS,
            "The council tells the family it will assess",
            Party.LOCAL_AUTHORITY,
            _TO_ASSESS,
        ),
        Step(
            Kind.DECIDED_NOT_TO_ISSUE,
            "The council says there will be no plan",
            Party.LOCAL_AUTHORITY,
            _TO_ASSESS | kinds(Kind.TOLD_WILL_ASSESS),
            ends=True,
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.DRAFT_PLAN_SERVED,
            "The draft plan reaches the family",
            Party.LOCAL_AUTHORITY,
            _TO_ASSESS | _TO_MAKE_PLAN | kinds(Kind.TOLD_WILL_ASSESS),
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
            _DRAFTS,
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
            Kind.AMENDED_PLAN_SENT,
            "The amended plan is sent",
            Party.LOCAL_AUTHORITY,
            _TO_AMEND | kinds(Kind.AMENDED_PLAN_SENT, Kind.PLAN_CONTINUED),
            may_repeat=True,
            ends=True,
        ),
        Step(
            Kind.PLAN_CONTINUED,
            "The council keeps the plan going",
            Party.LOCAL_AUTHORITY,
            _TO_CONTINUE | kinds(Kind.AMENDED_PLAN_SENT),
            ends=True,
        ),
        Step(
            Kind.RECONSIDERED,
            "The council has thought again",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.ORDERED_TO_RECONSIDER),
            ends=True,
            if_no=("mediation-and-appeal",),
        ),
        Step(
            Kind.RECOMMENDATION_ANSWERED,
            "Health or social care answers the recommendation",
            Party.COMMISSIONER_OR_SOCIAL_CARE,
            kinds(Kind.RECOMMENDATION_MADE) | _DONE,
            ends=True,
        ),
        Step(
            Kind.PLAN_CEASED,
            "The plan ends",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.CEASING_APPEAL_DISMISSED),
            ends=True,
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
    ),
)
