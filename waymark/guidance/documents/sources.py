"""The documents of guidance: the glossary, the questions and every guide."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waymark.guidance import how_long, linking, queries
from waymark.guidance.documents.publications import Publication
from waymark.guidance.documents.texts import texts
from waymark.guidance.documents.writing import Head, written
from waymark.guidance.limits import with_limits
from waymark.guidance.models import GuidePage
from waymark.guidance.presenters import by_letter, topics
from waymark.organisations import queries as organisations

GLOSSARY = "/guides/words/"
QUESTIONS = "/guides/questions/"


def find(address: str, part: str) -> Publication | None:
    """The document of this page, if it is one of guidance's.

    Cost: none for a page of our own making, one query otherwise.
    """
    if part:
        return None
    own = {
        GLOSSARY: _glossary,
        QUESTIONS: _questions,
        how_long.ADDRESS: _how_long,
    }.get(address)
    if own:
        return own()
    page = queries.guide_at(address)
    return _guide(page) if page else None


def every() -> Iterator[Publication]:
    """The glossary, the questions, how long things are kept, and every guide.

    Cost: one query.
    """
    yield _glossary()
    yield _questions()
    yield _how_long()
    for page in queries.published_guides():
        yield _guide(page)


def _glossary() -> Publication:
    title = _("Words explained")
    return Publication(GLOSSARY, title, "words-explained", write_glossary)


def _questions() -> Publication:
    title = _("Questions families ask")
    return Publication(QUESTIONS, title, "questions", write_questions)


def _how_long() -> Publication:
    address, title = how_long.ADDRESS, str(how_long.TITLE)
    return Publication(address, title, "how-long-we-keep-things", write_how_long)


def _guide(page: GuidePage) -> Publication:
    address = queries.address_of(page.url_path)
    return Publication(address, page.title, page.slug, lambda: write_guide(page))


def write_glossary() -> str:
    """The glossary from A to Z, old words after those of today.

    Cost: two queries.
    """
    held = queries.glossary()
    parts = {
        "today": by_letter(meaning for meaning in held if not meaning.old),
        "old": by_letter(meaning for meaning in held if meaning.old),
        "number": len(held),
    }
    head = Head(_("Words explained"), GLOSSARY)
    return written("guidance/documents/glossary.html", head, parts)


def write_questions() -> str:
    """Every question with its answer, under the pages they belong to.

    Cost: five queries.
    """
    held = list(queries.questions())
    named = {str(asked.pk): with_limits(asked.answer) for asked in held}
    places = queries.places(linking.numbers(named.values()))
    shown = texts(named, places, queries.glossary())
    parts = {
        "topics": topics(
            held, shown.of(""), queries.places_of(asked.topic for asked in held)
        ),
        "words": shown.words,
    }
    head = Head(_("Questions families ask"), QUESTIONS)
    return written("guidance/documents/questions.html", head, parts)


def write_how_long() -> str:
    """What is kept about people, why, and when it goes.

    Cost: none.
    """
    parts = {"lead": how_long.LEAD, "sections": how_long.sections()}
    head = Head(str(how_long.TITLE), how_long.ADDRESS)
    return written("guidance/documents/how_long.html", head, parts)


def write_guide(page: GuidePage) -> str:
    """One page of plain reading.

    Cost: two queries, one more where its text links and one where it names helpers.
    """
    named = {"body": page.body}
    places = queries.places(linking.numbers(named.values()))
    shown = texts(named, places, queries.glossary())
    parts = {
        "page": page,
        "body": shown.held["body"],
        "helpers": organisations.helpers(page.helpers) if page.helpers else [],
        "words": shown.words,
    }
    head = Head(page.title, queries.address_of(page.url_path), _written_on(page))
    return written("guidance/documents/guide.html", head, parts)


def _written_on(page: GuidePage) -> str:
    if not page.written_on:
        return ""
    return _("Written on %s.") % date_format(page.written_on, "j F Y")
