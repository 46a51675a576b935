"""The area's helpers among the editors' screens."""

from typing import ClassVar

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from waymark.organisations.models import Helper


class HelperViewSet(SnippetViewSet):
    """Who helps families here, each with where it was learned and when."""

    model = Helper
    icon = "group"
    add_to_admin_menu = True
    menu_order = 250
    list_display: ClassVar = ["name", "for_what", "checked_on", "national"]
    list_filter: ClassVar = ["national"]


register_snippet(HelperViewSet)
