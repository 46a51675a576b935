"""The cast: named, invented people with exactly the access their story needs.

Amina is a parent with a question and no account. Bryn is another parent. Efa manages
the area's installation. Oona writes the Local Offer's words and Priya approves them.
Quill has an account and no role, and should see nothing. Sefton runs a swimming club
in the Local Offer and keeps its entry true; Tamsin runs another club and must see
nothing of his.

Rowan is ten and has a record. Leila is the mother, Marcus the father, who lives apart;
Wren supports the family where it lets her. Davina coordinates Rowan's plan in Hester's
team, Imran is SENCO of the school, Jonas teaches there, Kezia is the educational
psychologist. Yusuf is seventeen, and his rights are his own; Samira is his mother.
"""

from dataclasses import dataclass

from waymark.access.roles import Role


@dataclass(frozen=True)
class Persona:
    """Somebody in the stories that the tests tell."""

    name: str
    email: str
    roles: tuple[Role, ...] = ()


EFA = Persona("Efa", "efa@example.org", (Role.ADMINISTRATOR,))
OONA = Persona("Oona", "oona@example.org", (Role.EDITOR,))
PRIYA = Persona("Priya", "priya@example.org", (Role.APPROVER,))
QUILL = Persona("Quill", "quill@example.org")
SEFTON = Persona("Sefton", "sefton@example.org", (Role.PROVIDER,))
TAMSIN = Persona("Tamsin", "tamsin@example.org", (Role.PROVIDER,))

LEILA = Persona("Leila", "leila@example.org", (Role.PARENT,))
MARCUS = Persona("Marcus", "marcus@example.org", (Role.PARENT,))
SAMIRA = Persona("Samira", "samira@example.org", (Role.PARENT,))
ROWAN = Persona("Rowan", "rowan@example.org", (Role.CHILD,))
YUSUF = Persona("Yusuf", "yusuf@example.org", (Role.YOUNG_PERSON,))
WREN = Persona("Wren", "wren@example.org", (Role.ADVOCATE,))
# What these do, their posts say.
DAVINA = Persona("Davina", "davina@example.org")
HESTER = Persona("Hester", "hester@example.org")
IMRAN = Persona("Imran", "imran@example.org")
JONAS = Persona("Jonas", "jonas@example.org")
KEZIA = Persona("Kezia", "kezia@example.org")

EVERYBODY_WITH_AN_ACCOUNT = (EFA, OONA, PRIYA, QUILL, SEFTON, TAMSIN)
