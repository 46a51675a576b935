"""What may be known of somebody who sends a form without signing in: very little.

These pages set no cookie, so there is no CSRF token to compare. Instead a browser
must say that the form came from our own page; and one address may send only a few.
"""

import hashlib
import hmac
import re
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

#: How many answers one address may send in a window, and the window in seconds.
AT_MOST = 5
WINDOW = 10 * 60

_MAIL = re.compile(r"\S+@\S+\.\S+")
_LONG_NUMBER = re.compile(r"\+?\d(?:[\s-]?\d){8,}")


def from_our_own_page(request: HttpRequest) -> bool:
    """True when the browser itself says that one of our pages sent this form.

    Sec-Fetch-Site cannot be set by a script; where an old browser leaves it out,
    Origin or Referer must name this very host. A request with none is refused.
    """
    said = request.headers.get("Sec-Fetch-Site")
    if said is not None:
        return said == "same-origin"
    named = request.headers.get("Origin") or request.headers.get("Referer") or ""
    origin = urlsplit(named)
    return (origin.scheme, origin.netloc) == (request.scheme, request.get_host())


def may_send(request: HttpRequest) -> bool:
    """True for the first few answers from one address; counted for all workers.

    The address itself is never kept, only a keyed hash that ends with the window.
    """
    visitor = _hashed(_address(request))
    return any(
        cache.add(f"feedback:{visitor}:{place}", 1, timeout=WINDOW)
        for place in range(AT_MOST)
    )


def without_contacts(text: str) -> str:
    """The words without e-mail addresses and long numbers, which we do not want."""
    text = _MAIL.sub("[address removed]", text)
    return _LONG_NUMBER.sub("[number removed]", text)


def _address(request: HttpRequest) -> str:
    """The address that our own outermost proxy saw; what a client claims is ignored."""
    hops = settings.TRUSTED_PROXIES
    seen = request.headers.get("X-Forwarded-For", "")
    chain = [part.strip() for part in seen.split(",") if part.strip()]
    if hops and len(chain) >= hops:
        return chain[-hops]
    return str(request.META.get("REMOTE_ADDR", ""))


def _hashed(address: str) -> str:
    key = settings.SECRET_KEY.encode()
    return hmac.new(key, address.encode(), hashlib.sha256).hexdigest()[:32]
