"""The one-press page of a reminder, and the team's lists of what to confirm or mend."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from waymark.access.guard import needs, public
from waymark.access.roles import Permission
from waymark.localoffer.assurance import presenters, queries, services
from waymark.localoffer.assurance.forms import ChosenForm
from waymark.localoffer.assurance.rules import Standing
from waymark.localoffer.models import Service


@public("because the secret in the link is what proves who was asked")
@never_cache
# The link itself is the secret that a forger would lack, so no cookie is needed.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def still_right(request: HttpRequest, token: str) -> HttpResponse:
    """What a reminder asks about. Opening it changes nothing; one press confirms."""
    try:
        asked = queries.asked_about(services.open_link(token))
    except services.NotAReminder:
        return _over(request)
    if not asked:
        return _over(request)
    posted = request.POST if request.method == "POST" else None
    form = ChosenForm(posted, among=[(each.pk, each.name) for each in asked])
    if request.method == "POST" and form.is_valid():
        return _confirmed(request, token, form, asked)
    context = {"form": form, "asked": presenters.asked_lines(asked)}
    status = 422 if form.errors else 200
    return render(
        request, "localoffer/assurance/still_right.html", context, status=status
    )


def _confirmed(
    request: HttpRequest, token: str, form: ChosenForm, asked: list[Service]
) -> HttpResponse:
    chosen = form.cleaned_data["services"]
    try:
        services.confirm_by_link(token, chosen)
    except services.NotAReminder:
        return _over(request)
    context = {
        "right": [each.name for each in asked if each.pk in chosen],
        "others": [each.name for each in asked if each.pk not in chosen],
    }
    return render(request, "localoffer/assurance/thanks.html", context)


def _over(request: HttpRequest) -> HttpResponse:
    return render(request, "localoffer/assurance/link_over.html", status=410)


@needs(Permission.KEEP_LOCAL_OFFER)
@require_http_methods(["GET", "HEAD", "POST"])
def confirming(request: HttpRequest, which: str) -> HttpResponse:
    """Entries that stand so, to confirm several at once."""
    if which not in {each.value for each in queries.AGES}:
        raise Http404
    actor = request.actor  # type: ignore[attr-defined]
    found = queries.to_confirm(actor, Standing(which))
    posted = request.POST if request.method == "POST" else None
    form = ChosenForm(posted, among=[(each.pk, each.name) for each in found])
    if request.method == "POST" and form.is_valid():
        services.confirm(actor=actor, service_ids=form.cleaned_data["services"])
        return redirect("localoffer:keeping-confirming", which)
    context = {
        "which": which,
        "title": presenters.TITLES[Standing(which)],
        "lines": presenters.confirm_lines(found, form),
        "form": form,
        "most": queries.AT_A_TIME,
    }
    status = 422 if form.errors else 200
    return render(
        request, "localoffer/assurance/confirming.html", context, status=status
    )


@needs(Permission.KEEP_LOCAL_OFFER)
@require_safe
def faults(request: HttpRequest) -> HttpResponse:
    """Numbers that cannot ring and links that lead nowhere."""
    actor = request.actor  # type: ignore[attr-defined]
    context = {"faults": queries.faults(actor), "most": queries.FAULTS_SHOWN}
    return render(request, "localoffer/assurance/faults.html", context)
