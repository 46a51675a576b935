"""What guidance hands over to be found by the search: plain records."""

from collections.abc import Iterator

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from waymark.finding import services as finding
from waymark.finding.sources import Record
from waymark.guidance import queries, translated
from waymark.guidance.limits import with_limits
from waymark.guidance.simple_html import plain

KINDS: dict[str, object] = {
    "guide": _("Guide"),
    "word": _("Word explained"),
    "question": _("Question"),
    "translation": _("In another language"),
}


def records() -> Iterator[Record]:
    """Every published guide, word and question.

    Cost: four queries, and one for each translation.
    """
    for guide in queries.published_guides():
        address = queries.address_of(guide.url_path)
        yield Record(
            f"guide-{guide.pk}",
            "guide",
            guide.title,
            plain(guide.body),
            address,
            summary=guide.summary,
        )
    for meaning in queries.glossary():
        key = slugify(meaning.word)
        yield Record(
            f"word-{key}",
            "word",
            meaning.word,
            meaning.meaning,
            f"/guides/words/#{key}",
            lay_words=meaning.also,
            summary=meaning.meaning,
        )
    for asked in queries.questions():
        answer = plain(with_limits(asked.answer))
        yield Record(
            f"question-{asked.pk}",
            "question",
            asked.question,
            answer,
            f"/guides/questions/#question-{asked.pk}",
            summary=answer[:200],
        )
    for translation in queries.translations():
        said = (words for _part, words in translated.texts(translation).values())
        yield Record(
            f"translation-{translation.pk}",
            "translation",
            translated.title(translation),
            plain(" ".join(said)),
            f"/in/{translation.language}{queries.address_of(translation.page.url_path)}",
            lay_words=(translation.spoken.name, translation.spoken.own_name),
        )


def changed(**_signal: object) -> None:
    """Something went out or was taken away: rebuild the index when that is stored."""
    finding.rebuild_after_commit()
