"""What is written beside the directory, as the search finds it: plain records."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.finding.sources import Record
from waymark.guidance.limits import with_limits
from waymark.guidance.queries import address_of
from waymark.guidance.simple_html import plain
from waymark.localoffer.reading import queries
from waymark.localoffer.schools import found as schools
from waymark.localoffer.taxonomies import BY_KEY
from waymark.localoffer.unhappy import found as unhappy
from waymark.today import today

KINDS: dict[str, object] = {"news": _("News"), "event": _("Event")}


def records() -> Iterator[Record]:
    """Every published guide, piece of news and pathway, and each event to come.

    Cost: eight queries.
    """
    yield unhappy.record()
    yield from schools.records()
    for guide in [*queries.guides(), *queries.pathways()]:
        yield _record(guide, "guide")
    for news in queries.news():
        yield _record(news, "news")
    for event in queries.coming_events(today()):
        yield _record(event, "event")


def _record(page: Any, kind: str) -> Record:
    return Record(
        f"local-offer-{page.pk}",
        kind,
        page.title,
        plain(with_limits(page.body)),
        address_of(page.url_path),
        lay_words=_about(page),
        summary=page.summary,
    )


def _about(page: Any) -> tuple[str, ...]:
    """The names of the needs and stages that a page is about."""
    names = {
        (key, term.key): term.name
        for key in ("need", "stage")
        for term in BY_KEY[key].terms
    }
    held = [("need", key) for key in page.needs]
    held += [("stage", key) for key in page.stages]
    return tuple(names[each] for each in held if each in names)
