"""Organisations, teams and posts made ready for a page. Nothing is fetched here."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from waymark.access.roles import Role
from waymark.access.words import ROLES
from waymark.organisations.models import (
    FormerName,
    Organisation,
    Setting,
    Succession,
    Team,
)
from waymark.organisations.queries import PostRow
from waymark.organisations.slots import Person
from waymark.organisations.words import KINDS, SORTS, STATUSES
from waymark.ui.component import Words
from waymark.ui.tables import Fact, SummaryList, TableOf


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day else ""


def address_of(organisation_id: UUID) -> str:
    """Where an organisation is read."""
    return reverse("organisations:one", args=[organisation_id])


def _link(organisation: Organisation) -> str:
    return format_html(
        '<a href="{}">{}</a>', address_of(organisation.pk), organisation.name
    )


def what_it_is(organisation: Organisation) -> str:
    """The kind of an organisation, or the sort of a setting."""
    setting = getattr(organisation, "setting", None)
    if setting is not None:
        return str(SORTS[setting.sort])
    return str(KINDS[Organisation.Kind(organisation.kind)])


def list_of(found: Iterable[Organisation]) -> TableOf:
    """Organisations as a table: name, what it is, its number, whether it is there."""
    rows = [
        (_link(each), what_it_is(each), _number(each), _standing(each))
        for each in found
    ]
    headers = (_("Name"), _("What it is"), _("Number"), _("Status"))
    return TableOf(_("Organisations"), headers, tuple(rows), heard=True)


def _number(organisation: Organisation) -> str:
    setting = getattr(organisation, "setting", None)
    return setting.urn if setting is not None else organisation.code


def _standing(organisation: Organisation) -> str:
    setting = getattr(organisation, "setting", None)
    if setting is not None:
        said = str(STATUSES[setting.status])
        return f"{said}, {_day(setting.closed_on)}" if setting.closed_on else said
    if organisation.ended_on:
        return _("Ended on %s") % _day(organisation.ended_on)
    return _("At work")


def facts(
    organisation: Organisation,
    names: Iterable[FormerName],
    before: Iterable[Succession],
    after: Iterable[Succession],
) -> SummaryList:
    """What is known of an organisation; what nothing says is left out."""
    held: list[tuple[str, Words]] = [(_("What it is"), what_it_is(organisation))]
    setting = getattr(organisation, "setting", None)
    if setting is not None:
        held += _of_setting(setting)
    else:
        held += [
            (_("Code"), organisation.code),
            (_("Telephone"), organisation.phone),
            (_("E-mail"), organisation.email),
            (_("Website"), organisation.website),
        ]
    held += [
        (_("Names it had before"), _former(names)),
        (_("Took over from"), _linked((each.before, each) for each in before)),
        (_("Taken over by"), _linked((each.after, each) for each in after)),
    ]
    return SummaryList(tuple(Fact(word, says) for word, says in held if says))


def _of_setting(setting: Setting) -> list[tuple[str, Words]]:
    return [
        (_("Register's type"), setting.type_name),
        (_("Status"), str(STATUSES[Setting.Status(setting.status)])),
        (_("Opened on"), _dated(setting.opened_on, setting.why_opened)),
        (_("Closed on"), _dated(setting.closed_on, setting.why_closed)),
        (_("URN"), setting.urn),
        (_("Authority and establishment number"), setting.laestab),
        (_("UKPRN"), setting.ukprn),
        (_("Ages"), _ages(setting)),
        (_("Trust"), setting.trust_name),
        (_("Address"), ", ".join(filter(None, (setting.address, setting.postcode)))),
        (_("Telephone"), setting.phone),
        (_("Website"), setting.website),
        (_("Section 41"), _section_41(setting)),
        (_("SEN unit"), _provided(setting.sen_unit, setting.sen_unit_places)),
        (
            _("Resourced provision"),
            _provided(setting.resourced_provision, setting.resourced_places),
        ),
        (_("Kinds of need it provides for"), ", ".join(setting.needs)),
        (
            _("Read from"),
            _("%(register)s As of %(day)s.")
            % {"register": f"{setting.register.name}.", "day": setting.register.as_of},
        ),
    ]


def _dated(day: date | None, why: str) -> str:
    return ", ".join(part for part in (_day(day), why) if part)


def _ages(setting: Setting) -> str:
    if setting.lowest_age is None or setting.highest_age is None:
        return ""
    ages = {"first": setting.lowest_age, "last": setting.highest_age}
    return _("%(first)s to %(last)s") % ages


def _section_41(setting: Setting) -> str:
    if not setting.section_41:
        return ""
    day = _day(setting.section_41_on)
    return _("Approved on %s") % day if day else _("Approved")


def _provided(there: bool | None, places: int | None) -> str:
    if there is None:
        return ""
    if not there:
        return _("No")
    return _("Yes, %s places") % places if places else _("Yes")


def _former(names: Iterable[FormerName]) -> str:
    return "; ".join(
        _("%(name)s, until %(day)s") % {"name": each.name, "day": _day(each.until)}
        for each in names
    )


def _linked(found: Iterable[tuple[Setting, Succession]]) -> str:
    return format_html_join(
        "; ",
        "{}{}",
        (
            (_link(setting.organisation), f", {_day(each.on)}" if each.on else "")
            for setting, each in found
        ),
    )


def by_account(people: Iterable[Person]) -> dict[UUID, Person]:
    """Those who can sign in, by the id of their account."""
    return {person.account_id: person for person in people}


def post_in_words(row: PostRow, people: Iterable[Person]) -> str:
    """A post in one line: who, what, in which team, since when."""
    parts = (_who(row, by_account(people)), _does(row), row.team, _day(row.began_on))
    return ", ".join(part for part in parts if part)


def posts_table(
    organisation_id: UUID, rows: Iterable[PostRow], who: Iterable[Person]
) -> TableOf:
    """Who does what at an organisation, and since when."""
    people = by_account(who)
    headers = (_("Who"), _("Role"), _("Team"), _("From"), _("Until"), _("Change"))
    lines = tuple(
        (
            _who(row, people),
            _does(row),
            row.team,
            _day(row.began_on),
            _day(row.ended_on),
            "" if row.is_over else _end(organisation_id, row, people),
        )
        for row in rows
    )
    return TableOf(_("Posts"), headers, lines, heard=True)


def _does(row: PostRow) -> str:
    """The role in words; one that the product no longer knows, as it was written."""
    try:
        return str(ROLES[Role(row.role)])
    except ValueError:
        return row.role


def _who(row: PostRow, people: Mapping[UUID, Person]) -> str:
    person = people.get(row.account_id)
    return person.name if person else _("Somebody whose account has ended")


def _end(organisation_id: UUID, row: PostRow, people: Mapping[UUID, Person]) -> str:
    return format_html(
        '<a href="{}">{}<span class="hidden"> {}</span></a>',
        reverse("organisations:end_post", args=[organisation_id, row.id]),
        _("End"),
        _who(row, people),
    )


def teams_table(organisation_id: UUID, teams: Iterable[Team]) -> TableOf:
    """The teams of an organisation."""
    headers = (_("Team"), _("From"), _("Until"), _("Change"))
    lines = tuple(
        (
            team.name,
            _day(team.began_on),
            _day(team.ended_on),
            format_html(
                '<a href="{}">{}<span class="hidden"> {}</span></a>',
                reverse("organisations:end_team", args=[organisation_id, team.pk]),
                _("End"),
                team.name,
            ),
        )
        for team in teams
    )
    return TableOf(_("Teams"), headers, lines, heard=True)
