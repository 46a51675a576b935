"""A few words of a record with the question's words marked, as plain segments."""

from collections.abc import Iterator
from dataclasses import dataclass

from waymark.finding.words import Place, places

LENGTH = 180
_LEAD = 60


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text, and whether it is what was asked for. Plain text, never HTML."""

    text: str
    found: bool


def snippet(summary: str, text: str, wanted: set[str]) -> tuple[Segment, ...]:
    """The summary if it holds what was asked, or else the telling part of the text."""
    told = [] if summary and places(summary, wanted) else places(text, wanted)
    if summary and not told:
        return tuple(marked(_shortened(summary, 0), wanted))
    return tuple(marked(_shortened(text, _best_start(told)), wanted))


def marked(text: str, wanted: set[str]) -> Iterator[Segment]:
    """The text cut where a wanted stem begins and ends."""
    done = 0
    for place in places(text, wanted):
        if place.start > done:
            yield Segment(text[done : place.start], found=False)
        yield Segment(text[place.start : place.end], found=True)
        done = place.end
    if done < len(text):
        yield Segment(text[done:], found=False)


def _best_start(told: list[Place]) -> int:
    """Where a window of the snippet's length holds most different wanted words."""
    if not told:
        return 0
    best = max(told, key=lambda first: (_richness(told, first), -first.start))
    return max(0, best.start - _LEAD)


def _richness(told: list[Place], first: Place) -> int:
    end = first.start + LENGTH - _LEAD
    return len({place.stem for place in told if first.start <= place.start < end})


def _shortened(text: str, start: int) -> str:
    """A window of whole words, with dots where something was left out."""
    flat = text if start == 0 else text[text.find(" ", start - 1) + 1 :]
    if len(flat) > LENGTH:
        flat = flat[:LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
    return flat if start == 0 else f"… {flat}"
