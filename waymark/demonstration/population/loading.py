"""An invented authority in the store of a demonstration."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from waymark.access.roles import Role
from waymark.accounts import services as accounts
from waymark.accounts.models import Account
from waymark.accounts.queries import actor_of
from waymark.demonstration.population.children import (
    Adult,
    InventedChild,
    School,
    children,
)
from waymark.demonstration.population.margins import Place
from waymark.demonstration.population.planted import planted
from waymark.demonstration.population.writing import Preset
from waymark.organisations import queries as organisations
from waymark.organisations import services as organising
from waymark.organisations.sorts import Sort
from waymark.people import services as people
from waymark.people.identifiers import Kind
from waymark.people.services import Grownup, Home, Person, Taken

SOURCE = "invented"
#: With so many officers each has the 250 plans that are usual.
OFFICERS = 8
#: Whom one press signs in has the first share of the plans.
FIRST_OFFICER, ADMINISTRATOR = "davina@example.org", "efa@example.org"

#: Where each sort of setting stands in the margins, and whom it takes.
_PLACES: dict[Sort, tuple[Place, int, int]] = {
    Sort.NURSERY: (Place.EARLY_YEARS, 2, 5),
    Sort.PRIMARY: (Place.MAINSTREAM, 4, 10),
    Sort.SECONDARY: (Place.MAINSTREAM, 11, 18),
    Sort.ALL_THROUGH: (Place.MAINSTREAM, 4, 18),
    Sort.SPECIAL: (Place.SPECIAL, 2, 19),
    Sort.ALTERNATIVE: (Place.ALTERNATIVE, 5, 16),
    Sort.COLLEGE: (Place.COLLEGE, 16, 25),
    Sort.SIXTEEN_PLUS: (Place.COLLEGE, 16, 25),
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many children were written down, of how many."""

    new: int
    of: int


class NotADemonstration(Exception):
    """The store is a live one, or has no demonstration's people in it."""


def schools() -> list[School]:
    """The area's own open settings, as the generator knows them. Cost: one query."""
    return [
        School(
            urn=setting.urn,
            place=_PLACES[Sort(setting.sort)][0],
            lowest_age=_PLACES[Sort(setting.sort)][1],
            highest_age=_PLACES[Sort(setting.sort)][2],
        )
        for setting in organisations.open_settings()
        if Sort(setting.sort) in _PLACES
    ]


def load(preset: Preset, *, seed: int, as_at: date) -> Loaded:
    """Put an invented authority into a demonstration; again, and nothing is written.

    Raises: NotADemonstration.
    """
    if not organisations.is_demonstration():
        raise NotADemonstration("Only a demonstration may have invented people in it.")
    officers, team_id = _officers()
    ids = {each.urn: each.organisation_id for each in organisations.open_settings()}
    own = organisations.authority()
    council = own.organisation_id if own else None
    made = children(number=preset.plans, seed=seed, as_at=as_at, schools=schools())
    records = [
        _taken(each, seed, ids, officers[each.number % len(officers)], team_id, council)
        for each in planted(made, seed=seed)
    ]
    try:
        new = people.take_in(records, source=f"{SOURCE} {seed}")
    except people.NumberTaken as problem:
        raise NotADemonstration(
            "Another invented authority is here already. Begin a new demonstration."
        ) from problem
    return Loaded(new=new, of=len(records))


def _officers() -> tuple[Sequence[UUID], UUID]:
    """The accounts of the officers, and their team. Those who are missing are made.

    Raises: NotADemonstration.
    """
    first = Account.objects.filter(email=FIRST_OFFICER, is_persona=True).first()
    posts = actor_of(first).posts if first else ()
    team_id = next((post.team_id for post in posts if post.team_id), None)
    if first is None or team_id is None:
        raise NotADemonstration("This store has no people of the demonstration in it.")
    where = posts[0].organisation_id
    others = [_officer(n, where, team_id) for n in range(2, OFFICERS + 1)]
    return [first.pk, *others], team_id


def _officer(number: int, where: UUID, team_id: UUID) -> UUID:
    email = f"officer.{number}@example.org"
    held = Account.objects.filter(email=email).first()
    if held is not None:
        return held.pk
    account = accounts.make_account(
        email=email, name=f"Officer {number} (invented)", password=None
    )
    organising.begin_post(
        actor=actor_of(Account.objects.get(email=ADMINISTRATOR)),
        account_id=account.pk,
        role=Role.COORDINATOR,
        organisation_id=where,
        began_on=date(2024, 9, 2),
        team_id=team_id,
    )
    return account.pk


def _taken(
    said: InventedChild,
    seed: int,
    settings: dict[str, UUID],
    officer_id: UUID,
    team_id: UUID,
    council: UUID | None,
) -> Taken:
    return Taken(
        key=f"{seed}/{said.number}",
        person=Person(
            forename=said.forename,
            surname=said.surname,
            born_on=said.born_on,
            sex=said.sex,
            ethnicity=said.ethnicity or "NOBT",
        ),
        numbers=tuple(
            (kind, number)
            for kind, number in ((Kind.UPN, said.upn), (Kind.NHS, said.nhs))
            if number
        ),
        home=Home(said.street, said.postcode),
        adults=tuple(_grownups(said.adults, seed)),
        setting_id=settings.get(said.urn),
        since=said.joined_on,
        officer_id=officer_id,
        team_id=team_id,
        looked_after_by=council if said.is_looked_after else None,
    )


def _grownups(adults: Sequence[Adult], seed: int) -> Iterator[Grownup]:
    for each in adults:
        yield Grownup(
            key=f"{seed}/{each.number}",
            name=each.name,
            email=f"adult.{seed}.{each.number}@example.org",
            phone=each.phone,
            kind=each.kind,
            responsibility=each.responsibility,
            is_carer=each.is_carer,
            home=Home(each.street, each.postcode, is_restricted=each.is_kept_back),
        )
