"""The invented people who may be offered on the sign-in page."""

from django import template

from waymark.accounts import queries
from waymark.accounts.models import Account

register = template.Library()


@register.simple_tag
def personas() -> list[Account]:
    """The personas of a demonstration; an empty list anywhere else."""
    return queries.personas()
