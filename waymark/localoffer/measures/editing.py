"""Where the measures stand among the editors' screens. Read when the room starts."""

from django.urls import URLPattern, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from waymark.localoffer.measures import urls


@hooks.register("register_admin_urls")
def measures_addresses() -> list[URLPattern]:
    """The screens of the measures, under /editing/."""
    return urls.editing


@hooks.register("register_reports_menu_item")
def offer_measures() -> MenuItem:
    """What is searched for, read and taken."""
    return MenuItem(_("What is used"), reverse("measures"), icon_name="view", order=20)
