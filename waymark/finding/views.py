from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waymark.access.guard import public
from waymark.finding import counting, queries
from waymark.finding.presenters import search_page

#: The address holds what somebody typed, so nobody may keep it or pass it on.
_PRIVATE = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
}


@public("because everything it finds is published, and nobody who asks is known")
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    text = request.GET.get("q", "")
    results = (
        queries.search(
            text,
            page=_page(request.GET.get("page", "")),
            literal=request.GET.get("literal") == "1",
        )
        if text.strip()
        else queries.Results(text)
    )
    if results.text.strip() and results.page == 1 and not results.asleep:
        counting.count(results.text, results.total)
    page = {"search": search_page(results)}
    answer = render(request, "finding/search.html", page)
    for header, value in _PRIVATE.items():
        answer[header] = value
    return answer


def _page(typed: str) -> int:
    """The page asked for, or the first if it is not a sensible number."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 5 else 1
