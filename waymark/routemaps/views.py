"""The routemaps as people read them, and every time limit in one place."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from waymark.access.guard import public
from waymark.guidance import linking
from waymark.guidance import queries as guidance
from waymark.guidance.documents import panel
from waymark.guidance.limits import with_limits
from waymark.guidance.models import Question
from waymark.guidance.presenters import reading
from waymark.guidance.serving import PUBLIC_FOR
from waymark.organisations import queries as organisations
from waymark.organisations.models import Helper
from waymark.routemaps import limits, presenters, queries, time_limits
from waymark.routemaps.local_offer import services_at
from waymark.routemaps.models import (
    STEP_WORDS,
    RoutemapIndexPage,
    RoutemapPage,
    StepPage,
)
from waymark.ui.helper_card import HelperCard
from waymark.ui.navigation import Breadcrumbs, Crumb

HOME = Crumb(_("Home"), "/")
ROUTEMAPS = Crumb(_("Routemaps"), "/routemaps/")


def index(request: HttpRequest, page: RoutemapIndexPage) -> HttpResponse:
    """Every routemap, with whom it is for."""
    parts = {
        "ways": queries.ways_in(),
        "crumbs": Breadcrumbs((HOME,)),
        "take_away": panel.on(request, ROUTEMAPS.href),
    }
    return render(request, "routemaps/index.html", {"page": page, **parts})


def overview(request: HttpRequest, page: RoutemapPage) -> HttpResponse:
    """The whole route on one page: a picture that is also text."""
    questions = list(guidance.questions(page.slug))
    texts = presenters.routemap_texts(page) | _answers(questions)
    places = guidance.places(linking.numbers(texts.values()))
    shown = reading(texts, places, guidance.glossary())
    parts = {
        "status": presenters.status(page),
        "easy_read": queries.easy_read_of(page),
        "languages": guidance.languages_of(page),
        "route": presenters.route(queries.steps(page)),
        "reading": shown,
        "questions": [(asked, shown[f"answer-{asked.pk}"]) for asked in questions],
        "crumbs": Breadcrumbs((HOME, ROUTEMAPS)),
        "address": queries.address(page),
        "take_away": panel.on(request, queries.address(page)),
    }
    return render(request, "routemaps/overview.html", {"page": page, **parts})


def step(request: HttpRequest, page: StepPage) -> HttpResponse:
    """One step: what happens, how long it takes, and what to do whatever comes."""
    routemap = queries.routemap_of(page)
    if routemap is None:
        raise Http404
    stops = queries.stops(routemap)
    rules = limits.known(page.rules)
    texts = presenters.step_texts(page)
    places = guidance.places({*page.targets, *linking.numbers(texts.values())})
    shown = reading(texts, places, guidance.glossary())
    address = queries.address(routemap)
    parts = {
        "routemap": routemap,
        "status": presenters.status(routemap),
        "easy_read": queries.easy_read_of(routemap),
        "languages": guidance.languages_of(page),
        "address": address,
        "crumbs": Breadcrumbs((HOME, ROUTEMAPS, Crumb(routemap.title, address))),
        "route": presenters.way(stops, here=page),
        "first": presenters.parts(shown, FIRST),
        "then": presenters.parts(shown, THEN),
        "here": shown["here"],
        "limits": presenters.limits_shown(rules),
        "sources": presenters.sources(rules),
        "exits": presenters.exits(page, shown, places),
        "services": services_at(routemap.slug, page.slug),
        "cards": [HelperCard.of(helper) for helper in _helpers(page)],
        "questions": guidance.questions(routemap.slug),
        "neighbours": presenters.neighbours(stops, page),
        "reading": shown,
        "take_away": panel.on(request, queries.address(page)),
    }
    return render(request, "routemaps/step.html", {"page": page, **parts})


#: How long it takes stands between who does it and what you can do.
FIRST = tuple(STEP_WORDS)[:2]
THEN = tuple(STEP_WORDS)[2:]


@public("because the law's time limits are everybody's to know")
@require_GET
def every_limit(request: HttpRequest) -> HttpResponse:
    """Every time limit of the law; ?q= keeps those that hold the words asked for."""
    asked = request.GET.get("q", "").strip()[:100]
    groups = time_limits.groups(asked, queries.steps_by_rule())
    parts = {
        "asked": asked,
        "groups": groups,
        "number": sum(group.number for group in groups),
        "crumbs": Breadcrumbs((HOME,)),
        "take_away": None if asked else panel.on(request, request.path),
    }
    answer = render(request, "routemaps/time_limits.html", parts)
    if not asked:
        patch_cache_control(answer, public=True, max_age=PUBLIC_FOR)
        return answer
    # What somebody searched for stays theirs.
    patch_cache_control(answer, no_store=True, private=True)
    answer["X-Robots-Tag"] = "noindex"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def _answers(questions: Iterable[Question]) -> dict[str, str]:
    return {f"answer-{asked.pk}": with_limits(asked.answer) for asked in questions}


def _helpers(page: StepPage) -> list[Helper]:
    return organisations.helpers(page.helpers) if page.helpers else []
