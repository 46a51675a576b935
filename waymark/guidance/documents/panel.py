"""The panel "Take this away": which forms a page has, in plain words."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from waymark.formats.keeping import Noted
from waymark.formats.making import FORMATS, Format, Kind
from waymark.guidance.documents import addresses
from waymark.guidance.documents.publications import kinds_of, named
from waymark.guidance.documents.shelf import shelf
from waymark.ui.take_away import FormGroup, OtherForm, TakeAway

#: Every format stands in one group, by what people want to do with it.
GROUPS = (
    (
        "paper",
        _("On paper"),
        (Kind.PDF, Kind.LARGE_PRINT_18, Kind.LARGE_PRINT_24),
    ),
    (
        "senses",
        _("By ear or by touch"),
        (Kind.AUDIO, Kind.TRANSCRIPT, Kind.BRF, Kind.BRF_UNCONTRACTED),
    ),
    (
        "device",
        _("On your phone or computer"),
        (Kind.HTML, Kind.EPUB, Kind.DOCX, Kind.ODT, Kind.TEXT, Kind.MARKDOWN),
    ),
    ("calendar", _("In your calendar"), (Kind.ICS,)),
)
#: Other forms that stand first in a group: a sheet on paper, an Easy Read text.
Beside = Mapping[str, Sequence[OtherForm]]

_beside: list[Callable[[str], Beside]] = []


def register_beside(forms: Callable[[str], Beside]) -> None:
    """Add forms that are no format of a page, such as a sheet, by the page's address.

    `forms` is called for each page shown, so it may ask the database nothing.
    """
    if forms not in _beside:
        _beside.append(forms)


def on(request: HttpRequest, address: str) -> TakeAway | None:
    """The panel for the page that is being shown; a draft cannot be taken away."""
    is_draft = getattr(request, "is_preview", False)
    return None if is_draft else of_page(address)


def of_page(address: str, without: Kind | None = None) -> TakeAway:
    """The panel of a public page, with the sizes of what was made already.

    It asks the database nothing.
    """
    known = shelf().noted(named(address))
    kinds = (kind for kind in kinds_of(address) if kind is not without)

    def other(format_: Format) -> OtherForm:
        href = f"{address}{addresses.file_of(format_)}"
        return _form(format_, href, known.get(format_.kind.value))

    return _panel(kinds, other, beside(address))


def of_one(
    address: str, query: str, kinds: Iterable[Kind], *, heading: int = 2
) -> TakeAway:
    """The panel of somebody's own page: the address of each file holds the answers."""

    def other(format_: Format) -> OtherForm:
        return _form(format_, f"{address}{addresses.file_of(format_)}?{query}")

    return _panel(kinds, other, {}, heading=heading)


def beside(address: str) -> Beside:
    """What stands beside the formats of a page, group by group."""
    found: dict[str, list[OtherForm]] = {}
    for forms in _beside:
        for group, held in forms(address).items():
            found.setdefault(group, []).extend(held)
    return found


def _form(format_: Format, href: str, known: Noted | None = None) -> OtherForm:
    return OtherForm(
        format_.title, href, format_.hint, size=known.size if known else None
    )


def _panel(
    kinds: Iterable[Kind],
    other: Callable[[Format], OtherForm],
    first: Beside,
    *,
    heading: int = 2,
) -> TakeAway:
    wanted = set(kinds)

    def groups() -> Iterator[FormGroup]:
        for key, title, members in GROUPS:
            forms = [other(FORMATS[kind]) for kind in members if kind in wanted]
            yield FormGroup(title, (*first.get(key, ()), *forms))

    return TakeAway(tuple(groups()), heading=heading)
