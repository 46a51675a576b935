"""The sentences of the answer page that depend on a rule, a decision or a state."""

from collections.abc import Iterable

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext

from waymark.law import Kind, Rule, SentBy
from waymark.law.receipt import WORKING_DAYS
from waymark.law.rule import Strength
from waymark.routemaps.dates.findings import BINDING, Opened
from waymark.routemaps.dates.words import Who, capital, said


def receipt_rule(who: Who) -> list[str]:
    """Our published rule for the day of receipt, from the law's own numbers."""
    found: dict[int, list[str]] = {}
    for by, days in WORKING_DAYS.items():
        found.setdefault(days, []).append(said(_SENT[by], who))
    lines = [(_either(ways), _after(days)) for days, ways in found.items()]
    return [f"{capital(ways)}: {after}." for ways, after in lines]


def _either(ways: list[str]) -> str:
    *most, last = ways
    return said(_("%(most)s or %(last)s"), Who.PARENT) % {
        "most": ", ".join(most),
        "last": last,
    }


def _after(days: int) -> str:
    if days == 0:
        return said(_("the same day"), Who.PARENT)
    return ngettext("%d working day later", "%d working days later", days) % days


def strength(rule: Rule) -> str:
    if rule.verify and rule.strength in BINDING:
        return _("We understand the law says (being checked):")
    return _STRENGTH[rule.strength]


_STRENGTH = {
    Strength.MUST: _("The law says:"),
    Strength.SHOULD: _("Guidance says:"),
    Strength.PRACTICE: _("Good practice, not law:"),
    Strength.LOCAL: _("A local promise:"),
}

_SENT = {
    SentBy.HAND: _("by hand"),
    SentBy.EMAIL: _("e-mail"),
    SentBy.ONLINE_FORM: _("a form on a website"),
    SentBy.FIRST_CLASS: _("first class post"),
    SentBy.SIGNED_FOR: _("signed-for post"),
    SentBy.SECOND_CLASS: _("second class post"),
    SentBy.NOT_SURE: _("if you are not sure"),
}

OPENED = {
    Kind.DECIDED_NOT_TO_ASSESS: _("The council said no to an assessment"),
    Kind.DECIDED_NOT_TO_ISSUE: _("The council said no to a plan"),
    Kind.DECIDED_TO_KEEP: _("The council will not change the plan"),
    Kind.DECIDED_TO_CEASE: _("The council will end the plan"),
    Kind.DECIDED_NOT_TO_AMEND: _("The council said no to changes"),
    Kind.FINAL_PLAN_SENT: _("If you do not agree with the final plan"),
    Kind.AMENDED_PLAN_SENT: _("If you do not agree with the changed plan"),
}

#: The rules whose letters answer a no that has no letter of its own.
_ANSWERED_BY = {
    Kind.DECIDED_NOT_TO_ASSESS: ("A03",),
    Kind.DECIDED_NOT_TO_ISSUE: ("A07",),
    Kind.DECIDED_TO_KEEP: ("R08",),
    Kind.DECIDED_TO_CEASE: ("X02",),
    Kind.DECIDED_NOT_TO_AMEND: ("R13",),
}


def refused_by(kind: Kind) -> tuple[str, ...]:
    return _ANSWERED_BY.get(kind, ())


def refused_rules(opened: Iterable[Opened]) -> list[str]:
    """The rules whose refused letters these decisions may need."""
    return [rule for one in opened for rule in refused_by(one.step.kind)]


OWN = {
    ("D01", "open"): _(
        "If you want to appeal, contact the mediation adviser by %(due)s."
    ),
    ("D01", "over"): _(
        "The usual time to contact the mediation adviser ended on %(due)s. Contact the "
        "adviser today all the same, and ask what is still possible."
    ),
    ("D08", "open"): _(
        "The tribunal must have an appeal by %(due)s, or within the time that a "
        "mediation certificate gives if that is later."
    ),
    ("D08", "over"): _(
        "The usual time for an appeal ended on %(due)s, unless a mediation certificate "
        "gives longer. The tribunal may allow a late appeal: get advice soon."
    ),
    ("D08", "waits"): _(
        "The time counted from the decision ended on %(due)s. A mediation certificate "
        "gives its own time, from its date. When you have it, add that date."
    ),
    ("any", "open"): _("The last day is %(due)s."),
    ("any", "over"): _("The usual time ended on %(due)s. Get advice soon."),
}

ENDINGS = {
    "A03": _("an answer whether it will assess"),
    "A07": _("a no to a plan, after an assessment"),
    "A14": _("the final plan, if there is to be one"),
    "R13": _("a no to the changes, if it decides so"),
}
