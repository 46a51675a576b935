"""Pages of plain reading, and the one form that anybody may send."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from waymark.access.guard import public
from waymark.guidance import (
    drafts,
    how_long,
    linking,
    listening,
    pictures,
    queries,
    services,
    slots,
    visitors,
)
from waymark.guidance.documents import panel
from waymark.guidance.forms import FeedbackForm, page_path
from waymark.guidance.limits import with_limits
from waymark.guidance.models import GuideIndexPage, GuidePage, HomePage
from waymark.guidance.presenters import by_letter, reading, topics
from waymark.guidance.serving import PUBLIC_FOR
from waymark.guidance.translated import everything_said
from waymark.organisations import queries as organisations
from waymark.ui.helper_card import HelperCard
from waymark.ui.navigation import Breadcrumbs, Crumb, SearchBox

FOR_EVERYBODY = "because everybody may read the guidance of their area"
HOME = Crumb(_("Home"), "/")
GUIDES = Crumb(_("Guides"), "/guides/")


@public(FOR_EVERYBODY)
def page(request: HttpRequest, path: str) -> HttpResponse:
    """Whatever editors have published at this address; its own view shows it."""
    found = queries.page_at(path)
    if found is None:
        raise Http404
    answer: HttpResponse = found.serve(request)
    return answer


def home(request: HttpRequest, page: HomePage) -> HttpResponse:
    """The questions families ask, one search, and every room's ways in."""
    doors = list(page.doors.all())
    places = queries.places(door.page_id for door in doors if door.page_id)
    asked = [
        (door, places[door.page_id].address if door.page_id else door.address)
        for door in doors
        if not door.page_id or door.page_id in places
    ]
    parts = {"asked": asked, "ways": slots.doors(), "search": _search_box(page)}
    return render(request, "guidance/home.html", {"page": page, **parts})


def _search_box(page: HomePage) -> SearchBox:
    return SearchBox(label=page.search_label) if page.search_label else SearchBox()


@public(FOR_EVERYBODY)
@require_GET
def translated(request: HttpRequest, code: str, path: str) -> HttpResponse:
    """A published page in another language, once somebody has checked it."""
    found = queries.translation_at(code, path)
    if found is None:
        raise Http404
    said = everything_said(found, lambda key: static(pictures.file_of(key)))
    parts = {**said, "take_away": panel.on(request, said["address"])}
    return _kept(render(request, "guidance/translated.html", parts))


def guides(request: HttpRequest, page: GuideIndexPage) -> HttpResponse:
    """Every guide with what it is for."""
    parts = {"ways": queries.guides(), "crumbs": Breadcrumbs((HOME,))}
    return render(request, "guidance/guides.html", {"page": page, **parts})


def guide(request: HttpRequest, page: GuidePage) -> HttpResponse:
    """One page of plain reading."""
    texts = {"body": page.body}
    places = queries.places(linking.numbers(texts.values()))
    helpers = organisations.helpers(page.helpers) if page.helpers else []
    parts = {
        "reading": reading(texts, places, queries.glossary()),
        "cards": [HelperCard.of(helper, heading=3) for helper in helpers],
        "languages": queries.languages_of(page),
        "crumbs": Breadcrumbs((HOME,)),
        "take_away": panel.on(request, queries.address_of(page.url_path)),
    }
    return render(request, "guidance/guide.html", {"page": page, **parts})


@public(FOR_EVERYBODY)
@require_GET
def words(request: HttpRequest) -> HttpResponse:
    """The glossary: today's words, and old ones with what replaced them."""
    held = queries.glossary()
    parts = {
        "today": by_letter(meaning for meaning in held if not meaning.old),
        "old": by_letter(meaning for meaning in held if meaning.old),
        "number": len(held),
        "crumbs": Breadcrumbs((HOME, GUIDES)),
        "take_away": panel.on(request, request.path),
    }
    return _kept(render(request, "guidance/words.html", parts))


@public(FOR_EVERYBODY)
@require_GET
def questions(request: HttpRequest) -> HttpResponse:
    """Every question that families ask, with its answer."""
    held = list(queries.questions())
    texts = {str(asked.pk): with_limits(asked.answer) for asked in held}
    places = queries.places(linking.numbers(texts.values()))
    shown = reading(texts, places, queries.glossary())
    parts = {
        "topics": topics(held, shown, queries.places_of(q.topic for q in held)),
        "reading": shown,
        "crumbs": Breadcrumbs((HOME, GUIDES)),
        "take_away": panel.on(request, request.path),
    }
    return _kept(render(request, "guidance/questions.html", parts))


@public("because people may know how long we keep what is about them")
@require_GET
def how_long_we_keep(request: HttpRequest) -> HttpResponse:
    """What is kept about people, why, and when it goes."""
    parts = {
        "title": how_long.TITLE,
        "lead": how_long.LEAD,
        "sections": how_long.sections(),
        "crumbs": Breadcrumbs((HOME, Crumb(_("Privacy"), "/privacy/"))),
        "take_away": panel.on(request, request.path),
    }
    return _kept(render(request, "guidance/how_long.html", parts))


@public("because whoever was given the link may read this draft")
@require_GET
def draft(request: HttpRequest, token: str) -> HttpResponse:
    """A page as it would be, for somebody without an account who was asked to look."""
    held = drafts.read(token)
    page = queries.latest_draft(held) if held else None
    if page is None:
        raise Http404
    request.is_preview = True  # type: ignore[attr-defined]
    answer: HttpResponse = page.serve(request)
    return _private(answer)


@public("because anybody may say whether a page was useful")
@csrf_exempt  # No cookie, so no token: visitors.from_our_own_page guards instead.
@require_http_methods(["GET", "POST"])
def feedback(request: HttpRequest) -> HttpResponse:
    """A small form about one page: nothing personal asked, no cookie set."""
    if request.method == "GET":
        about = page_path(request.GET.get("page", ""))
        return _feedback_page(request, FeedbackForm(initial={"page": about}), about)
    if not visitors.from_our_own_page(request):
        return _feedback_refused(request, "elsewhere", status=403)
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        about = page_path(request.POST.get("page", ""))
        return _feedback_page(request, form, about, status=422)
    if not visitors.may_send(request):
        return _feedback_refused(request, "often", status=429)
    said = {name: form.cleaned_data[name] for name in ("page", "useful", "missing")}
    services.give_feedback(**said, more=form.more)
    back = urlencode({"page": form.cleaned_data["page"]})
    return redirect(f"/feedback/thanks/?{back}")


@public("because it only says thank you")
@require_GET
def thanks(request: HttpRequest) -> HttpResponse:
    """Says that the words arrived, and leads back to where they came from."""
    back = page_path(request.GET.get("page", "")) or "/"
    parts = {"back": back, "listener": listening.listener()}
    return _private(render(request, "guidance/thanks.html", parts))


@public("because search engines read it before anything else")
@require_GET
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read: everything public but the pages of dates."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in PRIVATE_PATHS),
        f"Sitemap: {settings.WEBSITE}/sitemap.xml",
        "",
    ]
    return _kept(HttpResponse("\n".join(lines), content_type="text/plain"))


PRIVATE_PATHS = (
    "/account/",
    "/editing/",
    "/feedback/",
    "/preview/",
    "/search/",
    "/*/my-dates/",
)


@public("because search engines ask which pages there are")
@require_GET
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every published page of the tree, and of the rooms above, each once."""
    # A room may show a page of the tree itself, and then both name it.
    changed = {**dict(slots.addresses()), **dict(queries.every_address())}
    parts = {"addresses": changed.items(), "website": settings.WEBSITE}
    answer = render(
        request, "guidance/sitemap.xml", parts, content_type="application/xml"
    )
    return _kept(answer)


def _feedback_page(
    request: HttpRequest, form: FeedbackForm, about: str, status: int = 200
) -> HttpResponse:
    parts = {"form": form, "about": about, "listener": listening.listener()}
    answer = render(request, "guidance/feedback.html", parts, status=status)
    return _private(answer)


def _feedback_refused(request: HttpRequest, why: str, status: int) -> HttpResponse:
    parts = {"why": why}
    answer = render(request, "guidance/feedback_refused.html", parts, status=status)
    return _private(answer)


def _kept(response: HttpResponse) -> HttpResponse:
    """Anybody may keep this for a short while."""
    patch_cache_control(response, public=True, max_age=PUBLIC_FOR)
    return response


def _private(response: HttpResponse) -> HttpResponse:
    """Nobody keeps this, and no search engine lists it."""
    patch_cache_control(response, no_store=True, private=True)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "same-origin"
    return response
