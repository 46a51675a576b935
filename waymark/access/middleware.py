"""Around each request: refusals are kept, and one press has one effect."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from waymark.access import audit, presses

Answer = Callable[[HttpRequest], HttpResponse]


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


class PressMiddleware:
    """Lets a form that arrives twice have one effect, and answers both alike."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with presses.answering() as press:
            answer = self.get_response(request)
            if press.is_kept and answer.has_header("Location"):
                presses.answered(press.mark, answer["Location"])
        return answer

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], *_: object
    ) -> None:
        """After the form's token was found good, and before anything is done."""
        if not getattr(view, "csrf_exempt", False):
            presses.begin(presses.mark_of(request))

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if not isinstance(exception, presses.PressedAlready):
            return None
        location = presses.location_of(exception.mark)
        if location:
            return redirect(location)
        return render(request, "409.html", status=409)
