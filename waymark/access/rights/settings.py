"""What the people of a school, college or provider may do with a child's record."""

from collections.abc import Mapping

from waymark.access.record import Cell, Part, Reach
from waymark.access.roles import Role

OWN, PART, WHOLE = Reach.OWN, Reach.PART, Reach.WHOLE
SHARED = "what the family shares"
NO_HIDDEN_ADDRESS = "no address that is kept back"
WHAT_WAS_DONE = "the record of what was done"

_SENCO = {
    Part.PERSON: Cell(read=PART, note=NO_HIDDEN_ADDRESS),
    Part.STORY: Cell(read=PART, note=SHARED),
    Part.SUPPORT: Cell(read=WHOLE, write=WHOLE, manage=WHOLE),
    Part.REQUEST: Cell(read=WHOLE, write=WHOLE),
    Part.ADVICE: Cell(read=PART, write=OWN, note="of others once it is circulated"),
    Part.DRAFT_PLAN: Cell(read=PART, suggest=PART, note="once consulted or named"),
    Part.PLAN: Cell(read=WHOLE),
    Part.REVIEW: Cell(read=WHOLE, write=WHOLE, note="runs it"),
    Part.DECISION: Cell(read=PART, note="the outcome"),
    Part.MESSAGES: Cell(read=WHOLE, write=WHOLE),
    Part.SAFEGUARDING: Cell(read=OWN, write=OWN),
    Part.FINANCE: Cell(read=OWN, note="its own top-up"),
    Part.DISPUTE: Cell(read=PART, note="what it takes part in"),
    Part.AGGREGATES: Cell(read=OWN, note="its own setting"),
    Part.ADMIN: Cell(manage=OWN, note="its own people"),
}

_TEACHER = {
    Part.PERSON: Cell(read=PART, note=NO_HIDDEN_ADDRESS),
    Part.STORY: Cell(read=PART, note=SHARED),
    Part.SUPPORT: Cell(read=PART, write=PART, note=WHAT_WAS_DONE),
    Part.PLAN: Cell(read=PART, note="the profile, provision and outcomes"),
    Part.REVIEW: Cell(read=PART, write=PART, note="what is asked of them"),
    Part.MESSAGES: Cell(read=PART, write=PART, note="those they are in"),
    Part.AGGREGATES: Cell(read=OWN, note="their class"),
}

_PROVIDER = {
    Part.PERSON: Cell(read=PART, note="the child they work with, by name"),
    Part.STORY: Cell(read=PART, note=SHARED),
    Part.SUPPORT: Cell(read=PART, write=PART, note=WHAT_WAS_DONE),
    Part.ADVICE: Cell(read=OWN, write=OWN),
    Part.PLAN: Cell(read=PART, note="the rows that they deliver"),
    Part.REVIEW: Cell(read=PART, write=PART, note="progress"),
    Part.MESSAGES: Cell(read=WHOLE, write=WHOLE),
    Part.SAFEGUARDING: Cell(read=OWN, write=OWN),
    Part.FINANCE: Cell(read=OWN, write=OWN, note="own invoices"),
    Part.AGGREGATES: Cell(read=OWN, note="their own service"),
}

SETTINGS: Mapping[Role, Mapping[Part, Cell]] = {
    Role.SENCO: _SENCO,
    Role.TEACHER: _TEACHER,
    Role.PROVIDER: _PROVIDER,
}
