"""What those beside the case may do: who supports it, watches it, or keeps the site."""

from collections.abc import Mapping

from waymark.access.record import Cell, Part, Reach
from waymark.access.roles import Role

DEIDENTIFIED, OWN = Reach.DEIDENTIFIED, Reach.OWN
PART, WHOLE = Reach.PART, Reach.WHOLE
INVITED = "what the family invites them to, while it does"
SAMPLE = "the children of their sample"
NO_NAMES = Cell(read=DEIDENTIFIED)
ASKED_FOR = Cell(read=PART, note="what an access request needs")

_ADVOCATE = {
    Part.PERSON: Cell(read=PART, note=INVITED),
    Part.STORY: Cell(read=PART, note=INVITED),
    Part.SUPPORT: Cell(read=WHOLE),
    Part.REQUEST: Cell(read=WHOLE, write=PART, note="helps the family to write it"),
    Part.ADVICE: Cell(read=WHOLE),
    Part.DRAFT_PLAN: Cell(read=WHOLE, suggest=WHOLE, note="for the family"),
    Part.PLAN: Cell(read=WHOLE),
    Part.REVIEW: Cell(read=WHOLE, suggest=WHOLE, note="beside the family"),
    Part.DECISION: Cell(read=WHOLE),
    Part.MESSAGES: Cell(read=WHOLE, write=WHOLE),
    Part.DISPUTE: Cell(read=PART, note="the family's side"),
    Part.AGGREGATES: Cell(read=OWN, note="their own service"),
}

_FORUM = {
    Part.AUDIT: Cell(read=DEIDENTIFIED, note="audits done together"),
    Part.AGGREGATES: Cell(read=DEIDENTIFIED),
}

_COMMISSIONER = {
    Part.PERSON: NO_NAMES,
    Part.SUPPORT: NO_NAMES,
    Part.REQUEST: NO_NAMES,
    Part.ADVICE: NO_NAMES,
    Part.PLAN: NO_NAMES,
    Part.REVIEW: NO_NAMES,
    Part.DECISION: NO_NAMES,
    Part.FINANCE: NO_NAMES,
    Part.DISPUTE: NO_NAMES,
    Part.AUDIT: NO_NAMES,
    Part.AGGREGATES: Cell(read=WHOLE),
}

_AUDITOR = {
    Part.PERSON: Cell(read=PART, note=SAMPLE),
    Part.STORY: Cell(read=PART, note=SAMPLE),
    Part.SUPPORT: Cell(read=PART, note=SAMPLE),
    Part.REQUEST: Cell(read=PART, note=SAMPLE),
    Part.ADVICE: Cell(read=WHOLE),
    Part.DRAFT_PLAN: Cell(read=WHOLE),
    Part.PLAN: Cell(read=WHOLE),
    Part.REVIEW: Cell(read=WHOLE),
    Part.DECISION: Cell(read=WHOLE),
    Part.CASEWORK: Cell(read=PART, note=SAMPLE),
    Part.AUDIT: Cell(read=WHOLE, write=WHOLE),
    Part.AGGREGATES: Cell(read=WHOLE),
}

_DATA_PROTECTION = {
    Part.PERSON: Cell(read=PART, note="who looked, and what an access request needs"),
    Part.SUPPORT: ASKED_FOR,
    Part.REQUEST: ASKED_FOR,
    Part.ADVICE: ASKED_FOR,
    Part.DRAFT_PLAN: ASKED_FOR,
    Part.PLAN: ASKED_FOR,
    Part.REVIEW: ASKED_FOR,
    Part.DECISION: ASKED_FOR,
    Part.MESSAGES: ASKED_FOR,
    Part.CASEWORK: ASKED_FOR,
    Part.LEGAL: ASKED_FOR,
    Part.SAFEGUARDING: ASKED_FOR,
    Part.DISPUTE: ASKED_FOR,
    Part.AGGREGATES: Cell(read=WHOLE),
}

_INSPECTOR = {
    Part.PERSON: Cell(read=PART, note=SAMPLE),
    Part.STORY: Cell(read=PART, note=SAMPLE),
    Part.SUPPORT: Cell(read=WHOLE),
    Part.REQUEST: Cell(read=WHOLE),
    Part.ADVICE: Cell(read=WHOLE),
    Part.DRAFT_PLAN: Cell(read=WHOLE),
    Part.PLAN: Cell(read=WHOLE),
    Part.REVIEW: Cell(read=WHOLE),
    Part.DECISION: Cell(read=WHOLE),
    Part.MESSAGES: Cell(read=PART, note=SAMPLE),
    Part.CASEWORK: Cell(read=PART, note=SAMPLE),
    Part.DISPUTE: Cell(read=PART, note=SAMPLE),
    Part.AUDIT: Cell(read=WHOLE),
    Part.AGGREGATES: Cell(read=WHOLE),
}

BESIDE: Mapping[Role, Mapping[Part, Cell]] = {
    Role.ADVOCATE: _ADVOCATE,
    Role.FORUM: _FORUM,
    Role.COMMISSIONER: _COMMISSIONER,
    Role.AUDITOR: _AUDITOR,
    Role.EDITOR: {
        Part.AGGREGATES: Cell(read=PART, note="of what is published"),
        Part.ADMIN: Cell(manage=PART, note="published words"),
    },
    Role.ADMINISTRATOR: {
        Part.AGGREGATES: Cell(read=PART, note="how the site runs"),
        Part.ADMIN: Cell(manage=WHOLE),
    },
    Role.DATA_PROTECTION: _DATA_PROTECTION,
    Role.INSPECTOR: _INSPECTOR,
    Role.APPROVER: {},
}
