"""One thing found, as a page shows it."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from waymark.finding.queries import OtherWord
from waymark.finding.sources import Record, words_of_kind
from waymark.localoffer.models import Service
from waymark.localoffer.search.facts import first_words
from waymark.localoffer.search.found import Hit
from waymark.localoffer.search.summaries import summary
from waymark.localoffer.search.table import KINDS


def card(
    record: Record,
    service: Service | None,
    today: date,
    *,
    score: float,
    said: Sequence[str] = (),
    why: Sequence[OtherWord] = (),
    metres: float | None,
    group: str,
) -> Hit:
    """The card of a record. A service shows what its row says now, not the index."""
    return Hit(
        id=service.id_at_source if service else record.id,
        kind=KINDS[record.kind],
        kind_words=words_of_kind(record.kind),
        name=service.name if service else record.name,
        line=record.summary or first_words(record.text),
        address=record.address,
        score=round(score, 4),
        said=tuple(dict.fromkeys(said)),
        why=tuple(_because(other) for other in why),
        metres=metres,
        group=group,
        service=summary(service, today) if service else None,
    )


def _because(other: OtherWord) -> str:
    words = {"said": other.said, "typed": other.typed}
    return _("says “%(said)s” for “%(typed)s”") % words
