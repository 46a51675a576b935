"""What each prefix means for caching, robots, referrers and styles: one table."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from django.http import HttpRequest, HttpResponse

NOT_KEPT = "no-store"


@dataclass(frozen=True)
class Envelope:
    """How pages under a prefix travel. The room decides what is inside.

    `kept` is the Cache-Control value, `found` whether search engines may list the
    page, `referrer` the Referrer-Policy, `inline_styles` the one exception that
    Wagtail's own screens need. `framed` lets other sites show a page inside their own,
    and `may_ask_position` lets a page ask the browser where it is. `downloads` are what
    people uploaded, which may run nothing wherever it is opened. `idle` is how long a
    session may go unused there, and `strong` whether somebody must have a second
    factor; None and False where nobody has to be signed in. `strong_at_work` wants one
    of everybody who holds a role that a code by e-mail does not open.
    """

    prefix: str
    kept: str
    found: bool
    referrer: str
    inline_styles: bool = False
    idle: timedelta | None = None
    strong: bool = False
    strong_at_work: bool = False
    framed: bool = False
    may_ask_position: bool = False
    downloads: bool = False


HALF_AN_HOUR = timedelta(minutes=30)

#: First match wins. Addresses are for life, so this table only grows.
ENVELOPES = (
    Envelope(
        "/editing/",
        NOT_KEPT,
        False,
        "same-origin",
        inline_styles=True,
        idle=HALF_AN_HOUR,
        strong=True,
    ),
    Envelope("/account/", NOT_KEPT, False, "same-origin", idle=HALF_AN_HOUR),
    Envelope(
        "/managing/", NOT_KEPT, False, "same-origin", idle=HALF_AN_HOUR, strong=True
    ),
    # A family comes in by a code; whoever works here shows who they are twice.
    Envelope("/my/", NOT_KEPT, False, "same-origin", idle=HALF_AN_HOUR),
    Envelope(
        "/people/",
        NOT_KEPT,
        False,
        "same-origin",
        idle=HALF_AN_HOUR,
        strong_at_work=True,
    ),
    Envelope(
        "/files/",
        NOT_KEPT,
        False,
        "no-referrer",
        idle=HALF_AN_HOUR,
        strong_at_work=True,
        downloads=True,
    ),
    # What a provider writes is nobody's to keep. A code by e-mail opens it.
    Envelope("/providing/", NOT_KEPT, False, "same-origin", idle=HALF_AN_HOUR),
    # The address confirms an entry, so it goes nowhere.
    Envelope("/still-right/", NOT_KEPT, False, "no-referrer"),
    Envelope("/search/", NOT_KEPT, False, "no-referrer"),
    Envelope("/feedback/", NOT_KEPT, False, "same-origin"),
    Envelope("/messages/", NOT_KEPT, False, "no-referrer"),
    # The address of a draft is what lets people read it, so it goes nowhere.
    Envelope("/preview/", NOT_KEPT, False, "no-referrer"),
    # Open data, for programs. What is asked is a filter and never a person's words.
    Envelope("/open-referral/", "public, max-age=60", False, "no-referrer"),
    # The one page that other sites may frame: a list without form, script or cookie.
    Envelope(
        "/local-offer/embed/", "public, max-age=60", False, "no-referrer", framed=True
    ),
    Envelope(
        "/local-offer/",
        "public, max-age=60",
        True,
        "same-origin",
        may_ask_position=True,
    ),
    Envelope("/static/", "", True, "same-origin"),
    Envelope("/", "public, max-age=60", True, "same-origin"),
)

#: Under these an address with a query may hold dates or search words.
MAY_HOLD_WORDS = {"/", "/search/", "/local-offer/", "/local-offer/embed/"}

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
}
#: What the editor shows beside the form: our own editor may frame it, nobody else.
FRAMED_POLICY = {**EDITING_POLICY, "frame-ancestors": "'self'"}


#: What other sites show inside their own pages can send nothing and run nothing.
EMBEDDED_POLICY = {
    **POLICY,
    "script-src": "'none'",
    "connect-src": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "*",
}


#: Whatever a browser makes of what people uploaded, it runs and reaches nothing.
DOWNLOAD_POLICY = {"default-src": "'none'", "sandbox": ""}


def envelope_of(path: str, *, has_query: bool) -> Envelope:
    """The envelope of an address; one with a query is never kept nor listed."""
    found = next(e for e in ENVELOPES if path.startswith(e.prefix))
    if has_query and found.prefix in MAY_HOLD_WORDS:
        return replace(found, kept=NOT_KEPT, found=False, referrer="no-referrer")
    return found


def policy_of(path: str, envelope: Envelope) -> dict[str, str]:
    """The content security policy of an address under its envelope."""
    if envelope.framed and path == envelope.prefix:
        return EMBEDDED_POLICY
    if not envelope.inline_styles:
        return POLICY
    return FRAMED_POLICY if "/preview/" in path else EDITING_POLICY


class EnvelopeMiddleware:
    """Puts every answer into its envelope."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        envelope = envelope_of(
            request.path, has_query=bool(request.META.get("QUERY_STRING"))
        )
        request.envelope = envelope  # type: ignore[attr-defined]
        answer = self.get_response(request)
        self._address(answer, envelope)
        if envelope.downloads and answer.has_header("Content-Disposition"):
            self._seal(answer, DOWNLOAD_POLICY)
        else:
            self._seal(answer, policy_of(request.path, envelope))
        self._open(request.path, answer, envelope)
        return answer

    def _address(self, answer: HttpResponse, envelope: Envelope) -> None:
        if envelope.kept == NOT_KEPT or answer.status_code >= 400:
            # Whatever the view thought: nobody keeps this one.
            answer["Cache-Control"] = NOT_KEPT
        elif envelope.kept:
            answer.headers.setdefault("Cache-Control", envelope.kept)
        if not envelope.found:
            answer["X-Robots-Tag"] = "noindex"
        answer["Referrer-Policy"] = envelope.referrer

    def _seal(self, answer: HttpResponse, policy: dict[str, str]) -> None:
        answer["Content-Security-Policy"] = "; ".join(
            f"{name} {value}".strip() for name, value in policy.items()
        )
        framed = policy is FRAMED_POLICY
        answer["X-Frame-Options"] = "SAMEORIGIN" if framed else "DENY"
        answer.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        answer["Permissions-Policy"] = (
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        )

    def _open(self, path: str, answer: HttpResponse, envelope: Envelope) -> None:
        """What an envelope lets a page do that others may not."""
        if envelope.may_ask_position:
            said = answer["Permissions-Policy"]
            answer["Permissions-Policy"] = said.replace(
                "geolocation=()", "geolocation=(self)"
            )
        if envelope.framed and path == envelope.prefix and answer.status_code < 400:
            del answer["X-Frame-Options"]
            answer["Cross-Origin-Resource-Policy"] = "cross-origin"
