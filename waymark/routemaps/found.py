"""What the routemaps hand over to be found by the search: plain records."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from waymark.finding.sources import Record
from waymark.guidance.limits import with_limits
from waymark.guidance.simple_html import first_sentence, plain
from waymark.routemaps import queries
from waymark.routemaps.models import EXITS, STEP_WORDS, StepPage

KINDS: dict[str, object] = {
    "routemap": _("Routemap"),
    "step": _("Step of a routemap"),
}


def records() -> Iterator[Record]:
    """Every published routemap, and every step under one.

    Cost: one query, and one for each routemap.
    """
    for routemap in queries.routemaps():
        yield Record(
            f"routemap-{routemap.slug}",
            "routemap",
            routemap.title,
            _plain(routemap.introduction),
            queries.address(routemap),
            summary=routemap.summary,
        )
        for step in queries.steps(routemap):
            yield Record(
                f"step-{routemap.slug}-{step.slug}",
                "step",
                step.title,
                _words(step),
                queries.address(step),
                summary=first_sentence(_plain(step.what_happens)),
            )


def _words(step: StepPage) -> str:
    fields = (*STEP_WORDS, "here", *(f"{exit_}_words" for exit_ in EXITS))
    return " ".join(_plain(getattr(step, field)) for field in fields)


def _plain(html: str) -> str:
    return plain(with_limits(html))
