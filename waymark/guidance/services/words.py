"""The area's own words, brought in once; from then on they belong to the editors."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.db import transaction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction

from waymark.guidance import loading
from waymark.guidance.linking import with_numbers
from waymark.guidance.loading import BadWords, Entry, Faults
from waymark.guidance.models import (
    Door,
    GuideIndexPage,
    GuidePage,
    HomePage,
    Letter,
    Loaded,
    Question,
    Word,
)
from waymark.guidance.services.editing import prepare_editing
from waymark.law.events import Kind
from waymark.organisations.queries import helper_keys

#: Blanks of a letter: filled by the family, or by its dates, one for each event.
BLANKS = ("today", "due", "late_from", "your_name", "childs_name", *Kind)


@transaction.atomic
def load_words(folder: Path) -> None:
    """Bring in the glossary, the letters and the pages of an area.

    Everything is read and checked first. What was loaded before is left alone, also
    when an editor has changed or deleted it, so a second run changes nothing.

    Raises: BadWords, with a line for each fault that names file, place and field.
    """
    faults = Faults()
    names = loading.names_of(folder)
    words = list(_words(folder, names, faults))
    letters = list(_letters(folder, names, faults))
    guides = list(_guides(folder, names, faults))
    fronts = list(_front_doors(folder, names, faults))
    faults.stop()
    home = prepare_editing()
    _put_out_all("word", ((word.word, word) for word in words))
    _put_out_all("letter", ((letter.key, letter) for letter in letters))
    for front in fronts:
        if new_to_us("home"):
            _furnish(home, front)
    for guide in guides:
        _plant_guide(home, guide)
    if new_to_us("guides"):
        _guide_index(home)


def new_to_us(what: str) -> bool:
    """True the first time a thing is asked about; then it is written down as loaded."""
    return Loaded.objects.get_or_create(what=what)[1]


def settle(number_of: Callable[[str], int | None]) -> None:
    """Once every room has brought its pages in: mend and check the links of guides.

    A guide may lead to a routemap, and routemaps come in after guides; so guides go
    out unchecked and are looked at again here.

    Raises: BadWords, when a page leads to nothing that people can see.
    """
    faults: list[str] = []
    home = HomePage.objects.get()
    _settle_doors(home, number_of)
    for page in [HomePage.objects.get(), *GuidePage.objects.live()]:
        if page.latest_revision and page.latest_revision.user:
            continue  # It belongs to the editors now.
        if isinstance(page, GuidePage):
            page.body = with_numbers(page.body, number_of)
        faults += [f"page {page.slug}: {fault.says}" for fault in page.problems()]
        _put_out_unchecked(page)
    if faults:
        raise BadWords("\n".join(faults))


def _settle_doors(home: HomePage, number_of: Callable[[str], int | None]) -> None:
    """Keep the questions of an untouched front door as links to pages."""
    if home.latest_revision_id:
        return
    for door in home.doors.filter(page=None):
        door.page_id = number_of(door.address)
        door.address = "" if door.page_id else door.address
        door.save()


def put_out(words: Any) -> None:
    """Save a page or snippet's first version and make it public.

    Raises: CannotPublish, when a publishing rule says no.
    """
    # Logged, so that the history of a page begins with what readers first saw.
    words.save_revision(log_action=False).publish()


def _put_out_unchecked(page: Any) -> None:
    revision = page.save_revision(log_action=False)
    PublishPageRevisionAction(revision, log_action=False).execute(
        skip_permission_checks=True
    )


def add_questions(topic: str, asked: Iterable[tuple[str, str]]) -> None:
    """Put out the questions of one routemap or guide, in this order."""
    for order, (question, answer) in enumerate(asked, start=1):
        held = Question(topic=topic, question=question, answer=answer, order=order)
        held.save()
        put_out(held)


def _put_out_all(kind: str, things: Iterable[tuple[str, Any]]) -> None:
    for key, thing in things:
        if new_to_us(f"{kind}/{key}"):
            thing.save()
            put_out(thing)


def _words(folder: Path, names: dict[str, str], faults: Faults) -> Iterable[Word]:
    seen: dict[str, Word] = {}
    for entry in loading.entries(folder, "glossary.toml", "words", names, faults):
        entry.where = f"word {entry.values.get('word', '?')!r}"
        word = _word(entry)
        seen[word.word] = word
    return seen.values()


def _word(entry: Entry) -> Word:
    return Word(
        word=entry.text("word", at_most=120),
        also=entry.words("also"),
        meaning=entry.text("meaning"),
        old=bool(entry.values.get("old", False)),
        instead=entry.text("instead", needed=False),
        source=entry.text("source", needed=False, at_most=300),
    )


def _letters(folder: Path, names: dict[str, str], faults: Faults) -> Iterable[Letter]:
    blanks = {**names, **{blank: f"{{{blank}}}" for blank in BLANKS}}
    for entry in loading.entries(folder, "letters.toml", "letters", blanks, faults):
        entry.where = f"letter {entry.values.get('key', '?')!r}"
        letter = Letter(
            key=entry.text("key"),
            rule=entry.text("rule"),
            when=entry.text("when"),
            title=entry.text("title", at_most=120),
            subject=entry.text("subject", at_most=160),
            body=entry.text("body"),
        )
        if letter.when not in Letter.When.values:
            entry.wrong("when", f"{letter.when!r} is not one of {Letter.When.values}")
        yield letter


def _front_doors(
    folder: Path, names: dict[str, str], faults: Faults
) -> Iterable[Entry]:
    """The words of the home page: the area's own, or else England's."""
    files = [place / "home.toml" for place in reversed(loading.places(folder))]
    for file in [file for file in files if file.exists()][:1]:
        entry = loading.whole(file, names, faults)
        entry.text("title")
        for door in entry.parts("doors", "door"):
            door.text("question", at_most=120)
            door.text("to")
        yield entry


def _guides(folder: Path, names: dict[str, str], faults: Faults) -> Iterable[Entry]:
    """The files of `pages`, each looked at for every field that will be used."""
    known = helper_keys()
    for place in loading.places(folder):
        for file in sorted((place / "pages").glob("*.toml")):
            entry = loading.whole(file, names, faults)
            entry.text("slug")
            entry.text("title")
            entry.text("summary", at_most=300)
            entry.html("body")
            entry.within("helpers", known)
            yield entry


def _plant_guide(home: HomePage, entry: Entry) -> None:
    slug = entry.text("slug")
    if not new_to_us(f"page/{slug}"):
        return
    parent = _guide_index(home) if entry.values.get("under") == "guides" else home
    guide = GuidePage(
        slug=slug,
        title=entry.text("title"),
        summary=entry.text("summary"),
        body=entry.html("body"),
        written_on=entry.values.get("written_on"),
        helpers=entry.within("helpers", helper_keys()),
    )
    parent.add_child(instance=guide)
    _put_out_unchecked(guide)


def _guide_index(home: HomePage) -> GuideIndexPage:
    index = GuideIndexPage.objects.first()
    if index is None:
        index = GuideIndexPage(title="Guides", slug="guides")
        home.add_child(instance=index)
        put_out(index)
    return index


def _furnish(home: HomePage, entry: Entry) -> None:
    """The words of the front door. Its questions may lead to rooms loaded later."""
    home.title = entry.text("title")
    for name in ("introduction", "search_label", "search_hint"):
        setattr(home, name, entry.text(name, needed=False))
    home.save()
    for order, door in enumerate(entry.parts("doors", "door")):
        Door.objects.create(
            home=home,
            sort_order=order,
            question=door.text("question"),
            words=door.text("words", needed=False),
            address=_whole_address(door.text("to")),
        )


def _whole_address(to: str) -> str:
    """A routemap or step may be named without the rest of its address."""
    return to if to.startswith("/") else f"/routemaps/{to}/"
