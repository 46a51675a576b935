"""What a rule is made of. Data only; nothing here runs."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from waymark.law.events import Kind
from waymark.law.limits import Given, Limit
from waymark.law.sources import Source

__all__ = [
    "RIGHTS",
    "Content",
    "Exemption",
    "Given",
    "Party",
    "Remedy",
    "Rule",
    "Strength",
]


class Strength(StrEnum):
    """How hard the rule binds."""

    MUST = "must"  # Act, regulations, tribunal rules or a ruling
    SHOULD = "should"  # statutory guidance
    PRACTICE = "practice"  # neither; good practice or a planning target
    LOCAL = "local promise"  # this partnership's own promise


class Party(StrEnum):
    """Who acts, or who must be told."""

    LOCAL_AUTHORITY = "local authority"
    OLD_AUTHORITY = "old local authority"
    NEW_AUTHORITY = "new local authority"
    HOME_AUTHORITY = "home local authority"
    PARENT = "parent or young person"
    COMMISSIONER = "integrated care board"
    OLD_COMMISSIONER = "old integrated care board"
    NEW_COMMISSIONER = "new integrated care board"
    HEALTH_BODY = "health body"
    SOCIAL_CARE = "social care"
    SETTING = "setting"
    HEAD = "head teacher or principal"
    EARLY_YEARS_LEAD = "early years SEN lead"
    EARLY_YEARS_PROVIDER = "early years provider"
    ADVISER = "adviser"
    ARRANGER = "whoever arranges the review"
    MEDIATION_ADVISER = "mediation adviser"
    TRIBUNAL = "tribunal"
    INVITED = "everybody invited"
    PUBLIC = "public"
    PERSON_IN_CHARGE = "person in charge of the accommodation"
    APPROPRIATE_PERSON = "appropriate person"
    YOUTH_OFFENDING_TEAM = "youth offending team"
    CONSULTEES = "those who must be consulted"
    ADVICE_BODY = "health or other body asked for advice"
    MAINTAINING_AUTHORITY = "council that maintains the setting"
    COUNCIL_OR_COMMISSIONER = "council or integrated care board"
    COMMISSIONER_OR_SOCIAL_CARE = "integrated care board or council social care"
    HEALTH_COMMISSIONER = "health commissioner of the detained person"
    PUPIL = "pupil or student"


class Content(StrEnum):
    """What a notice must hold."""

    REASONS = "reasons"
    RIGHT_OF_APPEAL = "right of appeal"
    TIME_LIMITS = "time limits for appeal"
    MEDIATION = "mediation information"
    DISAGREEMENT_RESOLUTION = "disagreement resolution"
    ADVICE_AND_SUPPORT = "information, advice and support"
    VIEWS_AND_EVIDENCE = "right to give views and evidence"
    SCHOOL_PREFERENCE = "right to ask for a particular school"
    MEETING = "right to ask for a meeting"
    WHERE_TO_FIND_SCHOOLS = "where to find out about schools"
    ADVICE_APPENDED = "the advice, as appendices"
    PARENTS_EVIDENCE = "what the parent sent in"
    MEDIATION_ISSUES = "what the mediation is about and the provision wanted"
    VOLUNTARY_HELP = "voluntary organisations that may help"
    RIGHT_TO_REVIEW = "right to ask for a review"
    PROPOSED_AMENDMENTS = "the proposed amendments and the evidence"


#: What a decision that can be appealed must always say.
RIGHTS = (
    Content.RIGHT_OF_APPEAL,
    Content.TIME_LIMITS,
    Content.MEDIATION,
    Content.DISAGREEMENT_RESOLUTION,
    Content.ADVICE_AND_SUPPORT,
)


class Remedy(StrEnum):
    """What a family may do when the rule is missed. Delay is never appealable."""

    COMPLAINT = "complaint to the council, then the Ombudsman"
    JUDICIAL_REVIEW = "legal advice about judicial review"
    APPEAL = "appeal to the tribunal once there is a decision"
    HEALTH_COMPLAINT = "complaint to the NHS body, then the Health Ombudsman"
    SETTING_COMPLAINT = "complaint to the setting, then the Department for Education"
    INTERNAL = "nothing in law; it is a planning target"


class Exemption(StrEnum):
    """The closed list of conditions that lift a limit. None moves a due day."""

    SCHOOL_CLOSED = "EX-A"
    EARLY_YEARS_CLOSED = "EX-B"
    PERSONAL_CIRCUMSTANCES = "EX-C"
    ABSENT_FROM_AREA = "EX-D"
    ADVICE_CIRCUMSTANCES = "EX-8a"
    ADVICE_ABSENT = "EX-8b"
    ADVICE_APPOINTMENT_MISSED = "EX-8c"
    ORDER_CIRCUMSTANCES = "EX-T1"
    ORDER_ABSENT = "EX-T2"
    ORDER_OTHER = "EX-T3"
    CORONAVIRUS = "EX-2020"


@dataclass(frozen=True, slots=True)
class Rule:
    """One time limit or duty: what starts it, what must follow, by when, whose it is.

    `floor` marks a minimum ("at least 15 days"): a window that may not close
    earlier; `met_by` then names the acts that close it. Of several starts the
    first counts, or the last where the rule `restarts` (a new draft opens a new
    window). `also_asap` is the second duty in "as soon as practicable and in any
    event within". `ended_by` lists outcomes after which the duty no longer runs;
    `revived_by` those that bring it back with its first start (a refusal
    overturned). `one_ending` marks one of several endings, which may never come: when
    its last day has passed, that ending is closed, and nobody is late.
    `counts_from` names the fact that holds the day counted from (a birthday, a move)
    where the start event does not set one by its `arranged_for`; a rule with no
    `starts_with` starts with that fact, or with
    the year of transfer. `applies_if` narrows the rule to cases whose facts fit.
    """

    id: str
    process: str
    says: str
    starts_with: frozenset[Kind]
    met_by: frozenset[Kind]
    limit: Limit
    holder: Party
    strength: Strength
    source: Source
    tell: tuple[Party, ...] = ()
    contents: tuple[Content, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    ended_by: frozenset[Kind] = frozenset()
    revived_by: frozenset[Kind] = frozenset()
    floor: bool = False
    one_ending: bool = False
    also_asap: bool = False
    restarts: bool = False
    note: str = ""
    counts_from: str = ""
    applies_if: tuple[Given, ...] = ()
    in_force_from: date = date(2014, 9, 1)
    in_force_until: date | None = None

    @property
    def verify(self) -> bool:
        """True where the words are still to be checked at the source."""
        return self.source.verify
