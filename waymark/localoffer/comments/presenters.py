"""What readers see of a year of comments, with care for small numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waymark.guidance.queries import Place
from waymark.localoffer.comments import queries
from waymark.localoffer.models import Comment, YearOfAnswers
from waymark.localoffer.models.comment import Action, KeptOut, Speaker, Theme
from waymark.localoffer.small_numbers import FEWEST, may_be_shown, shown


@dataclass(frozen=True, slots=True)
class Answered:
    """One comment with its answer. `place` is the page it is about, where safe."""

    words: str
    response: str
    does: str
    says: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class AboutTheme:
    """The comments about one thing."""

    key: str
    title: Any
    comments: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class YearShown:
    """A year as it is published. `facts` are its numbers, each a whole sentence."""

    year: int
    address: str
    words: YearOfAnswers | None
    themes: tuple[AboutTheme, ...]
    facts: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the year itself was published, and not only single answers."""
        return bool(self.words and self.words.published_on)


def year_shown(number: int) -> YearShown:
    """A year of comments, theme by theme.

    Cost: six queries.
    """
    comments = queries.published_in(number)
    places = _safe_places(comments)
    held = queries.year(number)
    return YearShown(
        number,
        queries.address_of(number),
        held if held and held.published_on else None,
        tuple(_themes(comments, places)),
        tuple(_facts(len(comments), *queries.numbers_of(number))),
    )


def _safe_places(comments: Iterable[Comment]) -> dict[str, Place]:
    """The pages that may be named: a service only where `FEWEST` speak of it."""
    about = Counter(comment.page for comment in comments)
    named = [
        page
        for page, number in about.items()
        if number >= FEWEST or not queries.is_a_service(page)
    ]
    return queries.places(named)


def _themes(
    comments: list[Comment], places: Mapping[str, Place]
) -> Iterable[AboutTheme]:
    for theme in Theme:
        about = [comment for comment in comments if comment.theme == theme]
        if about:
            told = tuple(_answered(comment, places) for comment in about)
            yield AboutTheme(theme.value, theme.label, told)


def _answered(comment: Comment, places: Mapping[str, Place]) -> Answered:
    return Answered(
        comment.words,
        comment.response,
        does(comment),
        comment.action_says,
        places.get(comment.page),
    )


def does(comment: Comment) -> str:
    """What is done about it and when, as a heading."""
    day = date_format(comment.action_on, "j F Y") if comment.action_on else ""
    if comment.action == Action.DONE:
        return _("Done on %(day)s") % {"day": day}
    if comment.action == Action.PLANNED:
        return _("We will do this by %(day)s") % {"day": day}
    if comment.action == Action.NOT_POSSIBLE:
        return _("We cannot do this")
    return _("Nothing was asked for")


def _facts(
    published: int, reasons: Mapping[str, int], speakers: Mapping[str, int]
) -> Iterable[str]:
    kept_out = sum(reasons.values())
    if may_be_shown(kept_out):
        yield ngettext(
            "%(number)s comment was settled this year.",
            "%(number)s comments were settled this year.",
            published + kept_out,
        ) % {"number": published + kept_out}
    yield ngettext(
        "%(number)s is published here with its answer.",
        "%(number)s are published here with their answers.",
        published,
    ) % {"number": published}
    if kept_out:
        yield _kept_out(kept_out, shown(reasons))
    spoke = shown(speakers)
    # Where no number may be shown, even which kinds of people spoke is left out.
    if any(spoke.values()):
        yield _spoke(spoke)


def _kept_out(number: int, reasons: Mapping[str, int | None]) -> str:
    if not may_be_shown(number):
        return _("Fewer than %(few)s were kept out, each with a recorded reason.") % {
            "few": FEWEST
        }
    told = _listed((KeptOut(key).label, count) for key, count in reasons.items())
    return _("%(number)s were kept out, each with a recorded reason: %(reasons)s.") % {
        "number": number,
        "reasons": told,
    }


def _spoke(speakers: Mapping[str, int | None]) -> str:
    told = _listed((Speaker(key).label, count) for key, count in speakers.items())
    return _("Those who said who they are: %(speakers)s.") % {"speakers": told}


def _listed(counts: Iterable[tuple[Any, int | None]]) -> str:
    return "; ".join(f"{words}: {_number(number)}" for words, number in counts)


def _number(number: int | None) -> str:
    return _("too few to show") if number is None else str(number)
