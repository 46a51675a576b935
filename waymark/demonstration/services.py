"""The worked example's invented people. Loaded once, into a demonstration only."""

from waymark.access.roles import Role
from waymark.accounts import services as accounts

#: Who may be tried, with what each is there to show.
PEOPLE = (
    ("oona", "Oona (invented): writes the Local Offer's words", (Role.EDITOR,)),
    ("priya", "Priya (invented): approves what others wrote", (Role.APPROVER,)),
    ("efa", "Efa (invented): invites people", (Role.ADMINISTRATOR,)),
    ("sefton", "Sefton (invented): runs a swimming club", (Role.PROVIDER,)),
    ("tamsin", "Tamsin (invented): runs another club", (Role.PROVIDER,)),
    ("leila", "Leila (invented): Rowan's mother", (Role.PARENT,)),
    ("marcus", "Marcus (invented): Rowan's father, lives apart", (Role.PARENT,)),
    ("rowan", "Rowan (invented): ten years old", (Role.CHILD,)),
    ("yusuf", "Yusuf (invented): seventeen, decides himself", (Role.YOUNG_PERSON,)),
    ("samira", "Samira (invented): Yusuf's mother", (Role.PARENT,)),
    ("imran", "Imran (invented): SENCO of Rowan's school", ()),
    ("jonas", "Jonas (invented): teaches there", ()),
    ("davina", "Davina (invented): coordinates plans", ()),
    ("hester", "Hester (invented): manages the coordinators", ()),
    ("kezia", "Kezia (invented): educational psychologist", ()),
    ("teodor", "Teodor (invented): answers for the data", ()),
    ("quill", "Quill (invented): should see nothing", ()),
)


def invent_people() -> None:
    """Make the personas, who have no password and sign in by one press."""
    for key, name, roles in PEOPLE:
        accounts.invent_persona(key=key, name=name, roles=roles)


def whom_to_sign_in_as() -> str:
    """One line for whoever started the demonstration."""
    names = ", ".join(name.split(" (")[0] for _, name, _ in PEOPLE)
    return f"  Sign in:   press one name, no password ({names})"
