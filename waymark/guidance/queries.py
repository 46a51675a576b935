"""Every read of published words. All of it is public, so no actor is asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page, WorkflowState

from waymark.guidance.explaining import Meaning
from waymark.guidance.models import (
    Feedback,
    GuidePage,
    HomePage,
    Letter,
    Question,
    Translation,
    Word,
)
from waymark.guidance.models.translation import State
from waymark.guidance.slots import Way
from waymark.organisations import queries as organisations
from waymark.organisations.languages import Language

#: The first level of the tree's paths, which no address shows.
HOME_SLUG = "home"


@dataclass(frozen=True, slots=True)
class Place:
    """A page that a link may lead to."""

    address: str
    title: str


def address_of(url_path: str) -> str:
    """The address of a page, from its path in the tree ("/home/guides/" is "/guides/").

    The home page is always at the first level, so no query is needed to know it.
    """
    return "/" + url_path.split("/", 2)[2]


def page_at(path: str) -> Any:
    """The published page at this path ("guides/reading/"), or None.

    Cost: two queries however deep the page lies, where Wagtail's own walk down the
    tree takes two for each level.
    """
    page = Page.objects.live().filter(url_path=f"/{HOME_SLUG}/{path}").first()
    return page.specific if page else None


def latest_draft(number: int) -> Any:
    """A page as its editors last saved it, or None if there is none.

    Cost: three queries.
    """
    page = Page.objects.filter(pk=number, depth__gt=1).first()
    return page.get_latest_revision_as_object() if page else None


def home() -> HomePage | None:
    """The front door, or None before the area was started.

    Cost: one query.
    """
    return HomePage.objects.first()


def places(ids: Iterable[int]) -> dict[int, Place]:
    """Where these pages are, if people can see them.

    Cost: one query; none when nothing is asked for.
    """
    wanted = list(ids)
    if not wanted:
        return {}
    rows = Page.objects.live().filter(pk__in=wanted)
    return {
        number: Place(address_of(path), title)
        for number, path, title in rows.values_list("pk", "url_path", "title")
    }


def places_of(slugs: Iterable[str]) -> dict[str, Place]:
    """The published pages with these last parts of an address, in the tree's order.

    Of several with one name, it is the one nearest to the front door.
    Cost: one query.
    """
    rows = Page.objects.live().filter(slug__in=set(slugs)).order_by("depth", "path")
    named: dict[str, Place] = {}
    for slug, path, title in rows.values_list("slug", "url_path", "title"):
        named.setdefault(slug, Place(address_of(path), title))
    return named


def published_under(address: str) -> frozenset[str]:
    """The addresses of the published pages at this address and below it.

    Cost: one query.
    """
    rows = Page.objects.live().filter(url_path__startswith=f"/{HOME_SLUG}{address}")
    return frozenset(
        address_of(path) for path in rows.values_list("url_path", flat=True)
    )


def places_at(addresses: Iterable[str]) -> dict[str, Place]:
    """The published pages at these addresses; one that leads nowhere is left out.

    Cost: one query; none when nothing is asked for.
    """
    paths = [f"/{HOME_SLUG}{address}" for address in addresses]
    if not paths:
        return {}
    rows = Page.objects.live().filter(url_path__in=paths, depth__gt=1)
    held = (
        Place(address_of(path), title)
        for path, title in rows.values_list("url_path", "title")
    )
    return {place.address: place for place in held}


def glossary() -> tuple[Meaning, ...]:
    """Every published word with its meaning, in order of the alphabet.

    Cost: one query.
    """
    rows = Word.objects.filter(live=True).values_list(
        "word", "meaning", "also", "old", "instead", "source"
    )
    return tuple(
        Meaning(word, meaning, tuple(also), old, instead, source)
        for word, meaning, also, old, instead, source in rows
    )


def questions(topic: str = "") -> QuerySet[Question]:
    """The published questions of a topic, or all of them.

    Cost: one query.
    """
    asked = Question.objects.filter(live=True)
    return asked.filter(topic=topic) if topic else asked


def letters(rules: Iterable[str], when: str) -> list[Letter]:
    """The published letters for these rules in this state, in the rules' order.

    Cost: one query.
    """
    wanted = list(rules)
    found = Letter.objects.filter(live=True, rule__in=wanted, when=when)
    return sorted(found, key=lambda letter: wanted.index(letter.rule))


def translation_at(code: str, path: str) -> Translation | None:
    """The published translation of the page at this path, as somebody may read it.

    Cost: one query.
    """
    return _read().filter(language=code, page__url_path=f"/{HOME_SLUG}/{path}").first()


def _read() -> QuerySet[Translation]:
    """Translations that anybody may read: checked, of a page that anybody may read."""
    return Translation.objects.filter(live=True, page__live=True).select_related("page")


def translations() -> QuerySet[Translation]:
    """Every published translation with its page, for the search.

    Cost: one query.
    """
    return _read().order_by("page__path", "language")


def languages_of(page: Page) -> list[tuple[Language, str]]:
    """The languages a page can be read in besides English, each with its address.

    Cost: one query, and one more where there are any.
    """
    rows = _read().filter(page_id=page.pk).values_list("language", flat=True)
    codes = set(rows)
    if not codes:
        return []
    path = address_of(page.url_path)
    known = organisations.languages()
    return [(held, f"/in/{held.code}{path}") for held in known if held.code in codes]


def translations_by_state() -> list[tuple[State, list[Translation]]]:
    """Every translation under how it stands, those to look at first.

    Cost: two queries, and three at most for each translation; for editors alone.
    """
    held: dict[State, list[Translation]] = {state: [] for state in State}
    for translation in Translation.objects.select_related("page"):
        held[translation.state].append(translation)
    return [(state, found) for state, found in held.items() if found]


def published_guides() -> QuerySet[GuidePage]:
    """The published guides, in the editors' order.

    Cost: one query.
    """
    return GuidePage.objects.live().order_by("path")


def guide_at(address: str) -> GuidePage | None:
    """The published guide at this address, or None.

    Cost: one query.
    """
    path = f"/{HOME_SLUG}{address}"
    return GuidePage.objects.live().filter(url_path=path).first()


def guides() -> list[Way]:
    """The published guides, as ways in.

    Cost: one query.
    """
    rows = published_guides().values_list("title", "url_path", "summary")
    return [Way(title, address_of(path), summary) for title, path, summary in rows]


def feedback_waiting() -> int:
    """How many answers nobody has dealt with yet.

    Cost: one query.
    """
    return Feedback.objects.filter(handled_at=None).count()


def waiting_for_approval() -> int:
    """How many pages, words, questions and letters a second person is to read.

    Cost: one query.
    """
    return WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS).count()


def every_address() -> list[tuple[str, object]]:
    """Every published address, with the moment it last changed; translations too.

    Cost: two queries.
    """
    rows = Page.objects.live().filter(depth__gt=1).order_by("path")
    pages = [
        (address_of(path), changed)
        for path, changed in rows.values_list("url_path", "last_published_at")
    ]
    spoken = translations().values_list(
        "language", "page__url_path", "last_published_at"
    )
    return [
        *pages,
        *((f"/in/{code}{address_of(path)}", changed) for code, path, changed in spoken),
    ]
