"""What providing brings into other rooms at start-up."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _


def begin() -> None:
    """Tie providers to organisations, register messages, open the doors to screens."""
    from wagtail import hooks
    from wagtail.admin.menu import MenuItem

    from waymark.access.roles import Permission, Role
    from waymark.accounts import slots
    from waymark.localoffer.providing import kinds, ties
    from waymark.messages.kinds import register

    slots.register_tie(Role.PROVIDER, ties.TIE)
    slots.register_first_page(Permission.EDIT_OWN_SERVICES, "/providing/")
    for kind in kinds.KINDS:
        register(kind)
    hooks.register(
        "register_admin_menu_item",
        lambda: MenuItem(
            _("Entries of the Local Offer"),
            reverse_lazy("localoffer:keeping"),
            icon_name="list-ul",
            order=240,
        ),
    )
