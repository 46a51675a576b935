"""Telling families in good time that the rights will be the young person's own."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.formats import date_format

from waymark.messages import services as messages
from waymark.people import slots
from waymark.people.kinds import RIGHTS_OWN, RIGHTS_SOON
from waymark.people.models import Adult, Child
from waymark.people.rights import is_parent_in_law, rights_pass_on
from waymark.people.services.reaching import write_to
from waymark.today import today

#: How long before, in days, and what the message is called.
NOTICES = ((92, "3-months"), (366, "12-months"))
#: Nobody is told of a day that was longer ago.
STILL_NEWS = timedelta(days=28)
#: The rights pass between these ages, in days.
_YOUNGEST, _OLDEST = 14 * 365, 17 * 366


def tell_of_rights() -> int:
    """Write to everybody whose rights pass within a year, and once they have passed.

    Twelve months before, three months before and on the day, to the young person and
    to each parent; to those who come late, at once. Run again it changes nothing.
    How many people were written to or had been. Cost: two queries, and those of a
    message for each person.
    """
    day = today()
    born = (day - timedelta(days=_OLDEST), day - timedelta(days=_YOUNGEST))
    children = Child.objects.filter(born_on__range=born, died_on=None)
    told = 0
    for child in children.prefetch_related("relationships__adult"):
        notice = notice_due(rights_pass_on(child.born_on), day)
        if notice:
            told += _tell_family(child, notice)
    return told


def notice_due(passes_on: date, day: date) -> str:
    """Which notice is due on a day; empty where none is.

    Whoever was told nothing before gets the latest alone.
    """
    left = (passes_on - day).days
    if left <= 0:
        return "passed" if day - passes_on <= STILL_NEWS else ""
    return next((name for days, name in NOTICES if left <= days), "")


@transaction.atomic
def _tell_family(child: Child, notice: str) -> int:
    kind = RIGHTS_OWN if notice == "passed" else RIGHTS_SOON
    day = rights_pass_on(child.born_on)
    blanks = {"day": date_format(day, "j F Y")}
    told = 0
    for adult in _parents(child):
        key = f"{kind}:{child.pk}:{notice}:{adult.pk}"
        told += write_to(adult, key=key, kind=kind, blanks=blanks)
    return told + _tell_themselves(child, f"{kind}:{child.pk}:{notice}", kind, blanks)


def _parents(child: Child) -> list[Adult]:
    day = today()
    return [
        held.adult
        for held in child.relationships.all()
        if is_parent_in_law(held)
        and held.gets_letters
        and held.adult.died_on is None
        and (held.ended_on is None or held.ended_on > day)
    ]


def _tell_themselves(child: Child, key: str, kind: str, blanks: dict[str, str]) -> int:
    if child.account_id is None:
        return 0
    email = slots.emails_of([child.account_id]).get(child.account_id)
    if not email:
        return 0
    messages.write(key=key, kind=kind, to=email, blanks=blanks)
    return 1
