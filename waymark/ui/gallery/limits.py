"""Time limits, days and where they come from."""

from datetime import date

from waymark.law.sources import Source, Tier
from waymark.ui.gallery.example import Example
from waymark.ui.source_of_law import SourceOfLaw
from waymark.ui.time_limits import ClockTag, DateTag, TimeLimit


def limits() -> tuple[Example, ...]:
    day = date(2026, 2, 16)
    clocks = (
        ClockTag("not-started"),
        ClockTag("running", due=day),
        ClockTag("overdue", late_from=date(2026, 2, 17)),
        ClockTag("met", met_on=date(2026, 2, 12)),
        ClockTag("met-late", met_on=date(2026, 3, 2)),
        ClockTag("no-limit"),
        ClockTag("floor", due=day),
        ClockTag("running", due=day, note="The time limit may be lifted for a while."),
    )
    strengths = (
        TimeLimit("Within 6 weeks", "must"),
        TimeLimit("Two weeks before", "should"),
        TimeLimit("Within 4 weeks", "practice"),
        TimeLimit("Within 2 working days", "local promise"),
        TimeLimit("Within 12 weeks", "must", verify=True),
    )
    return (
        Example("A time limit as it stands today", clocks),
        Example("How long, and how strongly it binds", strengths),
        Example("A day with its words", (DateTag("Draft sent on {day}", day),)),
        Example("Where it comes from", (SourceOfLaw((FIRM, UNSURE)),)),
        Example("The same, open", (SourceOfLaw((FIRM,), "The law, shown", True),)),
    )


FIRM = Source(
    "SEND Regulations 2014",
    "regulation 5(1)",
    "https://www.legislation.gov.uk/uksi/2014/1530/regulation/5",
    date(2026, 11, 2),
    Tier.PRIMARY,
)
UNSURE = Source(
    "SEND Code of Practice",
    "paragraph 9.44",
    "https://www.gov.uk/government/publications/send-code-of-practice-0-to-25",
    date(2026, 11, 2),
    Tier.SECONDARY,
)
