"""The form as it stands on the page. A box nobody filled in is drawn once and kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.forms import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from waymark.routemaps.dates.forms import DatesForm
from waymark.routemaps.dates.questionnaires import QUESTIONNAIRES
from waymark.routemaps.dates.questions import Choice, OneOf, Part, Question
from waymark.routemaps.dates.words import Who, said
from waymark.ui import field_params


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """Some questions with their heading; `opened` where something inside matters."""

    title: str
    words: str
    folded: bool
    opened: bool
    fields: tuple[SafeString, ...]


def drawn(form: DatesForm) -> tuple[SafeString, list[DrawnPart]]:
    """Who is asking, and the questions, ready for the page."""
    return field_params.render(form["who"]), [_part(form, p) for p in form.asked.parts]


def _part(form: DatesForm, part: Part) -> DrawnPart:
    fields = [form[name] for asked in part.questions for name in names(asked)]
    return DrawnPart(
        said(part.title, form.who),
        said(part.words, form.who) if part.words else "",
        part.folded,
        any(_matters(field) for field in fields),
        tuple(_drawn(form, field) for field in fields),
    )


def names(question: Question) -> Iterator[str]:
    """The names of the fields of a question, in order."""
    if isinstance(question, Choice | OneOf):
        yield question.name
    yield from question.days


def _matters(field: BoundField) -> bool:
    return bool(field.errors or field.value())


def _drawn(form: DatesForm, field: BoundField) -> SafeString:
    if _matters(field):
        return field_params.render(field)
    return _empty(form.asked.process, form.who, field.name, get_language())


@lru_cache(maxsize=1000)
def _empty(process: str, who: Who, name: str, language: str | None) -> SafeString:
    """A field with nothing in it, which is the same for everybody who asks."""
    form = DatesForm(QUESTIONNAIRES[process], who)
    form.initial = dict.fromkeys(form.fields, None)
    return field_params.render(form[name])
