"""Schools of today, institutions approved under section 41, and the past."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from waymark.access.guard import public
from waymark.guidance.documents import panel
from waymark.guidance.serving import PUBLIC_FOR
from waymark.localoffer.reading.addresses import OFFER
from waymark.localoffer.schools import addresses, lists, presenters, queries
from waymark.ui.navigation import Breadcrumbs, Crumb

WHY = "because the Local Offer tells everybody which schools there are"
HOME = Crumb(_("Home"), "/")
LOCAL_OFFER = Crumb(_("Local Offer"), OFFER)
SCHOOLS = Crumb(_("Schools"), addresses.SCHOOLS)


@public(WHY)
@require_GET
def schools(request: HttpRequest) -> HttpResponse:
    """Every state-funded school of the register. Cost: two queries."""
    return _list(request, addresses.SCHOOLS, years=queries.past_years())


@public(WHY)
@require_GET
def centres(request: HttpRequest) -> HttpResponse:
    """Every children's centre of the register. Cost: one query."""
    return _list(request, addresses.CENTRES)


@public(WHY)
@require_GET
def section_41(request: HttpRequest) -> HttpResponse:
    """Every institution that a parent may ask to be named. Cost: one query."""
    return _list(request, addresses.SECTION_41)


def _list(request: HttpRequest, address: str, **more: Any) -> HttpResponse:
    crumbs: tuple[Crumb, ...] = (HOME, LOCAL_OFFER)
    if address != addresses.SCHOOLS:
        crumbs = (*crumbs, SCHOOLS)
    parts = {**lists.parts(address), **more}
    return _shown(request, "schools", address, crumbs, parts)


@public(WHY)
@require_GET
def school(request: HttpRequest, urn: str) -> HttpResponse:
    """What is known of one school, and what the law asks it to say. Two queries.

    A school that closed and was taken over leads to the one that did.
    """
    held = queries.school(urn)
    if held is None:
        return _taken_over(urn)
    service = queries.service_of(held)
    parts = {
        "school": held,
        "origins": (held.origin,),
        "facts": presenters.facts(held, service),
        "answers": presenters.answers(service),
    }
    crumbs = (HOME, LOCAL_OFFER, SCHOOLS)
    return _shown(request, "school", addresses.of_school(urn), crumbs, parts)


def _taken_over(urn: str) -> HttpResponse:
    after = queries.in_its_place(urn)
    if not after:
        raise Http404
    return redirect("localoffer:school", after)


@public(WHY)
@require_GET
def past(request: HttpRequest, year: int) -> HttpResponse:
    """Provision as it stood in a year, which is the past. Cost: one query."""
    rows = queries.past(year)
    if not rows:
        raise Http404
    parts = {
        "year": year,
        "table": presenters.past_table(rows, year),
        "counts": presenters.past_counts(rows),
        "source": rows[0].source,
    }
    crumbs = (HOME, LOCAL_OFFER, SCHOOLS)
    return _shown(request, "past", addresses.of_year(year), crumbs, parts)


def _shown(
    request: HttpRequest,
    template: str,
    address: str,
    crumbs: tuple[Crumb, ...],
    parts: dict[str, Any],
) -> HttpResponse:
    every = {
        **parts,
        "crumbs": Breadcrumbs(crumbs),
        "take_away": panel.on(request, address),
    }
    answer = render(request, f"localoffer/schools/{template}.html", every)
    patch_cache_control(answer, public=True, max_age=PUBLIC_FOR)
    return answer
