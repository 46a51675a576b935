"""A request, the steps that follow, and what is corrected."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from waymark.access import audit
from waymark.access.actor import Actor
from waymark.access.record import Ability, Part
from waymark.casework.models import Episode, Happening
from waymark.casework.policies import needed_for
from waymark.casework.services.lines import events_of, keep_line
from waymark.law.events import Event, Kind
from waymark.law.progress import check, state
from waymark.people.models import Child
from waymark.people.queries import Standing
from waymark.people.services import Refused
from waymark.people.services.guarding import locked, require_to
from waymark.today import today

ASSESSMENT = "ehc-needs-assessment"


@transaction.atomic
def record_request(
    *,
    actor: Actor,
    child_id: UUID,
    asked_by: str,
    channel: str,
    received_on: date,
) -> Episode:
    """Write down that an EHC needs assessment was asked for, and begin its episode.

    The six weeks run from the day on which it was received (SEND Regulations 2014,
    regulation 4), whatever form it came in and whatever is still missing.

    Raises: access.audit.TurnedAway or NotHere; Refused. Cost: nine queries to decide,
    five to write.
    """
    _standing, ruling = require_to(actor, child_id, Part.REQUEST, Ability.WRITE)
    _require_past("received_on", received_on)
    child = locked(child_id)
    _require_none_open(child)
    episode = Episode.objects.create(
        child=child,
        process=ASSESSMENT,
        asked_by=asked_by,
        channel=channel,
        opened_by=actor.account_id,
    )
    add_happening(actor, episode, Kind.REQUEST_RECEIVED, received_on)
    audit.record_write(
        actor,
        child_id,
        Part.REQUEST,
        why="An assessment was asked for",
        what=f"episode {episode.pk}",
        ruling=ruling,
    )
    return episode


@transaction.atomic
def record_step(
    *, actor: Actor, child_id: UUID, episode_id: UUID, kind: Kind, on: date
) -> Happening:
    """Write down that a step of the process was taken, on a day until today.

    Raises: access.audit.TurnedAway or NotHere; Episode.DoesNotExist; Refused, in the
    law's own sentence where the step does not fit what happened. Cost: nine queries to
    decide, four to write.
    """
    part, ability = needed_for(kind)
    _standing, ruling = require_to(actor, child_id, part, ability)
    episode = _held(child_id, episode_id)
    _require_past("on", on)
    require_in_order(episode, Event(kind, on))
    row = add_happening(actor, episode, kind, on)
    audit.record_write(
        actor,
        child_id,
        part,
        why="A step of a process was written down",
        what=f"happening {row.pk}",
        ruling=ruling,
    )
    return row


@transaction.atomic
def correct_step(
    *,
    actor: Actor,
    child_id: UUID,
    episode_id: UUID,
    happening_id: UUID,
    on: date,
    why: str,
) -> Happening:
    """Write down the right day of a step; what stood there before stays to be seen.

    Raises: access.audit.TurnedAway or NotHere; Episode.DoesNotExist or
    Happening.DoesNotExist; Refused. Cost: nine queries to decide, five to write.
    """
    episode = _held(child_id, episode_id)
    wrong = episode.happenings.get(pk=happening_id, replaced_by=None)
    part, ability = needed_for(Kind(wrong.kind))
    _standing, ruling = require_to(actor, child_id, part, ability)
    _require_past("on", on)
    require_in_order(episode, Event(Kind(wrong.kind), on, None, "new", str(wrong.pk)))
    row = add_happening(actor, episode, Kind(wrong.kind), on, replaces=wrong, why=why)
    audit.record_write(
        actor,
        child_id,
        part,
        why="The day of a step was corrected",
        what=f"happening {row.pk}",
        ruling=ruling,
    )
    return row


def require_may(standing: Standing, part: Part, ability: Ability) -> None:
    """Stop whoever may not, before a form is shown to them.

    Raises: access.audit.TurnedAway or NotHere.
    """
    ruling = standing.may(part, ability)
    if not ruling:
        audit.turn_away(
            standing.actor,
            standing.child_id,
            part,
            ruling,
            knows_child=standing.knows_child,
        )


def _held(child_id: UUID, episode_id: UUID) -> Episode:
    """The episode, held until the transaction ends. Raises: Episode.DoesNotExist."""
    return Episode.objects.select_for_update().get(pk=episode_id, child_id=child_id)


def add_happening(
    actor: Actor,
    episode: Episode,
    kind: Kind,
    on: date,
    *,
    replaces: Happening | None = None,
    why: str = "",
) -> Happening:
    row = Happening.objects.create(
        episode=episode,
        kind=kind.value,
        on=on,
        replaces=replaces,
        why=why,
        written_by=actor.account_id,
    )
    keep_line(episode)
    return row


def _require_past(field: str, on: date) -> None:
    if on > today():
        raise Refused(field, _("This day is still to come."))


def require_in_order(episode: Episode, new: Event) -> None:
    """Raises: Refused, with what the process itself says of the new step."""
    faults = check(episode.process, [*events_of(episode), new])
    if faults:
        raise Refused("on", faults[-1].says)


def _require_none_open(child: Child) -> None:
    for episode in child.episodes.filter(process=ASSESSMENT):
        if not state(ASSESSMENT, events_of(episode), today()).ended:
            raise Refused("", _("An assessment is asked for or running already."))
