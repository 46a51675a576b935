"""What the Local Offer adds to the editors' screens."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from waymark.localoffer.checklist import editing as checklist


@hooks.register("register_admin_urls")
def checklist_addresses() -> list[URLPattern]:
    """The gap analysis and its owners, under /editing/."""
    place = "reports/local-offer-checklist/"
    return [
        path(place, checklist.checklist, name="local_offer_checklist"),
        path(f"{place}<slug:key>/", checklist.owner, name="local_offer_owner"),
    ]


@hooks.register("register_reports_menu_item")
def offer_checklist() -> MenuItem:
    """What the law asks for, against what is published."""
    address = reverse("local_offer_checklist")
    name = _("Local Offer checklist")
    return MenuItem(name, address, icon_name="tasks", order=25)
