"""The letters of an assessment, as data: to whom, with which blocks, by which rule.

What a letter must contain is what the rule of law behind it asks for, and what makes it
a letter that somebody can use. No letter goes out while a block that it needs is empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waymark.law import RULES, Kind
from waymark.law.rule import Content, Party


class Written(StrEnum):
    """What an officer writes into a letter, each for this child and this letter."""

    REASONS = "reasons"
    EVIDENCE = "evidence"
    NEXT_SUPPORT = "next_support"
    TAKING_PART = "taking_part"
    STILL_ON_TIME = "still_on_time"
    EXPECTED = "expected"
    SUPPORT_NOW = "support_now"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a letter with a heading. `written` is None for what stands by itself.

    `contents` are what the law asks for and this block holds. An optional block is left
    out while it is empty.
    """

    key: str
    title: str | Promise
    hint: str | Promise = ""
    written: Written | None = None
    contents: frozenset[Content] = frozenset()
    needed: bool = True


@dataclass(frozen=True, slots=True)
class LetterKind:
    """One letter: its title, its blocks in order, and what sending it makes happen.

    `rule` is the rule of law that asks for it; empty for good practice. `tells` are the
    parties told beside the family. `happening` is the step that is taken by sending
    it; a letter with none changes nothing in law. `opens` is the process that begins
    with it. `says` tells a recipient what the letter is about, without a name.
    """

    key: str
    title: str | Promise
    says: str | Promise
    blocks: tuple[Block, ...]
    rule: str = ""
    happening: Kind | None = None
    opens: str = ""
    tells: tuple[Party, ...] = ()

    @property
    def asked_by_law(self) -> frozenset[Content]:
        """What the rule behind the letter says that it must hold."""
        return frozenset(RULES[self.rule].contents) if self.rule else frozenset()

    @property
    def written(self) -> tuple[Block, ...]:
        """The blocks that an officer writes."""
        return tuple(block for block in self.blocks if block.written)


CONSIDERING, WILL_ASSESS, WILL_NOT_ASSESS = "considering", "will-assess", "refusal"
EXEMPTION, LATE = "exemption", "late"
#: The others begin with what they tell of.
BEGUN_BY_HAND = frozenset({CONSIDERING, LATE})

_OTHERS = (
    Party.COMMISSIONER,
    Party.SOCIAL_CARE,
    Party.HEAD,
    Party.EARLY_YEARS_LEAD,
)

_CONTACT = Block("contact", _("Who to ask"))
_HELP = Block(
    "advice",
    _("Free help that is on nobody's side but yours"),
    contents=frozenset({Content.ADVICE_AND_SUPPORT}),
)
_COMPLAINT = Block("complaint", _("If you are unhappy with how we work"))
_FORMATS = Block("formats", _("In another form or language"))
_FOOT = (_CONTACT, _HELP, _COMPLAINT, _FORMATS)

_APPEAL = (
    Block(
        "appeal",
        _("Your right to appeal"),
        contents=frozenset({Content.RIGHT_OF_APPEAL}),
    ),
    Block("limits", _("Until when"), contents=frozenset({Content.TIME_LIMITS})),
    Block(
        "mediation",
        _("Mediation: talk about it with somebody neutral"),
        contents=frozenset({Content.MEDIATION}),
    ),
    Block(
        "resolution",
        _("Other ways to settle a disagreement"),
        contents=frozenset({Content.DISAGREEMENT_RESOLUTION}),
    ),
)

_ALL = (
    LetterKind(
        CONSIDERING,
        _("We are thinking about whether to assess"),
        _("We have a request, and ask what you think."),
        (
            Block("considering", _("What has happened")),
            Block(
                "views",
                _("Tell us what you think"),
                contents=frozenset({Content.VIEWS_AND_EVIDENCE}),
            ),
            *_FOOT,
        ),
        rule="A02",
        happening=Kind.TOLD_ASSESSMENT_CONSIDERED,
        tells=_OTHERS,
    ),
    LetterKind(
        WILL_ASSESS,
        _("We will assess"),
        _("We have decided to assess."),
        (
            Block("assessing", _("What we decided")),
            Block("steps", _("What happens next")),
            Block(
                "taking_part",
                _("Help to take part"),
                _(
                    "What you will do so that this family can take part: times, "
                    "places, an interpreter, somebody beside them."
                ),
                Written.TAKING_PART,
            ),
            *_FOOT,
        ),
        happening=Kind.DECIDED_TO_ASSESS,
        tells=_OTHERS,
    ),
    LetterKind(
        WILL_NOT_ASSESS,
        _("We will not assess"),
        _("We have decided not to assess, and say why and what you can do."),
        (
            Block("refusing", _("What we decided")),
            Block(
                "reasons",
                _("Why"),
                _("For each part of the test, in words that the family uses."),
                Written.REASONS,
                frozenset({Content.REASONS}),
            ),
            Block(
                "evidence",
                _("What we looked at"),
                _("Each thing that was sent in, and what it told us."),
                Written.EVIDENCE,
            ),
            Block(
                "next_support",
                _("What support comes next"),
                _("What the school, nursery or college does now, and who sees to it."),
                Written.NEXT_SUPPORT,
            ),
            *_APPEAL,
            *_FOOT,
        ),
        rule="A03",
        happening=Kind.DECIDED_NOT_TO_ASSESS,
        opens="mediation-and-appeal",
        tells=_OTHERS,
    ),
    LetterKind(
        EXEMPTION,
        _("Something takes longer, and why"),
        _("One step takes longer than the usual time, for a reason we explain."),
        (
            Block("duty", _("What takes longer")),
            Block(
                "reasons",
                _("Why"),
                _("What happened, in plain words, and why it could not be helped."),
                Written.REASONS,
                frozenset({Content.REASONS}),
            ),
            Block(
                "still_on_time",
                _("What is still on time"),
                _("Which steps are not affected, and by when each is due."),
                Written.STILL_ON_TIME,
            ),
            Block(
                "expected",
                _("What we expect now"),
                _("The new day, who works on it, and when you look at this again."),
                Written.EXPECTED,
            ),
            *_FOOT,
        ),
        rule="A19",
        happening=Kind.EXEMPTION_EXPLAINED,
    ),
    LetterKind(
        LATE,
        _("We shall be late"),
        _("We expect to be late with a step, and say why and what helps now."),
        (
            Block("late", _("What will be late")),
            Block(
                "reasons",
                _("Why"),
                _("What holds it up. Name the cause, not a person."),
                Written.REASONS,
            ),
            Block(
                "expected",
                _("When we expect it now"),
                _("The day you expect, and who works on it."),
                Written.EXPECTED,
            ),
            Block(
                "support_now",
                _("What helps in the meantime"),
                _("The support that is there now, and whom to ask for more."),
                Written.SUPPORT_NOW,
            ),
            *_FOOT,
        ),
    ),
)

#: Every letter by its key.
KINDS: Mapping[str, LetterKind] = {kind.key: kind for kind in _ALL}
