"""The area: its authority, the organisations at work in it, and who holds a post."""

from waymark.organisations.models.authority import Authority
from waymark.organisations.models.helper import Helper, only_web_addresses
from waymark.organisations.models.organisation import FormerName, Organisation
from waymark.organisations.models.post import Post, Team
from waymark.organisations.models.register import Register
from waymark.organisations.models.setting import Setting, Succession

__all__ = [
    "Authority",
    "FormerName",
    "Helper",
    "Organisation",
    "Post",
    "Register",
    "Setting",
    "Succession",
    "Team",
    "only_web_addresses",
]
