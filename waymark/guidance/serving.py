"""How a Wagtail page finds the view that shows it.

A page's table knows nothing of reading or drawing; each room names its views when
it starts. So models stay at the bottom of the room, and a view stays a function.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

PageView = Callable[[HttpRequest, Any], HttpResponse]

#: How long anybody may keep a public page before asking again, in seconds.
PUBLIC_FOR = 60

_views: dict[type, PageView] = {}


def show(page_type: type, view: PageView) -> None:
    """Let `view` show pages of this type."""
    _views[page_type] = view


class ShownByView:
    """A page that the room's own view shows; drafts are never kept by a cache."""

    def serve(self, request: HttpRequest, *args: object, **kw: object) -> HttpResponse:
        response = _views[type(self)](request, self)
        if getattr(request, "is_preview", False):
            patch_cache_control(response, no_store=True, private=True)
        else:
            patch_cache_control(response, public=True, max_age=PUBLIC_FOR)
        return response

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """What an editor sees beside the form: the page as it would be read."""
        return self.serve(request)
