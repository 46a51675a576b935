"""Writes refusals down once the transaction that refused was undone."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from waymark.access import audit


class RefusalMiddleware:
    """Keeps the entry of a refusal, which would be undone with everything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        refusal = getattr(exception, "refusal", None)
        if isinstance(refusal, audit.Refusal):
            audit.record_refusal(
                refusal.actor, refusal.child_id, refusal.part, why=refusal.why
            )
