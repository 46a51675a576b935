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
#: How many documents may be made for one address in that window: all formats of two
#: answers, and the slow ones of a few. A whole surgery may share one address.
MADE_AT_MOST = 30
SLOW_MADE_AT_MOST = 6

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
    return _has_place(request, "feedback", AT_MOST)


def may_have_made(request: HttpRequest, *, slow: bool) -> bool:
    """True for the first few documents made on request for one address.

    What was made already costs nothing and is not counted. `slow` are the few that
    keep a processor busy for seconds.
    """
    if slow:
        return _has_place(request, "slow-format", SLOW_MADE_AT_MOST)
    return _has_place(request, "format", MADE_AT_MOST)


def _has_place(request: HttpRequest, what: str, at_most: int) -> bool:
    """True while one address has done this fewer times than it may in a window."""
    visitor = _hashed(_address(request))
    return any(
        cache.add(f"{what}:{visitor}:{place}", 1, timeout=WINDOW)
        for place in range(at_most)
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


def visitor_of(request: HttpRequest) -> str:
    """A keyed hash that stands for the address of whoever asks, for counting alone."""
    return _hashed(_address(request))
