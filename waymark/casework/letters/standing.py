"""What stands in a letter by itself: from the law, the case and the area. Pure.

Nothing is made up. A block whose ground is not there is empty, and the letter waits.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from waymark.casework.letters.kinds import Block, LetterKind


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who can be reached: who, and by which ways."""

    name: str
    phone: str = ""
    email: str = ""
    website: str = ""

    @property
    def ways(self) -> str:
        """The ways to reach them in one line; empty where there is none."""
        return ", ".join(way for way in (self.phone, self.email, self.website) if way)

    @property
    def line(self) -> str:
        """Who they are and how to reach them; empty where nobody could."""
        return f"{self.name}: {self.ways}" if self.name and self.ways else ""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a letter is made from besides what is written into it.

    Days are None where the law gives none for this case. `late` and `lifted` are the
    duties that letters about time are about, each with its day.
    """

    name: str
    council: str
    officer: str
    received_on: date | None
    decide_by: date | None
    plan_by: date | None
    adviser_by: date | None = None
    appeal_by: date | None = None
    safe_by: date | None = None
    team: Contact | None = None
    advice: Contact | None = None
    mediation: Contact | None = None
    tribunal: Contact | None = None
    ombudsman: Contact | None = None
    duty: str = ""
    duty_by: date | None = None
    why_lifted: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block with its words, paragraph by paragraph; none while it is empty."""

    block: Block
    paragraphs: tuple[str, ...]

    @property
    def is_missing(self) -> bool:
        """Whether the letter cannot go out because of it."""
        return self.block.needed and not self.paragraphs


def pieces(
    kind: LetterKind, ground: Ground, written: Mapping[str, str]
) -> tuple[Piece, ...]:
    """Every block of a letter with what fills it, in order."""
    return tuple(
        Piece(block, _typed(written.get(block.key, "")))
        if block.written
        else Piece(block, tuple(_STANDING[block.key](ground)))
        for block in kind.blocks
    )


def _typed(words: str) -> tuple[str, ...]:
    """What somebody typed, as paragraphs."""
    parts = words.replace("\r\n", "\n").split("\n\n")
    return tuple(" ".join(part.split()) for part in parts if part.strip())


def _day(on: date) -> str:
    return date_format(on, "j F Y")


def _considering(ground: Ground) -> list[str]:
    if ground.received_on is None or ground.decide_by is None:
        return []
    return [
        _(
            "We were asked to carry out an EHC needs assessment for {name}. The "
            "request reached us on {day}."
        ).format(name=ground.name, day=_day(ground.received_on)),
        _(
            "We are thinking about whether to carry it out. We must decide, and tell "
            "you, by {day}."
        ).format(day=_day(ground.decide_by)),
    ]


def _views(ground: Ground) -> list[str]:
    return [
        _(
            "You have the right to tell us what you think, and to send us anything "
            "that you want us to look at. You can write, speak, draw, film or ring. "
            "What you already told us here is kept, and you need not tell it again."
        ),
        _("The sooner it comes, the more it can help. Nothing that you send is lost."),
    ]


def _assessing(ground: Ground) -> list[str]:
    return [
        _("We have decided to carry out an EHC needs assessment for {name}.").format(
            name=ground.name
        )
    ]


def _steps(ground: Ground) -> list[str]:
    if ground.plan_by is None:
        return []
    return [
        _(
            "We now ask for advice: from you, from the school, nursery or college, "
            "from health, from an educational psychologist, from social care, and from "
            "anybody whom you reasonably want us to ask. Each has six weeks."
        ),
        _(
            "Then we decide whether there will be an EHC plan. If there is one, the "
            "final plan is due by {day}. You read and answer a draft before that."
        ).format(day=_day(ground.plan_by)),
    ]


def _refusing(ground: Ground) -> list[str]:
    return [
        _(
            "We have decided not to carry out an EHC needs assessment for {name}. "
            "This letter says why, what support comes next, and how you can challenge "
            "the decision."
        ).format(name=ground.name)
    ]


def _appeal(ground: Ground) -> list[str]:
    if ground.tribunal is None or not ground.tribunal.line:
        return []
    return [
        _(
            "You can appeal against this decision to the First-tier Tribunal (Special "
            "Educational Needs and Disability). It is independent of us and costs "
            "nothing."
        ),
        ground.tribunal.line,
    ]


def _limits(ground: Ground) -> list[str]:
    if ground.adviser_by is None or ground.appeal_by is None:
        return []
    said = [
        _(
            "Contact the mediation adviser by {day}. You need the adviser's "
            "certificate before you can appeal, also if you do not want mediation."
        ).format(day=_day(ground.adviser_by)),
        _(
            "The tribunal must have your appeal by {day}, or within one month of the "
            "date on the certificate, if that is later."
        ).format(day=_day(ground.appeal_by)),
    ]
    if ground.safe_by is not None and ground.safe_by < ground.appeal_by:
        said.append(_("To be safe, send it by {day}.").format(day=_day(ground.safe_by)))
    return said


def _mediation(ground: Ground) -> list[str]:
    if ground.mediation is None or not ground.mediation.line:
        return []
    contact = ground.team.line if ground.team else ""
    return [
        _(
            "You have the right to mediation about this decision. A neutral person "
            "helps you and us to talk. It is free, and we must take part."
        ),
        ground.mediation.line,
        _(
            "If you want mediation, tell the adviser, and tell us: what it is about, "
            "and, where it is about health, which provision you want. We must then "
            "arrange it within 30 days. You reach us at: {contact}."
        ).format(contact=contact),
        _(
            "If you do not want it, tell the adviser. You get the certificate within "
            "three working days."
        ),
    ]


def _resolution(ground: Ground) -> list[str]:
    if ground.mediation is None or not ground.mediation.line:
        return []
    return [
        _(
            "You can also ask for disagreement resolution, about this or anything "
            "else. It is free, voluntary, and takes nothing away from your right to "
            "appeal. {who}."
        ).format(who=ground.mediation.line)
    ]


def _contact(ground: Ground) -> list[str]:
    if not ground.officer or ground.team is None or not ground.team.ways:
        return []
    return [
        _("{officer} looks after this case. You reach them at {ways}.").format(
            officer=ground.officer, ways=ground.team.ways
        )
    ]


def _advice(ground: Ground) -> list[str]:
    if ground.advice is None or not ground.advice.line:
        return []
    return [
        _(
            "They know the law, help you to understand this letter, to write and to "
            "go to meetings, and are independent of us. {who}."
        ).format(who=ground.advice.line)
    ]


def _complaint(ground: Ground) -> list[str]:
    if ground.team is None or not ground.team.ways:
        return []
    said = [
        _("Tell us: {ways}. You can complain to {council} at any time.").format(
            ways=ground.team.ways, council=ground.council
        )
    ]
    if ground.ombudsman is not None and ground.ombudsman.line:
        said.append(
            _("If our answer does not settle it, go to the ombudsman. {who}.").format(
                who=ground.ombudsman.line
            )
        )
    return said


def _formats(ground: Ground) -> list[str]:
    return [
        _(
            "This letter is there in large print, Braille and audio and as "
            "plain text, and we can have it put into your language. Sign in to choose, "
            "or ask us."
        )
    ]


def _duty(ground: Ground) -> list[str]:
    if not ground.duty or ground.duty_by is None or not ground.why_lifted:
        return []
    return [
        ground.duty,
        _(
            "This was due by {day}. The law allows for it to take longer for this "
            "reason: {why}"
        ).format(day=_day(ground.duty_by), why=ground.why_lifted),
        _("It does not move anything else, and we must still do it as soon as we can."),
    ]


def _late(ground: Ground) -> list[str]:
    if not ground.duty or ground.duty_by is None:
        return []
    return [
        ground.duty,
        _("This is due by {day}. We do not expect to keep that day.").format(
            day=_day(ground.duty_by)
        ),
    ]


_STANDING: Mapping[str, Callable[[Ground], list[str]]] = {
    "advice": _advice,
    "appeal": _appeal,
    "assessing": _assessing,
    "complaint": _complaint,
    "considering": _considering,
    "contact": _contact,
    "duty": _duty,
    "formats": _formats,
    "late": _late,
    "limits": _limits,
    "mediation": _mediation,
    "refusing": _refusing,
    "resolution": _resolution,
    "steps": _steps,
    "views": _views,
}
