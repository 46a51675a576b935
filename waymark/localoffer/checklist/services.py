"""Setting who answers for a heading."""

from waymark.localoffer.models import HeadingOwner
from waymark.today import now


def set_owner(heading: str, *, who: str, plan: str = "") -> HeadingOwner:
    """Write down the team or role that answers for a heading, and what it will do."""
    values = {"who": who, "plan": plan, "changed_at": now()}
    owner, _made = HeadingOwner.objects.update_or_create(
        heading=heading, defaults=values
    )
    return owner
