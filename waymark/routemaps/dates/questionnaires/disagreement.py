"""Mediation, appeal, and what must follow an order or an agreement."""

from django.utils.translation import gettext_noop as _

from waymark.law.events import Kind
from waymark.routemaps.dates.questions import (
    DayOf,
    OneOf,
    Part,
    PlannedDay,
    Questionnaire,
)

MEDIATION = Part(
    _("Mediation"),
    (
        DayOf(
            Kind.MEDIATION_ADVISER_CONTACTED,
            _("When did you contact the mediation adviser?"),
            _("the day you contacted the mediation adviser"),
        ),
        OneOf(
            "mediation",
            _("What did you say about mediation?"),
            (
                (Kind.MEDIATION_DECLINED, _("No, I do not want it")),
                (Kind.MEDIATION_WANTED, _("Yes, about education or social care")),
                (Kind.MIXED_MEDIATION_WANTED, _("Yes, about health too")),
                (Kind.HEALTH_MEDIATION_WANTED, _("Yes, about health only")),
            ),
            _("On what day did you say so?"),
            _("the day you said so"),
        ),
        DayOf(
            Kind.MEDIATION_FOUND_IMPOSSIBLE_IN_TIME,
            _("When did the council say that it cannot arrange mediation in time?"),
            _("the day the council said that it cannot arrange mediation"),
        ),
        DayOf(
            Kind.MEDIATION_HELD,
            _("When was the mediation meeting?"),
            _("the day of the mediation meeting"),
        ),
        DayOf(
            Kind.MEDIATION_ENDED,
            _("When did mediation end?"),
            _("the day mediation ended"),
        ),
        DayOf(
            Kind.MEDIATION_CERTIFICATE_ISSUED,
            _("What is the date on the mediation certificate?"),
            _("the date on the certificate"),
        ),
    ),
    words=_("Leave out what has not happened."),
    folded=True,
)

AGREEMENT = Part(
    _("An agreement at mediation"),
    (
        OneOf(
            "agreement",
            _("What was agreed?"),
            (
                (Kind.AGREED_TO_ASSESS, _("The council will assess")),
                (Kind.AGREED_TO_MAKE_PLAN, _("The council will make a plan")),
                (
                    Kind.AGREED_TO_AMEND_CONTENTS,
                    _("The council will change what the plan says"),
                ),
                (
                    Kind.AGREED_TO_CHANGE_SETTING,
                    _("The council will name another school or college"),
                ),
                (Kind.AGREED_TO_CONTINUE, _("The council will keep the plan")),
                (Kind.AGREED_ON_OTHER_MATTER, _("Something else")),
                (
                    Kind.AGREED_WITH_COMMISSIONER_ONLY,
                    _("Something with the NHS alone"),
                ),
            ),
            _("On what day was it agreed?"),
            _("the day of the agreement"),
        ),
        DayOf(
            Kind.AGREEMENT_CARRIED_OUT,
            _("When was “something else” done?"),
            _("the day it was done"),
        ),
    ),
    folded=True,
)

APPEAL = Part(
    _("An appeal"),
    (
        DayOf(
            Kind.APPEAL_RECEIVED,
            _("When did the tribunal get the appeal?"),
            _("the day the tribunal got the appeal"),
        ),
        DayOf(
            Kind.APPEAL_SENT_TO_COUNCIL,
            _("When did the tribunal send the appeal to the council?"),
            _("the day the tribunal sent the appeal to the council"),
        ),
        PlannedDay(
            Kind.RESPONSE_DAY_DIRECTED,
            "response-day-directed",
            _("By what day must the council answer? The tribunal's letter says."),
            _("the day the council must answer by"),
            after=("council-responded",),
        ),
        DayOf(
            Kind.COUNCIL_RESPONDED,
            _("When did the council answer the appeal?"),
            _("the day the council answered"),
        ),
    ),
    folded=True,
)

ORDER = Part(
    _("An order of the tribunal, or the council giving way"),
    (
        OneOf(
            "order",
            _("What was ordered, or what did the council give way on?"),
            (
                (Kind.ORDERED_TO_ASSESS, _("Ordered: assess")),
                (Kind.ORDERED_TO_MAKE_PLAN, _("Ordered: make a plan")),
                (Kind.ORDERED_TO_AMEND_CONTENTS, _("Ordered: change the plan")),
                (
                    Kind.ORDERED_TO_CHANGE_SETTING,
                    _("Ordered: name another school or college"),
                ),
                (Kind.ORDERED_TO_CONTINUE, _("Ordered: keep the plan")),
                (
                    Kind.ORDERED_TO_CONTINUE_AND_AMEND,
                    _("Ordered: keep the plan and change it"),
                ),
                (Kind.CONCEDED_ASSESSMENT, _("Gave way: it will assess")),
                (Kind.CONCEDED_PLAN, _("Gave way: it will make a plan")),
                (Kind.CONCEDED_CONTENTS, _("Gave way: it will change the plan")),
                (
                    Kind.CONCEDED_SETTING,
                    _("Gave way: it will name another school or college"),
                ),
                (Kind.CONCEDED_CONTINUING, _("Gave way: it will keep the plan")),
                (
                    Kind.CONCEDED_CONTINUING_WITH_CHANGES,
                    _("Gave way: it will keep the plan and change it"),
                ),
            ),
            _("What is the date of the order, or of the council's letter?"),
            _("the date of the order or letter"),
        ),
    ),
    folded=True,
)

AFTERWARDS = Part(
    _("What came after an order or an agreement"),
    (
        DayOf(
            Kind.TOLD_WILL_ASSESS,
            _("When did the council tell you that it will carry out the assessment?"),
            _("the day the council told you that it will assess"),
        ),
        DayOf(
            Kind.DRAFT_PLAN_SERVED,
            _("When did the draft plan come?"),
            _("the day the draft plan came"),
        ),
        DayOf(
            Kind.DECIDED_NOT_TO_ISSUE,
            _("When did the council say that there will be no plan?"),
            _("the day the council said that there will be no plan"),
        ),
        DayOf(
            Kind.FINAL_PLAN_SENT,
            _("When was the final plan sent?"),
            _("the day the final plan was sent"),
        ),
        DayOf(
            Kind.AMENDED_PLAN_SENT,
            _("When was the changed plan sent?"),
            _("the day the changed plan was sent"),
        ),
        DayOf(
            Kind.PLAN_CONTINUED,
            _("When did the council confirm that it keeps the plan?"),
            _("the day the council confirmed that it keeps the plan"),
        ),
    ),
    folded=True,
)

DISAGREEMENT = Questionnaire(
    "mediation-and-appeal",
    then="tribunal-order",
    opening=("decision-sent",),
    parts=(
        Part(
            _("Where it starts"),
            (
                DayOf(
                    Kind.DECISION_SENT,
                    _("What is the date on the council's decision?"),
                    _("the date on the council's decision"),
                    _(
                        "The letter that says no, or the letter that came with the "
                        "final plan. For example, 5 1 2026."
                    ),
                ),
            ),
        ),
        MEDIATION,
        AGREEMENT,
        APPEAL,
        ORDER,
        AFTERWARDS,
    ),
)
