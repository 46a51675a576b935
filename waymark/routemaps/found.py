"""What the routemaps hand over to be found by the search: plain records."""

from collections.abc import Iterator

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from waymark.finding.sources import Record
from waymark.guidance.limits import with_limits
from waymark.guidance.simple_html import first_sentence, plain
from waymark.law.tables import time_limit_rows
from waymark.routemaps import queries
from waymark.routemaps.dates.questionnaires import QUESTIONNAIRES
from waymark.routemaps.models import (
    EXITS,
    STEP_WORDS,
    EasyReadPage,
    RoutemapPage,
    StepPage,
)

KINDS: dict[str, object] = {
    "routemap": _("Routemap"),
    "step": _("Step of a routemap"),
    "easy-read": _("Easy Read"),
    "dates": _("Work out your dates"),
    "time-limit": _("Time limits"),
}


def records() -> Iterator[Record]:
    """Every published routemap, its steps and its dates, and the list of time limits.

    Cost: three queries, and one for each routemap.
    """
    yield _every_limit()
    for text in queries.easy_reads():
        yield _easy_read(text)
    for routemap in queries.routemaps():
        if routemap.process in QUESTIONNAIRES:
            yield _dates(routemap)
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


def _easy_read(page: EasyReadPage) -> Record:
    return Record(
        f"easy-read-{page.pk}",
        "easy-read",
        _now("Easy Read: %s") % page.title,
        plain(" ".join(page.texts)),
        queries.address(page),
        lay_words=(_now("easy read"), _now("with pictures"), _now("simple words")),
        summary=page.summary,
    )


def _dates(routemap: RoutemapPage) -> Record:
    return Record(
        f"dates-{routemap.slug}",
        "dates",
        _now("My dates: %s") % routemap.title,
        _now(
            "Type the days you know. See what is late, who is late, what comes next, "
            "a letter to send, and dates for your calendar."
        ),
        f"{queries.address(routemap)}my-dates/",
    )


def _every_limit() -> Record:
    rows = time_limit_rows()
    return Record(
        "time-limits",
        "time-limit",
        _now("Every time limit"),
        " ".join(dict.fromkeys(row.process_title for row in rows)),
        "/time-limits/",
        lay_words=(_now("how long should it take"), _now("how long do they have")),
        summary=_now("How long everything may take in the law, and where it says so."),
    )


def _words(step: StepPage) -> str:
    fields = (*STEP_WORDS, "here", *(f"{exit_}_words" for exit_ in EXITS))
    return " ".join(_plain(getattr(step, field)) for field in fields)


def _plain(html: str) -> str:
    return plain(with_limits(html))
