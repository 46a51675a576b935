"""What a Local Offer must hold, as eighteen headings that can be checked off.

The Special Educational Needs and Disability Regulations 2014, regulation 53 and
Schedule 2, with section 30 of the Children and Families Act 2014. The paragraphs of
the Schedule that were not read in its own text are marked `verify`, and whoever shows
a heading shows the mark.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of the checklist. `verify` says its paragraph number is not certain.

    `name` and `holds` are plain words of ours, not the words of the Schedule.
    """

    number: int
    key: str
    name: str
    holds: str
    source: str
    verify: bool


_SCHEDULE = "SEND Regulations 2014, Schedule 2"
_SECTION = "Children and Families Act 2014, section 30"

HEADINGS: tuple[Heading, ...] = (
    Heading(
        1,
        "provision-in-area",
        "Help with learning in the area",
        "What early years providers, schools, colleges and others here should provide.",
        f"{_SCHEDULE}, paragraph 1",
        verify=False,
    ),
    Heading(
        2,
        "provision-outside-area",
        "Help with learning outside the area",
        "The same, from places outside the area that our children may use.",
        f"{_SCHEDULE}, paragraph 2",
        verify=False,
    ),
    Heading(
        3,
        "schools-and-funding",
        "Mainstream and special schools and colleges, and how help is paid for",
        "Mainstream and special places, section 41 places, and funding arrangements.",
        f"{_SCHEDULE}, paragraph 3",
        verify=False,
    ),
    Heading(
        4,
        "finding-needs-and-moving-on",
        "Finding needs early, being heard, and moving on",
        "How needs are noticed, families consulted, help secured and moves supported.",
        _SECTION,
        verify=True,
    ),
    Heading(
        5,
        "how-each-provider-helps",
        "How each school, college and early years provider helps",
        "Teaching, adapting, progress, facilities, staff skills and well-being.",
        f"{_SCHEDULE}, paragraph 5",
        verify=False,
    ),
    Heading(
        6,
        "other-education",
        "Other ways to learn",
        "Sports, arts, reading together and other learning beyond lessons.",
        _SECTION,
        verify=True,
    ),
    Heading(
        7,
        "post-16",
        "Learning and training after 16",
        "Courses, apprenticeships, traineeships and supported internships.",
        _SECTION,
        verify=True,
    ),
    Heading(
        8,
        "health",
        "Health",
        "Therapies, equipment, mental health, and medical conditions in settings.",
        _SECTION,
        verify=True,
    ),
    Heading(
        9,
        "social-care",
        "Social care and short breaks",
        "Support for disabled children, short breaks, and the move to adult care.",
        _SECTION,
        verify=True,
    ),
    Heading(
        10,
        "preparing-for-adulthood",
        "Preparing for adulthood",
        "Work, a home of one's own, taking part, and health.",
        _SECTION,
        verify=True,
    ),
    Heading(
        11,
        "travel",
        "Travel",
        "Getting to school or college, special transport, and help with its cost.",
        _SECTION,
        verify=True,
    ),
    Heading(
        12,
        "advice-and-support",
        "Advice, support, childcare and leisure",
        "The advice service, helplines, forums, support groups, childcare and leisure.",
        _SECTION,
        verify=True,
    ),
    Heading(
        13,
        "asking-for-an-assessment",
        "Asking for an EHC needs assessment, and personal budgets",
        "How to ask for an assessment, and how a personal budget works.",
        _SECTION,
        verify=True,
    ),
    Heading(
        14,
        "higher-education",
        "Support at university",
        "Disabled Students' Allowance and how to apply for it.",
        _SECTION,
        verify=True,
    ),
    Heading(
        15,
        "who-it-is-for",
        "Who each service is for, and how decisions are made",
        "Who may use a service, how to reach it, how it decides, and where to ask.",
        f"{_SCHEDULE}, paragraph 15",
        verify=True,
    ),
    Heading(
        16,
        "accessibility-and-section-41",
        "Accessibility strategy and section 41 places",
        "The council's accessibility strategy and the list of section 41 institutions.",
        _SCHEDULE,
        verify=True,
    ),
    Heading(
        17,
        "complaints",
        "How to complain",
        "How to complain about any help or service in the Local Offer.",
        f"{_SCHEDULE}, paragraph 17",
        verify=True,
    ),
    Heading(
        18,
        "disagreements",
        "Disagreements, mediation and appeals",
        "Sorting out a disagreement, mediation, and the right of appeal.",
        _SCHEDULE,
        verify=True,
    ),
)

BY_KEY = {heading.key: heading for heading in HEADINGS}
