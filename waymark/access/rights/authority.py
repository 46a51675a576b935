"""What the people of the local authority may do with a child's record."""

from collections.abc import Mapping

from waymark.access.record import Cell, Part, Reach
from waymark.access.roles import Role

OWN, PART, WHOLE = Reach.OWN, Reach.PART, Reach.WHOLE
PAPERS = "the papers of this panel, as they were sent"

_COORDINATOR = {
    Part.PERSON: Cell(read=WHOLE, write=WHOLE),
    Part.STORY: Cell(read=WHOLE),
    Part.SUPPORT: Cell(read=WHOLE),
    Part.REQUEST: Cell(read=WHOLE, write=WHOLE),
    Part.ADVICE: Cell(
        read=WHOLE, write=PART, note="asks for it and reminds; never its words"
    ),
    Part.DRAFT_PLAN: Cell(read=WHOLE, write=WHOLE),
    Part.PLAN: Cell(read=WHOLE, write=PART, note="issues what a manager approved"),
    Part.REVIEW: Cell(read=WHOLE, write=WHOLE),
    Part.DECISION: Cell(read=WHOLE, write=WHOLE, note="proposes"),
    Part.MESSAGES: Cell(read=WHOLE, write=WHOLE),
    Part.CASEWORK: Cell(read=WHOLE, write=WHOLE),
    Part.LEGAL: Cell(read=PART, note="where a lawyer asked them"),
    Part.SAFEGUARDING: Cell(read=PART, note="that there is something, and whom to ask"),
    Part.FINANCE: Cell(read=PART, note="what the plan costs"),
    Part.DISPUTE: Cell(read=WHOLE, write=WHOLE),
    Part.AUDIT: Cell(read=OWN, note="findings on their own work"),
    Part.AGGREGATES: Cell(read=OWN, note="their team"),
}

_MANAGER = {
    Part.PERSON: Cell(read=WHOLE, write=WHOLE),
    Part.STORY: Cell(read=WHOLE),
    Part.SUPPORT: Cell(read=WHOLE),
    Part.REQUEST: Cell(read=WHOLE, write=WHOLE),
    Part.ADVICE: Cell(read=WHOLE),
    Part.DRAFT_PLAN: Cell(read=WHOLE, approve=WHOLE),
    Part.PLAN: Cell(read=WHOLE, approve=WHOLE, note="issues it"),
    Part.REVIEW: Cell(read=WHOLE, approve=WHOLE),
    Part.DECISION: Cell(read=WHOLE, approve=WHOLE),
    Part.MESSAGES: Cell(read=WHOLE, write=WHOLE),
    Part.CASEWORK: Cell(read=WHOLE, write=WHOLE),
    Part.LEGAL: Cell(read=PART, note="what a lawyer shares"),
    Part.SAFEGUARDING: Cell(read=WHOLE),
    Part.FINANCE: Cell(read=PART, approve=PART, note="up to their limit"),
    Part.DISPUTE: Cell(read=WHOLE, approve=WHOLE),
    Part.AUDIT: Cell(read=WHOLE),
    Part.AGGREGATES: Cell(read=WHOLE, note="the service"),
    Part.ADMIN: Cell(manage=PART, note="who is on duty in the team"),
}

_PANEL_MEMBER = {
    Part.PERSON: Cell(read=PART, note=PAPERS),
    Part.STORY: Cell(read=PART, note=PAPERS),
    Part.SUPPORT: Cell(read=PART, note=PAPERS),
    Part.REQUEST: Cell(read=PART, note=PAPERS),
    Part.ADVICE: Cell(read=PART, note=PAPERS),
    Part.DRAFT_PLAN: Cell(read=WHOLE),
    Part.REVIEW: Cell(read=PART, note=PAPERS),
    Part.DECISION: Cell(read=WHOLE, approve=WHOLE, note="votes"),
    Part.FINANCE: Cell(read=PART, note=PAPERS),
}

_COMPLAINTS = {
    Part.PERSON: Cell(read=PART, note="who they are and how to reach them"),
    Part.REQUEST: Cell(read=WHOLE),
    Part.ADVICE: Cell(read=PART, note="what the complaint is about"),
    Part.PLAN: Cell(read=WHOLE),
    Part.REVIEW: Cell(read=WHOLE),
    Part.DECISION: Cell(read=WHOLE),
    Part.MESSAGES: Cell(read=WHOLE),
    Part.CASEWORK: Cell(read=PART, note="what the complaint is about"),
    Part.DISPUTE: Cell(read=PART, note="the outcome"),
    Part.AGGREGATES: Cell(read=WHOLE),
}

_LAWYER = {
    Part.PERSON: Cell(read=PART, note="what the case needs"),
    Part.SUPPORT: Cell(read=WHOLE),
    Part.REQUEST: Cell(read=WHOLE),
    Part.ADVICE: Cell(read=WHOLE),
    Part.DRAFT_PLAN: Cell(read=WHOLE),
    Part.PLAN: Cell(read=WHOLE),
    Part.REVIEW: Cell(read=WHOLE),
    Part.DECISION: Cell(read=WHOLE),
    Part.MESSAGES: Cell(read=PART, note="what the case needs"),
    Part.CASEWORK: Cell(read=WHOLE),
    Part.LEGAL: Cell(read=WHOLE, write=WHOLE),
    Part.SAFEGUARDING: Cell(read=PART, note="what the case needs"),
    Part.FINANCE: Cell(read=PART, note="what the case needs"),
    Part.DISPUTE: Cell(read=WHOLE, write=WHOLE),
}

AUTHORITY: Mapping[Role, Mapping[Part, Cell]] = {
    Role.COORDINATOR: _COORDINATOR,
    Role.MANAGER: _MANAGER,
    Role.PANEL_MEMBER: _PANEL_MEMBER,
    Role.COMPLAINTS: _COMPLAINTS,
    Role.LAWYER: _LAWYER,
}
