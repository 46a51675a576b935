"""Where comments stand among the editors' screens. Read once, when the room starts."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from waymark.localoffer.comments import queries, urls
from waymark.today import today


@hooks.register("register_admin_urls")
def editors_addresses() -> list[URLPattern]:
    """The screens of comments, under /editing/."""
    return urls.editing


@hooks.register("register_admin_menu_item")
def offer_comments() -> MenuItem:
    """What readers say, to be answered."""
    return MenuItem(_("Comments"), reverse("comments"), icon_name="comment", order=250)


class CommentsWaiting(Component):
    """How many comments wait, and when they must be published next."""

    name = "comments-wait"
    template_name = "localoffer/comments/panel.html"
    order = 60

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"waiting": queries.waiting(), "due": queries.due(today())}


@hooks.register("construct_homepage_panels")
def say_what_waits(request: HttpRequest, panels: list[Any]) -> None:
    """The first screen says what comments there are to answer."""
    panels.append(CommentsWaiting())
