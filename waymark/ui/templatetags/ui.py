"""What a page writes to use the look: `{% load ui %}`."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.conf import settings
from django.forms import BoundField
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from waymark.ui import field_params
from waymark.ui.drawings import Drawing
from waymark.ui.govuk import govuk as render_govuk
from waymark.ui.govuk import nested
from waymark.ui.helper_card import telephone as the_telephone
from waymark.ui.navigation import (
    Door,
    Doors,
    PageFooter,
    SearchBox,
    doors_at_the_foot,
)
from waymark.ui.notices import DemonstrationBanner, UrgentHelp
from waymark.ui.time_limits import day_in_words as the_day_in_words

register = template.Library()


@register.simple_tag(name="govuk")
def govuk_tag(component: str, /, **options: Any) -> SafeString:
    """A GOV.UK component: `{% govuk "button" text="Continue" %}`."""
    return render_govuk(component, nested(options))


@register.simple_tag
def field(bound: BoundField, /, **options: Any) -> SafeString:
    """A form field with label, hint and error; options go over what it says itself."""
    return field_params.render(bound, nested(options))


@register.simple_tag
def error_summary(form: Any = None) -> SafeString | str:
    """Everything to put right, linked to its field; nothing when all is well."""
    return field_params.summary(form) if getattr(form, "errors", None) else ""


@register.simple_tag
def file(path: str) -> str:
    """The address of one of our static files.

    It answers even when the collected files are missing, because the page that
    says "something went wrong" must still be drawn.
    """
    try:
        return static(path)
    except ValueError:
        return f"{settings.STATIC_URL}{path}"


@register.simple_tag
def doors(path: str | None = "") -> Doors:
    return Doors.at(path or "")


@register.simple_tag
def at_the_foot() -> tuple[Door, ...]:
    return doors_at_the_foot()


@register.simple_tag
def page_footer(path: str | None = "") -> PageFooter:
    return PageFooter(path or "/")


@register.simple_tag
def search_box(value: str = "") -> SearchBox:
    return SearchBox(value=value)


@register.simple_tag
def drawing(name: Any) -> Drawing:
    return Drawing(name)


@register.simple_tag
def urgent_help(area: Any = None) -> UrgentHelp:
    """The urgent-help lines of an area, or those that serve all of England."""
    return UrgentHelp.of(_part(area, "urgent"))


@register.simple_tag
def demonstration_banner(area: Any = None) -> DemonstrationBanner:
    words = _part(area, "demonstration_words") or ""
    council = _part(area, "council")
    return DemonstrationBanner(council, words) if council else DemonstrationBanner()


@register.filter
def day_in_words(day: date) -> SafeString:
    """A day as people say it: 16 February 2026."""
    return the_day_in_words(day)


@register.filter
def telephone(phone: str) -> str:
    """The digits that a telephone rings."""
    return the_telephone(phone)


class AsideNode(template.Node):
    """What stands beside the page's words; no empty landmark when nothing does."""

    child_nodelists = ("nodelist",)

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> str:
        inside = self.nodelist.render(context)
        return format_html("<aside>{}</aside>", inside) if inside.strip() else ""


@register.tag
def aside(parser: Parser, token: Token) -> AsideNode:
    inside = parser.parse(("endaside",))
    parser.delete_first_token()
    return AsideNode(inside)


def _part(thing: Any, name: str) -> Any:
    if isinstance(thing, Mapping):
        return thing.get(name)
    return getattr(thing, name, None)
