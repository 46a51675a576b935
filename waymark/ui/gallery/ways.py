"""How people find their way, and the drawings along it."""

from waymark.ui.drawings import Drawing
from waymark.ui.gallery.example import Example
from waymark.ui.navigation import (
    Breadcrumbs,
    Crumb,
    Door,
    Doors,
    PageFooter,
    SearchBox,
)
from waymark.ui.take_away import FormGroup, OtherForm, TakeAway


def ways() -> tuple[Example, ...]:
    doors = (
        Door(1, "/routemaps/", "Routemaps"),
        Door(2, "/time-limits/", "Time limits"),
        Door(3, "/guides/", "Guides"),
    )
    crumbs = (Crumb("Home", "/"), Crumb("Routemaps", "/routemaps/"))
    forms = (
        FormGroup(
            "On paper",
            (
                OtherForm("PDF to print", "#pdf", "On A4.", 240_000),
                OtherForm("Large print, 18 point", "#large", size=310_000),
            ),
        ),
        FormGroup(
            "By ear or touch",
            (
                OtherForm("Audio to listen to", "#audio", "12 minutes.", 5_800_000),
                OtherForm("Braille", "#braille", "Contracted."),
            ),
        ),
    )
    return (
        Example(
            "The doors; the yellow stop is where you are",
            (Doors("/time-limits/", doors, "An example"),),
        ),
        Example("The way back", (Breadcrumbs(crumbs),)),
        Example("Search", (SearchBox(value="ehcp", id="gallery-search"),)),
        Example("Taking a page away", (TakeAway(forms, heading=4, opened=True),)),
        Example("Tell us about this page", (PageFooter("/an/example/"),)),
    )


def drawings() -> tuple[Example, ...]:
    return (
        Example("The path", (Drawing("path"),)),
        Example("The estuary", (Drawing("estuary"),)),
        Example(
            "Small ones", (Drawing("waymark"), Drawing("letter"), Drawing("calendar"))
        ),
    )
