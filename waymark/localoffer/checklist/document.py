"""The checklist as a document to take away."""

from django.utils.translation import gettext as _

from waymark.guidance.documents.publications import Publication
from waymark.guidance.documents.writing import Head, written
from waymark.localoffer.checklist import presenters, queries
from waymark.localoffer.checklist.addresses import CHECKLIST


def publication() -> Publication:
    """The document of the checklist. Cost: none until it is written."""
    title = _("What the Local Offer must hold")
    return Publication(CHECKLIST, title, "local-offer-checklist", write)


def write() -> str:
    """Every heading with what is published under it. Cost: ten queries."""
    held = queries.evidence()
    parts = {"headings": presenters.shown(held), "tally": presenters.tally(held)}
    head = Head(_("What the Local Offer must hold"), CHECKLIST)
    return written("localoffer/checklist/document.html", head, parts)
