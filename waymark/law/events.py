"""The facts the law cares about. A kind is never renamed once data uses it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """Something that happened, in the past tense. Values are kebab-case.

    `MEANINGS` says each in a line. A kind means the same in every process.
    """

    # Found in a set as fast as its text, and equal to it there too.
    __hash__ = str.__hash__

    # Asking and assessing
    REQUEST_SENT = "request-sent"
    REQUEST_RECEIVED = "request-received"
    BROUGHT_TO_NOTICE = "brought-to-notice"
    PARENT_CONSULTED = "parent-consulted"
    TOLD_ASSESSMENT_CONSIDERED = "told-assessment-considered"
    VIEWS_GIVEN = "views-given"
    DECIDED_TO_ASSESS = "decided-to-assess"
    DECIDED_NOT_TO_ASSESS = "decided-not-to-assess"
    ADVICE_ASKED = "advice-asked"
    ADVICE_RECEIVED = "advice-received"
    HEALTH_ADVICE_REQUEST_RECEIVED = "health-advice-request-received"
    HEALTH_ADVICE_RECEIVED = "health-advice-received"
    EXEMPTION_CLAIMED = "exemption-claimed"
    EXEMPTION_EXPLAINED = "exemption-explained"
    DECIDED_NOT_TO_ISSUE = "decided-not-to-issue"
    DECIDED_TO_ISSUE = "decided-to-issue"
    TOLD_OF_DECISION_TO_ISSUE = "told-of-decision-to-issue"
    DRAFT_PLAN_SERVED = "draft-plan-served"
    REPRESENTATIONS_MADE = "representations-made"
    SCHOOL_ASKED_FOR = "school-asked-for"
    MEETING_ASKED_FOR = "meeting-asked-for"
    MEETING_WITH_OFFICER_HELD = "meeting-with-officer-held"
    SETTINGS_CONSULTED = "settings-consulted"
    SETTING_REPLIED = "setting-replied"
    OTHER_CHANGES_WANTED = "other-changes-wanted"
    NEW_DRAFT_SERVED = "new-draft-served"
    PLAN_SIGNED = "plan-signed"
    FINAL_PLAN_SENT = "final-plan-sent"
    SECTION_F_PROVIDED = "section-f-provided"
    SECTION_G_PROVIDED = "section-g-provided"
    ADMITTED = "admitted"
    REFUSAL_CONCEDED = "refusal-conceded"
    ORDER_SET_NEW_TIMES = "order-set-new-times"
    REQUEST_WITHDRAWN = "request-withdrawn"
    MOVED_DURING_ASSESSMENT = "moved-during-assessment"

    # Reviewing and amending
    PLAN_FIRST_MADE = "plan-first-made"
    PREVIOUS_REVIEW_CONCLUDED = "previous-review-concluded"
    REVIEWED_WHILE_UNDER_FIVE = "reviewed-while-under-five"
    INTERIM_REVIEW_CONSIDERED = "interim-review-considered"
    TERM_DATES_SET = "term-dates-set"
    REVIEW_LIST_SENT = "review-list-sent"
    REVIEW_MEETING_ARRANGED = "review-meeting-arranged"
    REVIEW_INVITATIONS_SENT = "review-invitations-sent"
    REVIEW_ADVICE_CIRCULATED = "review-advice-circulated"
    REVIEW_MEETING_HELD = "review-meeting-held"
    ADULTHOOD_DISCUSSED = "adulthood-discussed"
    REVIEW_REPORT_SENT = "review-report-sent"
    DECIDED_TO_KEEP = "decided-to-keep"
    DECIDED_TO_AMEND = "decided-to-amend"
    DECIDED_TO_CEASE = "decided-to-cease"
    AMENDMENT_ASKED_FOR = "amendment-asked-for"
    AMENDMENT_NOTICE_SENT = "amendment-notice-sent"
    AMENDED_PLAN_SENT = "amended-plan-sent"
    DECIDED_NOT_TO_AMEND = "decided-not-to-amend"

    # Moving to a new phase of education
    PHASE_MOVE_PLANNED = "phase-move-planned"
    STARTED_NEW_PHASE = "started-new-phase"

    # Assessing again
    RE_ASSESSMENT_REQUEST_RECEIVED = "re-assessment-request-received"
    RE_ASSESSMENT_BEGUN_UNASKED = "re-assessment-begun-unasked"
    DECIDED_TO_RE_ASSESS = "decided-to-re-assess"
    DECIDED_NOT_TO_RE_ASSESS = "decided-not-to-re-assess"

    # Moving to another council or health area
    MOVE_FORESEEN = "move-foreseen"
    MOVED_AS_FORESEEN = "moved-as-foreseen"
    MOVE_LEARNT_OF_LATE = "move-learnt-of-late"
    PLAN_TRANSFERRED = "plan-transferred"
    TOLD_OF_TRANSFER = "told-of-transfer"
    SETTING_BECAME_IMPRACTICABLE = "setting-became-impracticable"
    OTHER_SETTING_ARRANGED = "other-setting-arranged"
    COMMISSIONER_CHANGED_BY_MOVE = "commissioner-changed-by-move"
    COMMISSIONER_LEARNT_OF_MOVE_LATE = "commissioner-learnt-of-move-late"
    COMMISSIONER_LEARNT_OF_OTHER_CHANGE = "commissioner-learnt-of-other-change"
    NEW_COMMISSIONER_TOLD = "new-commissioner-told"
    NEW_COMMISSIONER_LEARNT_OF_DUTY = "new-commissioner-learnt-of-duty"
    NEW_COMMISSIONER_ASKED_FOR_REVIEW = "new-commissioner-asked-for-review"

    # Mediation and appeal
    DECISION_SENT = "decision-sent"
    MEDIATION_ADVISER_CONTACTED = "mediation-adviser-contacted"
    MEDIATION_DECLINED = "mediation-declined"
    MEDIATION_WANTED = "mediation-wanted"
    MIXED_MEDIATION_WANTED = "mixed-mediation-wanted"
    HEALTH_MEDIATION_WANTED = "health-mediation-wanted"
    COMMISSIONER_TOLD_OF_MEDIATION = "commissioner-told-of-mediation"
    COMMISSIONER_TOLD_HEALTH_ONLY = "commissioner-told-health-only"
    MEDIATION_FOUND_IMPOSSIBLE_IN_TIME = "mediation-found-impossible-in-time"
    MEDIATION_HELD = "mediation-held"
    MEDIATION_ENDED = "mediation-ended"
    MEDIATION_CERTIFICATE_ISSUED = "mediation-certificate-issued"
    AGREED_TO_ASSESS = "agreed-to-assess"
    AGREED_TO_MAKE_PLAN = "agreed-to-make-plan"
    AGREED_TO_AMEND_CONTENTS = "agreed-to-amend-contents"
    AGREED_TO_CHANGE_SETTING = "agreed-to-change-setting"
    AGREED_TO_CONTINUE = "agreed-to-continue"
    AGREED_ON_OTHER_MATTER = "agreed-on-other-matter"
    AGREED_WITH_COMMISSIONER_ONLY = "agreed-with-commissioner-only"
    OTHER_DAY_AGREED = "other-day-agreed"
    AGREEMENT_CARRIED_OUT = "agreement-carried-out"
    COUNCIL_TOLD_OF_AGREEMENT = "council-told-of-agreement"
    APPEAL_RECEIVED = "appeal-received"
    APPEAL_REGISTERED = "appeal-registered"
    APPEAL_SENT_TO_COUNCIL = "appeal-sent-to-council"
    RESPONSE_DAY_DIRECTED = "response-day-directed"
    COUNCIL_RESPONDED = "council-responded"
    HEARING_HELD = "hearing-held"
    APPEAL_DECIDED = "appeal-decided"
    APPEAL_WITHDRAWN = "appeal-withdrawn"

    # What the tribunal ordered, and what the council gave way on
    ORDERED_TO_ASSESS = "ordered-to-assess"
    ORDERED_TO_MAKE_PLAN = "ordered-to-make-plan"
    ORDERED_TO_AMEND_CONTENTS = "ordered-to-amend-contents"
    ORDERED_TO_CHANGE_SETTING = "ordered-to-change-setting"
    ORDERED_TO_CONTINUE = "ordered-to-continue"
    ORDERED_TO_CONTINUE_AND_AMEND = "ordered-to-continue-and-amend"
    ORDERED_TO_RECONSIDER = "ordered-to-reconsider"
    CEASING_APPEAL_DISMISSED = "ceasing-appeal-dismissed"
    CONCEDED_ASSESSMENT = "conceded-assessment"
    CONCEDED_PLAN = "conceded-plan"
    CONCEDED_CONTENTS = "conceded-contents"
    CONCEDED_SETTING = "conceded-setting"
    CONCEDED_CONTINUING = "conceded-continuing"
    CONCEDED_CONTINUING_WITH_CHANGES = "conceded-continuing-with-changes"
    TOLD_WILL_ASSESS = "told-will-assess"
    PLAN_CONTINUED = "plan-continued"
    RECONSIDERED = "reconsidered"
    RECOMMENDATION_MADE = "recommendation-made"
    RECOMMENDATION_ANSWERED = "recommendation-answered"

    # Ending a plan
    CEASING_CONSIDERED = "ceasing-considered"
    CONSULTED_ON_CEASING = "consulted-on-ceasing"
    CEASING_NOTICE_SENT = "ceasing-notice-sent"
    PLAN_CEASED = "plan-ceased"
    LEFT_EDUCATION_UNDER_18 = "left-education-under-18"
    STOPPED_ATTENDING_AT_18_OR_OVER = "stopped-attending-at-18-or-over"
    REVIEWED_BEFORE_CEASING = "reviewed-before-ceasing"
    CONTINUED_TO_YEAR_END = "continued-to-year-end"

    # Personal budgets
    BUDGET_ASKED_FOR = "budget-asked-for"
    BUDGET_PREPARED = "budget-prepared"
    DIRECT_PAYMENT_REFUSED = "direct-payment-refused"
    REFUSAL_REASONS_SENT = "refusal-reasons-sent"
    REFUSAL_REVIEW_ASKED_FOR = "refusal-review-asked-for"
    REFUSAL_REVIEWED = "refusal-reviewed"
    FIRST_PAYMENT_MADE = "first-payment-made"
    PAYMENTS_FIRST_REVIEWED = "payments-first-reviewed"
    PLAN_REVIEW_BEGUN = "plan-review-begun"
    PAYMENTS_REVIEWED_WITH_PLAN = "payments-reviewed-with-plan"
    DECIDED_TO_REDUCE_OR_STOP_PAYMENTS = "decided-to-reduce-or-stop-payments"
    PAYMENTS_NOTICE_SENT = "payments-notice-sent"
    RECONSIDERATION_ASKED_FOR = "reconsideration-asked-for"
    RECONSIDERATION_ANSWERED = "reconsideration-answered"
    PAYMENTS_REDUCED = "payments-reduced"
    PAYMENTS_STOPPED = "payments-stopped"

    # SEN Support in a setting
    CONCERN_RAISED = "concern-raised"
    PROVISION_FIRST_MADE = "provision-first-made"
    TOLD_OF_PROVISION = "told-of-provision"
    SEN_SUPPORT_STARTED = "sen-support-started"
    PARENT_MEETING_HELD = "parent-meeting-held"
    REPORT_TO_PARENT_SENT = "report-to-parent-sent"
    SUPPORT_PLAN_AGREED = "support-plan-agreed"
    SUPPORT_REVIEWED = "support-reviewed"
    SEN_SUPPORT_ENDED = "sen-support-ended"
    PREVIOUS_INFORMATION_REPORT_PUBLISHED = "previous-information-report-published"
    INFORMATION_REPORT_PUBLISHED = "information-report-published"
    BECAME_SENCO = "became-senco"
    SENCO_QUALIFIED = "senco-qualified"

    # Noticing early
    OPINION_FORMED = "opinion-formed"
    TOLD_OF_OPINION = "told-of-opinion"
    OPINION_DISCUSSED = "opinion-discussed"
    COUNCIL_NOTIFIED = "council-notified"
    PROGRESS_CHECK_SHARED = "progress-check-shared"

    # The Local Offer
    LOCAL_OFFER_PUBLISHED = "local-offer-published"
    LOCAL_OFFER_REVIEWED = "local-offer-reviewed"
    PREVIOUS_COMMENTS_PUBLISHED = "previous-comments-published"
    COMMENTS_INVITED = "comments-invited"
    COMMENTS_AND_RESPONSE_PUBLISHED = "comments-and-response-published"

    # Detained persons
    RELEASED = "released"
    REVIEWED_AFTER_RELEASE = "reviewed-after-release"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened on one day.

    `arranged_for` is the day an event sets for the future (a review meeting, a
    move, an order's own date). `id` names the event so that a later one may
    correct it by `replaces`; the replaced event is then as if it had never been.
    """

    kind: Kind
    on: date
    arranged_for: date | None = None
    id: str | None = None
    replaces: str | None = None


#: What each kind means, and which day it is dated by, in a line.
MEANINGS: dict[Kind, str] = {
    Kind.REQUEST_SENT: (
        "The family or setting sent a request for an assessment, if the day it "
        "arrived is not known."
    ),
    Kind.REQUEST_RECEIVED: (
        "The council received a request for an EHC needs assessment, on the day "
        "it arrived."
    ),
    Kind.BROUGHT_TO_NOTICE: (
        "Somebody else, such as a nursery or a health visitor, brought the child "
        "or young person to the council's notice."
    ),
    Kind.PARENT_CONSULTED: (
        "The council asked the parent or young person for their view of the request."
    ),
    Kind.TOLD_ASSESSMENT_CONSIDERED: (
        "The council gave notice that it was considering an assessment and that "
        "views and evidence may be sent."
    ),
    Kind.VIEWS_GIVEN: "The parent or young person sent their views or evidence.",
    Kind.DECIDED_TO_ASSESS: (
        "The council told the parent or young person that it will assess."
    ),
    Kind.DECIDED_NOT_TO_ASSESS: (
        "The council told the parent or young person that it will not assess."
    ),
    Kind.ADVICE_ASKED: (
        "The council asked for the advice that it must get: from the school, nursery "
        "or college, an educational psychologist, health, social care and others."
    ),
    Kind.ADVICE_RECEIVED: (
        "The school's, psychologist's and social care's advice had all come back."
    ),
    Kind.HEALTH_ADVICE_REQUEST_RECEIVED: (
        "A health body, another council or a youth offending team received the "
        "council's request for advice."
    ),
    Kind.HEALTH_ADVICE_RECEIVED: (
        "The council received the advice of the health body, other council or "
        "youth offending team."
    ),
    Kind.EXEMPTION_CLAIMED: (
        "The council decided that an exemption lifts one of its time limits."
    ),
    Kind.EXEMPTION_EXPLAINED: (
        "The council told the family that an exemption applies, and why."
    ),
    Kind.DECIDED_NOT_TO_ISSUE: (
        "The council told the parent or young person that it will not issue a plan."
    ),
    Kind.DECIDED_TO_ISSUE: "The council decided to issue an EHC plan.",
    Kind.TOLD_OF_DECISION_TO_ISSUE: (
        "The council told the parent or young person that it will issue a plan, "
        "and why."
    ),
    Kind.DRAFT_PLAN_SERVED: (
        "The draft plan reached the parent or young person, with notice of their "
        "right to comment."
    ),
    Kind.REPRESENTATIONS_MADE: (
        "The parent or young person sent comments on the draft or the proposed changes."
    ),
    Kind.SCHOOL_ASKED_FOR: (
        "The parent or young person asked for a particular school or college."
    ),
    Kind.MEETING_ASKED_FOR: (
        "The parent or young person asked to meet a council officer about the draft."
    ),
    Kind.MEETING_WITH_OFFICER_HELD: (
        "A council officer met the parent or young person about the draft."
    ),
    Kind.SETTINGS_CONSULTED: (
        "The council consulted the schools or colleges it might name."
    ),
    Kind.SETTING_REPLIED: "The consulted school or college replied.",
    Kind.OTHER_CHANGES_WANTED: (
        "The council wanted changes to the draft that nobody had asked for."
    ),
    Kind.NEW_DRAFT_SERVED: "A new draft replaced the first one.",
    Kind.PLAN_SIGNED: "A council officer signed and dated the final plan.",
    Kind.FINAL_PLAN_SENT: "The council sent the final EHC plan.",
    Kind.SECTION_F_PROVIDED: (
        "All the special educational provision in section F was in place."
    ),
    Kind.SECTION_G_PROVIDED: "All the health provision in section G was in place.",
    Kind.ADMITTED: "The school or college named in the plan admitted the child.",
    Kind.REFUSAL_CONCEDED: (
        "The council changed its mind about a refusal, with no order and no notice "
        "to the tribunal that sets new times."
    ),
    Kind.ORDER_SET_NEW_TIMES: (
        "A tribunal order, or the council's notice to the tribunal that it will "
        "not oppose the appeal, set new time limits."
    ),
    Kind.REQUEST_WITHDRAWN: "The request was taken back by whoever made it.",
    Kind.MOVED_DURING_ASSESSMENT: (
        "The family moved to another council's area before the assessment was over."
    ),
    Kind.PLAN_FIRST_MADE: "The EHC plan was first made, on the day it was finalised.",
    Kind.PREVIOUS_REVIEW_CONCLUDED: (
        "The last review was concluded, on the day the council's decision was sent."
    ),
    Kind.REVIEWED_WHILE_UNDER_FIVE: (
        "The plan was made or last reviewed while the child was under five."
    ),
    Kind.INTERIM_REVIEW_CONSIDERED: (
        "The council considered reviewing an under-five's plan before the year was out."
    ),
    Kind.TERM_DATES_SET: (
        "The first day of the next school term was set; arranged for that day."
    ),
    Kind.REVIEW_LIST_SENT: "The council sent the list of plans to review next term.",
    Kind.REVIEW_MEETING_ARRANGED: (
        "A review meeting was arranged; arranged for the day of the meeting."
    ),
    Kind.REVIEW_INVITATIONS_SENT: "The invitations to the review meeting went out.",
    Kind.REVIEW_ADVICE_CIRCULATED: (
        "The advice for the review meeting went to everybody invited."
    ),
    Kind.REVIEW_MEETING_HELD: "The review meeting was held.",
    Kind.ADULTHOOD_DISCUSSED: (
        "The review looked at preparing for adulthood and independent living."
    ),
    Kind.REVIEW_REPORT_SENT: (
        "The report of the review meeting went to everybody invited."
    ),
    Kind.DECIDED_TO_KEEP: (
        "The council sent its decision to keep the plan as it is, after a review."
    ),
    Kind.DECIDED_TO_AMEND: (
        "The council sent its decision to amend the plan, after a review."
    ),
    Kind.DECIDED_TO_CEASE: "The council decided to end the plan.",
    Kind.AMENDMENT_ASKED_FOR: "Somebody asked the council to change a plan.",
    Kind.AMENDMENT_NOTICE_SENT: (
        "The council sent the plan with the proposed amendments and the evidence."
    ),
    Kind.AMENDED_PLAN_SENT: "The council sent the final amended plan.",
    Kind.DECIDED_NOT_TO_AMEND: (
        "The council sent its decision not to amend the plan after all."
    ),
    Kind.PHASE_MOVE_PLANNED: (
        "The family and the setting began to plan the move to the next phase of "
        "education."
    ),
    Kind.STARTED_NEW_PHASE: "The child or young person started at the new setting.",
    Kind.RE_ASSESSMENT_REQUEST_RECEIVED: (
        "The council received a request to assess again."
    ),
    Kind.RE_ASSESSMENT_BEGUN_UNASKED: (
        "The council itself decided to assess again, with no request."
    ),
    Kind.DECIDED_TO_RE_ASSESS: (
        "The council told the parent or young person that it will assess again."
    ),
    Kind.DECIDED_NOT_TO_RE_ASSESS: (
        "The council told the parent or young person that it will not assess again."
    ),
    Kind.MOVE_FORESEEN: (
        "The old council learnt of a move at least 15 working days ahead; arranged "
        "for the day of the move."
    ),
    Kind.MOVED_AS_FORESEEN: (
        "The family moved, on the day the old council had known of in time."
    ),
    Kind.MOVE_LEARNT_OF_LATE: (
        "The old council learnt of a move less than 15 working days ahead, or after it."
    ),
    Kind.PLAN_TRANSFERRED: "The old council transferred the plan to the new one.",
    Kind.TOLD_OF_TRANSFER: (
        "The new council told the family of the transfer, whether it will assess "
        "again and when it will review."
    ),
    Kind.SETTING_BECAME_IMPRACTICABLE: (
        "After a move it was no longer practicable to attend the named setting."
    ),
    Kind.OTHER_SETTING_ARRANGED: (
        "The new council arranged a place at another suitable setting."
    ),
    Kind.COMMISSIONER_CHANGED_BY_MOVE: (
        "A move of which the old integrated care board knew in time changed the "
        "board responsible, on the day of the move."
    ),
    Kind.COMMISSIONER_LEARNT_OF_MOVE_LATE: (
        "The old integrated care board learnt of a move too late to tell the new "
        "one on the day."
    ),
    Kind.COMMISSIONER_LEARNT_OF_OTHER_CHANGE: (
        "The old integrated care board learnt that another board is responsible "
        "for a reason other than a move to another council."
    ),
    Kind.NEW_COMMISSIONER_TOLD: "The old integrated care board told the new one.",
    Kind.NEW_COMMISSIONER_LEARNT_OF_DUTY: (
        "The new integrated care board learnt that it is responsible, and cannot "
        "practicably arrange the health provision in the plan."
    ),
    Kind.NEW_COMMISSIONER_ASKED_FOR_REVIEW: (
        "The new integrated care board asked the council to assess again or review."
    ),
    Kind.DECISION_SENT: (
        "The council sent written notice of a decision that can be appealed, or a "
        "plan, on the day it was sent."
    ),
    Kind.MEDIATION_ADVISER_CONTACTED: "The family contacted the mediation adviser.",
    Kind.MEDIATION_DECLINED: (
        "The family told the mediation adviser that they do not want mediation."
    ),
    Kind.MEDIATION_WANTED: (
        "The family told the council that they want mediation on education or "
        "social care."
    ),
    Kind.MIXED_MEDIATION_WANTED: (
        "The family told the council that they want mediation on health and on "
        "education or social care."
    ),
    Kind.HEALTH_MEDIATION_WANTED: (
        "The family told the council that they want mediation on health only."
    ),
    Kind.COMMISSIONER_TOLD_OF_MEDIATION: (
        "The council told each integrated care board about mediation that is "
        "partly on health."
    ),
    Kind.COMMISSIONER_TOLD_HEALTH_ONLY: (
        "The council told each integrated care board about mediation on health only."
    ),
    Kind.MEDIATION_FOUND_IMPOSSIBLE_IN_TIME: (
        "The council said that it cannot arrange mediation in time."
    ),
    Kind.MEDIATION_HELD: "A mediation meeting was held.",
    Kind.MEDIATION_ENDED: "Mediation came to an end, with or without agreement.",
    Kind.MEDIATION_CERTIFICATE_ISSUED: (
        "The mediation adviser issued a certificate, on the date it bears."
    ),
    Kind.AGREED_TO_ASSESS: "The council agreed at mediation to assess or assess again.",
    Kind.AGREED_TO_MAKE_PLAN: "The council agreed at mediation to make a plan.",
    Kind.AGREED_TO_AMEND_CONTENTS: (
        "The council agreed at mediation to change the needs or provision in a plan."
    ),
    Kind.AGREED_TO_CHANGE_SETTING: (
        "The council agreed at mediation to change the setting named in a plan."
    ),
    Kind.AGREED_TO_CONTINUE: "The council agreed at mediation to keep a plan going.",
    Kind.AGREED_ON_OTHER_MATTER: (
        "An agreement was made at mediation on something that cannot be appealed."
    ),
    Kind.AGREED_WITH_COMMISSIONER_ONLY: (
        "An agreement was made at mediation with the integrated care board alone."
    ),
    Kind.OTHER_DAY_AGREED: (
        "Everybody at the mediation agreed another day in writing; arranged for "
        "that day."
    ),
    Kind.AGREEMENT_CARRIED_OUT: (
        "What was agreed at mediation, and could not have been appealed, was done."
    ),
    Kind.COUNCIL_TOLD_OF_AGREEMENT: (
        "The integrated care board told the council what it had agreed."
    ),
    Kind.APPEAL_RECEIVED: "The tribunal received the family's appeal.",
    Kind.APPEAL_REGISTERED: "The tribunal registered the appeal.",
    Kind.APPEAL_SENT_TO_COUNCIL: "The tribunal sent the appeal to the council.",
    Kind.RESPONSE_DAY_DIRECTED: (
        "The tribunal directed the day by which the council must respond; arranged "
        "for that day."
    ),
    Kind.COUNCIL_RESPONDED: "The council sent its response to the tribunal.",
    Kind.HEARING_HELD: "The tribunal heard the appeal.",
    Kind.APPEAL_DECIDED: "The appeal was finally decided.",
    Kind.APPEAL_WITHDRAWN: "The family took the appeal back.",
    Kind.ORDERED_TO_ASSESS: (
        "The tribunal ordered the council to assess or assess again, on the date "
        "of the order."
    ),
    Kind.ORDERED_TO_MAKE_PLAN: "The tribunal ordered the council to make a plan.",
    Kind.ORDERED_TO_AMEND_CONTENTS: (
        "The tribunal ordered the council to change the needs or provision in a plan."
    ),
    Kind.ORDERED_TO_CHANGE_SETTING: (
        "The tribunal ordered the council to change the name or type of setting in "
        "a plan."
    ),
    Kind.ORDERED_TO_CONTINUE: "The tribunal ordered the council to keep a plan going.",
    Kind.ORDERED_TO_CONTINUE_AND_AMEND: (
        "The tribunal ordered the council to keep a plan going and to change it."
    ),
    Kind.ORDERED_TO_RECONSIDER: (
        "The tribunal sent a decision back to the council to think again; arranged "
        "for the day the order gives."
    ),
    Kind.CEASING_APPEAL_DISMISSED: (
        "The tribunal dismissed an appeal against ending a plan."
    ),
    Kind.CONCEDED_ASSESSMENT: (
        "The council told the tribunal that it will not oppose an appeal for an "
        "assessment."
    ),
    Kind.CONCEDED_PLAN: (
        "The council told the tribunal that it will not oppose an appeal for a plan."
    ),
    Kind.CONCEDED_CONTENTS: (
        "The council told the tribunal that it will not oppose an appeal about what "
        "is in a plan, or about a refusal to amend it."
    ),
    Kind.CONCEDED_SETTING: (
        "The council told the tribunal that it will not oppose an appeal about the "
        "setting alone."
    ),
    Kind.CONCEDED_CONTINUING: (
        "The council told the tribunal that it will not oppose an appeal against "
        "ending a plan."
    ),
    Kind.CONCEDED_CONTINUING_WITH_CHANGES: (
        "The council told the tribunal that it will not oppose an appeal against "
        "ending a plan, and agreed changes to it."
    ),
    Kind.TOLD_WILL_ASSESS: (
        "The council told the family that it will assess, after an order, an "
        "agreement or giving way."
    ),
    Kind.PLAN_CONTINUED: "The council confirmed that it keeps the plan going.",
    Kind.RECONSIDERED: (
        "The council thought again as ordered, and sent the draft, notice or decision."
    ),
    Kind.RECOMMENDATION_MADE: (
        "The tribunal made a recommendation about health or social care."
    ),
    Kind.RECOMMENDATION_ANSWERED: (
        "The health board or the council's social care answered in writing."
    ),
    Kind.CEASING_CONSIDERED: (
        "The council began to think about ending a plan, as it told the family."
    ),
    Kind.CONSULTED_ON_CEASING: (
        "The council told and consulted the family and the named setting about "
        "ending the plan."
    ),
    Kind.CEASING_NOTICE_SENT: (
        "The council sent notice that it will end the plan, on the day it was sent."
    ),
    Kind.PLAN_CEASED: "The plan ended.",
    Kind.LEFT_EDUCATION_UNDER_18: (
        "Someone under 18 with a plan was no longer in education or training."
    ),
    Kind.STOPPED_ATTENDING_AT_18_OR_OVER: (
        "A young person of 18 or over stopped attending their setting."
    ),
    Kind.REVIEWED_BEFORE_CEASING: (
        "The council reviewed the plan of a young person who had stopped attending."
    ),
    Kind.CONTINUED_TO_YEAR_END: (
        "The council chose to keep the plan to the end of the academic year; "
        "arranged for its last day."
    ),
    Kind.BUDGET_ASKED_FOR: "The family asked for a personal budget.",
    Kind.BUDGET_PREPARED: "The council prepared the personal budget.",
    Kind.DIRECT_PAYMENT_REFUSED: "The council refused a direct payment.",
    Kind.REFUSAL_REASONS_SENT: (
        "The council sent its reasons and the right to ask for a review."
    ),
    Kind.REFUSAL_REVIEW_ASKED_FOR: "The family asked the council to review its no.",
    Kind.REFUSAL_REVIEWED: "The council reviewed its refusal and gave its answer.",
    Kind.FIRST_PAYMENT_MADE: "The first direct payment was made.",
    Kind.PAYMENTS_FIRST_REVIEWED: (
        "The council reviewed the direct payments for the first time."
    ),
    Kind.PLAN_REVIEW_BEGUN: (
        "A review or re-assessment began for someone who has direct payments."
    ),
    Kind.PAYMENTS_REVIEWED_WITH_PLAN: (
        "The direct payments were reviewed together with the plan."
    ),
    Kind.DECIDED_TO_REDUCE_OR_STOP_PAYMENTS: (
        "The council decided to reduce or stop direct payments."
    ),
    Kind.PAYMENTS_NOTICE_SENT: (
        "The council sent written notice, with reasons, before reducing or "
        "stopping payments."
    ),
    Kind.RECONSIDERATION_ASKED_FOR: "The family asked the council to think again.",
    Kind.RECONSIDERATION_ANSWERED: "The council answered that request in writing.",
    Kind.PAYMENTS_REDUCED: "The direct payments were reduced.",
    Kind.PAYMENTS_STOPPED: "The direct payments stopped.",
    Kind.CONCERN_RAISED: "Somebody raised a concern about how a child is learning.",
    Kind.PROVISION_FIRST_MADE: (
        "The school first made special educational provision without a plan."
    ),
    Kind.TOLD_OF_PROVISION: "The school told the parent or young person about it.",
    Kind.SEN_SUPPORT_STARTED: "SEN Support started.",
    Kind.PARENT_MEETING_HELD: (
        "The school met the parent about the child's SEN Support."
    ),
    Kind.REPORT_TO_PARENT_SENT: "The school sent its yearly report to the parent.",
    Kind.SUPPORT_PLAN_AGREED: (
        "Support was agreed with the family; arranged for the day of its review."
    ),
    Kind.SUPPORT_REVIEWED: "The support was reviewed with the family.",
    Kind.SEN_SUPPORT_ENDED: "SEN Support ended.",
    Kind.PREVIOUS_INFORMATION_REPORT_PUBLISHED: (
        "The school last published its SEN information report."
    ),
    Kind.INFORMATION_REPORT_PUBLISHED: (
        "The school published its SEN information report anew."
    ),
    Kind.BECAME_SENCO: "A teacher first became a SENCO.",
    Kind.SENCO_QUALIFIED: "The SENCO gained the required qualification.",
    Kind.OPINION_FORMED: (
        "A health body formed the opinion that a young child has or probably has "
        "SEN or a disability."
    ),
    Kind.TOLD_OF_OPINION: "The health body told the parent its opinion.",
    Kind.OPINION_DISCUSSED: (
        "The parent had the chance to talk about it with an officer of the health body."
    ),
    Kind.COUNCIL_NOTIFIED: "The health body then told the council.",
    Kind.PROGRESS_CHECK_SHARED: (
        "The parent was given the written summary of the progress check at age two."
    ),
    Kind.LOCAL_OFFER_PUBLISHED: (
        "The Local Offer was published, or last reviewed and published."
    ),
    Kind.LOCAL_OFFER_REVIEWED: "The Local Offer was reviewed with families.",
    Kind.PREVIOUS_COMMENTS_PUBLISHED: (
        "The council last published comments on the Local Offer and its response."
    ),
    Kind.COMMENTS_INVITED: "The council asked families to comment on the Local Offer.",
    Kind.COMMENTS_AND_RESPONSE_PUBLISHED: (
        "The council published families' comments, its response and what it will do."
    ),
    Kind.RELEASED: "A detained child or young person was released.",
    Kind.REVIEWED_AFTER_RELEASE: "The plan was reviewed after release.",
}
