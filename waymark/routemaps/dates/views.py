""" "My dates": a form, an answer and a calendar. No account; nothing is stored."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from waymark.access.guard import public
from waymark.formats.calendar import of_days
from waymark.formats.making import Format
from waymark.guidance.documents import addresses, answering, panel, passing
from waymark.routemaps.dates import answer, diary, queries
from waymark.routemaps.dates.answers import Answers, answers
from waymark.routemaps.dates.drawing import drawn
from waymark.routemaps.dates.findings import Findings
from waymark.routemaps.dates.forms import DatesForm
from waymark.routemaps.dates.queries import Route
from waymark.routemaps.dates.questionnaires import QUESTIONNAIRES
from waymark.routemaps.dates.words import Who
from waymark.today import today
from waymark.ui.navigation import Breadcrumbs, Crumb


@public("because anybody may work out their own dates, and nothing is stored")
@require_safe
def my_dates(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for days, or say what the law says about the days in the address."""
    routes, here = _here(slug)
    form = _form(here, request)
    if form is None:
        return _render(request, here, {"others": _dated(routes)}, "no_dates")
    if not form.is_bound or not form.is_valid():
        return _render(request, here, {"form": form})
    told = answers(form.asked, form.cleaned_data)
    if request.META.get("QUERY_STRING", "") != told.query:
        return redirect(f"{request.path}?{told.query}")
    return _render(
        request, here, {"form": form, **_answer(request, routes, here, told)}
    )


@public("because anybody may put their own dates into a calendar")
@require_safe
def my_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """The coming days as a calendar file; back to the form if they cannot be read."""
    _, here = _here(slug)
    form = _form(here, request)
    if form is None or not form.is_bound or not form.is_valid():
        return _back_to_the_form(request, here)
    found = Findings(answers(form.asked, form.cleaned_data), today())
    file = of_days(diary.days(found), here.title)
    headers = {"Content-Disposition": 'attachment; filename="my-dates.ics"'}
    return HttpResponse(
        file, content_type="text/calendar; charset=utf-8", headers=headers
    )


@public("because anybody may take their own dates away, and nothing is stored")
@require_safe
def take_my_dates(
    request: HttpRequest, slug: str, name: str, ending: str
) -> HttpResponseBase:
    """The answer in one format; back to the form if the days cannot be read."""
    routes, here = _here(slug)
    asked = addresses.asked(name)
    if asked is None or asked.part or f".{ending}" != asked.format.ending:
        raise Http404
    form = _form(here, request)
    if form is None or not form.is_bound or not form.is_valid():
        return _back_to_the_form(request, here)
    told = answers(form.asked, form.cleaned_data)
    headers = answering.file_headers(
        asked.format, addresses.file_name("my-dates", asked.format)
    )
    if request.method == "HEAD":
        return answering.head(headers, None)
    try:
        html = answer.write(routes, here, told)
        made = passing.made_for_one(request, html, asked.format.kind)
    except answering.NOT_NOW as why:
        return _sorry(request, here, told, asked.format, why)
    return HttpResponse(made, headers=headers)


def _sorry(
    request: HttpRequest, here: Route, told: Answers, format_: Format, why: Exception
) -> HttpResponse:
    address = f"{here.address}my-dates/"
    others = [kind for kind in answer.kinds([]) if kind is not format_.kind]
    page = f"{address}?{told.query}"
    return answering.sorry(
        request,
        answering.why_not(
            why, format_, page, panel.of_one(address, told.query, others)
        ),
    )


def _back_to_the_form(request: HttpRequest, here: Route) -> HttpResponse:
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{here.address}my-dates/{'?' if query else ''}{query}")


def _here(slug: str) -> tuple[list[Route], Route]:
    routes = queries.routes()
    here = next((route for route in routes if route.slug == slug), None)
    if here is None:
        raise Http404
    return routes, here


def _form(here: Route, request: HttpRequest) -> DatesForm | None:
    """The form, filled in from the address; None where no questions are asked."""
    asked = QUESTIONNAIRES.get(here.process)
    if asked is None:
        return None
    who = _who(request.GET.get("who", ""))
    empty = DatesForm(asked, who)
    if not _is_sent(empty, request.GET):
        return empty
    given = request.GET.copy()
    given["who"] = who.value
    return DatesForm(asked, who, given)


def _who(given: str) -> Who:
    """Who asks; a parent where the address does not say, or says something odd."""
    return next((who for who in Who if who.value == given), Who.PARENT)


def _is_sent(form: DatesForm, given: QueryDict) -> bool:
    boxes = set(form.fields) - {"who"}
    return any(key in boxes or key.rpartition("-")[0] in boxes for key in given)


def _answer(
    request: HttpRequest, routes: list[Route], here: Route, told: Answers
) -> dict[str, Any]:
    parts = answer.answered(routes, here, told)
    offered = answer.kinds(parts["days"])
    address = f"{here.address}my-dates/"
    return {
        **parts,
        "share": request.build_absolute_uri(),
        "calendar": f"calendar.ics?{told.query}",
        "take_away": panel.of_one(address, told.query, offered, heading=3),
    }


def _dated(routes: list[Route]) -> list[Route]:
    return [route for route in routes if route.process in QUESTIONNAIRES]


def _render(
    request: HttpRequest, here: Route, parts: dict[str, Any], page: str = "my_dates"
) -> HttpResponse:
    crumbs = Breadcrumbs(
        (
            Crumb("Home", "/"),
            Crumb("Routemaps", "/routemaps/"),
            Crumb(here.title, here.address),
        )
    )
    context = {"here": here, "crumbs": crumbs, "today": today(), **parts}
    if "form" in parts:
        context["first"], context["parts"] = drawn(parts["form"])
    return render(request, f"routemaps/{page}.html", context)
