"""What the search did with the words, said so that a family can have it otherwise."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from waymark.finding.question import Question
from waymark.localoffer.search.asked import Asked
from waymark.localoffer.search.found import Place, Understood
from waymark.localoffer.search.heard import Heard

#: Other words are told of so many times.
_MOST = 3


def understood(
    asked: Asked,
    heard: Heard,
    question: Question | None,
    place: Place | None,
    others: Iterable[tuple[str, str]],
) -> tuple[Understood, ...]:
    """Slips that were mended, an age and a postcode heard, and other words used.

    `others` are pairs of what was typed and what is said for it.
    """
    return (
        *_slips(asked, question),
        *_age(asked, heard),
        *_postcode(asked, heard, place),
        *_others(others),
    )


def _slips(asked: Asked, question: Question | None) -> Iterator[Understood]:
    for mending in question.mendings if question else ():
        words = {"typed": mending.typed, "meant": _listed(mending.meant[:_MOST])}
        yield Understood(
            _("We looked for %(meant)s, because nothing says “%(typed)s”.") % words,
            asked.but(literal=True),
            _("Look for exactly what I typed"),
        )


def _age(asked: Asked, heard: Heard) -> Iterator[Understood]:
    if heard.age is not None and asked.age is None:
        yield Understood(
            _("You wrote an age, so what takes age %(age)s comes first.")
            % {"age": heard.age},
            asked.but(age=heard.age),
            _("Show only what takes age %(age)s") % {"age": heard.age},
        )


def _postcode(asked: Asked, heard: Heard, place: Place | None) -> Iterator[Understood]:
    if place and not asked.near:
        yield Understood(
            _("Distances are from %(place)s.") % {"place": place.name},
            asked.but(words=heard.words, near=heard.postcode, sort="nearest"),
            _("Show the nearest first"),
        )


def _others(others: Iterable[tuple[str, str]]) -> Iterator[Understood]:
    for typed, said in list(dict.fromkeys(others))[:_MOST]:
        words = {"typed": typed, "said": said}
        yield Understood(_("We also looked for “%(said)s” for “%(typed)s”.") % words)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)
