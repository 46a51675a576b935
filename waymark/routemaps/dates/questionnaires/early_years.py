"""A health body notices a young child's needs."""

from django.utils.translation import gettext_noop as _

from waymark.law.events import Kind
from waymark.routemaps.dates.questions import DayOf, Part, Questionnaire

EARLY_YEARS = Questionnaire(
    "early-years-notification",
    parts=(
        Part(
            _("What the NHS service did"),
            (
                DayOf(
                    Kind.OPINION_FORMED,
                    _("When did an NHS service first think that there is a need?"),
                    _("the day the NHS service first thought so"),
                    _("Such as a health visitor. For example, 5 1 2026."),
                ),
                DayOf(
                    Kind.TOLD_OF_OPINION,
                    _("When did it tell you?"),
                    _("the day it told you"),
                ),
                DayOf(
                    Kind.OPINION_DISCUSSED,
                    _("When could you talk it over?"),
                    _("the day you talked it over"),
                ),
                DayOf(
                    Kind.COUNCIL_NOTIFIED,
                    _("When did it tell the council?"),
                    _("the day it told the council"),
                ),
            ),
            words=_("Leave out what has not happened."),
        ),
    ),
    note=_(
        "The check of a child's progress at two has its own time limit. It depends on "
        "a birthday, so we do not work it out here: we never ask for a birthday."
    ),
)
