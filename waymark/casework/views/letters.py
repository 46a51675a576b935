"""The pages of a letter: written, looked through, sent, read and taken away."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from waymark.access.guard import of_record
from waymark.access.record import Ability, Part
from waymark.casework import queries, services
from waymark.casework.forms.letters import LateForm, LetterForm, ServedForm
from waymark.casework.letters import KINDS
from waymark.casework.letters.document import document_of, shown
from waymark.casework.letters.kinds import BEGUN_BY_HAND, LATE
from waymark.casework.models import Episode, Letter
from waymark.casework.presenters import letters as presenters
from waymark.casework.presenters.cases import address_of
from waymark.casework.presenters.decisions import duties
from waymark.casework.queries import LetterView
from waymark.casework.views.around import (
    METHODS,
    asked,
    case_or_404,
    to_cases,
    to_record,
    way_back,
)
from waymark.casework.waiting import binding
from waymark.people import sealed
from waymark.people.forms.person import NothingToFill
from waymark.people.views.asking import actor_of, attempted, posted
from waymark.people.views.taking import as_file, offered
from waymark.ui.navigation import Breadcrumbs, Crumb
from waymark.ui.take_away import FormGroup, OtherForm, TakeAway

SERVED = "to those it was served on, and those who write letters"


@of_record(Part.CASEWORK, Ability.WRITE)
@require_http_methods(METHODS)
def begin_letter(
    request: HttpRequest, child_id: UUID, episode_id: UUID, letter: str
) -> HttpResponse:
    """Begin a letter that no decision begins."""
    view = case_or_404(request, child_id, episode_id)
    services.require_may(view.standing, Part.CASEWORK, Ability.WRITE)
    if letter not in BEGUN_BY_HAND:
        raise Http404
    choices = duties(binding(view.coming))
    form: Any = (
        LateForm(posted(request), duties=choices)
        if letter == LATE
        else NothingToFill(posted(request))
    )
    do = partial(
        services.begin_letter,
        actor=actor_of(request),
        child_id=child_id,
        episode_id=episode_id,
        kind=letter,
    )
    made = attempted(form, do)
    if made:
        return redirect("casework:letter", child_id, episode_id, made.pk)
    return asked(
        request,
        form,
        crumbs=way_back(view),
        title=KINDS[letter].title,
        says=_("You look through it before anything is sent."),
        button=_("Begin the letter"),
    )


@of_record(Part.MESSAGES, Ability.READ, when=SERVED)
@require_safe
def letter(
    request: HttpRequest, child_id: UUID, episode_id: UUID, letter_id: UUID
) -> HttpResponse:
    """One letter; that its recipient opened it is kept."""
    view = _letter(request, child_id, episode_id, letter_id)
    if view.own is not None and view.own.read_at is None:
        services.mark_read(actor=actor_of(request), served_id=view.own.pk)
    context = {
        "view": view,
        "title": view.kind.title,
        "said": _said(view),
        "served": presenters.served_table(view) if view.may_write else "",
        "untold": presenters.untold(view) if view.may_write else [],
        "forms": _forms(view),
        "crumbs": _crumbs(view),
        "child_id": child_id,
    }
    return render(request, "casework/letter.html", context)


@of_record(Part.CASEWORK, Ability.WRITE)
@require_http_methods(METHODS)
def write_letter(
    request: HttpRequest, child_id: UUID, episode_id: UUID, letter_id: UUID
) -> HttpResponse:
    """Write what only an officer can: the reasons, the help, what comes next."""
    view = _letter(request, child_id, episode_id, letter_id)
    services.require_may(view.standing, Part.CASEWORK, Ability.WRITE)
    kept = {"version": view.letter.version, **queries.words_of(view.letter)}
    form = LetterForm(posted(request), kind=view.kind, initial=kept)

    def do(**said: Any) -> Letter:
        return services.write_letter(
            **_asked_of(request, child_id, episode_id, letter_id),
            version=said["version"],
            words=form.words(),
        )

    if attempted(form, do):
        return redirect("casework:letter", child_id, episode_id, letter_id)
    return asked(
        request,
        form,
        crumbs=_crumbs(view),
        title=view.kind.title,
        says=_("What stands in the letter by itself, you need not write."),
        button=_("Keep it"),
    )


@of_record(Part.CASEWORK, Ability.WRITE)
@require_POST
def send_letter(
    request: HttpRequest, child_id: UUID, episode_id: UUID, letter_id: UUID
) -> HttpResponse:
    """Send a letter to everybody it is for, or say what it still needs."""
    form = NothingToFill(request.POST)
    do = partial(
        services.send_letter,
        **_asked_of(request, child_id, episode_id, letter_id),
    )
    try:
        if attempted(form, do):
            return redirect("casework:letter", child_id, episode_id, letter_id)
    except Letter.DoesNotExist as missing:
        raise Http404 from missing
    view = _letter(request, child_id, episode_id, letter_id)
    return asked(
        request,
        form,
        crumbs=_crumbs(view),
        title=view.kind.title,
        says=_("Nothing was sent."),
        button=_("Try again"),
    )


@of_record(Part.CASEWORK, Ability.WRITE)
@require_http_methods(METHODS)
def serve_in_another_way(
    request: HttpRequest,
    child_id: UUID,
    episode_id: UUID,
    letter_id: UUID,
    served_id: UUID,
) -> HttpResponse:
    """Write down how a copy went whose message did not arrive."""
    view = _letter(request, child_id, episode_id, letter_id)
    services.require_may(view.standing, Part.CASEWORK, Ability.WRITE)
    if served_id not in {copy.pk for copy in view.served}:
        raise Http404
    form = ServedForm(posted(request))
    do = partial(
        services.serve_in_another_way,
        **_asked_of(request, child_id, episode_id, letter_id),
        served_id=served_id,
    )
    if attempted(form, do):
        return redirect("casework:letter", child_id, episode_id, letter_id)
    return asked(
        request,
        form,
        crumbs=_crumbs(view),
        title=_("How did it go instead?"),
        says=_(
            "Take the letter away as a file, print it, and post it or hand it over."
        ),
        button=_("Write it down"),
    )


@of_record(Part.MESSAGES, Ability.READ, when=SERVED)
@require_safe
def letter_taken(
    request: HttpRequest, child_id: UUID, episode_id: UUID, letter_id: UUID, kind: str
) -> HttpResponse:
    """A letter that was sent, in one format, made now and kept by nobody."""
    view = _letter(request, child_id, episode_id, letter_id)
    if view.letter.sent_on is None:
        raise Http404
    document = document_of(sealed.read(view.letter, "sealed_document"))
    back = Crumb(view.kind.title, _address(view, "letter"))
    return as_file(request, document, kind, back, name="letter")


def _asked_of(
    request: HttpRequest, child_id: UUID, episode_id: UUID, letter_id: UUID
) -> dict[str, Any]:
    """What every service about one letter is told first: who asks, and about which."""
    return {
        "actor": actor_of(request),
        "child_id": child_id,
        "episode_id": episode_id,
        "letter_id": letter_id,
    }


def _letter(
    request: HttpRequest, child_id: UUID, episode_id: UUID, letter_id: UUID
) -> LetterView:
    """Raises: access.audit.TurnedAway or NotHere; Http404."""
    try:
        return queries.letter_of(actor_of(request), child_id, episode_id, letter_id)
    except (Letter.DoesNotExist, Episode.DoesNotExist) as missing:
        raise Http404 from missing


def _said(view: LetterView) -> str:
    """The letter as it was sent; empty while it waits."""
    if view.letter.sent_on is None:
        return ""
    return shown(sealed.read(view.letter, "sealed_document"))


def _forms(view: LetterView) -> TakeAway | None:
    if view.letter.sent_on is None:
        return None
    forms = tuple(
        OtherForm(each.title, _address(view, "letter_taken", kind=each.kind), each.hint)
        for each in offered()
    )
    return TakeAway((FormGroup(_("The letter"), forms),))


def _address(view: LetterView, page: str, **more: Any) -> str:
    letter = view.letter
    return address_of(
        letter.episode.child_id,
        page,
        episode_id=letter.episode_id,
        letter_id=letter.pk,
        **more,
    )


def _crumbs(view: LetterView) -> Breadcrumbs:
    episode = view.letter.episode
    child_id = episode.child_id
    case = address_of(child_id, "case", episode_id=episode.pk)
    return Breadcrumbs(
        (to_record(child_id), to_cases(child_id), Crumb(_("The case"), case))
    )
