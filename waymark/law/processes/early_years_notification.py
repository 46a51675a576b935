"""A health body that thinks a child has needs tells the parent, then the council."""

from waymark.law.events import Kind
from waymark.law.process import Process, Step
from waymark.law.rule import Party
from waymark.law.rules.kinds import kinds

EARLY_YEARS_NOTIFICATION = Process(
    key="early-years-notification",
    title="Noticing needs early",
    facts=("third-birthday",),
    steps=(
        Step(
            Kind.PROGRESS_CHECK_SHARED,
            "The progress check at two is shared",
            Party.EARLY_YEARS_PROVIDER,
        ),
        Step(
            Kind.OPINION_FORMED,
            "A health body thinks the child has needs",
            Party.HEALTH_BODY,
        ),
        Step(
            Kind.TOLD_OF_OPINION,
            "The health body tells the parent",
            Party.HEALTH_BODY,
            kinds(Kind.OPINION_FORMED),
            informational=True,
        ),
        Step(
            Kind.OPINION_DISCUSSED,
            "The parent talks it over with the health body",
            Party.HEALTH_BODY,
            kinds(Kind.TOLD_OF_OPINION),
            informational=True,
        ),
        Step(
            Kind.COUNCIL_NOTIFIED,
            "The health body tells the council",
            Party.HEALTH_BODY,
            kinds(Kind.OPINION_FORMED, Kind.TOLD_OF_OPINION, Kind.OPINION_DISCUSSED),
            ends=True,
            if_no=("ehc-needs-assessment",),
        ),
    ),
)
