"""The table of rights as text, so that a change of it can be reviewed line by line."""

from waymark.access.record import Ability, Cell, Part
from waymark.access.rights import RIGHTS
from waymark.access.roles import Role
from waymark.access.ties import WAYS
from waymark.access.words import ROLES


def rights_text() -> str:
    return "\n".join(_role(role) for role in Role)


def _role(role: Role) -> str:
    ways = ", ".join(sorted(WAYS[role])) or "no child"
    cells = "".join(
        f"  {part.value:<13}{_cell(RIGHTS[role][part])}\n"
        for part in Part
        if part in RIGHTS[role]
    )
    return f"{ROLES[role]} ({role.value}; by {ways})\n{cells}"


def _cell(cell: Cell) -> str:
    given = [
        f"{ability.value} {reach.value}"
        for ability in Ability
        if (reach := cell.reach(ability))
    ]
    note = f"  [{cell.note}]" if cell.note else ""
    return ", ".join(given) + note
