"""Who may ever do what: the agreed table, cell for cell."""

import os
from pathlib import Path

import pytest

from tests.rooms.access.rights_text import rights_text
from waymark.access.record import CLASSES, WITHOUT_A_CHILD, Ability, Part, Reach
from waymark.access.rights import RIGHTS
from waymark.access.roles import FAMILY, GRANTS, Role
from waymark.access.ties import WAYS
from waymark.access.words import PARTS, ROLES

TABLE = Path(__file__).parents[2] / "golden" / "access" / "rights.txt"
CELLS = [
    pytest.param(role, part, cell, id=f"{role}-{part}")
    for role, parts in RIGHTS.items()
    for part, cell in parts.items()
]
every_cell = pytest.mark.parametrize(("role", "part", "cell"), CELLS)


def test_the_table_is_the_one_that_was_agreed():
    if os.environ.get("WAYMARK_GOLDEN") == "write":
        TABLE.write_text(rights_text(), encoding="utf-8")
    assert rights_text() == TABLE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "table", [RIGHTS, WAYS, ROLES, GRANTS], ids=["rights", "ways", "words", "grants"]
)
def test_every_role_stands_in_every_table(table):
    assert set(table) == set(Role)


@pytest.mark.parametrize("table", [CLASSES, PARTS], ids=["classes", "words"])
def test_every_part_stands_in_every_table(table):
    assert set(table) == set(Part)


@every_cell
def test_a_cell_gives_something(role, part, cell):
    assert any(cell.reach(ability) for ability in Ability)


@every_cell
def test_whoever_works_on_a_part_reads_it_as_far(role, part, cell):
    if part is Part.ADMIN:
        return
    reach = [*Reach]
    for ability in (Ability.WRITE, Ability.SUGGEST, Ability.APPROVE, Ability.MANAGE):
        given = cell.reach(ability)
        assert given is None or reach.index(given) <= reach.index(cell.read)


@every_cell
def test_what_is_open_in_part_says_which_part(role, part, cell):
    if Reach.PART in {cell.reach(ability) for ability in Ability}:
        assert cell.note


def test_a_role_without_a_way_to_children_is_given_nothing_about_a_child():
    for role, ways in WAYS.items():
        if not ways:
            about = {
                part
                for part, cell in RIGHTS[role].items()
                if cell.read is not Reach.DEIDENTIFIED
            }
            assert about <= WITHOUT_A_CHILD, role


def test_the_administrator_reads_no_record():
    assert set(RIGHTS[Role.ADMINISTRATOR]) == {Part.AGGREGATES, Part.ADMIN}


def test_legal_papers_are_for_the_lawyer_and_whom_the_lawyer_asks():
    writers = {role for role in Role if _may(role, Part.LEGAL, Ability.WRITE)}
    readers = {role for role in Role if _may(role, Part.LEGAL, Ability.READ)}
    assert writers == {Role.LAWYER}
    assert readers == {
        Role.LAWYER,
        Role.COORDINATOR,
        Role.MANAGER,
        Role.DATA_PROTECTION,
    }


def test_no_family_reads_notes_of_the_case_legal_papers_or_safety_here():
    guarded = {Part.CASEWORK, Part.LEGAL, Part.SAFEGUARDING, Part.AUDIT}
    assert not any(guarded & set(RIGHTS[role]) for role in FAMILY)


def test_only_a_manager_issues_a_plan():
    issuers = {role for role in Role if _may(role, Part.PLAN, Ability.APPROVE)}
    assert issuers == {Role.MANAGER}


def test_inspectors_and_auditors_change_nothing_in_a_childs_record():
    for role in (Role.INSPECTOR, Role.AUDITOR):
        changed = {
            part
            for part, cell in RIGHTS[role].items()
            if cell.write or cell.suggest or cell.approve or cell.manage
        }
        assert changed <= {Part.AUDIT}


def _may(role: Role, part: Part, ability: Ability) -> bool:
    cell = RIGHTS[role].get(part)
    return bool(cell and cell.reach(ability))
