"""The same page as a document to take away."""

from waymark.guidance import queries as guidance
from waymark.guidance.documents.publications import Publication
from waymark.guidance.documents.writing import Head, written
from waymark.localoffer.unhappy import ladder, presenters
from waymark.organisations import queries as organisations


def publication() -> Publication:
    """The document of the page. Cost: none until it is written."""
    return Publication(ladder.ADDRESS, str(ladder.TITLE), "if-you-are-unhappy", write)


def write() -> str:
    """The ladder, who answers for what, and who helps. Cost: three queries."""
    led_to = guidance.published_under(ladder.ROUTEMAP)
    parts = {
        "lead": ladder.LEAD,
        "rungs": presenters.rungs(led_to),
        "columns": presenters.COLUMNS,
        "bodies": [(body, presenters.further(body)) for body in ladder.BODIES],
        "helpers": presenters.reached(organisations.helpers(ladder.helper_keys())),
        "sources": presenters.sources(),
    }
    head = Head(str(ladder.TITLE), ladder.ADDRESS)
    return written("localoffer/unhappy/document.html", head, parts)
