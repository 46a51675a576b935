"""Letters made ready for a page. Nothing is fetched here."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from waymark.casework.letters import KINDS
from waymark.casework.models import Letter, Served
from waymark.casework.presenters.cases import address_of
from waymark.casework.queries import LetterView
from waymark.law.service import ServedBy
from waymark.law.tables import holder_words
from waymark.today import LONDON
from waymark.ui.component import Words
from waymark.ui.tables import TableOf
from waymark.ui.time_limits import DateTag

BY = {
    ServedBy.PORTAL: _("Here"),
    ServedBy.EMAIL: _("Here, told by e-mail"),
    ServedBy.TEXT: _("Here, told by text message"),
    ServedBy.POST: _("By post"),
    ServedBy.HAND: _("By hand"),
}


def letters_table(
    child_id: UUID, letters: Iterable[Letter], lost: Collection[UUID] = ()
) -> TableOf:
    """Each letter, when it was sent, and on how many it was served."""
    return TableOf(
        _("Letters"),
        (_("Letter"), _("Sent"), _("Served on")),
        tuple(_line(child_id, each, lost) for each in letters),
        heard=True,
    )


def _line(child_id: UUID, letter: Letter, lost: Collection[UUID]) -> tuple[Words, ...]:
    address = address_of(
        child_id, "letter", episode_id=letter.episode_id, letter_id=letter.pk
    )
    sent = DateTag("{day}", letter.sent_on).says if letter.sent_on else _("Not yet")
    return (
        format_html('<a href="{}">{}</a>', address, KINDS[letter.kind].title),
        sent,
        _on_how_many(letter.served.all(), lost),
    )


def _on_how_many(served: Collection[Served], lost: Collection[UUID]) -> str:
    number = len(served)
    gone = sum(each.pk in lost for each in served)
    if not gone:
        return str(number or "")
    return _("{number}, of which {gone} did not arrive").format(
        number=number, gone=gone
    )


def served_table(view: LetterView) -> TableOf:
    """On whom a letter was served: how, on which day, and whether it was opened."""
    return TableOf(
        _("On whom it was served"),
        (_("Who"), _("How"), _("Sent"), _("Counts as served"), _("Opened here")),
        tuple(_copy(view, each) for each in view.served),
        heard=True,
    )


def _copy(view: LetterView, copy: Served) -> tuple[Words, ...]:
    return (
        _who(copy, view.names),
        _how(view, copy),
        DateTag("{day}", copy.sent_on).says,
        DateTag("{day}", copy.served_on).says,
        _moment(copy.read_at) if copy.read_at else _("Not yet"),
    )


def _how(view: LetterView, copy: Served) -> Words:
    """The way it went; where it did not arrive, that, and what to do about it."""
    if copy.pk not in view.lost:
        return BY[ServedBy(copy.by)]
    letter = view.letter
    address = address_of(
        letter.episode.child_id,
        "serve_in_another_way",
        episode_id=letter.episode_id,
        letter_id=letter.pk,
        served_id=copy.pk,
    )
    return format_html(
        '{} <strong>{}</strong> <a href="{}">{}</a>',
        BY[ServedBy(copy.by)],
        _("It did not arrive."),
        address,
        _("Write down how else it went"),
    )


def untold(view: LetterView) -> list[str]:
    """Those who had to be told and for whom nobody is known here."""
    return [holder_words(party) for party in view.untold]


def _who(served: Served, names: Mapping[UUID, str]) -> str:
    if served.adult is not None:
        return served.adult.name
    name = names.get(served.account_id, "") if served.account_id else ""
    return name or _("The young person")


def _moment(at: datetime) -> str:
    return date_format(at.astimezone(LONDON), "j F Y, H:i")
