"""How long things about people are kept, as families read it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.access.retention import ByPerson, Kept, Whom, in_words, kept
from waymark.ui.tables import TableOf

ADDRESS = "/privacy/how-long/"
TITLE = gettext_lazy("How long we keep things")
LEAD = gettext_lazy(
    "What this site holds about people, why, and when it goes. What is not in this "
    "list is not about anybody."
)
_HEADERS = (
    gettext_lazy("What"),
    gettext_lazy("Why we keep it"),
    gettext_lazy("How long"),
    gettext_lazy("Counted from"),
    gettext_lazy("How it ends"),
)
_HEADINGS = {
    Whom.FAMILIES: gettext_lazy("About families"),
    Whom.READERS: gettext_lazy("About readers of this site"),
    Whom.STAFF: gettext_lazy("About people who work with families"),
    Whom.PROVIDERS: gettext_lazy("About people who run services"),
}


@dataclass(frozen=True, slots=True)
class Section:
    """What is kept about one sort of people."""

    key: str
    heading: str | Promise
    table: TableOf


def sections() -> list[Section]:
    """Every line about people, those about families first."""
    lines = kept()
    return [
        Section(whom.name.lower(), heading, _table(heading, lines, whom))
        for whom, heading in _HEADINGS.items()
        if any(line.whom == whom for line in lines)
    ]


def _table(heading: Promise, lines: tuple[Kept, ...], whom: Whom) -> TableOf:
    rows = tuple(_row(line) for line in lines if line.whom == whom)
    return TableOf(heading, _HEADERS, rows, heard=True)


def _row(line: Kept) -> tuple[str, ...]:
    return (
        line.holds,
        _sentence(line.because),
        _sentence(in_words(line.length)),
        _sentence(line.counted_from),
        _end(line),
    )


def _end(line: Kept) -> str:
    if isinstance(line.ends, ByPerson):
        return _("%(who)s takes it out.") % {"who": _opened(line.ends.who)}
    return _("It goes by itself.")


def _sentence(words: str) -> str:
    return f"{_opened(words)}."


def _opened(words: str) -> str:
    return words[0].upper() + words[1:]
