"""The ladder made ready for a page and for a document; nothing is fetched here."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from waymark.law import RULES
from waymark.law.sources import Source
from waymark.law.words import full_words
from waymark.localoffer.unhappy.ladder import BODIES, RUNGS, Body, Rung
from waymark.organisations.models import Helper
from waymark.ui.route_line import RouteLine, Stop
from waymark.ui.source_of_law import SourceOfLaw
from waymark.ui.tables import TableOf
from waymark.ui.time_limits import TimeLimit


@dataclass(frozen=True, slots=True)
class LimitShown:
    """One time limit of a rung: what must happen, and how long it may take."""

    says: str
    limit: TimeLimit


@dataclass(frozen=True, slots=True)
class RungShown:
    """A rung with its limits; `href` is empty where nothing more is said about it."""

    number: int
    rung: Rung
    href: str
    limits: tuple[LimitShown, ...]


def rungs(led_to: Collection[str]) -> tuple[RungShown, ...]:
    """Every rung in order; `led_to` are the addresses that are published."""
    return tuple(
        RungShown(
            number,
            rung,
            rung.address if rung.address in led_to else "",
            tuple(_limit(key) for key in rung.rules),
        )
        for number, rung in enumerate(RUNGS, start=1)
    )


def _limit(key: str) -> LimitShown:
    rule = RULES[key]
    return LimitShown(
        rule.says, TimeLimit(full_words(rule), rule.strength, rule.verify)
    )


def line(shown: tuple[RungShown, ...]) -> RouteLine:
    """The ladder as the route line."""
    stops = tuple(Stop(str(r.rung.title), r.href, detail=_detail(r)) for r in shown)
    return RouteLine(stops, _now("What to try, in order"), numbered=True, heading=3)


def _detail(shown: RungShown) -> SafeString:
    said = format_html("<p>{}</p>", shown.rung.says)
    if not shown.limits:
        return said
    rows = ((limit.says, limit.limit) for limit in shown.limits)
    limits = format_html_join("", '<li><p class="limits__says">{}</p>{}</li>', rows)
    return format_html('{}<ul class="limits">{}</ul>', said, limits)


def reached(helpers: Iterable[Helper]) -> list[Helper]:
    """Those that can be reached; a name with nothing behind it helps nobody here."""
    return [each for each in helpers if each.phone or each.email or each.website]


def sources() -> tuple[Source, ...]:
    """The law behind the limits shown, each place once."""
    rules = (RULES[key] for rung in RUNGS for key in rung.rules)
    return tuple(dict.fromkeys(rule.source for rule in rules))


def law() -> SourceOfLaw:
    """The law behind the page, folded away."""
    return SourceOfLaw(sources())


#: What the columns of the table of bodies hold.
COLUMNS: tuple[Promise, ...] = (
    _("It is about"),
    _("Complain first to"),
    _("If that does not help"),
)


def bodies(led_to: Collection[str]) -> TableOf:
    """Who answers for what, as a table."""
    rows = tuple(
        (_about(body, led_to), str(body.first), further(body)) for body in BODIES
    )
    return TableOf(_("Whom to complain to"), COLUMNS, rows, heard=True)


def _about(body: Body, led_to: Collection[str]) -> SafeString:
    if body.address in led_to:
        return format_html('<a href="{}">{}</a>', body.address, body.about)
    return format_html("{}", body.about)


def further(body: Body) -> str:
    """Who comes after, with the mark of what is still being checked."""
    if not body.verify:
        return str(body.then)
    return _now("%s (We understand this is so; it is being checked.)") % body.then
