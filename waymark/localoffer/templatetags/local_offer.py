"""What the templates of the Local Offer write: `{% load local_offer %}`."""

from uuid import UUID

from django import template
from django.template.context import Context

from waymark.localoffer.pages import addresses
from waymark.localoffer.pages.plan import Plan

register = template.Library()


def _plan(context: Context) -> Plan:
    return context.get("plan") or Plan()


@register.simple_tag(takes_context=True)
def bring(context: Context, address: str) -> str:
    """The address with the reader's plan, for those who have no scripts."""
    return _plan(context).carried(str(address))


@register.simple_tag(takes_context=True)
def service_page(context: Context, service_id: UUID) -> str:
    """The address of a service's page, with the reader's plan."""
    return _plan(context).carried(addresses.of_service(service_id))


@register.inclusion_tag("localoffer/plan_button.html", takes_context=True)
def plan_button(context: Context, service_id: UUID, name: str) -> dict[str, object]:
    """The way to put a service into the plan, or to see that it is there."""
    plan = _plan(context)
    return {
        "id": service_id,
        "name": name,
        "is_in": service_id in plan,
        "is_full": plan.is_full,
        "plan": plan,
        "after": plan.plus(service_id),
    }
