"""Who may ever do what with a child's record: role by part. What is absent is no.

A cell opens nothing by itself. It needs a tie between this person and this child, the
tie must hold at this moment, and no restriction may stand against it (`deciding`).
Read from the table of roles that the partnership agreed; docs/decisions/0090 says how.
"""

from collections.abc import Mapping

from waymark.access.record import Cell, Part
from waymark.access.rights.authority import AUTHORITY
from waymark.access.rights.beside import BESIDE
from waymark.access.rights.family import FAMILY
from waymark.access.rights.professionals import PROFESSIONALS
from waymark.access.rights.settings import SETTINGS
from waymark.access.roles import Role

RIGHTS: Mapping[Role, Mapping[Part, Cell]] = {
    **FAMILY,
    **SETTINGS,
    **AUTHORITY,
    **PROFESSIONALS,
    **BESIDE,
}

__all__ = ["RIGHTS"]
