"""How people find their way, and the drawings along it."""

from waymark.ui.drawings import Drawing
from waymark.ui.gallery.example import Example
from waymark.ui.navigation import (
    Breadcrumbs,
    Crumb,
    Door,
    Doors,
    OtherForm,
    OtherForms,
    PageFooter,
    SearchBox,
)


def ways() -> tuple[Example, ...]:
    doors = (
        Door(1, "/routemaps/", "Routemaps"),
        Door(2, "/time-limits/", "Time limits"),
        Door(3, "/guides/", "Guides"),
    )
    crumbs = (Crumb("Home", "/"), Crumb("Routemaps", "/routemaps/"))
    forms = (
        OtherForm("Large print", "#large-print", "PDF"),
        OtherForm("Put the dates in my calendar", "#calendar"),
        OtherForm("Print this page", "#print"),
    )
    return (
        Example(
            "The doors; the yellow stop is where you are",
            (Doors("/time-limits/", doors, "An example"),),
        ),
        Example("The way back", (Breadcrumbs(crumbs),)),
        Example("Search", (SearchBox(value="ehcp", id="gallery-search"),)),
        Example("Other forms of a page", (OtherForms(forms, heading=4),)),
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
