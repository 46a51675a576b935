"""What the routemaps add to the editors' screens."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from waymark.routemaps import views


@hooks.register("register_admin_urls")
def being_checked_address() -> list[URLPattern]:
    return [path("being-checked/", views.being_checked, name="being_checked")]


@hooks.register("register_reports_menu_item")
def being_checked_in_the_menu() -> MenuItem:
    return MenuItem(
        _("Law being checked"), reverse("being_checked"), icon_name="warning", order=700
    )
