"""Who may be offered on the sign-in page: invented people, and directories."""

from collections.abc import Iterable

from django import template
from django.conf import settings

from waymark.accounts import queries
from waymark.accounts.models import Account
from waymark.gateways.directories import Directory

register = template.Library()


@register.simple_tag
def personas() -> list[Account]:
    """The personas of a demonstration; an empty list anywhere else."""
    return queries.personas()


@register.simple_tag
def directories() -> Iterable[Directory]:
    """The directories that people at work sign in through; mostly one or none."""
    found: Iterable[Directory] = settings.DIRECTORIES.values()
    return found
