"""The parts of a story, who may be let read one, and what a board is made of.

Pure: what the pages ask, what the rows mean.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waymark.access.roles import Role


class Reader(StrEnum):
    """A kind of people whom a family may let read a part of the story."""

    SETTING = "setting"
    HEALTH = "health"
    CARE = "care"
    ADVICE = "advice"
    SUPPORTERS = "supporters"


READERS: Mapping[Reader, str | Promise] = {
    Reader.SETTING: _("The school, college or nursery"),
    Reader.HEALTH: _("Health services"),
    Reader.CARE: _("Social care"),
    Reader.ADVICE: _("Educational psychologists and other advisers"),
    Reader.SUPPORTERS: _("Supporters whom you let in"),
}

#: Who counts as which kind. Whoever has the whole of the story reads it in any case.
READER_OF: Mapping[Role, Reader] = {
    Role.SENCO: Reader.SETTING,
    Role.TEACHER: Reader.SETTING,
    Role.PROVIDER: Reader.SETTING,
    Role.DESIGNATED_OFFICER: Reader.HEALTH,
    Role.CLINICIAN: Reader.HEALTH,
    Role.SOCIAL_WORKER: Reader.CARE,
    Role.VIRTUAL_HEAD: Reader.CARE,
    Role.PSYCHOLOGIST: Reader.ADVICE,
    Role.PANEL_MEMBER: Reader.ADVICE,
    Role.AUDITOR: Reader.ADVICE,
    Role.INSPECTOR: Reader.ADVICE,
    Role.ADVOCATE: Reader.SUPPORTERS,
}


class Teller(StrEnum):
    """Whose story it is."""

    CHILD = "child"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class Asked:
    """One part of the story: what is asked, and what helps to answer."""

    key: str
    teller: Teller
    title: str | Promise
    hint: str | Promise


PARTS: tuple[Asked, ...] = (
    Asked(
        "likes",
        Teller.CHILD,
        _("What people like about me"),
        _("What are you good at? What makes people smile?"),
    ),
    Asked(
        "matters",
        Teller.CHILD,
        _("What matters to me"),
        _("People, places, things to do, things you would miss."),
    ),
    Asked(
        "support",
        Teller.CHILD,
        _("How to support me well"),
        _("What helps? What should people do, and not do?"),
    ),
    Asked(
        "communicates",
        Teller.CHILD,
        _("How I say things"),
        _("Words, signs, pictures, a device. How do people know yes and no?"),
    ),
    Asked(
        "bad-day",
        Teller.CHILD,
        _("What makes a bad day"),
        _("And what helps when it is one."),
    ),
    Asked(
        "hopes",
        Teller.CHILD,
        _("What I hope for"),
        _("Next year, and when you are grown up."),
    ),
    Asked(
        "so-far",
        Teller.FAMILY,
        _("Our story so far"),
        _("What somebody who meets your child for the first time should know."),
    ),
    Asked(
        "strengths",
        Teller.FAMILY,
        _("What our child is good at and loves"),
        _("At home, in school, with friends."),
    ),
    Asked(
        "worries",
        Teller.FAMILY,
        _("What is hard now"),
        _("What happens, how often, and what it means for your child and for you."),
    ),
    Asked(
        "tried",
        Teller.FAMILY,
        _("What was tried, and what helped"),
        _("Also what did not help, so that nobody tries it again."),
    ),
    Asked(
        "wishes",
        Teller.FAMILY,
        _("What we hope for"),
        _("Next year, and when your child is grown up."),
    ),
)
BY_KEY: Mapping[str, Asked] = {each.key: each for each in PARTS}


class Use(StrEnum):
    """What a child may allow something they said to be used for."""

    SUPPORT = "support"
    REQUEST = "request"
    PLAN = "plan"
    REVIEW = "review"
    PANEL = "panel"


USES: Mapping[Use, str | Promise] = {
    Use.SUPPORT: _("My support in school"),
    Use.REQUEST: _("Asking for an assessment"),
    Use.PLAN: _("My plan"),
    Use.REVIEW: _("My review"),
    Use.PANEL: _("Showing it to people who decide"),
}


class Put(StrEnum):
    """Where on a board a symbol was put."""

    GOOD = "good"
    MIDDLE = "middle"
    HARD = "hard"


PUTS: Mapping[Put, str | Promise] = {
    Put.GOOD: _("Good"),
    Put.MIDDLE: _("In between"),
    Put.HARD: _("Hard"),
}


@dataclass(frozen=True, slots=True)
class Topic:
    """What a board is about, and its symbols in order: a key and a word for each."""

    key: str
    title: str | Promise
    symbols: Mapping[str, str | Promise]


TOPICS: tuple[Topic, ...] = (
    Topic(
        "school",
        _("How school is for me"),
        {
            "reading": _("Reading"),
            "writing": _("Writing"),
            "numbers": _("Numbers"),
            "listening": _("Listening"),
            "noise": _("Noise"),
            "playtime": _("Break and lunch"),
            "friends": _("Friends"),
            "grown-ups": _("Grown-ups who help me"),
            "changes": _("Changes"),
            "getting-there": _("Getting there"),
        },
    ),
    Topic(
        "home",
        _("How home is for me"),
        {
            "sleep": _("Sleep"),
            "food": _("Food"),
            "washing": _("Washing and dressing"),
            "brothers-sisters": _("Brothers and sisters"),
            "going-out": _("Going out"),
            "being-alone": _("Time on my own"),
            "screens": _("Screens and games"),
            "feelings": _("Big feelings"),
        },
    ),
)
TOPIC_BY_KEY: Mapping[str, Topic] = {each.key: each for each in TOPICS}
