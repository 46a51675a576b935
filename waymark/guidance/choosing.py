"""Wagtail's chooser of pages, without the inline script that our policy never runs."""

import json
from typing import Any

from django.db.models import ForeignKey
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page


class PageChooser(AdminPageChooser):
    """The same chooser; what begins it stands in attributes for editing.js to read."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any], renderer: Any = None
    ) -> SafeString:
        held = self.get_value_data(value)
        options = self.get_js_init_options(attrs["id"], name, held)
        return format_html(
            '{}<span hidden data-begins="{}" data-id="{}" data-options="{}"></span>',
            self.render_html(name, held, attrs),
            self.js_constructor,
            attrs["id"],
            json.dumps(options),
        )


def use_our_chooser() -> None:
    """Let every field that leads to a page use it."""
    register_form_field_override(ForeignKey, to=Page, override=_chosen)


def _chosen(field: Any) -> dict[str, Any]:
    return {"widget": PageChooser(target_models=[field.remote_field.model])}
