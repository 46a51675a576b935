"""The page that every other page leads to."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from waymark.access.guard import public
from waymark.guidance import queries as guidance
from waymark.guidance.documents import panel
from waymark.guidance.serving import PUBLIC_FOR
from waymark.localoffer.unhappy import ladder, presenters
from waymark.organisations import queries as organisations
from waymark.ui.helper_card import HelperCard
from waymark.ui.navigation import Breadcrumbs, Crumb

HOME = Crumb(_("Home"), "/")


@public("because whoever is unhappy must find out what to do without signing in")
@require_GET
def unhappy(request: HttpRequest) -> HttpResponse:
    """The ladder, who answers for what, and who helps. Cost: three queries."""
    led_to = guidance.published_under(ladder.ROUTEMAP)
    helpers = presenters.reached(organisations.helpers(ladder.helper_keys()))
    parts = {
        "title": ladder.TITLE,
        "lead": ladder.LEAD,
        "route": presenters.line(presenters.rungs(led_to)),
        "bodies": presenters.bodies(led_to),
        "law": presenters.law(),
        "routemap": ladder.ROUTEMAP if ladder.ROUTEMAP in led_to else "",
        "cards": [HelperCard.of(helper) for helper in helpers],
        "crumbs": Breadcrumbs((HOME,)),
        "take_away": panel.on(request, ladder.ADDRESS),
    }
    answer = render(request, "localoffer/unhappy/unhappy.html", parts)
    patch_cache_control(answer, public=True, max_age=PUBLIC_FOR)
    return answer
