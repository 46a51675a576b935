"""What the Local Offer asks of a provider, by kind of provider.

Schools, colleges and early years providers answer what Schedule 2, paragraph 5 of the
SEND Regulations 2014 lists. Others are asked only what suits them: a club has no
curriculum. Answers stand in a record under `local_offer`, by the key of the question.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class ProviderKind(StrEnum):
    """A kind of provider, as far as the questions differ."""

    EDUCATION = "education"
    SERVICE = "service"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `source` is empty where no law asks it and families do."""

    key: str
    asks: object
    kinds: frozenset[ProviderKind]
    source: str = ""


_SCHEDULE = "SEND Regulations 2014, Schedule 2, paragraph 5"
_SCHOOLS = frozenset({ProviderKind.EDUCATION})
_ALL = frozenset(ProviderKind)
_OTHERS = frozenset({ProviderKind.SERVICE, ProviderKind.ACTIVITY})

QUESTIONS: tuple[Question, ...] = (
    Question("teaching", _("How do you teach children with SEN?"), _SCHOOLS, _SCHEDULE),
    Question(
        "adapting",
        _("How do you adapt what you teach and the place you teach in?"),
        _SCHOOLS,
        _SCHEDULE,
    ),
    Question(
        "extra-support",
        _("What extra help with learning is there?"),
        _SCHOOLS,
        _SCHEDULE,
    ),
    Question(
        "progress",
        _("How is progress checked, and how do children and parents take part?"),
        _SCHOOLS,
        _SCHEDULE,
    ),
    Question(
        "effectiveness",
        _("How do you know your help works, and who has a say in that?"),
        _SCHOOLS,
        _SCHEDULE,
    ),
    Question(
        "facilities",
        _("How do children with SEN get to use the facilities?"),
        _SCHOOLS,
        _SCHEDULE,
    ),
    Question(
        "activities",
        _("Which activities beyond lessons are open to them?"),
        _SCHOOLS,
        _SCHEDULE,
    ),
    Question(
        "support-available",
        _("What other support can they have during the day?"),
        _SCHOOLS,
        _SCHEDULE,
    ),
    Question("staff", _("What are your staff trained to do?"), _SCHOOLS, _SCHEDULE),
    Question(
        "well-being",
        _("How do you support their feelings, mental health and friendships?"),
        _SCHOOLS,
        _SCHEDULE,
    ),
    Question("getting-started", _("How does a family start?"), _ALL),
    Question("building", _("How easy is it to get in and around?"), _ALL),
    Question("families", _("How do families have a say in what you do?"), _OTHERS),
    Question("outcomes", _("What do you hope children gain?"), _OTHERS),
    Question(
        "staff-training",
        _("What do your staff know about SEN and disability?"),
        _OTHERS,
    ),
)


def questions_for(kind: ProviderKind) -> tuple[Question, ...]:
    """What a provider of this kind is asked, in order."""
    return tuple(question for question in QUESTIONS if kind in question.kinds)
