"""SEN Support: assess, plan, do, review."""

from django.utils.translation import gettext_noop as _

from waymark.law.events import Kind
from waymark.routemaps.dates.questions import DayOf, Part, PlannedDay, Questionnaire

SEN_SUPPORT = Questionnaire(
    "sen-support",
    parts=(
        Part(
            _("The start"),
            (
                DayOf(
                    Kind.PROVISION_FIRST_MADE,
                    _("When did the school first give your child special help?"),
                    _("the day the special help began"),
                    _("For example, 5 1 2026."),
                ),
                DayOf(
                    Kind.TOLD_OF_PROVISION,
                    _("When did the school tell you about it?"),
                    _("the day the school told you"),
                ),
                DayOf(
                    Kind.SEN_SUPPORT_STARTED,
                    _("When did SEN Support start?"),
                    _("the day SEN Support started"),
                ),
            ),
            words=_("Tell us what you know. Leave out what has not happened."),
        ),
        Part(
            _("The support and its review"),
            (
                PlannedDay(
                    Kind.SUPPORT_PLAN_AGREED,
                    "support-review-planned",
                    _("For what day was the next review of the support agreed?"),
                    _("the day agreed for the review"),
                    after=("support-reviewed",),
                ),
                DayOf(
                    Kind.SUPPORT_REVIEWED,
                    _("When was the support last reviewed with you?"),
                    _("the day of the last review"),
                ),
                DayOf(
                    Kind.PARENT_MEETING_HELD,
                    _("When did the school last meet you about it?"),
                    _("the day of the last meeting"),
                ),
                DayOf(
                    Kind.REPORT_TO_PARENT_SENT,
                    _("When did you get the last yearly report?"),
                    _("the day you got the report"),
                ),
            ),
        ),
    ),
)
