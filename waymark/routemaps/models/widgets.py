"""What editors choose with: a picture they can see, a helper by name; and advice."""

from typing import Any

from django import forms
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.panels import Panel

from waymark.guidance import pictures
from waymark.organisations import queries as organisations


class PictureSelect(forms.Select):
    """One of our own pictures, by name, with the one that is chosen beside it."""

    def optgroups(self, *args: Any, **kwargs: Any) -> Any:
        self.choices = [("", _("Choose a picture")), *pictures.choices()]
        return super().optgroups(*args, **kwargs)

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        chosen = super().render(name, value, attrs, renderer)
        if value not in pictures.PICTURES:
            return chosen
        address = static(pictures.file_of(value))
        shown = '{}<img src="{}" alt="{}" width="96" height="96">'
        return format_html(shown, chosen, address, pictures.PICTURES[value])


class HelperSelect(forms.Select):
    """One of the area's helpers, or nobody."""

    def optgroups(self, *args: Any, **kwargs: Any) -> Any:
        self.choices = [("", _("Nobody")), *organisations.helper_choices()]
        return super().optgroups(*args, **kwargs)


class AdvicePanel(Panel):
    """What could be easier in the text as it was last saved."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "routemaps/editing/advice.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, "advice": self.instance.advice()}
