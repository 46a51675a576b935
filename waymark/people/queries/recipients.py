"""To whom of a family a letter about a child goes, and how it reaches each."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from waymark.access.record import Part
from waymark.people.models import Adult, Child
from waymark.people.queries.standing import parents_of, restrictions_of
from waymark.people.rights import rights_pass_on
from waymark.today import now, today


@dataclass(frozen=True, slots=True)
class Recipient:
    """One person of a family to whom a letter goes: a parent, or the young person.

    `adult` is None for the young person. `is_kept` says that letters are kept from
    them, by what somebody decided about the record.
    """

    name: str
    child: Child
    adult: Adult | None
    is_kept: bool

    @property
    def account_id(self) -> UUID | None:
        """Their own account, if they have one."""
        return self.adult.account_id if self.adult else self.child.account_id

    @property
    def key(self) -> str:
        """What tells them apart from the others, without a name."""
        return f"adult-{self.adult.pk}" if self.adult else "young-person"


def recipients_of(child_id: UUID, part: Part) -> tuple[Recipient, ...]:
    """The family of a child, each of whom gets a letter of their own.

    Every parent in law who is to have letters; the young person first, once the rights
    are theirs. `part` is the part of the record that the letter belongs to. Whoever
    calls has decided that the actor may know of them. Cost: six queries at most, and
    one for each who has an account.
    """
    day = today()
    child = Child.objects.get(pk=child_id)
    parents = [
        _recipient(child, each.adult, part)
        for each in parents_of(child_id, day)
        if each.gets_letters
    ]
    own = [_recipient(child, None, part)] if _is_their_own(child, day) else []
    return (*own, *parents)


def _is_their_own(child: Child, day: date) -> bool:
    return day >= rights_pass_on(child.born_on) and child.died_on is None


def _recipient(child: Child, adult: Adult | None, part: Part) -> Recipient:
    account_id = adult.account_id if adult else child.account_id
    kept = account_id is not None and any(
        each.bars(part, None, now()) for each in restrictions_of(account_id, child.pk)
    )
    return Recipient(adult.name if adult else child.name, child, adult, kept)
