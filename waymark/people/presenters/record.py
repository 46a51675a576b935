"""A child's record made ready for a page. Nothing is fetched here."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from waymark.access.record import Part
from waymark.access.roles import Role
from waymark.access.words import PARTS, ROLES
from waymark.people.identifiers import Kind
from waymark.people.lines import Detail
from waymark.people.models import Adult, CourtOrder, LegalStatus, Relationship
from waymark.people.queries import (
    AdultRow,
    ChildRow,
    LookedLine,
    Place,
    Record,
    SupporterRow,
    TeamRow,
)
from waymark.people.rights import age_on, rights_pass_on
from waymark.people.words import ACTS, ETHNICITIES, FORMATS, NUMBERS
from waymark.today import LONDON
from waymark.ui.component import Words
from waymark.ui.tables import Fact, SummaryList, TableOf


def day_in_words(day: date | None) -> str:
    """A day as people write it; nothing for none."""
    return date_format(day, "j F Y") if day else ""


def moment_in_words(moment: datetime) -> str:
    """The day in England on which a moment lies."""
    return day_in_words(moment.astimezone(LONDON).date())


def address_of(child_id: UUID, page: str = "one", **more: UUID | str) -> str:
    """Where a page about a child is read."""
    return reverse(f"people:{page}", kwargs={"child_id": child_id, **more})


def _link(href: str, words: str, hidden: str = "") -> str:
    more = format_html('<span class="govuk-visually-hidden"> {}</span>', hidden)
    return format_html('<a href="{}">{}{}</a>', href, words, more if hidden else "")


def list_of(rows: Iterable[ChildRow]) -> TableOf:
    """Children as a table: name, date of birth, setting."""
    lines = tuple(
        (
            _link(address_of(each.id), each.name),
            day_in_words(each.born_on),
            each.setting or _("None written down"),
        )
        for each in rows
    )
    headers = (_("Name"), _("Date of birth"), _("Setting"))
    return TableOf(_("Children and young people"), headers, lines, heard=True)


# ---- who the child is ----------------------------------------------------------------


def person_facts(record: Record, on: date) -> SummaryList:
    """Who a child is; what nothing says is left out."""
    child = record.child
    held: list[tuple[str, Words]] = [
        (_("Full name"), f"{child.forename} {child.surname}"),
        (_("Likes to be called"), child.known_as),
        (_("Date of birth"), day_in_words(child.born_on)),
        (_("Age"), str(age_on(child.born_on, on))),
    ]
    if Detail.BACKGROUND in record.sees:
        held += _background(record)
    held += [
        (str(NUMBERS[kind]), _number(kind, value)) for kind, value in record.numbers
    ]
    if record.place:
        held.append((_("Lives at"), place_in_words(record.place)))
    return SummaryList(tuple(Fact(word, says) for word, says in held if says))


def _background(record: Record) -> list[tuple[str, Words]]:
    child = record.child
    rights = rights_pass_on(child.born_on)
    return [
        (_("Sex"), child.get_sex_display() if child.sex else ""),
        (_("Ethnicity"), str(ETHNICITIES.get(child.ethnicity, ""))),
        (_("Religion"), child.religion),
        (_("Language at home"), child.home_language),
        (_("Says things best by"), child.communicates_by),
        (_("Interpreter or signing"), child.needs_interpreter),
        (_("Rights are their own from"), day_in_words(rights)),
    ]


def _number(kind: Kind, value: str) -> str:
    """A number in the groups in which people read it out."""
    if kind is Kind.NHS:
        return f"{value[:3]} {value[3:6]} {value[6:]}"
    return value


def place_in_words(place: Place) -> str:
    """An address on one line, and whether it is kept back."""
    lines = ", ".join(line.strip() for line in place.lines.splitlines() if line.strip())
    whole = ", ".join(filter(None, (lines, place.postcode)))
    if place.is_restricted:
        return format_html("{} <strong>{}</strong>", whole, _("(kept back)"))
    return whole


def settings_table(record: Record) -> TableOf:
    """Where the child learns and learned."""
    child_id = record.child.pk
    rows = tuple(
        (
            each.setting.name,
            day_in_words(each.began_on),
            _until(
                each.ended_on,
                address_of(child_id, "leave_setting", attendance_id=each.pk),
                each.setting.name,
                record.may_write,
            ),
        )
        for each in record.settings
    )
    return TableOf(
        _("Settings"), (_("Setting"), _("From"), _("Until")), rows, heard=True
    )


def _until(ended_on: date | None, href: str, of: str, may: bool) -> Words:
    if ended_on:
        return day_in_words(ended_on)
    return _link(href, _("End"), of) if may else _("Now")


def statuses_table(record: Record) -> TableOf:
    """What is true of the child in law."""
    child_id = record.child.pk
    rows = tuple(
        (
            _status(each),
            day_in_words(each.began_on),
            _until(
                each.ended_on,
                address_of(child_id, "end_status", status_id=each.pk),
                each.get_kind_display(),
                record.may_write,
            ),
        )
        for each in record.statuses
    )
    headers = (_("What is true of them"), _("From"), _("Until"))
    return TableOf(_("Legal status"), headers, rows, heard=True)


def _status(status: LegalStatus) -> str:
    said = [status.get_kind_display()]
    if status.authority:
        said.append(status.authority.name)
    return ", ".join(filter(None, (*said, status.basis)))


# ---- the adults ----------------------------------------------------------------------


class AdultCard:
    """One adult on a page: a heading, facts, and what may be done."""

    def __init__(self, row: AdultRow, record: Record) -> None:
        self.row = row
        self.heading = _("You") if row.is_reader else row.name
        self.id = f"adult-{row.relationship_id}"
        self.facts = SummaryList(
            tuple(Fact(word, says) for word, says in _of_adult(row) if says)
        )
        self.actions = _actions_of(row, record)


def _of_adult(row: AdultRow) -> list[tuple[str, Words]]:
    adult = row.adult
    return [
        (_("Name"), row.name if row.is_reader else ""),
        (_("To the child"), str(Relationship.Kind(row.kind).label)),
        (_("Parental responsibility"), _responsibility(row.responsibility)),
        (_("Asked about every step"), _("Yes") if row.is_consulted else _("No")),
        (_("E-mail"), row.email),
        (_("Telephone"), row.phone),
        (_("Lives at"), place_in_words(row.place) if row.place else ""),
        *(_of_contact(adult) if adult else []),
        (_("Orders of a court"), _orders(row.orders)),
    ]


def _responsibility(said: str) -> str:
    return str(Relationship.Responsibility(said).label) if said else ""


def _of_contact(adult: Adult) -> list[tuple[str, Words]]:
    return [
        (_("Hears from us by"), adult.get_channel_display()),
        (_("Format"), str(FORMATS.get(adult.format, ""))),
        (_("Language"), adult.language),
        (_("Interpreter or signing"), adult.needs_interpreter),
        (_("For meetings"), adult.adjustments),
    ]


def _orders(orders: Sequence[CourtOrder]) -> str:
    said = (
        (
            each.get_kind_display(),
            day_in_words(each.began_on),
            _("narrows what they see") if each.narrows else _("narrows nothing here"),
        )
        for each in orders
    )
    return format_html_join("", "<p>{}, {}, {}</p>", said)


def _actions_of(row: AdultRow, record: Record) -> list[tuple[str, str]]:
    """What the reader may do with this adult: an address and its words."""
    if not (record.may_write or (row.is_reader and record.may_write_own)):
        return []
    child, held = record.child.pk, row.relationship_id
    own = [
        (
            address_of(child, "correct_contact", relationship_id=held),
            _("Change details"),
        ),
        (address_of(child, "move_adult", relationship_id=held), _("Change address")),
    ]
    if not record.may_write:
        return own
    return [
        *own,
        (
            address_of(child, "record_order", relationship_id=held),
            _("Add a court order"),
        ),
        (
            address_of(child, "invite_adult", relationship_id=held),
            _("Invite to sign in"),
        ),
        (address_of(child, "end_relationship", relationship_id=held), _("End")),
    ]


# ---- who works with the child --------------------------------------------------------


def team_table(record: Record) -> TableOf:
    """Who works with the child now."""
    rows = tuple(_team_row(each, record) for each in record.team)
    headers = (_("Name"), _("As"), _("Until"))
    return TableOf(_("Team"), headers, rows, heard=True)


def _team_row(row: TeamRow, record: Record) -> tuple[Words, ...]:
    until: Words = moment_in_words(row.ends_at) if row.ends_at else _("No end is set")
    if record.may_write:
        href = address_of(
            record.child.pk, "end_assignment", assignment_id=row.assignment_id
        )
        until = format_html("{} {}", until, _link(href, _("End"), row.name))
    return (row.name or _("Somebody who has left"), str(ROLES[row.role]), until)


def supporters_table(child_id: UUID, rows: Iterable[SupporterRow]) -> TableOf:
    """Whom the family has let in, until when, and a way to end it."""
    lines = tuple(
        (
            each.email,
            _("Yes") if each.has_accepted else _("Not yet"),
            moment_in_words(each.ends_at),
            _link(
                address_of(
                    child_id, "let_go_supporter", invitation_id=each.invitation_id
                ),
                _("End now"),
                each.email,
            ),
        )
        for each in rows
    )
    headers = (_("Supporter"), _("Has accepted"), _("Until"), _("What you can do"))
    return TableOf(_("Supporters"), headers, lines, heard=True)


# ---- who looked ----------------------------------------------------------------------


def looked_table(lines: Sequence[LookedLine]) -> TableOf:
    """Who did what with the record and when, in plain words."""
    rows = tuple(_looked_row(each) for each in lines)
    headers = (_("Day"), _("Who"), _("What they did"), _("Why"))
    return TableOf(_("Who looked"), headers, rows, heard=True)


def _looked_row(line: LookedLine) -> tuple[Words, ...]:
    looked = line.looked
    did = f"{ACTS[looked.act]} {PARTS[Part(looked.part)]}"
    times = _("%d times") % looked.times if looked.times > 1 else ""
    return (
        day_in_words(looked.on),
        _who(line),
        ", ".join(filter(None, (did.capitalize(), times))),
        looked.why,
    )


def _who(line: LookedLine) -> str:
    if line.is_reader:
        return _("You")
    if line.looked.account_id is None:
        return _("Somebody who was not signed in")
    name = line.name or _("Somebody who has left")
    role = line.looked.role
    return f"{name}, {_role(role)}" if role else name


def _role(role: Role) -> str:
    """What somebody is, within a sentence: SENCO and EHC keep their capitals."""
    words = str(ROLES[role])
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def as_initial(row: Any, names: Iterable[str]) -> dict[str, Any]:
    """What a form of correction begins with."""
    return {name: getattr(row, name) for name in names}
