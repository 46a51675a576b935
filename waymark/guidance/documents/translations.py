"""The documents of translations, each in the formats that its language has."""

from collections.abc import Iterator

from waymark.formats import languages
from waymark.formats.making import Kind
from waymark.guidance import queries
from waymark.guidance.documents.publications import Publication, Source
from waymark.guidance.models import Translation
from waymark.guidance.translated import address_in, title, translation_html

#: Where translated pages lie: the language and then the address of the English.
UNDER = "/in/"


def find(address: str, part: str) -> Publication | None:
    """The document of this page, if it is a translation that anybody may read.

    Cost: one query.
    """
    code, _slash, path = address.removeprefix(UNDER).partition("/")
    found = None if part else queries.translation_at(code, path)
    return _of(found) if found else None


def every() -> Iterator[Publication]:
    """Every translation that anybody may read.

    Cost: one query.
    """
    for translation in queries.translations():
        yield _of(translation)


def out_of_reach(address: str) -> frozenset[Kind]:
    """The formats that the language of this address cannot be had in."""
    return languages.out_of_reach(address.removeprefix(UNDER).partition("/")[0])


def _of(translation: Translation) -> Publication:
    return Publication(
        address_in(translation),
        title(translation),
        f"{translation.page.slug}-{translation.language}",
        lambda: translation_html(translation),
    )


SOURCE = Source((UNDER,), find, every, out_of_reach)
