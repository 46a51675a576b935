"""People who help, letters, and what a page must say first."""

from datetime import date

from waymark.ui.gallery.example import Example
from waymark.ui.helper_card import HelperCard
from waymark.ui.letter_box import LetterBox
from waymark.ui.notices import DemonstrationBanner, EmptyState, Notice, UrgentHelp


def people() -> tuple[Example, ...]:
    full = HelperCard(
        name="The Lantern (invented)",
        for_what=(
            "Free, private advice about support in school and EHC plans. "
            "It does not belong to the council."
        ),
        phone="01632 960 123",
        email="hello@lantern.example",
        website="https://www.lantern.example/help",
        where="12 Quay Street",
        hours="Monday to Friday, 9 am to 4 pm",
        caution="Closed in August.",
        source="https://www.lantern.example/about",
        checked_on=date(2026, 11, 2),
    )
    bare = HelperCard(
        name="Parents' Anchor (invented)",
        for_what="Parents who meet and help one another.",
        source="The forum's own leaflet",
        checked_on=date(2026, 10, 20),
    )
    return (
        Example("Somebody who can help, with all that is known", (full,)),
        Example("Somebody of whom little is known", (bare,)),
        Example("A letter to copy and send", (LETTER,)),
    )


LETTER = LetterBox(
    key="late-decision",
    title="Ask for the decision that is late",
    subject="Decision about an EHC needs assessment",
    email="send.team@council.example",
    body=(
        "Dear SEND team\n\n"
        "I asked for an EHC needs assessment for [your child's name]. You received "
        "my request on 5 January 2026. The law gave you until 16 February 2026 to "
        "tell me your decision, and I have not had it.\n\n"
        "Please send me your decision now, or tell me the day I will have it.\n\n"
        "Yours sincerely\n[your name]"
    ),
)


def notices() -> tuple[Example, ...]:
    return (
        Example(
            "Good to know",
            (
                Notice(
                    "Written by the Waymark project from the law on 2 November 2026.",
                ),
            ),
        ),
        Example(
            "Know this first",
            (
                Notice(
                    "The council is late. It was due to tell you by 16 February 2026.",
                    title="You should have heard by now",
                    kind="warning",
                ),
            ),
        ),
        Example(
            "It worked",
            (Notice("Thank you. We read every message.", "Sent", "success", True),),
        ),
        Example(
            "On every page of a demonstration",
            (DemonstrationBanner("Estuary Council"),),
        ),
        Example("Urgent help", (UrgentHelp(id="gallery-urgent", heading=4),)),
        Example(
            "Nothing here yet",
            (
                EmptyState(
                    "Nothing was found for “assesment plan”",
                    "Check the spelling, or use fewer words.",
                    "#routemaps",
                    "See all the routemaps",
                    heading=4,
                ),
            ),
        ),
    )
