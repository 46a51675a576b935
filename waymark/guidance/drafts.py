"""A link to a draft, for people without an account. It names a page and ends by itself.

Whoever holds the link may read that one page's draft; it opens nothing else.
"""

from datetime import timedelta

from django.core import signing

SALT = "waymark.guidance.drafts"
LASTS = timedelta(days=14)


def token(page_number: int) -> str:
    """What stands in the address of a draft."""
    return signing.dumps(page_number, salt=SALT)


def read(token: str) -> int | None:
    """The page a token names; None if it was not ours or is too old."""
    try:
        held = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    return held if isinstance(held, int) else None
