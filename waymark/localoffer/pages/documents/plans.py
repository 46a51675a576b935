"""Somebody's own plan as a document. It holds services and nothing of anybody."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waymark.formats.making import Kind
from waymark.guidance.documents.writing import Head, dated, written
from waymark.localoffer.pages.plan import Plan
from waymark.localoffer.pages.saying.service import ServiceShown
from waymark.today import today

#: Every format but a calendar: a plan has no day of its own.
KINDS = tuple(kind for kind in Kind if kind is not Kind.ICS)


def write(plan: Plan, told: list[ServiceShown]) -> str:
    """The plan as HTML for every format. Cost: one query."""
    day = today()
    says = _("Put together on %s from the Local Offer.") % date_format(day, "j F Y")
    head = Head(_("My plan"), plan.address, says)
    html = written("localoffer/documents/plan.html", head, {"told": told})
    return dated(html, day)
