"""Tables, facts and words explained."""

from django.utils.safestring import SafeString

from waymark.ui.gallery.example import Example
from waymark.ui.tables import Fact, SummaryList, TableOf
from waymark.ui.time_limits import TimeLimit
from waymark.ui.words import WordExplained, WordList, WordMeaning


def tables() -> tuple[Example, ...]:
    table = TableOf(
        caption="Time limits",
        headers=("What must happen", "How long", "Who", "Days"),
        rows=(
            (
                "Decide whether to assess",
                TimeLimit("within 6 weeks", "must"),
                "the council",
                "42",
            ),
            (
                "Give advice",
                TimeLimit("within 6 weeks", "must"),
                "everybody asked",
                "42",
            ),
            (
                "Send papers before a review",
                TimeLimit("two weeks before", "should"),
                "the school",
                "14",
            ),
        ),
        numbers=(3,),
    )
    facts = SummaryList(
        (
            Fact(
                "The council got your request",
                "5 January 2026",
                "#change-day",
                "Change",
            ),
            Fact("Your answer came", "not yet", "#change-answer", "Change"),
            Fact("Who is asking", SafeString("<p>A parent or carer</p>")),
        )
    )
    return (Example("A table; cards when narrow", (table,)), Example("Facts", (facts,)))


def words() -> tuple[Example, ...]:
    meaning = "A plan in law that says what help a child or young person must get."
    return (
        Example(
            "A word that opens its meaning",
            (WordExplained("EHC plan", meaning, "ehc-plan"),),
        ),
        Example(
            "Every word on the page",
            (WordList((WordMeaning("EHC plan", meaning, "ehc-plan"),), heading=4),),
        ),
    )
