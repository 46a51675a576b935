"""My plan: a shortlist in an address, to print, send and take away in any format."""

from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from waymark.access.guard import public
from waymark.formats.making import Format
from waymark.guidance.documents import addresses, answering, panel, passing
from waymark.localoffer.pages import addresses as places
from waymark.localoffer.pages import plan
from waymark.localoffer.pages.around import around
from waymark.localoffer.pages.documents import plans
from waymark.localoffer.pages.documents.services import told_in_full
from waymark.localoffer.pages.plan import Plan
from waymark.localoffer.pages.queries import services_in_order
from waymark.localoffer.pages.saying.service import ServiceShown

WHY = "because a plan is only addresses of public pages, and nothing is stored"
FILE_NAME = "my-plan"
#: What the page says of each service; its own page and the files say everything.
BRIEF = ("ages", "start", "cost", "when")


@dataclass(frozen=True, slots=True)
class Kept:
    """One service of a plan, with the plan without it."""

    shown: ServiceShown
    without: str


@public(WHY)
@require_safe
def my_plan(request: HttpRequest) -> HttpResponse:
    """The services of the plan in full, with everything to do with it."""
    beside = around(request)
    held: Plan = beside["plan"]
    told = told_in_full(services_in_order(held.ids)) if held.ids else []
    parts = {
        **beside,
        "kept": [Kept(each, held.minus(each.service.pk).address) for each in told],
        "gone": len(held) - len(told),
        "send": _mail(held, told),
        "brief": BRIEF,
        "take_away": panel.of_one(places.PLAN, held.query, plans.KINDS)
        if told
        else None,
    }
    return render(request, "localoffer/plan.html", parts)


def _mail(held: Plan, told: list[ServiceShown]) -> str:
    """What opens in somebody's own mail program: names, numbers and addresses.

    Nothing of who made it; to whom it goes is for them to fill in.
    """
    lines = [_("Services from the Local Offer:"), ""]
    for each in told:
        lines += [each.name, *(line.number for line in each.in_touch.every_line[:1])]
        lines += [f"{settings.WEBSITE}{each.address}", ""]
    lines += [_("All of them on one page:"), f"{settings.WEBSITE}{held.address}"]
    subject, body = quote(_("My plan from the Local Offer")), quote("\r\n".join(lines))
    return f"mailto:?subject={subject}&body={body}"


@public(WHY)
@require_safe
def take_my_plan(request: HttpRequest, name: str, ending: str) -> HttpResponseBase:
    """The plan in one format; back to its page if nothing is in it."""
    asked = addresses.asked(name)
    if asked is None or asked.part or f".{ending}" != asked.format.ending:
        raise Http404
    if asked.format.kind not in plans.KINDS:
        raise Http404
    held = plan.from_query(request.GET)
    services = services_in_order(held.ids) if held.ids else []
    if not services:
        return redirect(held.address)
    named = addresses.file_name(FILE_NAME, asked.format)
    headers = answering.file_headers(asked.format, named)
    if request.method == "HEAD":
        return answering.head(headers, None)
    try:
        html = plans.write(held, told_in_full(services))
        made = passing.made_for_one(request, html, asked.format.kind)
    except answering.NOT_NOW as why:
        return _sorry(request, held, asked.format, why)
    return HttpResponse(made, headers=headers)


def _sorry(
    request: HttpRequest, held: Plan, format_: Format, why: Exception
) -> HttpResponse:
    others = [kind for kind in plans.KINDS if kind is not format_.kind]
    instead = panel.of_one(places.PLAN, held.query, others)
    said = answering.why_not(why, format_, held.address, instead)
    return answering.sorry(request, said)
