"""A small, invented set of published things to search in."""

from waymark.finding.sources import Record

SPEECH = Record(
    id="service:chatter",
    kind="service",
    name="Chatter Time",
    text="Help with speech, language and communication for children under five. "
    "Ring 01702 555 0100. We meet at SS2 6ER.",
    summary="Speech and language therapy in small groups.",
    address="/local-offer/chatter-time/",
    lay_words=("not talking", "my toddler does not speak"),
)
ASK = Record(
    id="step:ask",
    kind="step",
    name="Ask the council to assess",
    text="Write to the council. Say what your child finds hard and what has been "
    "tried. The council must answer your request.",
    summary="How to ask for an EHC needs assessment.",
    address="/routemaps/ehc-needs-assessment/ask/",
    lay_words=("the council has not answered my request",),
)
PLAN = Record(
    id="word:ehc-plan",
    kind="word",
    name="EHC plan",
    text="A legal document that says what a child needs and the help that must be "
    "given.",
    address="/words/#ehc-plan",
)
TRANSPORT = Record(
    id="guide:transport",
    kind="guide",
    name="Travel to school",
    text="Who can have free transport, and how to apply. Taxis, buses and passes.",
    address="/guides/travel/",
    lay_words=("school taxi",),
)
NATIONAL = Record(
    id="helper:national-speech",
    kind="helper",
    name="Speech helpline for all England",
    text="Advice about speech.",
    address="https://speech.example/",
    local=False,
)
EVERYTHING = [SPEECH, ASK, PLAN, TRANSPORT, NATIONAL]
SYNONYMS = [
    ("ehcp", "ehc plan", "education health and care plan", "statement"),
    ("salt", "speech and language therapy"),
]
