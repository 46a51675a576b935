"""A child's record as one document to take away. Nothing is fetched here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

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
    )


def _told(story: Story | None) -> list[tuple[str, list[PartCard]]]:
    if story is None:
        return []
    return [
        (heading, [card for card in parts if card.tellings])
        for heading, parts in cards(story)
    ]
