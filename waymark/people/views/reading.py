"""A family's own page, the list of children, one record, and who looked at it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from waymark.access import emergencies
from waymark.access.guard import of_record
from waymark.access.record import Ability, Part
from waymark.people import policies, queries, slots
from waymark.people.forms.person import FindForm
from waymark.people.presenters import record as presenters
from waymark.people.presenters.record import address_of
from waymark.people.views.asking import actor_of, posted
from waymark.today import today
from waymark.ui.navigation import Breadcrumbs, Crumb


@of_record(Part.PERSON, Ability.READ, child="")
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The children of whoever is signed in. Cost: at most ten queries."""
    actor = actor_of(request)
    context = {
        "held": queries.mine(actor),
        "works": bool(actor.posts),
        "desks": slots.desks() if actor.posts else (),
        "ends_records": bool(policies.may_end_records(actor)),
    }
    return render(request, "people/mine.html", context)


@of_record(Part.PERSON, Ability.READ, child="")
@require_http_methods(["GET", "HEAD", "POST"])
def child_list(request: HttpRequest) -> HttpResponse:
    """Children whom somebody works with, found by name or number.

    Asked for by post, so that no name stands in an address. Cost: at most twelve
    queries.
    """
    form = FindForm(posted(request))
    said = form.cleaned_data if form.is_bound and form.is_valid() else {}
    page = queries.children(
        actor_of(request), words=said.get("words", ""), number=said.get("page") or 1
    )
    context = {
        "form": form,
        "words": said.get("words", ""),
        "page": page,
        "table": presenters.list_of(page.rows),
        "may_begin": bool(policies.may_begin_records(actor_of(request))),
        "may_break": bool(emergencies.may_break_the_glass(actor_of(request))),
    }
    return render(request, "people/list.html", context)


@of_record(Part.PERSON, Ability.READ)
@require_safe
def one(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Who a child is and who is around it, as far as the reader may see it."""
    record = queries.record_of(actor_of(request), child_id)
    standing = record.standing
    context = {
        "record": record,
        "child": record.child,
        "facts": presenters.person_facts(record, today()),
        "adults": [presenters.AdultCard(row, record) for row in record.adults],
        "settings": presenters.settings_table(record),
        "statuses": presenters.statuses_table(record),
        "team": presenters.team_table(record),
        "doors": [
            (door.title, door.says, door.address(child_id, door.page))
            for door in slots.doors()
            if standing.may(door.part, Ability.READ)
        ],
        "may_let_in": bool(policies.may_invite_supporter(standing.ties, standing.at)),
        "may_look": bool(policies.may_look_who_looked(standing.ties, standing.at)),
        "may_decide": bool(
            policies.may_decide_parents_view(standing.ties, standing.at)
        ),
    }
    return render(request, "people/one.html", context)


@of_record(
    Part.PERSON, Ability.READ, when="as the family or for the family's own request"
)
@require_safe
def who_looked(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Who looked at the record, in plain words. Cost: at most eleven queries."""
    lines = queries.who_looked_at(actor_of(request), child_id)
    context = {
        "table": presenters.looked_table(lines),
        "crumbs": Breadcrumbs((Crumb(_("The record"), address_of(child_id)),)),
    }
    return render(request, "people/who_looked.html", context)
