"""One round of the annual review."""

from django.utils.translation import gettext_noop as _

from waymark.law.events import Kind
from waymark.routemaps.dates.questions import DayOf, Part, PlannedDay, Questionnaire

MEETING_HELD = DayOf(
    Kind.REVIEW_MEETING_HELD,
    _("When was the review meeting held?"),
    _("the day of the review meeting"),
)
REPORT = DayOf(
    Kind.REVIEW_REPORT_SENT,
    _("When did you get the report of the meeting?"),
    _("the day you got the report"),
)

#: What the council may do after the meeting, for reviews and for moves alike.
DECISIONS = (
    DayOf(
        Kind.DECIDED_TO_KEEP,
        _("When did the council say that it will keep the plan as it is?"),
        _("the day the council said that it will keep the plan"),
        _("The day on its letter."),
    ),
    DayOf(
        Kind.DECIDED_TO_CEASE,
        _("When did the council say that it will end the plan?"),
        _("the day the council said that it will end the plan"),
        _("The day on its letter."),
    ),
    DayOf(
        Kind.DECIDED_TO_AMEND,
        _("When did the council say that it will change the plan?"),
        _("the day the council said that it will change the plan"),
    ),
    DayOf(
        Kind.AMENDMENT_NOTICE_SENT,
        _("When were you sent the changes it proposes?"),
        _("the day the proposed changes were sent"),
    ),
    DayOf(
        Kind.AMENDED_PLAN_SENT,
        _("When was the changed final plan sent?"),
        _("the day the changed plan was sent"),
    ),
    DayOf(
        Kind.DECIDED_NOT_TO_AMEND,
        _("When did the council say that it will not change the plan after all?"),
        _("the day the council said that it will not change the plan"),
        _("The day on its letter."),
    ),
)

ANNUAL_REVIEW = Questionnaire(
    "annual-review",
    parts=(
        Part(
            _("Where it starts"),
            (
                DayOf(
                    Kind.PREVIOUS_REVIEW_CONCLUDED,
                    _("When did the last review end?"),
                    _("the day the last review ended"),
                    _(
                        "The day on the council's letter with its decision, not the "
                        "day of the meeting. For example, 5 1 2026."
                    ),
                ),
                DayOf(
                    Kind.PLAN_FIRST_MADE,
                    _("If there was no review yet: when was the plan made?"),
                    _("the day the plan was made"),
                    _("The day on the first final plan."),
                ),
            ),
        ),
        Part(
            _("The review meeting"),
            (
                PlannedDay(
                    Kind.REVIEW_MEETING_ARRANGED,
                    "review-meeting-arranged",
                    _("For what day is, or was, the meeting planned?"),
                    _("the day the meeting is planned for"),
                    after=("review-invitations-sent", "review-advice-circulated"),
                ),
                DayOf(
                    Kind.REVIEW_INVITATIONS_SENT,
                    _("When did you get the invitation?"),
                    _("the day you got the invitation"),
                ),
                DayOf(
                    Kind.REVIEW_ADVICE_CIRCULATED,
                    _("When did you get everybody's advice for the meeting?"),
                    _("the day you got the advice"),
                ),
                MEETING_HELD,
                REPORT,
            ),
            words=_("Leave out what has not happened."),
        ),
        Part(_("After the meeting"), DECISIONS),
    ),
)
