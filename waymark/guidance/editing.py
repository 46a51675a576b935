"""What the editors' own screens show beside Wagtail's: what waits, what to check."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET
from wagtail.admin.ui.components import Component

from waymark.access.guard import needs
from waymark.access.roles import Permission
from waymark.guidance import queries
from waymark.guidance.models import State
from waymark.law import RULES
from waymark.law.rule import Rule
from waymark.law.sources import Tier

#: How a source was read, for somebody who is to read it better.
KNOWN = {
    Tier.SECONDARY: _("Read in a secondary source"),
    Tier.KNOWN: _("Known, but not read"),
}


def being_checked() -> list[Rule]:
    """Every rule whose source has not been read word for word, in their order."""
    return [rule for rule in RULES.values() if rule.verify]


@needs(Permission.EDIT_WORDS)
@require_GET
def checking(request: HttpRequest) -> HttpResponse:
    """The rules that somebody should read in the law itself."""
    parts = {
        "page_title": _now("Rules being checked"),
        "header_title": _now("Rules being checked"),
        "header_icon": "tasks",
        "rules": [(rule, KNOWN[rule.source.tier]) for rule in being_checked()],
    }
    return render(request, "guidance/editing/checking.html", parts)


@needs(Permission.EDIT_WORDS)
@require_GET
def translations(request: HttpRequest) -> HttpResponse:
    """What is asked for, done, checked or stale, in every language."""
    parts = {
        "page_title": _now("Translations"),
        "header_title": _now("Translations"),
        "header_icon": "site",
        "groups": queries.translations_by_state(),
    }
    return render(request, "guidance/editing/translations.html", parts)


class Waiting(Component):
    """What waits for the editors: approval, readers' answers, rules to check."""

    name = "what-waits"
    template_name = "guidance/editing/waiting.html"
    order = 50

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        unanswered = reverse("wagtailsnippets_guidance_feedback:list")
        return {
            "approval": queries.waiting_for_approval(),
            "approval_address": reverse("wagtailadmin_reports:workflow"),
            "feedback": queries.feedback_waiting(),
            "feedback_address": f"{unanswered}?handled_at__isnull=true",
            "stale": sum(
                len(found)
                for state, found in queries.translations_by_state()
                if state == State.STALE
            ),
            "translations_address": reverse("translations"),
            "checking": len(being_checked()),
            "checking_address": reverse("rules_being_checked"),
        }
