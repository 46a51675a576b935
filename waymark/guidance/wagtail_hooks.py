"""The editors' screens: what they list, what they offer, and what they refuse."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.admin.widgets import Button
from wagtail.permission_policies.base import ModelPermissionPolicy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from waymark.guidance import drafts, editing
from waymark.guidance.choosing import use_our_chooser
from waymark.guidance.models import Feedback, Letter, Question, Translation, Word
from waymark.guidance.publishing import Problem


class WordViewSet(SnippetViewSet):
    model = Word
    icon = "openquote"
    list_display: ClassVar = ["word", "meaning", "old"]
    list_filter: ClassVar = ["old"]
    search_fields: ClassVar = ["word", "meaning"]


class QuestionViewSet(SnippetViewSet):
    model = Question
    icon = "help"
    list_display: ClassVar = ["question", "topic", "order"]
    list_filter: ClassVar = ["topic"]


class LetterViewSet(SnippetViewSet):
    model = Letter
    icon = "mail"
    list_display: ClassVar = ["title", "rule", "when"]
    list_filter: ClassVar = ["when"]


class TranslationViewSet(SnippetViewSet):
    """Pages in other languages; the English stands beside each text."""

    model = Translation
    icon = "site"
    list_display: ClassVar = ["page", "language", "state", "translated_by"]
    list_filter: ClassVar = ["language", "by_machine"]
    copy_view_enabled = False


class OnlyAnswered(ModelPermissionPolicy):
    """Feedback comes from readers: nobody writes it here and nobody throws it away."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        if action in {"add", "delete"}:
            return False
        return bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class FeedbackViewSet(SnippetViewSet):
    """What readers said, as they said it; editors add what they did about it."""

    model = Feedback
    icon = "comment"
    list_display: ClassVar = ["page", "useful", "missing", "made_at", "handled_at"]
    list_filter: ClassVar = {"useful": ["exact"], "handled_at": ["isnull"]}
    panels: ClassVar = [
        FieldPanel("page", read_only=True),
        FieldPanel("useful", read_only=True),
        FieldPanel("missing", read_only=True),
        FieldPanel("made_at", read_only=True),
        FieldPanel("done"),
    ]
    copy_view_enabled = False

    @property
    def permission_policy(self) -> OnlyAnswered:
        return OnlyAnswered(self.model)


class Words(SnippetViewSetGroup):
    """Everything published that is not a page, and what readers say."""

    menu_label = _("Words and feedback")
    menu_icon = "openquote"
    items = (
        WordViewSet,
        QuestionViewSet,
        LetterViewSet,
        TranslationViewSet,
        FeedbackViewSet,
    )


register_snippet(Words)
use_our_chooser()


@hooks.register("insert_global_admin_js")
def begin_fields_without_inline_scripts() -> SafeString:
    """Begins those of Wagtail's fields that would need an inline script."""
    return format_html('<script src="{}"></script>', static("guidance/editing.js"))


@hooks.register("register_admin_urls")
def editors_addresses() -> list[URLPattern]:
    """Our own screens under /editing/."""
    return [
        path("reports/checking/", editing.checking, name="rules_being_checked"),
        path("reports/translations/", editing.translations, name="translations"),
    ]


@hooks.register("register_reports_menu_item")
def offer_rules_being_checked() -> MenuItem:
    """The list of rules being checked stands among the reports."""
    address = reverse("rules_being_checked")
    return MenuItem(_("Rules being checked"), address, icon_name="tasks", order=10)


@hooks.register("register_reports_menu_item")
def offer_translations() -> MenuItem:
    """How every translation stands."""
    address = reverse("translations")
    return MenuItem(_("Translations"), address, icon_name="site", order=15)


@hooks.register("insert_global_admin_css")
def put_english_beside() -> SafeString:
    """How our own fields stand on Wagtail's screens."""
    return format_html(
        '<link rel="stylesheet" href="{}">', static("guidance/editing.css")
    )


@hooks.register("construct_homepage_panels")
def say_what_waits(request: HttpRequest, panels: list[Any]) -> None:
    """The first screen begins with what there is to do."""
    panels.append(editing.Waiting())


@hooks.register("construct_page_action_menu")
@hooks.register("construct_snippet_action_menu")
def offer_no_publishing_alone(
    menu_items: list[Any], request: HttpRequest, context: dict[str, Any]
) -> None:
    """Words go out by a second person's approval, so the button is not offered."""
    menu_items[:] = [item for item in menu_items if item.name != "action-publish"]


@hooks.register("before_publish_page")
def refuse_publishing_alone(request: HttpRequest, page: Any) -> HttpResponse:
    """What this request saved, this person wrote."""
    says = _now("It is saved as a draft. Please send it for approval to publish it.")
    messages.warning(request, says)
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_unpublish_page")
@hooks.register("before_delete_page")
def keep_what_others_lead_to(request: HttpRequest, page: Any) -> HttpResponse | None:
    """A page stays while something published leads to it, and we say what does."""
    if not page.live or not hasattr(page, "withdrawal_problems"):
        return None
    return _refused(request, page, page.withdrawal_problems())


@hooks.register("before_move_page")
def keep_addresses(
    request: HttpRequest, page: Any, destination: Any
) -> HttpResponse | None:
    """A published page keeps its address for life; its place in a list may change."""
    if not page.live or page.get_parent().pk == destination.pk:
        return None
    says = _now("“%s” is published, so it keeps its address and cannot be moved.")
    return _refused(request, page, [Problem("", says % page.title)])


@hooks.register("before_bulk_action")
def refuse_in_bulk(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """The same rules hold for many pages at once."""
    pages = [page for page in objects if hasattr(page, "specific")]
    problems = list(_bulk_problems(action_type, pages))
    return _refused(request, pages[0], problems) if problems else None


def _bulk_problems(action_type: str, pages: Iterable[Any]) -> Iterator[Problem]:
    for page in pages:
        held = page.specific
        if action_type in {"delete", "unpublish"} and held.live:
            yield from held.withdrawal_problems()
        if action_type == "move" and held.live:
            says = _now("“%s” is published, so it keeps its address.")
            yield Problem("", says % held.title)
        if action_type == "publish":
            says = _now("Please send “%s” for approval to publish it.")
            yield Problem("", says % held.title)


def _refused(
    request: HttpRequest, page: Any, problems: Iterable[Problem]
) -> HttpResponse | None:
    """Back to where the page stands in the tree, with every reason."""
    says = [problem.says for problem in problems]
    for sentence in says:
        messages.error(request, sentence)
    if not says:
        return None
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("register_page_header_buttons")
def offer_draft_link(
    page: Any, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """A link to the draft, to give to somebody who has no account."""
    if page.depth > 1:
        yield Button(
            _now("Link to this draft"),
            reverse("guidance:draft", args=[drafts.token(page.pk)]),
            icon_name="link-external",
            priority=90,
        )
