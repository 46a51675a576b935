"""The story, told once, and what a child said."""

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

from waymark.access.decision import no
from waymark.access.guard import of_record
from waymark.access.record import Ability, Part
from waymark.access.ties import How
from waymark.people import queries, services
from waymark.people.forms.person import NothingToFill
from waymark.people.forms.story import (
    BoardForm,
    SayForm,
    SayInWordsForm,
    SayWithFileForm,
    TellForm,
)
from waymark.people.models import StoryVersion, VoiceItem
from waymark.people.presenters import story as presenters
from waymark.people.presenters.record import address_of
from waymark.people.queries import Standing, Voice
from waymark.people.services import Saying
from waymark.people.telling import BY_KEY, TOPIC_BY_KEY, TOPICS, Teller
from waymark.people.views.asking import (
    SAVE,
    actor_of,
    asked,
    attempted,
    posted,
    refuse,
    require_of,
)
from waymark.ui.navigation import Breadcrumbs, Crumb

_METHODS = ["GET", "HEAD", "POST"]


def _is_child(standing: Standing) -> bool:
    return any(tie.how is How.SELF and tie.holds(standing.at) for tie in standing.ties)


def _back_to(title: Any, page: str, child_id: UUID) -> Breadcrumbs:
    return Breadcrumbs((Crumb(title, address_of(child_id, page)),))


@of_record(Part.STORY, Ability.READ)
@require_safe
def story(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """The story, as far as the reader may see it."""
    held = queries.story_of(actor_of(request), child_id)
    context = {
        "child": held.child,
        "cards": presenters.cards(held),
        "crumbs": _back_to(held.child.name, "one", child_id),
        "tells": bool(held.tells),
    }
    return render(request, "people/story.html", context)


@of_record(Part.STORY, Ability.WRITE)
@require_http_methods(_METHODS)
def tell(request: HttpRequest, child_id: UUID, part: str) -> HttpResponse:
    """Tell one part of the story."""
    held = queries.story_of(actor_of(request), child_id, why="Opened a part to tell it")
    part_asked = BY_KEY.get(part)
    if part_asked is None:
        raise Http404
    if part_asked.teller not in held.tells:
        refuse(request, child_id, Part.STORY, no(services.NOT_YOURS_TO_TELL))
    own = held.own(part_asked)
    may_keep = part_asked.teller is Teller.FAMILY or _is_child(held.standing)
    form = TellForm(posted(request), may_keep=may_keep, initial=presenters.as_told(own))

    def do(**said: Any) -> object:
        return services.tell(
            actor=actor_of(request), child_id=child_id, part=part, **said
        )

    if attempted(form, do):
        return redirect("people:story", child_id)
    if form.is_bound and own:
        form.data = presenters.again(request.POST, str(own.version.number))
    context = {
        "form": form,
        "title": part_asked.title,
        "says": part_asked.hint,
        "button": SAVE,
        "crumbs": _back_to(_("The story"), "story", child_id),
        "earlier": queries.versions_of(held, part_asked)[1:],
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "people/tell.html", context, status=status)


@of_record(Part.STORY, Ability.WRITE)
@require_POST
def confirm(request: HttpRequest, child_id: UUID, version_id: UUID) -> HttpResponse:
    """Say that a part is still right."""
    try:
        services.confirm(
            actor=actor_of(request), child_id=child_id, version_id=version_id
        )
    except StoryVersion.DoesNotExist as problem:
        raise Http404 from problem
    return redirect("people:story", child_id)


def _voice_to_write(request: HttpRequest, child_id: UUID) -> Voice:
    """What a child said, for those who may add to it.

    Raises: access.audit.TurnedAway or NotHere.
    """
    held = queries.voice_of(
        actor_of(request), child_id, why="Opened a form about what they said"
    )
    may = held.standing.may(Part.STORY, Ability.WRITE)
    require_of(request, child_id, Part.STORY, may)
    return held


# ---- what a child said ---------------------------------------------------------------


@of_record(Part.STORY, Ability.READ)
@require_safe
def voice(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """What a child said, and boards of one topic laid beside each other."""
    held = queries.voice_of(actor_of(request), child_id)
    context = {
        "child": held.child,
        "said": [presenters.SaidCard(each, child_id) for each in held.said],
        "boards": presenters.boards_beside(held),
        "may_add": held.may_add,
        "topics": TOPICS,
        "crumbs": _back_to(held.child.name, "one", child_id),
    }
    return render(request, "people/voice.html", context)


@of_record(Part.STORY, Ability.WRITE)
@require_http_methods(_METHODS)
def say(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Keep what a child said in words."""
    held = _voice_to_write(request, child_id)
    form = SayInWordsForm(posted(request), may_keep=_is_child(held.standing))

    def do(**said: Any) -> object:
        return _keep(request, child_id, **said)

    return _saying(request, child_id, form, do, _("Add what they said"))


@of_record(Part.STORY, Ability.WRITE)
@require_http_methods(_METHODS)
def show(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Keep a drawing, a photo, a recording or a film."""
    held = _voice_to_write(request, child_id)
    form = SayWithFileForm(
        posted(request),
        request.FILES or None,
        may_keep=_is_child(held.standing),
        keeper=lambda upload: services.keep_file(
            actor=actor_of(request), child_id=child_id, upload=upload
        ),
        account_id=actor_of(request).account_id,
    )

    def do(**said: Any) -> object:
        return _keep(request, child_id, **said)

    title = _("Add a drawing, photo, recording or film")
    return _saying(request, child_id, form, do, title)


@of_record(Part.STORY, Ability.WRITE)
@require_http_methods(_METHODS)
def board(request: HttpRequest, child_id: UUID, topic: str) -> HttpResponse:
    """Keep a symbol board."""
    held = _voice_to_write(request, child_id)
    about = TOPIC_BY_KEY.get(topic)
    if about is None:
        raise Http404
    form = BoardForm(posted(request), topic=about, may_keep=_is_child(held.standing))

    def do(**said: Any) -> object:
        words = {name: said[name] for name in said if not name.startswith("put_")}
        return _keep(
            request,
            child_id,
            medium=VoiceItem.Medium.SYMBOLS,
            topic=topic,
            puts=form.puts(),
            **words,
        )

    return _saying(request, child_id, form, do, about.title)


def _keep(request: HttpRequest, child_id: UUID, **said: Any) -> VoiceItem:
    permits, readers = tuple(said.pop("permits")), tuple(said.pop("readers"))
    saying = Saying(permits=permits, readers=readers, **said)
    return services.keep_voice(
        actor=actor_of(request), child_id=child_id, saying=saying
    )


def _saying(
    request: HttpRequest, child_id: UUID, form: SayForm, do: Any, title: Any
) -> HttpResponse:
    if attempted(form, do):
        return redirect("people:voice", child_id)
    return asked(
        request,
        form,
        title=title,
        says=_("It is kept as it was said, with who helped and what it is for."),
        button=SAVE,
        crumbs=_back_to(_("What they said"), "voice", child_id),
    )


@of_record(Part.STORY, Ability.WRITE)
@require_http_methods(_METHODS)
def take_back(request: HttpRequest, child_id: UUID, item_id: UUID) -> HttpResponse:
    """Take back something that was said."""
    held = _voice_to_write(request, child_id)
    item = [s for s in held.said if s.item.pk == item_id and s.may_take_back]
    if not item:
        raise Http404
    form = NothingToFill(posted(request))

    def do() -> object:
        return services.take_back(
            actor=actor_of(request), child_id=child_id, item_id=item_id
        )

    if attempted(form, do):
        return redirect("people:voice", child_id)
    return asked(
        request,
        form,
        title=_("Take this back"),
        says=_("Nobody but the child sees it from this moment on."),
        button=_("Take it back"),
        is_ending=True,
        crumbs=_back_to(_("What they said"), "voice", child_id),
    )
