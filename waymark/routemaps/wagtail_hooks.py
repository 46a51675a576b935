"""What the routemaps add to the editors' screens."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from waymark.routemaps import editing


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Our own screens under /editing/."""
    return [
        path("reports/easy-read/", editing.easy_reads, name="easy_read_texts"),
        path("reports/pictures/", editing.library, name="easy_read_pictures"),
    ]


@hooks.register("register_reports_menu_item")
def offer_easy_reads() -> MenuItem:
    """How each Easy Read text stands."""
    address = reverse("easy_read_texts")
    return MenuItem(_("Easy Read texts"), address, icon_name="openquote", order=20)


@hooks.register("register_reports_menu_item")
def offer_pictures() -> MenuItem:
    """The pictures that an idea may have."""
    address = reverse("easy_read_pictures")
    return MenuItem(_("Pictures"), address, icon_name="image", order=30)


@hooks.register("construct_homepage_panels")
def say_which_easy_reads_wait(request: HttpRequest, panels: list[Any]) -> None:
    """The first screen says which Easy Read texts are to be looked at."""
    panels.append(editing.EasyReadWaiting())
