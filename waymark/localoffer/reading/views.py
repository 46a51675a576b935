"""What is written beside the directory, as people read it."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from waymark.access.guard import public
from waymark.guidance import linking
from waymark.guidance import queries as guidance
from waymark.guidance.documents import panel
from waymark.guidance.limits import with_limits
from waymark.guidance.presenters import reading
from waymark.guidance.presenters import topics as by_topic
from waymark.guidance.queries import address_of
from waymark.guidance.serving import PUBLIC_FOR
from waymark.localoffer.models import EventPage, OfferGuidePage, PathwayPage
from waymark.localoffer.pages.views.first import first
from waymark.localoffer.reading import addresses, presenters, queries
from waymark.organisations import queries as organisations
from waymark.today import today
from waymark.ui.helper_card import HelperCard
from waymark.ui.navigation import Breadcrumbs, Crumb

HOME = Crumb(_("Home"), "/")
OFFER = Crumb(_("Local Offer"), addresses.OFFER)
GUIDES = Crumb(_("Guides"), addresses.GUIDES)
NEWS = Crumb(_("News"), addresses.NEWS)
EVENTS = Crumb(_("What is on"), addresses.EVENTS)
WAITING = Crumb(_("Help while you wait"), addresses.WAITING)


def contents(request: HttpRequest, _page: Any) -> HttpResponse:
    """The first page of the Local Offer, which its page in the tree stands for."""
    answer: HttpResponse = first(request)
    return answer


def guides(request: HttpRequest, page: Any) -> HttpResponse:
    """Every guide with what it is for."""
    parts = {"ways": queries.ways(queries.guides())}
    return _shown(request, "guides", page, (HOME, OFFER), parts)


def waiting(request: HttpRequest, page: Any) -> HttpResponse:
    """Every collection for somebody who waits."""
    parts = {"ways": queries.ways(queries.pathways())}
    return _shown(request, "list", page, (HOME, OFFER), parts)


def news(request: HttpRequest, page: Any) -> HttpResponse:
    """What is new, newest first."""
    held = [(each, address_of(each.url_path)) for each in queries.news()]
    return _shown(request, "news", page, (HOME, OFFER), {"held": held})


def events(request: HttpRequest, page: Any) -> HttpResponse:
    """What is on, day by day; what has passed is not here."""
    day = today()
    months = presenters.months(queries.coming_days(day), day)
    return _shown(request, "events", page, (HOME, OFFER), {"months": months})


def guide(request: HttpRequest, page: OfferGuidePage) -> HttpResponse:
    """One guide, with the questions that belong to it."""
    asked = list(guidance.questions(page.slug))
    answers = {f"answer-{each.pk}": with_limits(each.answer) for each in asked}
    parts = _words(page, answers)
    shown = parts["reading"]
    parts["questions"] = [(each, shown[f"answer-{each.pk}"]) for each in asked]
    return _shown(request, "guide", page, (HOME, OFFER, GUIDES), parts)


def one_news(request: HttpRequest, page: Any) -> HttpResponse:
    """One piece of news."""
    return _shown(request, "one_news", page, (HOME, OFFER, NEWS), _words(page))


def event(request: HttpRequest, page: EventPage) -> HttpResponse:
    """One event with its days; one that has passed says so."""
    days = presenters.days(page, today())
    parts = {
        **_words(page),
        "coming": [day for day in days if not day.is_past],
        "past": [day for day in days if day.is_past],
        "facts": presenters.facts(page),
    }
    return _shown(request, "event", page, (HOME, OFFER, EVENTS), parts)


def pathway(request: HttpRequest, page: PathwayPage) -> HttpResponse:
    """What can be had now by somebody who waits for one health service."""
    services = presenters.services(queries.services(page.services))
    parts = {**_words(page), "services": services}
    return _shown(request, "pathway", page, (HOME, OFFER, WAITING), parts)


@public("because everybody may read the questions of their area")
@require_GET
def questions(request: HttpRequest) -> HttpResponse:
    """Every question of the Local Offer with its answer. Cost: five queries."""
    pages = list(queries.guides())
    held = queries.questions(pages)
    texts = {str(asked.pk): with_limits(asked.answer) for asked in held}
    places = guidance.places(linking.numbers(texts.values()))
    shown = reading(texts, places, guidance.glossary())
    parts = {
        "topics": by_topic(held, shown, presenters.topics(held, pages)),
        "reading": shown,
        "crumbs": Breadcrumbs((HOME, OFFER)),
        "take_away": panel.on(request, addresses.QUESTIONS),
    }
    answer = render(request, "localoffer/reading/questions.html", parts)
    patch_cache_control(answer, public=True, max_age=PUBLIC_FOR)
    return answer


def _words(page: Any, more: dict[str, str] | None = None) -> dict[str, Any]:
    """What every page of ours shows: its texts, who helps, how we know."""
    texts = {**presenters.texts(page), **(more or {})}
    places = guidance.places(linking.numbers(texts.values()))
    helpers = organisations.helpers(page.helpers) if page.helpers else []
    return {
        "reading": reading(texts, places, guidance.glossary()),
        "cards": [HelperCard.of(helper) for helper in helpers],
        "languages": guidance.languages_of(page),
        "is_stale": presenters.is_stale(page, today()),
    }


def _shown(
    request: HttpRequest,
    template: str,
    page: Any,
    crumbs: Iterable[Crumb],
    parts: dict[str, Any],
) -> HttpResponse:
    every = {
        **parts,
        "page": page,
        "crumbs": Breadcrumbs(tuple(crumbs)),
        "take_away": panel.on(request, address_of(page.url_path)),
    }
    return render(request, f"localoffer/reading/{template}.html", every)
