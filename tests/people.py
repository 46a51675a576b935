"""The cast: named, invented people with exactly the access their story needs.

Amina is a parent with a question and no account. Bryn is another parent. Efa manages
the area's installation. Oona writes the Local Offer's words and Priya approves them.
Quill has an account and no role, and should see nothing. Sefton runs a swimming club
in the Local Offer and keeps its entry true; Tamsin runs another club and must see
nothing of his.
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

EVERYBODY_WITH_AN_ACCOUNT = (EFA, OONA, PRIYA, QUILL, SEFTON, TAMSIN)
