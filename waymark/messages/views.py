"""The outbox for an administrator, and the door for news from Notify."""

import json
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from waymark.access.guard import needs, public
from waymark.access.roles import Permission
from waymark.gateways import notify
from waymark.messages import carriers, queries, services
from waymark.messages.models import Message
from waymark.messages.presenters import counted, shown

#: Notify's call-backs are a few hundred bytes.
LONGEST_NEWS = 20_000


@needs(Permission.MANAGE_MESSAGES)
@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    """What was sent, what waits, and whom to ring instead."""
    actor = request.actor  # type: ignore[attr-defined]
    context = {
        "to_ring": [shown(line) for line in queries.to_ring(actor)],
        "lines": [shown(line) for line in queries.newest(actor)],
        "numbers": counted(queries.numbers(actor)),
        "most": queries.NEWEST,
        "stays_here": carriers.keeps_here(),
        "reaches_people": carriers.reaches_people(),
    }
    return render(request, "messages/outbox.html", context)


@needs(Permission.MANAGE_MESSAGES)
@require_POST
def mark_rung(request: HttpRequest, message_id: UUID) -> HttpResponse:
    """Note that somebody was rung about a message that did not arrive."""
    try:
        services.mark_rung(
            actor=request.actor,  # type: ignore[attr-defined]
            message_id=message_id,
        )
    except Message.DoesNotExist as missing:
        raise Http404 from missing
    return redirect("messages:outbox")


@public("because GOV.UK Notify calls here, and the token it bears is what proves it")
@csrf_exempt
@require_POST
def news(request: HttpRequest) -> HttpResponse:
    """What became of a message. The answer never says whether we know the message."""
    if not notify.is_from_notify(request.headers.get("Authorization", "")):
        return _bare(403)
    if int(request.headers.get("Content-Length") or 0) > LONGEST_NEWS:
        return _bare(413)
    try:
        said = notify.read_news(json.loads(request.body))
    except (notify.NotNews, ValueError, RecursionError):
        return _bare(400)
    if said is not None:
        services.hear(said)
    return _bare(204)


def _bare(status: int) -> HttpResponse:
    """An answer for a program: nothing but how it went."""
    return HttpResponse(status=status, content_type="text/plain")
