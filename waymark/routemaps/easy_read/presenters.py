"""The parts and ideas of an Easy Read text, made ready; nothing is fetched here."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from waymark.guidance import pictures
from waymark.guidance.limits import with_limits
from waymark.guidance.presenters import reading
from waymark.guidance.queries import Place
from waymark.organisations.models import Helper
from waymark.routemaps.models import EasyReadIdea, EasyReadPage


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach somebody: "Phone", the number as people say it, and its link."""

    name: str
    says: str
    address: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask, and how."""

    name: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class IdeaShown:
    """A picture by its address, what it shows, the sentences, and whom to ask."""

    picture: str
    shows: str | Promise
    words: SafeString
    contact: Contact | None = None


@dataclass(slots=True)
class PartShown:
    """Ideas under one heading. Its key is the slug of the step it tells about."""

    key: str
    heading: str
    ideas: list[IdeaShown] = field(default_factory=list)


def texts(page: EasyReadPage) -> dict[str, str]:
    """What each idea says, by its place, with the law's words in it."""
    ideas = enumerate(page.each_idea)
    return {str(number): with_limits(idea.words) for number, idea in ideas}


#: Gives the address of a picture: a file of this site, or the picture itself.
Drawn = Callable[[str], str]


def parts(
    page: EasyReadPage,
    places: Mapping[int, Place],
    helpers: Iterable[Helper],
    drawn: Drawn,
) -> list[PartShown]:
    """The whole text: each heading begins a part."""
    shown = reading(texts(page), places, ())
    held = {helper.key: helper for helper in helpers}
    found: list[PartShown] = []
    for number, idea in enumerate(page.each_idea):
        if idea.heading or not found:
            found.append(PartShown(_key(idea, found), idea.heading))
        helper = held.get(idea.helper)
        found[-1].ideas.append(_idea(idea, shown[str(number)], helper, drawn))
    return found


def _key(idea: EasyReadIdea, before: list[PartShown]) -> str:
    """Where the part is on the page; a step told twice is found at the first."""
    told = {part.key for part in before}
    return idea.step if idea.step not in {"", *told} else f"part-{len(before) + 1}"


def _idea(
    idea: EasyReadIdea, words: SafeString, helper: Helper | None, drawn: Drawn
) -> IdeaShown:
    # A draft may name a picture that is not there; its words are shown all the same.
    known = idea.picture in pictures.PICTURES
    return IdeaShown(
        drawn(idea.picture) if known else "",
        pictures.PICTURES[idea.picture] if known else "",
        words,
        _contact(helper) if helper else None,
    )


def _contact(helper: Helper) -> Contact:
    website = urlsplit(helper.website).netloc.removeprefix("www.")
    ways = (
        Way(_("Phone"), helper.phone, f"tel:{helper.phone.replace(' ', '')}"),
        Way(_("Email"), helper.email, f"mailto:{helper.email}"),
        Way(_("Website"), website, helper.website),
    )
    return Contact(helper.name, tuple(way for way in ways if way.says))


def stands_behind(page: EasyReadPage) -> str:
    """Who wrote it, who checked it, and who has tried it, in sentences."""
    says = [_("Written by %s.") % page.written_by]
    if page.checked_by:
        says.append(_("Checked by %s.") % page.checked_by)
    if page.tested_with and page.tested_on:
        tried = {"who": page.tested_with, "day": date_format(page.tested_on, "j F Y")}
        says.append(_("Tested with readers: %(who)s, on %(day)s.") % tried)
    return " ".join(says)
