"""Groups of events that several rules share."""

from waymark.law.events import Kind
from waymark.law.rule import Exemption


def kinds(*members: Kind) -> frozenset[Kind]:
    """A set of kinds, written as a list."""
    return frozenset(members)


#: A request for an assessment, or the child or young person being brought to notice.
ASKED = kinds(Kind.REQUEST_RECEIVED, Kind.BROUGHT_TO_NOTICE)

#: What stops an assessment without an answer.
STOPPED = kinds(Kind.REQUEST_WITHDRAWN, Kind.MOVED_DURING_ASSESSMENT)

#: The two answers to a request for an assessment.
ASSESSMENT_DECISIONS = kinds(Kind.DECIDED_TO_ASSESS, Kind.DECIDED_NOT_TO_ASSESS)

#: The three ways in which the council may conclude a review.
REVIEW_DECISIONS = kinds(
    Kind.DECIDED_TO_KEEP, Kind.DECIDED_TO_AMEND, Kind.DECIDED_TO_CEASE
)

#: The exemptions from the time limits of an assessment.
ASSESSMENT_EXEMPTIONS = (
    Exemption.SCHOOL_CLOSED,
    Exemption.EARLY_YEARS_CLOSED,
    Exemption.PERSONAL_CIRCUMSTANCES,
    Exemption.ABSENT_FROM_AREA,
)

#: The exemptions from the time limit for advice.
ADVICE_EXEMPTIONS = (
    Exemption.ADVICE_CIRCUMSTANCES,
    Exemption.ADVICE_ABSENT,
    Exemption.ADVICE_APPOINTMENT_MISSED,
)

#: The exemptions from the time limits of an order.
ORDER_EXEMPTIONS = (
    Exemption.ORDER_CIRCUMSTANCES,
    Exemption.ORDER_ABSENT,
    Exemption.ORDER_OTHER,
)
