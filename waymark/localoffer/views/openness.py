"""What every answer of the open API does: anybody may read it, from any page, in turn.

No key and no cookie. One visitor may ask a fair number of times a minute, counted for
all workers together; who it was is kept as a keyed hash until the minute ends.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, set_response_etag

from waymark.access.guard import public
from waymark.guidance.visitors import visitor_of
from waymark.localoffer.views.answers import refusal
from waymark.today import now

Answer = Callable[..., HttpResponseBase]

#: Questions that one visitor may ask in a minute. Tests of conformance ask some 40.
A_MINUTE = 600
#: A worker takes this many at once out of the shared count, so that few questions
#: need to write in the store.
TAKEN_AT_ONCE = 20
SECONDS = 60

_taken: dict[str, int] = {}

ALLOWED = "GET, HEAD, OPTIONS"


def opened(view: Answer) -> Answer:
    """The view, open to everybody: rate limit, CORS and conditional answers."""

    @public("because the Local Offer is published for anybody to use")
    @wraps(view, assigned=("__doc__",), updated=())
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return _for_everybody(_answered(view, request, *args, **kwargs))

    answer.csrf_exempt = True  # type: ignore[attr-defined]
    return answer


def _answered(
    view: Answer, request: HttpRequest, *args: Any, **kwargs: Any
) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return HttpResponse(status=204)
    if request.method not in {"GET", "HEAD"}:
        return refusal("This can only be read. Use GET.", 405)
    if not may_ask(visitor_of(request)):
        said = refusal(
            "You have asked a lot in one minute. Ask again in the next.", 429
        )
        said["Retry-After"] = str(SECONDS)
        return said
    request.method, asked = "GET", request.method
    found = view(request, *args, **kwargs)
    request.method = asked
    return _if_changed(request, found)


def _if_changed(request: HttpRequest, found: HttpResponseBase) -> HttpResponseBase:
    """Nothing again, where the asker holds what we would send."""
    if not isinstance(found, HttpResponse) or found.status_code != 200:
        return found
    set_response_etag(found)
    return (
        get_conditional_response(request, etag=found["ETag"], response=found) or found
    )


def _for_everybody(found: HttpResponseBase) -> HttpResponseBase:
    found["Access-Control-Allow-Origin"] = "*"
    found["Access-Control-Allow-Methods"] = ALLOWED
    found["Access-Control-Allow-Headers"] = "Accept, Content-Type, If-None-Match"
    found["Access-Control-Expose-Headers"] = "ETag, Retry-After"
    found["Access-Control-Max-Age"] = "86400"
    found["Cross-Origin-Resource-Policy"] = "cross-origin"
    if found.status_code in {204, 405}:
        found["Allow"] = ALLOWED
    return found


def may_ask(visitor: str) -> bool:
    """True while the visitor's share of this minute lasts."""
    minute = int(now().timestamp()) // SECONDS
    key = f"offer-api:{visitor}:{minute}"
    if _taken.get(key, 0) == 0 and not _take(key):
        return False
    _taken[key] -= 1
    return True


def _take(key: str) -> bool:
    """Take some more questions out of the shared count; False when there are none."""
    _forget_old(key)
    for block in range(A_MINUTE // TAKEN_AT_ONCE):
        if cache.add(f"{key}:{block}", 1, timeout=SECONDS * 2):
            _taken[key] = TAKEN_AT_ONCE
            return True
    return False


def _forget_old(key: str) -> None:
    minute = key.rsplit(":", 1)[1]
    for old in [each for each in _taken if not each.endswith(f":{minute}")]:
        _taken.pop(old, None)
