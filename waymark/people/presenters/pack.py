"""A child's record as one document to take away. Nothing is fetched here."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waymark.people.presenters import record as presenters
from waymark.people.presenters.story import PartCard, SaidCard, cards
from waymark.people.queries import LookedLine, Record, Story, Voice
from waymark.ui.tables import SummaryList, TableOf


@dataclass(frozen=True, slots=True)
class Pack:
    """What the document holds, each part made ready; nobody's name is in its title."""

    title: str
    made_on: str
    facts: SummaryList
    adults: tuple[presenters.AdultCard, ...]
    tables: tuple[tuple[str, TableOf], ...]
    held_back: tuple[str, ...]
    story: list[tuple[str, list[PartCard]]]
    said: tuple[SaidCard, ...]


def pack(
    record: Record,
    story: Story | None,
    voice: Voice | None,
    looked: Sequence[LookedLine],
    on: date,
) -> Pack:
    """Everything of a record that its reader may see, with nothing to press in it."""
    still = replace(record, may_write=False, may_write_own=False)
    tables = (
        (_("Where they learn"), presenters.settings_table(still)),
        (_("Legal status"), presenters.statuses_table(still)),
        (_("Who works with them"), presenters.team_table(still)),
        (_("Who looked"), presenters.looked_table(looked)),
    )
    said = voice.said if voice else ()
    return Pack(
        title=_("A child's record"),
        made_on=on.isoformat(),
        facts=presenters.person_facts(still, on),
        adults=tuple(presenters.AdultCard(row, still) for row in still.adults),
        tables=tuple((heading, table) for heading, table in tables if table.rows),
        story=[(heading, parts) for heading, parts in _told(story) if parts],
        said=tuple(SaidCard(each, record.child.pk) for each in said),
        held_back=(),
    )


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing in a pack that can be held back: its name, and what it is."""

    item: str
    heading: str
    says: str


def things_in(whole: Pack) -> Iterator[Thing]:
    """Everything in a pack that may say something about somebody else."""
    for card in whole.adults:
        yield Thing(card.id, card.heading, _("An adult around the child"))
    for heading, table in whole.tables:
        lines = len(table.rows)
        says = ngettext("A table of %(n)d line", "A table of %(n)d lines", lines)
        yield Thing(_table(heading), heading, says % {"n": lines})
    for _heading, parts in whole.story:
        for part in parts:
            for telling in part.tellings:
                yield Thing(telling.id, str(part.title), telling.words)
    for said in whole.said:
        yield Thing(said.id, said.heading, said.words)


def without(whole: Pack, items: Collection[str], because: Sequence[str]) -> Pack:
    """A pack from which things are left out, with the reasons, each said once."""
    return replace(
        whole,
        adults=tuple(card for card in whole.adults if card.id not in items),
        tables=tuple(
            (heading, table)
            for heading, table in whole.tables
            if _table(heading) not in items
        ),
        story=[
            (heading, [part.without(items) for part in parts])
            for heading, parts in whole.story
        ],
        said=tuple(card for card in whole.said if card.id not in items),
        held_back=tuple(dict.fromkeys(because)),
    )


def _table(heading: str) -> str:
    return f"table-{slugify(heading)}"


def _told(story: Story | None) -> list[tuple[str, list[PartCard]]]:
    if story is None:
        return []
    return [
        (heading, [card for card in parts if card.tellings])
        for heading, parts in cards(story)
    ]
