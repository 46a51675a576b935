"""What stands around the words of every page of the Local Offer."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from waymark.localoffer.pages import addresses, plan
from waymark.ui.navigation import Breadcrumbs, Crumb

HOME = Crumb(_("Home"), "/")
LOCAL_OFFER = Crumb(_("Local Offer"), addresses.FIRST)
WHY = "because the Local Offer is published for everybody"


def around(request: HttpRequest, *, first: bool = False) -> dict[str, Any]:
    """The way back and the plan that the address carries. Cost: no query."""
    held = plan.from_query(request.GET)
    way = (HOME,) if first else (HOME, Crumb(_("Local Offer"), _first(held)))
    return {"plan": held, "crumbs": Breadcrumbs(way)}


def _first(held: plan.Plan) -> str:
    return held.carried(addresses.FIRST)
