"""What those who advise may do with a child's record: psychology, health, care."""

from collections.abc import Mapping

from waymark.access.record import Cell, Part, Reach
from waymark.access.roles import Role

OWN, PART, WHOLE = Reach.OWN, Reach.PART, Reach.WHOLE
NEEDED = "what their advice needs"
WITNESS = "what they are a witness to"
HEALTH = "health"

_PSYCHOLOGIST = {
    Part.PERSON: Cell(read=PART, note=NEEDED),
    Part.STORY: Cell(read=WHOLE),
    Part.SUPPORT: Cell(read=WHOLE),
    Part.REQUEST: Cell(read=PART, note=NEEDED),
    Part.ADVICE: Cell(read=WHOLE, write=OWN),
    Part.DRAFT_PLAN: Cell(read=WHOLE, suggest=WHOLE),
    Part.PLAN: Cell(read=WHOLE),
    Part.REVIEW: Cell(read=PART, write=PART, note="what is asked of them"),
    Part.DECISION: Cell(read=WHOLE),
    Part.MESSAGES: Cell(read=WHOLE, write=WHOLE),
    Part.SAFEGUARDING: Cell(read=PART, note="that there is something, and whom to ask"),
    Part.DISPUTE: Cell(read=PART, note=WITNESS),
    Part.AGGREGATES: Cell(read=WHOLE, note="the service"),
}

_DESIGNATED_OFFICER = {
    Part.PERSON: Cell(read=PART, note=HEALTH),
    Part.STORY: Cell(read=PART, note=HEALTH),
    Part.REQUEST: Cell(read=PART, note=HEALTH),
    Part.ADVICE: Cell(
        read=PART, approve=PART, note="health: sends it on, checks its quality"
    ),
    Part.DRAFT_PLAN: Cell(read=PART, suggest=PART, note="sections C and G"),
    Part.PLAN: Cell(read=PART, note="sections C, E, G and K"),
    Part.REVIEW: Cell(read=PART, note=HEALTH),
    Part.DECISION: Cell(read=PART, note=HEALTH),
    Part.MESSAGES: Cell(read=WHOLE, write=WHOLE),
    Part.FINANCE: Cell(read=PART, note="what section G costs"),
    Part.DISPUTE: Cell(read=PART, note=HEALTH),
    Part.AUDIT: Cell(read=PART, note=HEALTH),
    Part.AGGREGATES: Cell(read=WHOLE, note="the service"),
    Part.ADMIN: Cell(manage=PART, note="the people of health"),
}

_CLINICIAN = {
    Part.PERSON: Cell(read=PART, note=NEEDED),
    Part.STORY: Cell(read=PART, note=NEEDED),
    Part.SUPPORT: Cell(read=PART, note=NEEDED),
    Part.REQUEST: Cell(read=PART, note=NEEDED),
    Part.ADVICE: Cell(read=OWN, write=OWN),
    Part.DRAFT_PLAN: Cell(read=OWN, suggest=OWN, note="rows from their advice"),
    Part.PLAN: Cell(read=PART, note="rows from their advice, and what these serve"),
    Part.REVIEW: Cell(read=OWN, write=OWN),
    Part.DECISION: Cell(read=PART, note="the outcome"),
    Part.MESSAGES: Cell(read=WHOLE, write=WHOLE),
    Part.DISPUTE: Cell(read=PART, note=WITNESS),
}

_SOCIAL_WORKER = {
    Part.PERSON: Cell(read=PART, note=NEEDED),
    Part.STORY: Cell(read=PART, note=NEEDED),
    Part.SUPPORT: Cell(read=PART, note=NEEDED),
    Part.REQUEST: Cell(read=PART, note=NEEDED),
    Part.ADVICE: Cell(
        read=PART, write=OWN, approve=PART, note="social care: checks its quality"
    ),
    Part.DRAFT_PLAN: Cell(read=PART, suggest=PART, note="sections D and H"),
    Part.PLAN: Cell(read=WHOLE),
    Part.REVIEW: Cell(read=OWN, write=OWN),
    Part.DECISION: Cell(read=PART, note="the outcome"),
    Part.MESSAGES: Cell(read=WHOLE, write=WHOLE),
    Part.SAFEGUARDING: Cell(read=OWN),
    Part.FINANCE: Cell(read=PART, note="what section H costs"),
    Part.DISPUTE: Cell(read=PART, note=WITNESS),
    Part.AUDIT: Cell(read=PART, note="social care"),
    Part.AGGREGATES: Cell(read=WHOLE, note="the service"),
}

_VIRTUAL_HEAD = {
    Part.PERSON: Cell(read=WHOLE, note="children who are looked after"),
    Part.STORY: Cell(read=PART, note="what the child shares"),
    Part.SUPPORT: Cell(read=WHOLE),
    Part.REQUEST: Cell(read=WHOLE),
    Part.ADVICE: Cell(read=WHOLE),
    Part.DRAFT_PLAN: Cell(read=WHOLE, suggest=WHOLE),
    Part.PLAN: Cell(read=WHOLE),
    Part.REVIEW: Cell(read=PART, write=PART, note="what is asked of them"),
    Part.DECISION: Cell(read=WHOLE),
    Part.MESSAGES: Cell(read=WHOLE, write=WHOLE),
    Part.SAFEGUARDING: Cell(read=WHOLE),
    Part.FINANCE: Cell(read=PART, note="the pupil premium plus"),
    Part.DISPUTE: Cell(read=PART, note="what they take part in"),
    Part.AGGREGATES: Cell(read=OWN, note="children who are looked after"),
}

PROFESSIONALS: Mapping[Role, Mapping[Part, Cell]] = {
    Role.PSYCHOLOGIST: _PSYCHOLOGIST,
    Role.DESIGNATED_OFFICER: _DESIGNATED_OFFICER,
    Role.CLINICIAN: _CLINICIAN,
    Role.SOCIAL_WORKER: _SOCIAL_WORKER,
    Role.VIRTUAL_HEAD: _VIRTUAL_HEAD,
}
