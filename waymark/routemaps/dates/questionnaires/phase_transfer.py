"""Moving to a new phase of education."""

from django.utils.translation import gettext_noop as _

from waymark.routemaps.dates.questionnaires.annual_review import (
    DECISIONS,
    MEETING_HELD,
    REPORT,
)
from waymark.routemaps.dates.questions import Choice, FactDay, Part, Questionnaire

PHASE = Choice(
    "transfer-phase",
    _("Which move is it?"),
    (
        ("early-years-to-school", _("From nursery to school (Reception)")),
        ("infant-to-junior", _("From infant to junior school (Year 3)")),
        ("primary-to-middle", _("From primary to middle school")),
        ("primary-to-secondary", _("From primary to secondary school (Year 7)")),
        ("middle-to-secondary", _("From middle to secondary school (Year 9)")),
        ("secondary-to-post-16", _("From secondary school to what comes after 16")),
        ("post-16-to-post-16", _("From one college or post-16 place to another")),
    ),
)

#: The move that the routemap is written for; people may choose another year.
YEAR = Choice(
    "transfer-year",
    _("In which year?"),
    tuple((str(year), str(year)) for year in range(2024, 2036)),
    hint=_("The year of the September in which the new place begins."),
    initial="2027",
)

PHASE_TRANSFER = Questionnaire(
    "phase-transfer",
    parts=(
        Part(_("The move"), (PHASE, YEAR)),
        Part(
            _("A move between colleges on another day"),
            (
                FactDay(
                    "transfer-on",
                    _("On what day does the new place begin?"),
                    _("the day the new place begins"),
                ),
            ),
            folded=True,
        ),
        Part(
            _("What has happened so far?"),
            (MEETING_HELD, REPORT, *DECISIONS),
            words=_("Leave out what has not happened."),
        ),
    ),
)
