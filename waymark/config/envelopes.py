"""What each prefix means for caching, robots, referrers and styles: one table."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

NOT_KEPT = "no-store"


@dataclass(frozen=True)
class Envelope:
    """How pages under a prefix travel. The room decides what is inside.

    `kept` is the Cache-Control value, `found` whether search engines may list the
    page, `referrer` the Referrer-Policy, `inline_styles` the one exception that
    Wagtail's own screens need.
    """

    prefix: str
    kept: str
    found: bool
    referrer: str
    inline_styles: bool = False


#: First match wins. Addresses are for life, so this table only grows.
ENVELOPES = (
    Envelope("/editing/", NOT_KEPT, False, "same-origin", inline_styles=True),
    Envelope("/account/", NOT_KEPT, False, "same-origin"),
    Envelope("/managing/", NOT_KEPT, False, "same-origin"),
    Envelope("/search/", NOT_KEPT, False, "no-referrer"),
    Envelope("/feedback/", NOT_KEPT, False, "same-origin"),
    Envelope("/static/", "", True, "same-origin"),
    Envelope("/", "public, max-age=60", True, "same-origin"),
)

#: An address with a query may hold dates or search words: nobody keeps or lists it.
WITH_A_QUERY = Envelope("", NOT_KEPT, False, "no-referrer")

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
}
EDITING_POLICY = {
    **POLICY,
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "frame-src": "'self'",
    "frame-ancestors": "'self'",
}


def envelope_of(path: str, *, has_query: bool) -> Envelope:
    """The envelope of an address; one with a query is never kept nor listed."""
    found = next(e for e in ENVELOPES if path.startswith(e.prefix))
    if has_query and found.prefix in {"/", "/search/"}:
        return WITH_A_QUERY
    return found


class EnvelopeMiddleware:
    """Puts every answer into its envelope."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        envelope = envelope_of(
            request.path, has_query=bool(request.META.get("QUERY_STRING"))
        )
        self._address(answer, envelope)
        self._seal(answer, envelope)
        return answer

    def _address(self, answer: HttpResponse, envelope: Envelope) -> None:
        if envelope.kept:
            kept = envelope.kept if answer.status_code < 400 else NOT_KEPT
            answer.headers.setdefault("Cache-Control", kept)
        if not envelope.found:
            answer["X-Robots-Tag"] = "noindex"
        answer["Referrer-Policy"] = envelope.referrer

    def _seal(self, answer: HttpResponse, envelope: Envelope) -> None:
        policy = EDITING_POLICY if envelope.inline_styles else POLICY
        answer["Content-Security-Policy"] = "; ".join(
            f"{name} {value}" for name, value in policy.items()
        )
        answer["X-Frame-Options"] = "SAMEORIGIN" if envelope.inline_styles else "DENY"
        answer["Cross-Origin-Resource-Policy"] = "same-origin"
        answer["Permissions-Policy"] = (
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        )
