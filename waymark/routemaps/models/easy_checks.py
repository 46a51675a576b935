"""What stops an Easy Read text from going out, and what would make it easier.

What a machine can be certain of is a rule. The rest is advice beside the form.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from waymark.guidance import easy_words, pictures
from waymark.guidance.easy_words import Found
from waymark.guidance.publishing import Problem, helper_problems
from waymark.guidance.simple_html import is_empty
from waymark.routemaps.models.texts import words_problems

if TYPE_CHECKING:
    from waymark.routemaps.models.easy_read import EasyReadIdea, EasyReadPage


def page_problems(page: "EasyReadPage") -> Iterator[Problem]:
    """What is wrong with the page as a whole."""
    if page.slug != "easy-read":
        yield Problem(
            "slug", _("The address of an Easy Read text ends in “easy-read”.")
        )
    if bool(page.tested_with) != bool(page.tested_on):
        says = _("Say both who tried it and on which day, or neither.")
        yield Problem("tested_with", says)
    if not page.full_words:
        says = _("Please compare it with the full words, and say that you have.")
        yield Problem("compared", says)
    if not 1 <= len(page.each_idea) <= easy_words.MOST_IDEAS:
        says = _("Write at least one idea, and at most %s: that is 24 pages.")
        yield Problem("", says % easy_words.MOST_IDEAS)
    if page.each_idea and not page.each_idea[0].heading:
        yield Problem("", _("The first idea needs a heading."))


def idea_problems(page: "EasyReadPage") -> Iterator[Problem]:
    """What is wrong inside one idea: each sentence says which."""
    steps = _steps_of(page)
    for number, idea in enumerate(page.each_idea, start=1):
        for says in _inside(idea, steps):
            yield _at(number, says)


def reading_problems(page: "EasyReadPage") -> Iterator[Problem]:
    """Sentences that are too long, and hard words that nobody explains."""
    for found in easy_words.too_long(page.texts):
        says = _("“%(words)s” has more than %(most)s words.")
        yield _at(found.idea, says % {"words": found.words, "most": easy_words.LONGEST})
    for found in easy_words.unexplained(page.texts, page.names):
        says = _(
            "“%(words)s” is hard, and this is where it first stands. Please say here "
            "what it means: “%(words)s means …”."
        )
        yield _at(found.idea, says % {"words": found.words})


def _inside(idea: "EasyReadIdea", steps: set[str] | None) -> Iterator[str]:
    if idea.picture not in pictures.PICTURES:
        yield _("“%s” is not one of our pictures. Each idea needs one.") % idea.picture
    if is_empty(idea.words):
        yield _("it has a picture and no words.")
    for text in (idea.heading, idea.words):
        yield from (problem.says for problem in words_problems("", text))
    if idea.helper:
        yield from (problem.says for problem in helper_problems([idea.helper]))
    if idea.step and steps is not None and idea.step not in steps:
        yield _("there is no published step “%s”.") % idea.step


def _steps_of(page: "EasyReadPage") -> set[str] | None:
    """The published steps it may tell; None while nobody can know."""
    if page.routemap is None:
        return None
    return set(page.routemap.live_steps().values_list("slug", flat=True))


def _at(number: int, says: str) -> Problem:
    whole = _("Idea %(number)s: %(says)s") % {"number": number, "says": says}
    return Problem("", whole)


# ---- advice -------------------------------------------------------------------------


def advice_on_version(page: "EasyReadPage", now: Mapping[str, str]) -> Iterator[str]:
    """Which full words have changed since, which are not told, and who has tried it."""
    for part in changed(page.full_words, now):
        says = _("The full words have changed since this was written: %s.")
        yield says % (part or _("the routemap's own page"))
    told = {idea.step for idea in page.each_idea}
    for slug in now.keys() - told - {""}:
        yield _("The step “%s” is not told here.") % slug
    if not page.checked_by:
        yield _("Nobody is named who checked it.")
    if not page.is_tested:
        yield _("It is not yet tested with readers, and readers see that it is not.")


def changed(held: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """The parts of the full words that changed, came or went since."""
    return [
        part for part in {**now, **held} if held and held.get(part) != now.get(part)
    ]


def advice_on_words(page: "EasyReadPage") -> Iterator[str]:
    """What reads less well than it could, idea by idea."""
    texts = page.texts
    longest = easy_words.READS_WELL
    yield from _each(
        easy_words.too_long(texts, longest),
        _("Idea %(number)s: “%(words)s” is long. Ten words read better."),
    )
    yield from _each(
        easy_words.bold_unexplained(texts),
        _("Idea %(number)s: “%(words)s” is bold, and nothing here says what it means."),
    )
    yield from _each(
        easy_words.plainer(texts),
        _("Idea %(number)s: there is a plainer word (%(words)s)."),
    )
    for number in easy_words.too_many_sentences([i.words for i in page.each_idea]):
        yield _("Idea %s: this may be more than one idea.") % number


def _each(found: Iterable[Found], says: str) -> Iterator[str]:
    for one in found:
        yield says % {"number": one.idea, "words": one.words}
