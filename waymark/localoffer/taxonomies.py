"""Our own lists of terms, by which families sort services.

They travel in a record as `attributes`, which is the standard's own place for what its
fields do not hold, so that no column is invented. Each list and each term has an id
made from its key, the same in every installation.
"""

from dataclasses import dataclass
from uuid import UUID, uuid5

from waymark.localoffer.statutory import HEADINGS

#: Ids of everything this room names are made under it. It is never changed.
NAMESPACE = UUID("6f1b8b4e-64c1-5c0e-9b52-5d7f5f1a8a30")


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a list. `parent` is the key of a wider term in the same list."""

    key: str
    name: str
    description: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class TermList:
    """A list of terms. `many` is False where a service bears one of them at most."""

    key: str
    name: str
    description: str
    terms: tuple[Term, ...]
    many: bool = True

    @property
    def id(self) -> UUID:
        """The id of the list at the API."""
        return uuid5(NAMESPACE, f"taxonomy/{self.key}")

    def id_of(self, term: str) -> UUID:
        """The id of a term at the API."""
        return uuid5(NAMESPACE, f"term/{self.key}/{term}")


NEED = TermList(
    "need",
    "Area of need",
    "What a service helps with. The wider areas are those of the Code of Practice.",
    (
        Term("any-need", "Any need", "Open to every child, whatever they find hard."),
        Term("communication", "Communication and interaction"),
        Term("autism", "Autism", parent="communication"),
        Term("speech", "Speech, language and communication", parent="communication"),
        Term("learning", "Cognition and learning"),
        Term(
            "specific-learning",
            "Specific learning difficulty, such as dyslexia",
            parent="learning",
        ),
        Term("learning-disability", "Learning disability", parent="learning"),
        Term("profound", "Profound and multiple learning disability", "", "learning"),
        Term("semh", "Social, emotional and mental health"),
        Term("adhd", "ADHD", parent="semh"),
        Term("anxiety", "Anxiety and low mood", parent="semh"),
        Term("sensory-physical", "Sensory and physical needs"),
        Term("hearing", "Deafness and hearing loss", parent="sensory-physical"),
        Term("vision", "Sight loss", parent="sensory-physical"),
        Term(
            "multi-sensory", "Deafness and sight loss together", "", "sensory-physical"
        ),
        Term("physical", "Physical disability", parent="sensory-physical"),
        Term("sensory", "Sensory processing", parent="sensory-physical"),
        Term("medical", "Long-term illness or medical need"),
    ),
)
STAGE = TermList(
    "stage",
    "Stage",
    "The part of growing up a service is for.",
    (
        Term("early-years", "Under 5"),
        Term("primary", "Primary school"),
        Term("secondary", "Secondary school"),
        Term("post-16", "After 16"),
        Term("adult-life", "18 to 25"),
    ),
)
KIND = TermList(
    "kind",
    "Kind of help",
    "What sort of thing it is.",
    (
        Term("advice", "Advice and information"),
        Term("helpline", "Helpline", parent="advice"),
        Term("assessment", "Assessment and plans"),
        Term("early-years-setting", "Nursery, pre-school or childminder"),
        Term("school", "School"),
        Term("special-school", "Special school", parent="school"),
        Term("resource-base", "Resource base in a school", parent="school"),
        Term("college", "College or training"),
        Term("help-in-school", "Help in school or nursery"),
        Term("health", "Health"),
        Term("therapy", "Therapy", parent="health"),
        Term("mental-health", "Mental health", parent="health"),
        Term("social-care", "Social care"),
        Term("short-break", "Short break"),
        Term("childcare", "Childcare"),
        Term("activity", "Club or activity"),
        Term("support-group", "Support group"),
        Term("money", "Money and grants"),
        Term("travel", "Travel"),
        Term("work", "Work and careers"),
        Term("housing", "A home of one's own"),
        Term("equipment", "Equipment"),
        Term("event", "Event"),
        Term("disagreement", "Disagreements and complaints"),
    ),
)
TOPIC = TermList(
    "topic",
    "Topic",
    "What families come about.",
    (
        Term("behaviour", "Feelings and behaviour"),
        Term("sleep", "Sleep"),
        Term("eating", "Eating and drinking"),
        Term("toilet", "Toilet training and continence"),
        Term("talking", "Talking and understanding"),
        Term("friends", "Friends and fitting in"),
        Term("not-in-school", "Not in school"),
        Term("exclusion", "Exclusion"),
        Term("waiting-for-diagnosis", "Waiting for a diagnosis"),
        Term("new-diagnosis", "After a diagnosis"),
        Term("moving-on", "Moving to a new school or stage"),
        Term("growing-up", "Growing up into adult life"),
        Term("safety", "Staying safe"),
        Term("carers", "Looking after the carer"),
        Term("siblings", "Brothers and sisters"),
        Term("holidays", "School holidays"),
        Term("plans", "EHC plans"),
    ),
)
REFERRAL = TermList(
    "referral",
    "How to get it",
    "Who may ask for it.",
    (
        Term("ask-yourself", "Ask yourself"),
        Term("drop-in", "Just turn up", parent="ask-yourself"),
        Term("school-refers", "Your school or nursery asks"),
        Term("gp-refers", "A GP or health worker asks"),
        Term("council-refers", "The council decides"),
        Term("professional-refers", "Somebody who works with you asks"),
    ),
)
DIAGNOSIS = TermList(
    "diagnosis",
    "Diagnosis",
    "Whether a diagnosis is asked for.",
    (
        Term("not-needed", "No diagnosis needed"),
        Term("needed", "A diagnosis is needed"),
    ),
    many=False,
)
PLAN = TermList(
    "plan",
    "EHC plan",
    "Whether an EHC plan is asked for.",
    (
        Term("not-needed", "No EHC plan needed"),
        Term("needed", "An EHC plan is needed"),
    ),
    many=False,
)
REACH = TermList(
    "reach",
    "Where it happens",
    "Whether a family goes to it, or it comes to them.",
    (
        Term("here", "At a place you go to"),
        Term("comes-to-you", "Comes to you"),
        Term("at-school", "In school or nursery"),
        Term("online", "Online"),
        Term("phone", "By phone"),
    ),
)
ACCESS = TermList(
    "access",
    "Accessibility",
    "How easy it is to get in and take part. What is partly so says so.",
    (
        Term("step-free", "Way in without steps"),
        Term("wheelchair", "Wheelchairs can reach every part"),
        Term("wheelchair-partly", "Wheelchairs can reach some parts"),
        Term("accessible-toilet", "Accessible toilet"),
        Term("changing-place", "Changing Place with hoist"),
        Term("hearing-loop", "Hearing loop"),
        Term("bsl", "British Sign Language"),
        Term("quiet-space", "Quiet space"),
        Term("relaxed", "Relaxed sessions"),
        Term("blue-badge", "Blue Badge parking"),
        Term("communication-aids", "Staff use signs, symbols or aids"),
        Term("carer-free", "A carer comes free"),
    ),
)
HEADING = TermList(
    "heading",
    "Local Offer heading",
    "The part of the law's checklist that a service answers.",
    tuple(Term(h.key, h.name, h.holds) for h in HEADINGS),
)

LISTS: tuple[TermList, ...] = (
    NEED,
    STAGE,
    KIND,
    TOPIC,
    REFERRAL,
    DIAGNOSIS,
    PLAN,
    REACH,
    ACCESS,
    HEADING,
)
BY_KEY = {terms.key: terms for terms in LISTS}


def attribute(link_id: str, terms: TermList, key: str) -> dict[str, object]:
    """The `attributes` entry that says a service bears one of our terms.

    Raises: KeyError if the list has no such term.
    """
    term = {t.key: t for t in terms.terms}[key]
    term_id = str(terms.id_of(key))
    return {
        "id": str(uuid5(NAMESPACE, f"attribute/{link_id}/{term_id}")),
        "link_id": link_id,
        "link_type": "service",
        "taxonomy_term_id": term_id,
        "taxonomy_term": term_record(terms, term),
    }


def term_record(terms: TermList, term: Term) -> dict[str, object]:
    """A term in the shape of the API."""
    found: dict[str, object] = {
        "id": str(terms.id_of(term.key)),
        "name": term.name,
        "description": term.description or term.name,
        "taxonomy": terms.name,
        "taxonomy_id": str(terms.id),
    }
    if term.parent:
        found["parent_id"] = str(terms.id_of(term.parent))
    return found
